//! Where events are kept on this device.
//!
//! A store is a set of events that only grows. It can put some, tell what is newer than a cursor, and call when there
//! is something new. It judges nothing but seals: what an event means is for the domain. It also knows which events were
//! made here and wait for a shared store, which [`crate::sync`] speaks to.
//!
//! [`memory`] keeps nothing beyond the page; [`open`] keeps in this browser.

mod browser;
mod error;
mod memory;
mod pack;
mod page;
mod record;
mod watch;

use std::rc::Rc;

pub use self::error::{Refused, StoreError};
pub use self::page::{BrokenRecord, Cursor, Page};
pub use self::watch::Watch;

use self::browser::Browser;
use self::memory::Memory;
use crate::domain::event::EventId;
use crate::web::rare::rare;
use crate::wire::sealed::Sealed;

/// A place where one board's events are kept. Copies share it.
#[derive(Clone, Debug)]
pub struct Store(Driver);

#[derive(Clone, Debug)]
enum Driver {
    Memory(Memory),
    Browser(Rc<Browser>),
}

/// What came of opening a store in this browser. There always is one.
#[derive(Debug)]
pub struct Opened {
    /// Where events go.
    pub store: Store,
    /// Why that is only memory, if it is: the person must be told.
    pub notice: Option<Refused>,
    /// Older keys whose events could not be copied now. They are where they were, and the next opening tries again.
    pub unadopted: Vec<String>,
}

/// Which store it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// This page's memory.
    Memory,
    /// This browser's database.
    Browser,
}

/// What a store promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guarantee {
    /// What was put is there after a restart, unless the browser or the person clears this site's data.
    pub durable: bool,
    /// People at other machines see it.
    pub shared: bool,
}

/// Opens the store of the board named `key` in this browser, and in memory where the browser refuses.
///
/// `also` are older keys of the same board: what is kept under them is copied over first, as it is.
pub async fn open(key: &str, also: &[String]) -> Opened {
    let browser = match Browser::open(key).await {
        Ok(browser) => browser,
        Err(refused) => {
            return Opened {
                store: memory(key),
                notice: Some(refused),
                unadopted: Vec::new(),
            };
        }
    };
    let mut unadopted = Vec::new();
    for old in also.iter().filter(|old| *old != key) {
        if rare(browser.adopt(old)).await.is_err() {
            unadopted.push(old.clone());
        }
    }
    Opened {
        store: Store(Driver::Browser(Rc::new(browser))),
        notice: None,
        unadopted,
    }
}

/// What this browser keeps for the board named `key`, and leaves there.
pub async fn kept(key: &str) -> Vec<Sealed> {
    // Of a database that cannot be read there is nothing to offer.
    Browser::kept(key).await.unwrap_or_default()
}

/// A store that lasts as long as the page. All with the same key are one.
#[must_use]
pub fn memory(key: &str) -> Store {
    Store(Driver::Memory(Memory::open(key)))
}

impl Store {
    /// What is newer than `cursor`, in the order it was stored, at most a page of it; ask again with the page's cursor
    /// until that stays where it is.
    ///
    /// # Errors
    /// When the store cannot be read. What is broken in it is no error: it is in the page.
    pub async fn since(&self, cursor: Cursor) -> Result<Page, StoreError> {
        match &self.0 {
            Driver::Memory(memory) => Ok(memory.since(cursor)),
            Driver::Browser(browser) => browser.since(cursor).await,
        }
    }

    /// Keeps events. Returns once they are as safe as [`Store::guarantee`] says. One that is there already is kept
    /// already.
    ///
    /// # Errors
    /// When some of them may not be kept. Putting them all again is safe.
    pub async fn put(&self, events: &[Sealed]) -> Result<(), StoreError> {
        match &self.0 {
            Driver::Memory(memory) => memory.put(events),
            Driver::Browser(browser) => browser.put(events).await?,
        }
        Ok(())
    }

    /// Keeps events that were made here, and that they wait for a shared store to have them.
    ///
    /// # Errors
    /// As [`Store::put`].
    pub async fn put_waiting(&self, events: &[Sealed]) -> Result<(), StoreError> {
        match &self.0 {
            Driver::Memory(memory) => memory.put_waiting(events),
            Driver::Browser(browser) => browser.put_waiting(events).await?,
        }
        Ok(())
    }

    /// Those of some events that are here.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn find(&self, ids: &[EventId]) -> Result<Vec<Sealed>, StoreError> {
        match &self.0 {
            Driver::Memory(memory) => Ok(memory.find(ids)),
            Driver::Browser(browser) => browser.find(ids).await,
        }
    }

    /// Takes away what a lead erased. It is the only thing that is ever taken away.
    ///
    /// # Errors
    /// When some of it may still be there.
    pub async fn forget(&self, ids: &[EventId]) -> Result<(), StoreError> {
        match &self.0 {
            Driver::Memory(memory) => memory.forget(ids),
            Driver::Browser(browser) => browser.forget(ids).await?,
        }
        Ok(())
    }

    /// What waits for a shared store to have it, in order.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn waiting(&self) -> Result<Vec<EventId>, StoreError> {
        match &self.0 {
            Driver::Memory(memory) => Ok(memory.waiting()),
            Driver::Browser(browser) => browser.waiting().await,
        }
    }

    /// Takes note that these do not wait any more: they were read back from the shared store.
    ///
    /// # Errors
    /// When that may not be noted. Then they are sent once more, which does no harm.
    pub async fn arrived(&self, events: &[EventId]) -> Result<(), StoreError> {
        match &self.0 {
            Driver::Memory(memory) => memory.arrived(events),
            Driver::Browser(browser) => browser.arrived(events).await?,
        }
        Ok(())
    }

    /// Calls when somebody else put something new: another board of this page, or another tab. A call too many is
    /// possible, and what this store itself puts calls nobody here.
    pub fn watch(&self, call: impl Fn() + 'static) -> Watch {
        let call: Rc<dyn Fn()> = Rc::new(call);
        match &self.0 {
            Driver::Memory(memory) => memory.watch(call),
            Driver::Browser(browser) => browser.watch(call),
        }
    }

    /// Which store it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match &self.0 {
            Driver::Memory(_) => Kind::Memory,
            Driver::Browser(_) => Kind::Browser,
        }
    }

    /// What it promises.
    #[must_use]
    pub fn guarantee(&self) -> Guarantee {
        Guarantee {
            durable: self.kind() == Kind::Browser,
            shared: false,
        }
    }
}
