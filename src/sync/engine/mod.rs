//! The state machine: moments, answers and what people do go in; requests and news come out.

mod core;
mod known;
mod schedule;
mod status;

pub(crate) use self::core::{Core, PATIENCE_MS};
pub use self::status::{Fault, Guard, Stage, Status};

use super::address::{Address, Protocol};
use super::couch::Couch;
use super::folder::Folder;
use super::http::{Answer, Request};
use crate::domain::event::EventId;
use crate::wire::sealed::Sealed;

/// What an engine is made for.
#[derive(Clone, Debug)]
pub struct Config {
    /// The board's id.
    pub board: String,
    /// The store.
    pub address: Address,
    /// Names this browser among the writers of the store, for ever: only who wrote a segment may merge it into another.
    pub origin: String,
    /// Where chance begins.
    pub seed: u64,
}

/// What happens to an engine.
#[derive(Clone, Debug)]
pub enum Input {
    /// Nothing but that time passed.
    Time,
    /// An answer to a request.
    Answer(u32, Answer),
    /// Events that are kept on this device; `mine` are those made here.
    Local {
        /// Each sealed for this board.
        events: Vec<Sealed>,
        /// Whether they were made here and have not been confirmed yet.
        mine: bool,
    },
    /// What this device keeps of the events it was asked for by [`Effect::Recall`].
    Recalled(Vec<Sealed>),
    /// Events that a lead took out: they are never pushed, nor kept when they come again.
    Erase(Vec<EventId>),
    /// Who is looking, as the events name their author. Where each member may write into a folder of her own only,
    /// what the store lost of hers is put back there.
    Member(String),
    /// Whether the page can be seen.
    Visible(bool),
    /// The person came back to the page.
    Focus,
    /// Whether the browser has a network.
    Online(bool),
    /// Whether this tab speaks to the store for all tabs with this board. At the beginning it does not.
    Lead(bool),
    /// A name and a password for a store that has a session of its own.
    SignIn {
        /// Who.
        name: String,
        /// Goes into one request and is not kept.
        password: String,
    },
}

/// What the engine wants done, or tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Carry this out and give back the answer.
    Send(Request),
    /// The answer to this request is not waited for any more.
    Cancel(u32),
    /// Events that were not known here: keep them on this device, then show them.
    New(Vec<Sealed>),
    /// Give back these events, which this device keeps: the store lost them, or they are to be merged. An engine knows of
    /// every event which it is, and no more, for there may be very many.
    Recall(Vec<EventId>),
    /// Own events that were re-read from the store.
    Confirmed(Vec<EventId>),
    /// Something is wrong with what the store holds.
    Fault(Fault),
}

/// One board's sync with one store.
#[derive(Debug)]
pub struct Engine {
    core: Core,
    store: Store,
}

#[derive(Debug)]
enum Store {
    Folder(Folder),
    Couch(Couch),
}

impl Engine {
    /// An engine that does nothing until it [leads](Input::Lead). Give it the events of this device first.
    #[must_use]
    pub fn new(config: Config) -> Self {
        let url = &config.address.url;
        let store = match config.address.protocol {
            Protocol::Folder => Store::Folder(Folder::new(url, &config.board, config.origin)),
            Protocol::Couch => Store::Couch(Couch::new(url, &config.board)),
        };
        let core = Core::new(config.board, config.seed);
        Self { core, store }
    }

    /// Takes in what happens at `now`, in milliseconds of this device's clock, and says what to do.
    #[must_use]
    pub fn handle(&mut self, now: u64, input: Input) -> Vec<Effect> {
        // A clock that was set back must not stop anything.
        self.core.schedule.clock(now);
        match input {
            Input::Time => {}
            Input::Answer(id, answer) => self.answered(id, &answer),
            Input::Local { events, mine } => self.core.local(events, mine),
            Input::Recalled(events) => self.core.known.recalled(events),
            Input::Erase(ids) => self.core.known.erase(&ids),
            Input::Member(name) => self.core.member = Some(name),
            Input::Visible(visible) => self.core.schedule.see(visible),
            Input::Focus => self.core.schedule.hurry(),
            Input::Online(online) => self.core.schedule.network(online),
            Input::Lead(lead) => self.lead(lead),
            Input::SignIn { name, password } => {
                if let Store::Couch(couch) = &mut self.store {
                    couch.sign_in(name, password);
                }
                self.core.schedule.hurry();
            }
        }
        for late in self.core.late() {
            self.answered(late, &Answer::TimedOut);
            self.core.cancel(late);
        }
        if self.core.schedule.may_ask() {
            match &mut self.store {
                Store::Folder(folder) => folder.plan(&mut self.core),
                Store::Couch(couch) => couch.plan(&mut self.core),
            }
        }
        self.core.effects()
    }

    /// When to call again with [`Input::Time`] if nothing else happens before.
    #[must_use]
    pub fn wake(&self) -> Option<u64> {
        let planned = match &self.store {
            Store::Folder(folder) => folder.wake(&self.core),
            Store::Couch(couch) => couch.wake(&self.core),
        };
        self.core.wake(planned)
    }

    /// How it stands.
    #[must_use]
    pub fn status(&self) -> Status {
        let (who, guard) = match &self.store {
            Store::Folder(folder) => (None, folder.guard()),
            Store::Couch(couch) => (couch.who().map(str::to_owned), couch.guard()),
        };
        self.core.status(who, guard)
    }

    /// How far an event has come; `None` for one that is not known here.
    #[must_use]
    pub fn stage(&self, id: EventId) -> Option<Stage> {
        self.core.known.stage(id)
    }

    /// The events known here, in their order.
    pub fn events(&self) -> impl Iterator<Item = EventId> {
        self.core.known.ids()
    }

    fn answered(&mut self, id: u32, answer: &Answer) {
        if !self.core.landed(id, answer) {
            return;
        }
        let result = match &mut self.store {
            Store::Folder(folder) => folder.answer(&mut self.core, id, answer),
            Store::Couch(couch) => couch.answer(&mut self.core, id, answer),
        };
        if let Err(trouble) = result {
            self.core.schedule.failed(trouble, retry_after(answer, self.core.now()));
        }
    }

    fn lead(&mut self, lead: bool) {
        if !lead {
            self.core.cancel_all();
            match &mut self.store {
                Store::Folder(folder) => folder.forget_requests(),
                Store::Couch(couch) => couch.forget_requests(),
            }
        }
        self.core.schedule.lead(lead);
    }
}

/// When the server wants to be asked again: a number of seconds, or a date.
fn retry_after(answer: &Answer, now: u64) -> Option<u64> {
    const LONGEST_MS: u64 = 60 * 60 * 1000;
    let Answer::Response(response) = answer else {
        return None;
    };
    let value = response.header("retry-after")?;
    let wait = match value.parse::<u64>() {
        Ok(seconds) => seconds.saturating_mul(1_000),
        Err(_) => {
            let server = response.header("date").and_then(super::date::parse).unwrap_or(now);
            super::date::parse(value)?.saturating_sub(server)
        }
    };
    Some(now + wait.min(LONGEST_MS))
}
