//! The events known here, and which of them the store has.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::few::Few;
use super::status::Stage;
use crate::domain::board::Map;
use crate::domain::event::EventId;
use crate::wire::sealed::Sealed;

#[derive(Debug, Default)]
pub(crate) struct Known {
    events: Map<EventId, Kept>,
    /// What events say: own ones until they are confirmed, and others' while they are written. The device keeps the rest,
    /// and is asked for it where the store lost something.
    bodies: Few<EventId, Box<str>>,
    /// What the device is asked for.
    asked: Vec<EventId>,
    authors: Vec<Rc<str>>,
    /// Their places, by name.
    author_places: Few<Rc<str>, u32>,
    /// What the store does not have.
    absent: BTreeSet<EventId>,
    erased: BTreeSet<EventId>,
    waiting: usize,
    pub(super) fresh: Vec<Sealed>,
    pub(super) confirmed: Vec<EventId>,
    pub(super) lost: usize,
}

/// What is remembered of every event, of which there may be very many.
#[derive(Debug)]
pub(crate) struct Kept {
    author: u32,
    /// In how many places of the store it is.
    copies: u32,
    /// Of its body, in bytes; 0 where the device turned out not to have it.
    pub(crate) length: u16,
    pub(crate) mine: bool,
    /// The store said it keeps it.
    pub(crate) sent: bool,
}

impl Known {
    /// Takes an event of this device.
    pub(crate) fn add(&mut self, event: Sealed, mine: bool) {
        let id = event.id;
        if self.erased.contains(&id) {
            return;
        }
        if !self.events.contains_key(&id) {
            self.insert(&event, 0);
            self.absent.insert(id);
        }
        let Some(kept) = self.events.get_mut(&id) else {
            return;
        };
        if mine && !kept.mine {
            kept.mine = true;
            if kept.copies == 0 {
                self.waiting += 1;
                self.bodies.insert(id, event.e.into());
            }
        }
    }

    /// Takes note of one more place in the store where the event was read.
    pub(crate) fn found(&mut self, event: Sealed) {
        if self.erased.contains(&event.id) {
            return;
        }
        if self.events.contains_key(&event.id) {
            return self.present(event.id);
        }
        self.insert(&event, 1);
        self.fresh.push(event);
    }

    fn insert(&mut self, event: &Sealed, copies: u32) {
        let kept = Kept {
            author: self.author(&event.by),
            copies,
            length: event.e.len() as u16,
            mine: false,
            sent: false,
        };
        self.events.insert(event.id, kept);
    }

    /// The same, for an event that is known here.
    pub(crate) fn present(&mut self, id: EventId) {
        let Some(kept) = self.events.get_mut(&id) else {
            return;
        };
        kept.copies += 1;
        if self.absent.remove(&id) {
            self.bodies.remove(&id);
            if kept.mine {
                self.waiting -= 1;
                self.confirmed.push(id);
            }
        }
    }

    /// Takes note that one place where it was has gone.
    pub(crate) fn gone(&mut self, id: EventId) {
        let Some(kept) = self.events.get_mut(&id) else {
            return;
        };
        kept.copies = kept.copies.saturating_sub(1);
        kept.sent = false;
        if kept.copies == 0 && self.absent.insert(id) {
            self.lost += 1;
            self.waiting += usize::from(kept.mine);
        }
    }

    /// Takes note that the store said it keeps it, or that it no longer seems so.
    pub(crate) fn sent(&mut self, id: EventId, sent: bool) {
        if let Some(kept) = self.events.get_mut(&id) {
            kept.sent = sent;
        }
    }

    /// Takes note of all that the store has, where it has each event once.
    pub(crate) fn settle(&mut self, there: &BTreeSet<EventId>) {
        let ids: Vec<_> = self.events.iter().map(|(id, kept)| (*id, kept.copies > 0)).collect();
        for (id, thought) in ids {
            match (thought, there.contains(&id)) {
                (false, true) => self.present(id),
                (true, false) => self.gone(id),
                // What was acknowledged and is not there was lost.
                (false, false) => self.sent(id, false),
                (true, true) => {}
            }
        }
    }

    /// The content goes, the id stays, so that it is not taken again.
    pub(crate) fn erase(&mut self, ids: &[EventId]) {
        for id in ids {
            self.erased.insert(*id);
            self.bodies.remove(id);
            if let Some(kept) = self.events.remove(id)
                && self.absent.remove(id)
            {
                self.waiting -= usize::from(kept.mine);
            }
        }
    }

    pub(crate) fn get(&self, id: EventId) -> Option<&Kept> {
        self.events.get(&id)
    }

    /// Who made it.
    pub(crate) fn by(&self, kept: &Kept) -> &Rc<str> {
        &self.authors[kept.author as usize]
    }

    /// Who made it and what it says, if that is at hand.
    pub(crate) fn content(&self, id: EventId) -> Option<(&Rc<str>, &str)> {
        Some((self.by(self.events.get(&id)?), self.bodies.get(&id)?))
    }

    /// What of these the device is to be asked for. None while it is being asked.
    pub(super) fn ask_for(&mut self, ids: &[EventId]) -> Option<Vec<EventId>> {
        if !self.asked.is_empty() {
            return Some(Vec::new());
        }
        let known = |id: &&EventId| self.events.get(id).is_some_and(|kept| kept.length > 0);
        let lacking = ids.iter().filter(known).filter(|id| self.bodies.get(*id).is_none());
        self.asked = lacking.copied().collect();
        (!self.asked.is_empty()).then(|| self.asked.clone())
    }

    /// Takes what the device has of that. What it has not, nobody can put anywhere from here.
    pub(super) fn recalled(&mut self, events: Vec<Sealed>) {
        for event in events {
            if self.events.contains_key(&event.id) {
                self.bodies.insert(event.id, event.e.into());
            }
        }
        for id in std::mem::take(&mut self.asked) {
            if let Some(kept) = self.events.get_mut(&id).filter(|_| self.bodies.get(&id).is_none()) {
                kept.length = 0;
            }
        }
    }

    /// They were written: what they say is put away, but for own ones that are not confirmed.
    pub(crate) fn put_away(&mut self, ids: &[EventId]) {
        let (events, absent) = (&self.events, &self.absent);
        self.bodies.retain(|id, _| {
            let waits = absent.contains(id) && events.get(id).is_some_and(|kept| kept.mine);
            waits || !ids.contains(id)
        });
    }

    /// What the store lacks, in the order of events.
    pub(crate) fn absent(&self) -> impl Iterator<Item = (EventId, &Kept)> {
        self.absent.iter().filter_map(|id| Some((*id, self.events.get(id)?)))
    }

    /// Whether the store lacks events of others.
    pub(crate) fn lacks_others(&self) -> bool {
        self.absent.len() > self.waiting
    }

    pub(crate) fn is_absent(&self, id: EventId) -> bool {
        self.absent.contains(&id)
    }

    /// Whether the store has it.
    pub(crate) fn is_present(&self, id: EventId) -> bool {
        self.events.get(&id).is_some_and(|kept| kept.copies > 0)
    }

    pub(crate) fn is_erased(&self, id: EventId) -> bool {
        self.erased.contains(&id)
    }

    /// Own events that are not confirmed.
    pub(crate) fn waiting(&self) -> usize {
        self.waiting
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = EventId> {
        let mut ids: Vec<EventId> = self.events.keys().copied().collect();
        ids.sort_unstable();
        ids.into_iter()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    pub(crate) fn stage(&self, id: EventId) -> Option<Stage> {
        let kept = self.events.get(&id)?;
        Some(match kept.copies {
            0 if kept.sent => Stage::Sent,
            0 => Stage::OnDevice,
            _ => Stage::Confirmed,
        })
    }

    /// The number of an author, each of whom is kept once.
    fn author(&mut self, name: &str) -> u32 {
        if let Some(place) = self.author_places.get(name) {
            return *place;
        }
        let (place, name) = (self.authors.len() as u32, Rc::<str>::from(name));
        self.authors.push(name.clone());
        self.author_places.insert(name, place);
        place
    }
}
