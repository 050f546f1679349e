//! Keeps events in this browser: one IndexedDB database a board, one record an event, or one for many that come together.
//!
//! Records carry a number that grows in the order of commits, in whatever tab, and serves as the cursor; a unique index
//! on the event's id makes putting it twice the same as once. One that came alone and among many is told twice: events
//! are a set. A `BroadcastChannel` is only a doorbell: who hears it
//! reads what is new, so a lost ring loses nothing.
//!
//! Why no crate: opening, putting and reading cost 3.2 KB on top of a Yew page with web-sys alone, 9.3 KB with `idb`
//! 0.6 and 17.7 KB with `indexed_db_futures` 0.6 (wasm and glue, brotli 11). Of these only the last can ask for strict
//! durability; `rexie` builds on `idb`, and `indexed-db` cannot ask either. All of this driver, with adoption and the
//! doorbell, is 2.9 KB more than memory alone.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbIndexParameters, IdbObjectStoreParameters, IdbTransaction, window};

use super::error::{Refused, StoreError};
use super::pack;
use super::record::{self, Fetched, Read};
use super::{Cursor, Page, Watch};
use crate::domain::event::EventId;
use crate::web::channel::Channel;
use crate::web::indexed_db::{Database, Fault, Mode, answer, committed, pass_over_duplicates};
use crate::web::listener::Listener;
use crate::web::rare::rare;
use crate::wire::sealed::Sealed;

const EVENTS: &str = "events";

/// By older key of the board: the place in that key's log up to which its events are here.
const ADOPTED: &str = "adopted";

/// By id: what waits for a shared store to have it.
const WAITING: &str = "waiting";

/// What a board that is not shared needs.
const LOG: &[&str] = &[EVENTS, ADOPTED];
const ALL: &[&str] = &[EVENTS, ADOPTED, WAITING];

#[derive(Debug)]
pub(super) struct Browser {
    name: String,
    database: RefCell<Rc<Database>>,
    openings: Cell<u32>,
    channel: Rc<Channel>,
    fetched: RefCell<Option<Fetched>>,
}

impl Browser {
    pub(super) async fn open(key: &str) -> Result<Self, Refused> {
        let name = name(key);
        Ok(Self {
            database: RefCell::new(Rc::new(Database::open(&name, lay_out).await?)),
            openings: Cell::new(0),
            channel: Rc::new(Channel::open(&name)),
            fetched: RefCell::default(),
            name,
        })
    }

    pub(super) async fn since(&self, cursor: Cursor) -> Result<Page, StoreError> {
        let transaction = self.begin(LOG, Mode::Read).await?;
        let opening = self.openings.get();
        let place = if cursor.opening == opening { cursor.place } else { 0 };
        let Read { events, broken, place } = record::read(
            &transaction.object_store(EVENTS).map_err(Fault::from)?,
            place,
            &self.fetched,
        )
        .await?;
        Ok(Page {
            events,
            broken,
            cursor: Cursor { opening, place },
        })
    }

    pub(super) async fn put(&self, events: &[Sealed]) -> Result<(), StoreError> {
        if events.is_empty() {
            return Ok(());
        }
        let transaction = self.begin(LOG, Mode::Write).await?;
        self.write(transaction, events).await
    }

    pub(super) async fn put_waiting(&self, events: &[Sealed]) -> Result<(), StoreError> {
        let transaction = self.begin(ALL, Mode::Write).await?;
        let waiting = transaction.object_store(WAITING).map_err(Fault::from)?;
        for event in events {
            let id = event.id.to_string().into();
            waiting.put_with_key(&true.into(), &id).map_err(Fault::from)?;
        }
        self.write(transaction, events).await
    }

    /// Those of some events that are here.
    pub(super) async fn find(&self, ids: &[EventId]) -> Result<Vec<Sealed>, StoreError> {
        let transaction = self.begin(LOG, Mode::Read).await?;
        Ok(record::find(&transaction.object_store(EVENTS).map_err(Fault::from)?, ids).await?)
    }

    /// Takes some events away.
    pub(super) async fn forget(&self, ids: &[EventId]) -> Result<(), StoreError> {
        self.fetched.take();
        let transaction = self.begin(LOG, Mode::Write).await?;
        record::forget(&transaction.object_store(EVENTS).map_err(Fault::from)?, ids).await?;
        Ok(committed(&transaction).await?)
    }

    pub(super) async fn waiting(&self) -> Result<Vec<EventId>, StoreError> {
        let transaction = self.begin(ALL, Mode::Read).await?;
        let waiting = transaction.object_store(WAITING).map_err(Fault::from)?;
        let keys = answer(&waiting.get_all_keys().map_err(Fault::from)?).await?;
        let keys = Array::from(&keys);
        Ok(keys.iter().filter_map(|id| id.as_string()?.parse().ok()).collect())
    }

    pub(super) async fn arrived(&self, events: &[EventId]) -> Result<(), StoreError> {
        let transaction = self.begin(ALL, Mode::Write).await?;
        let waiting = transaction.object_store(WAITING).map_err(Fault::from)?;
        for event in events {
            waiting.delete(&event.to_string().into()).map_err(Fault::from)?;
        }
        Ok(committed(&transaction).await?)
    }

    pub(super) fn watch(&self, call: Rc<dyn Fn()>) -> Watch {
        let channel = self.channel.clone();
        let rung = channel.on_ring({
            let call = call.clone();
            move || call()
        });
        // A page that was put aside and is shown again heard nothing in between.
        let shown = window().map(|window| Listener::new(window, "pageshow", move |_| call()));
        Watch::new(move || drop((rung, shown, channel)))
    }

    /// Copies what is kept under an older key of this board, where it also stays: somebody may still have it open.
    pub(super) async fn adopt(&self, old: &str) -> Result<(), StoreError> {
        match Database::open_existing(&name(old)).await? {
            Some(from) => rare(self.copy(old, from)).await,
            None => Ok(()),
        }
    }

    async fn copy(&self, old: &str, from: Database) -> Result<(), StoreError> {
        let mut place = self.adopted(old).await?;
        let fetched = RefCell::default();
        loop {
            let log = from
                .begin(&[EVENTS], Mode::Read)?
                .object_store(EVENTS)
                .map_err(Fault::from)?;
            let read = record::read(&log, place, &fetched).await?;
            if read.place == place {
                return Ok(());
            }
            place = read.place;
            let transaction = self.begin(LOG, Mode::Write).await?;
            let marks = transaction.object_store(ADOPTED).map_err(Fault::from)?;
            marks
                .put_with_key(&(place as f64).into(), &old.into())
                .map_err(Fault::from)?;
            self.write(transaction, &read.events).await?;
        }
    }

    /// What is kept under another key, if there is anything.
    pub(super) async fn kept(key: &str) -> Result<Vec<Sealed>, StoreError> {
        let mut events = Vec::new();
        let Some(from) = Database::open_existing(&name(key)).await? else {
            return Ok(events);
        };
        let mut place = 0;
        let fetched = RefCell::default();
        loop {
            let transaction = from.begin(&[EVENTS], Mode::Read)?;
            let log = transaction.object_store(EVENTS).map_err(Fault::from)?;
            let read = record::read(&log, place, &fetched).await?;
            if read.place == place {
                return Ok(events);
            }
            place = read.place;
            events.extend(read.events);
        }
    }

    async fn adopted(&self, old: &str) -> Result<u64, StoreError> {
        let transaction = self.begin(LOG, Mode::Read).await?;
        let marks = transaction.object_store(ADOPTED).map_err(Fault::from)?;
        let mark = answer(&marks.get(&old.into()).map_err(Fault::from)?).await?;
        Ok(mark.as_f64().unwrap_or(0.0) as u64)
    }

    /// Rings only for what was not there, or two boards could keep each other awake for ever.
    async fn write(&self, transaction: IdbTransaction, events: &[Sealed]) -> Result<(), StoreError> {
        pass_over_duplicates(&transaction);
        let log = transaction.object_store(EVENTS).map_err(Fault::from)?;
        let mut requests = Vec::new();
        if events.len() < pack::LEAST {
            for event in events {
                requests.push(record::add(&log, event)?);
            }
        } else {
            for many in events.chunks(pack::MOST) {
                requests.push(record::add_many(&log, many)?);
            }
        }
        committed(&transaction).await?;
        if requests.iter().any(|request| matches!(request.error(), Ok(None))) {
            self.channel.ring();
        }
        Ok(())
    }

    /// Begins a transaction, on a new connection if the browser closed this one.
    async fn begin(&self, stores: &[&str], mode: Mode) -> Result<IdbTransaction, StoreError> {
        let database = self.database.borrow().clone();
        match database.begin(stores, mode) {
            Err(Fault::Thrown { name, .. }) if name == "InvalidStateError" => {}
            begun => return Ok(begun?),
        }
        let database = Database::open(&self.name, lay_out)
            .await
            .map_err(|fault| StoreError::Refused(fault.into()))?;
        let transaction = database.begin(stores, mode)?;
        self.database.replace(Rc::new(database));
        self.openings.set(self.openings.get() + 1);
        Ok(transaction)
    }
}

fn name(key: &str) -> String {
    format!("alignment-board:{key}")
}

fn lay_out(database: &IdbDatabase) -> Result<(), JsValue> {
    let numbered = IdbObjectStoreParameters::new();
    numbered.set_key_path(&record::NUMBER.into());
    numbered.set_auto_increment(true);
    let events = database.create_object_store_with_optional_parameters(EVENTS, &numbered)?;
    let once = IdbIndexParameters::new();
    once.set_unique(true);
    events.create_index_with_str_and_optional_parameters("id", "id", &once)?;
    database.create_object_store(ADOPTED)?;
    database.create_object_store(WAITING)?;
    Ok(())
}
