//! A store that does what real ones do on a bad day.

use std::collections::BTreeSet;
use std::rc::Rc;

use alignment_board::domain::event::{Event, EventId};
use alignment_board::wire;
use alignment_board::wire::sealed::Sealed;

use crate::chance::Chance;

/// An event as it is passed on, and as it is opened, which is the same everywhere.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) sealed: Sealed,
    pub(crate) event: Rc<Event>,
}

impl Written {
    /// Sends an event through the form in which stores keep it.
    pub(crate) fn new(sealed: Sealed) -> Self {
        let Sealed { id, board, by, e } = sealed;
        let sealed = Sealed::checked(&id.to_string(), board, by, e).expect("just sealed");
        let event = wire::event::open(&sealed);
        Self { sealed, event }
    }

    pub(crate) fn id(&self) -> EventId {
        self.sealed.id
    }
}

/// What was written, in the order it came.
#[derive(Debug, Default)]
pub(crate) struct Store {
    log: Vec<Rc<Written>>,
    ids: BTreeSet<EventId>,
}

/// What a reader got.
pub(crate) struct Read {
    pub(crate) events: Vec<Rc<Written>>,
    /// Whether it is said to be everything there is.
    pub(crate) whole: bool,
}

impl Store {
    /// Writes events. Nothing that it answers is to be relied on: only what is read again is kept.
    pub(crate) fn put(&mut self, events: &[Rc<Written>], chance: &mut Chance) {
        match chance.below(10) {
            // It fails, or says that all went well and lost everything.
            0 | 1 => {}
            // It fails in the middle.
            2 => self.keep(&events[..chance.below(events.len() as u64 + 1) as usize]),
            // It may answer that it failed, and did not.
            _ => self.keep(events),
        }
    }

    /// Writes events on a good day.
    pub(crate) fn keep(&mut self, events: &[Rc<Written>]) {
        for event in events {
            if self.ids.insert(event.id()) {
                self.log.push(event.clone());
            }
        }
    }

    /// Reads: late, stale, in part, in any order, twice.
    pub(crate) fn read(&self, chance: &mut Chance) -> Option<Read> {
        let mut whole = true;
        let mut events = match chance.below(10) {
            0 | 1 => return None,
            // As it was some time ago.
            2 => self.log[..chance.below(self.log.len() as u64 + 1) as usize].to_vec(),
            // Some of it comes later.
            3 | 4 => {
                whole = false;
                let here = self.log.iter().filter(|_| !chance.one_in(3));
                here.cloned().collect()
            }
            _ => self.log.clone(),
        };
        if chance.one_in(3) {
            let twice = events.iter().filter(|_| chance.one_in(4)).cloned().collect::<Vec<_>>();
            events.extend(twice);
        }
        if chance.one_in(2) {
            chance.shuffle(&mut events);
        }
        Some(Read { events, whole })
    }

    /// Reads on a good day.
    pub(crate) fn all(&self) -> Read {
        Read {
            events: self.log.clone(),
            whole: true,
        }
    }

    /// Comes back from a backup: what was written last is gone.
    pub(crate) fn roll_back(&mut self, chance: &mut Chance) {
        let lost = chance.below(self.log.len() as u64 / 2 + 1) as usize;
        for event in self.log.split_off(self.log.len() - lost) {
            self.ids.remove(&event.id());
        }
    }

    /// The administrator deletes what a lead erased.
    pub(crate) fn delete(&mut self, erased: impl Fn(EventId) -> bool) {
        self.log.retain(|event| !erased(event.id()));
        self.ids.retain(|id| !erased(*id));
    }
}
