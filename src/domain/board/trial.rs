//! Whether an event would count, asked before it is written.

use std::rc::Rc;

use super::cast::STRANGER;
use super::context::Context;
use super::ledger::Ledger;
use super::log::{Logged, fold};
use super::refusal::Refusal;
use super::slot::Slot;
use crate::domain::event::{Event, Subject};

impl Ledger {
    /// Whether an event would count if it came now. It is tried out on a copy of what it is about, which costs no more
    /// than folding it, as long as it comes last.
    ///
    /// # Errors
    /// With the reason why it would not.
    pub fn would_count(&self, event: &Event) -> Result<(), Refusal> {
        let subject = match event.retracts() {
            Some(target) => self.home(target).ok_or(Refusal::NothingToRetract)?,
            None => event.subject().ok_or(Refusal::Newer)?,
        };
        let number = self.board.registry.get(&subject);
        let log = number.and_then(|number| self.logs.get(number));
        let past = log.map_or(&[][..], |log| &log.entries);
        let root = match subject {
            Subject::Begun(id) => Some(id),
            _ => None,
        };
        let found = self.cast.find(&event.by);
        let stranger = found.is_none().then(|| self.cast.stranger(&self.document, &event.by));
        let life = self.board.life();
        let cx = Context {
            document: &self.document,
            charter: &self.charter.goals,
            cast: &self.cast,
            aways: life.map_or(&[], |life| &life.aways),
            stranger: stranger.as_ref(),
        };
        let entry = Logged::new(Rc::new(event.clone()), found.unwrap_or(STRANGER));
        let last = past.last().is_none_or(|last| last.event.id < event.id);
        let mut slot = match number.and_then(|number| self.board.slots.get(number)) {
            Some(slot) if last => slot.clone(),
            _ => Slot::new(self.fresh(&subject)),
        };
        if last {
            return super::log::try_out(&cx, past, &entry, &mut slot, root);
        }
        let mut entries = past.to_vec();
        let place = entries.partition_point(|logged| logged.event.id < event.id);
        entries.truncate(place);
        entries.push(entry);
        fold(&cx, &mut entries, 0, &mut slot, root);
        entries.pop().and_then(|entry| entry.refused).map_or(Ok(()), Err)
    }
}
