//! Loading: the document, then the store, then its events.

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen_futures::spawn_local;

use super::failure::Failure;
use super::hooks::Notice;
use super::options::Source;
use super::session::Session;
use super::share::{Place, Share};
use super::state::{Keeping, Phase};
use crate::domain::board::Ledger;
use crate::domain::goals::Goals;
use crate::domain::id::BoardId;
use crate::store::{self, Cursor};
use crate::web::fetch::{self, FetchFault};
use crate::web::rare::rare;
use crate::wire::goals::{self, Reading};

/// A document that was loaded, and what its board is called without an `id` of its own.
struct Loaded {
    text: Rc<str>,
    place: String,
    url: String,
}

impl Session {
    /// Loads what the options name. `first` is an answer to the same address that is on its way already.
    pub fn load(&self, first: Option<Promise>) {
        let session = self.clone();
        spawn_local(async move { session.load_now(first).await });
    }

    /// The same, and waits until the board is drawn or has failed.
    pub async fn load_now(&self, first: Option<Promise>) {
        let load = {
            let mut core = self.0.core.borrow_mut();
            core.load += 1;
            core.load
        };
        let source = self.state().options.source.clone();
        if source == Source::None {
            self.update(|state| state.phase = Phase::Idle);
            return;
        }
        if !self.is_ready() {
            self.update(|state| state.phase = Phase::Loading);
        }
        let loaded = fetch_source(source, first).await;
        if self.0.core.borrow().load != load {
            return;
        }
        let outcome = match loaded {
            Ok(loaded) => read(&loaded).map(|reading| (loaded, reading)),
            Err(failure) => Err(failure),
        };
        match outcome {
            Ok((loaded, reading)) => self.open(loaded, reading, load).await,
            Err(failure) => {
                let failure = Rc::new(failure);
                self.update(|state| state.phase = Phase::Failed(failure.clone()));
                self.tell(&Notice::Failed(&failure));
            }
        }
    }

    /// Looks whether the document changed at its address, and says nothing if it cannot be had just now.
    pub async fn refresh(&self) {
        let source = self.state().options.source.clone();
        if !self.is_ready() || !matches!(source, Source::Url(_)) {
            return;
        }
        let load = self.0.core.borrow().load;
        let Ok(loaded) = fetch_source(source, None).await else {
            return;
        };
        let same = {
            let core = self.0.core.borrow();
            core.load != load || core.text == loaded.text
        };
        if same {
            return;
        }
        if let Ok(reading) = read(&loaded) {
            self.open(loaded, reading, load).await;
        }
    }

    /// The same, from a place that cannot wait.
    pub fn look_again(&self) {
        let session = self.clone();
        spawn_local(async move { session.refresh().await });
    }

    /// Reads what others put into the store since.
    pub async fn catch_up(&self) {
        let (store, mut cursor) = {
            let core = self.0.core.borrow();
            let Some(store) = core.store.clone() else {
                return;
            };
            (store, core.cursor)
        };
        let share = self.share();
        if let Some(share) = &share {
            rare(share.recall()).await;
        }
        // All at once: folding a page at a time, each log would be gone through at each page.
        let mut opened = Vec::new();
        while let Ok(page) = store.since(cursor).await {
            if page.events.is_empty() && page.cursor == cursor {
                break;
            }
            opened.extend(self.opened(&page.events));
            if let Some(share) = &share {
                share.local(page.events);
            }
            cursor = page.cursor;
        }
        self.0.core.borrow_mut().cursor = cursor;
        if !opened.is_empty() {
            self.fold(opened);
            match share {
                Some(_) => self.show_news(),
                None => self.show(),
            }
        }
    }

    async fn open(&self, loaded: Loaded, reading: Reading, load: u32) {
        let Reading { goals, faults } = reading;
        let key = goals.id.as_deref().unwrap_or(&loaded.place).to_owned();
        let mut keys = vec![key.clone()];
        if key != loaded.place {
            keys.push(loaded.place.clone());
        }
        let goals = Rc::new(goals);
        let wanted = self.state().options.store.clone();
        let same_board = self.keep_board(&goals, &key, keys, loaded.text) && self.keeping() != Keeping::Opening;
        self.update(|state| state.faults = faults.into());
        self.set_clocks(&goals);
        self.recall_looks();
        self.show();
        if !same_board {
            self.open_store(&key, &loaded.place, wanted).await;
        }
        if self.0.core.borrow().load != load {
            return;
        }
        self.catch_up().await;
        self.show();
        self.recognise();
        if let Some(share) = self.share().filter(|_| !same_board) {
            self.begin_sharing(&share);
        }
        let first = !self.is_ready();
        self.update(|state| state.phase = Phase::Ready);
        if first || !same_board {
            self.tell(&Notice::Loaded(&self.state()));
        }
    }

    /// Puts the goals under the ledger; true when it is the board that was here already, whose events stay.
    fn keep_board(&self, goals: &Rc<Goals>, key: &str, keys: Vec<String>, text: Rc<str>) -> bool {
        let mut core = self.0.core.borrow_mut();
        let same = core.board.as_str() == key && core.store.is_some();
        let old = core.ledger.take().filter(|_| same);
        core.ledger = Some(match old {
            Some(ledger) => ledger.under(goals.clone()),
            None => Ledger::new(goals.clone()),
        });
        if !same {
            (core.store, core.watch, core.cursor) = (None, None, Cursor::default());
            (core.share, core.clock_off) = (None, 0);
        }
        core.board = BoardId::from(key);
        core.keys = keys;
        core.text = text;
        same
    }

    async fn open_store(&self, key: &str, place: &str, wanted: Option<String>) {
        let has_id = self
            .state()
            .board
            .as_ref()
            .is_some_and(|board| board.goals().id.is_some());
        let mut share = None;
        let (store, keeping) = match Place::named(wanted.as_deref()) {
            Place::Browser => {
                let opened = store::open(key, &[place.to_owned()]).await;
                let keeping = if opened.notice.is_some() {
                    Keeping::Refused
                } else {
                    Keeping::Browser
                };
                (opened.store, keeping)
            }
            Place::Memory => (store::memory(key), Keeping::Memory),
            Place::Shared(address) if has_id => {
                let store = rare(store::open(&[key, " ", &address.url].concat(), &[])).await.store;
                share = Some(address);
                (store, Keeping::Shared)
            }
            Place::Shared(_) => (store::memory(key), Keeping::NoId),
            Place::Unknown => (store::memory(key), Keeping::Unsupported(wanted.unwrap_or_default())),
        };
        let store = Rc::new(store);
        let share = share.map(|address| Share::new(self, key, address, store.clone()));
        let session = Rc::downgrade(&self.0);
        let watch = store.watch(move || {
            if let Some(inner) = session.upgrade() {
                spawn_local(async move { Session(inner).catch_up().await });
            }
        });
        let mut core = self.0.core.borrow_mut();
        core.store = Some(store);
        core.watch = Some(watch);
        core.share = share;
        drop(core);
        self.update(|state| {
            state.keeping = keeping;
            (state.sharing, state.pending, state.unshared) = (None, Rc::new([]), 0);
        });
    }
}

async fn fetch_source(source: Source, first: Option<Promise>) -> Result<Loaded, Failure> {
    let url = match source {
        Source::None => String::new(),
        Source::Inline { text, page } => {
            return Ok(Loaded {
                text: text.into(),
                place: format!("inline:{page}"),
                url: String::new(),
            });
        }
        Source::Url(src) => src,
    };
    let fail = |url: &str, fault| Failure::Fetch {
        url: url.to_owned(),
        fault,
    };
    let url = fetch::absolute(&url).ok_or_else(|| fail(&url, FetchFault::Address))?;
    let fetched = fetch::text(&url, goals::SIZE_LIMIT, first)
        .await
        .map_err(|fault| fail(&url, fault))?;
    let place = url.split(['?', '#']).next().unwrap_or(&url).to_owned();
    Ok(Loaded {
        text: fetched.text.into(),
        place,
        url,
    })
}

fn read(loaded: &Loaded) -> Result<Reading, Failure> {
    goals::read(&loaded.text).map_err(|fault| Failure::Document {
        url: loaded.url.clone(),
        fault: Box::new(fault),
    })
}
