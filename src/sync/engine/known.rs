//! The events known here, and which of them the store has.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::status::Stage;
use crate::domain::board::Map;
use crate::domain::event::EventId;
use crate::wire::sealed::Sealed;

#[derive(Debug, Default)]
pub(crate) struct Known {
    events: Map<EventId, Kept>,
    /// Authors, each kept once.
    authors: Vec<Rc<str>>,
    /// What the store does not have.
    absent: BTreeSet<EventId>,
    erased: BTreeSet<EventId>,
    waiting: usize,
    pub(super) fresh: Vec<Sealed>,
    pub(super) confirmed: Vec<EventId>,
    pub(super) lost: usize,
}

/// An event without what all events of the board share.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) by: Rc<str>,
    pub(crate) e: Box<str>,
    pub(crate) mine: bool,
    /// The store said it keeps it.
    pub(crate) sent: bool,
    /// In how many places of the store it is.
    copies: u32,
}

impl Known {
    /// Takes an event of this device.
    pub(crate) fn add(&mut self, event: Sealed, mine: bool) {
        if self.erased.contains(&event.id) {
            return;
        }
        let by = self.author(&event.by);
        let kept = self.events.entry(event.id).or_insert_with(|| {
            self.absent.insert(event.id);
            Kept {
                by,
                e: event.e.into(),
                mine: false,
                sent: false,
                copies: 0,
            }
        });
        if mine && !kept.mine {
            kept.mine = true;
            self.waiting += usize::from(kept.copies == 0);
        }
    }

    /// Takes note of one more place in the store where the event was read.
    pub(crate) fn found(&mut self, event: Sealed) {
        let id = event.id;
        if self.erased.contains(&id) {
            return;
        }
        if !self.events.contains_key(&id) {
            self.fresh.push(event.clone());
            self.add(event, false);
        }
        self.present(id);
    }

    /// The same, for an event that is known here.
    pub(crate) fn present(&mut self, id: EventId) {
        let Some(kept) = self.events.get_mut(&id) else {
            return;
        };
        kept.copies += 1;
        if self.absent.remove(&id) && kept.mine {
            self.waiting -= 1;
            self.confirmed.push(id);
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

    fn author(&mut self, name: &str) -> Rc<str> {
        if let Some(author) = self.authors.iter().find(|author| ***author == *name) {
            return author.clone();
        }
        let author: Rc<str> = name.into();
        self.authors.push(author.clone());
        author
    }
}
