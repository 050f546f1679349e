//! Whether an event would count, asked before it is written.

use std::rc::Rc;

use super::cast::STRANGER;
use super::context::Context;
use super::ledger::Ledger;
use super::log::{Logged, fold, try_out};
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
        let mentions = number.map_or_else(Vec::new, |number| self.mentions(number));
        let cx = |trial| Context {
            document: &self.document,
            charter: &self.charter.goals,
            aims: &self.charter,
            cast: &self.cast,
            aways: life.map_or(&[], |life| &life.aways),
            mentions: &mentions,
            stranger: stranger.as_ref(),
            trial,
        };
        let entry = Logged::new(Rc::new(event.clone()), found.unwrap_or(STRANGER));
        let place = past.partition_point(|logged| logged.event.id < event.id);
        let standing = number.and_then(|number| self.board.slots.get(number));
        if let Some(slot) = standing.filter(|_| place == past.len()) {
            return try_out(&cx(true), past, &entry, &mut slot.clone(), root);
        }
        let mut before = past[..place].to_vec();
        let mut slot = Slot::new(self.fresh(&subject));
        fold(&cx(false), &mut before, 0, &mut slot, root);
        try_out(&cx(true), &before, &entry, &mut slot, root)
    }
}
