//! What an initiative says and where it stands, as its holders changed it.

use std::rc::Rc;

use super::Work;
use crate::domain::board::refusal::Refusal;
use crate::domain::event::{Change, EventId};
use crate::domain::id::ObjectiveId;

/// What one event changed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Adjusted {
    event: EventId,
    changes: Vec<Change>,
}

impl Work {
    /// Changes what it says, where the document or an earlier change still says what was there.
    #[inline(never)]
    pub(super) fn adjust(&mut self, event: EventId, changes: &[Change]) -> Result<(), Refusal> {
        if changes.is_empty() {
            return Err(Refusal::Empty);
        }
        if changes.iter().all(|change| change.to.of(&self.initiative) == change.to) {
            return Err(Refusal::NoChange);
        }
        let standing: Vec<_> = changes.iter().filter(|change| self.stands(change)).cloned().collect();
        if standing.is_empty() {
            return Err(Refusal::Superseded);
        }
        let changed = Rc::make_mut(&mut self.initiative);
        for change in &standing {
            change.to.put(changed);
        }
        self.adjusted.push(Adjusted {
            event,
            changes: standing,
        });
        Ok(())
    }

    fn stands(&self, change: &Change) -> bool {
        change.was == change.was.of(&self.initiative) || change.was == change.was.of(&self.base.initiative)
    }

    /// Takes a change back; later ones stay.
    pub(super) fn unadjust(&mut self, event: EventId) {
        if !self.adjusted.iter().any(|adjusted| adjusted.event == event) {
            return;
        }
        self.adjusted.retain(|adjusted| adjusted.event != event);
        self.initiative = self.base.initiative.clone();
        for change in self.adjusted.iter().flat_map(|adjusted| &adjusted.changes) {
            change.to.put(Rc::make_mut(&mut self.initiative));
        }
    }

    pub(super) fn go(&mut self, event: EventId, objective: &ObjectiveId) {
        self.moved.push((event, objective.clone()));
        self.objective = objective.clone();
    }

    /// Takes a move back; later ones stay.
    pub(super) fn stay(&mut self, event: EventId) {
        self.moved.retain(|(moved, _)| *moved != event);
        self.objective = self
            .moved
            .last()
            .map_or(&self.base.objective, |(_, objective)| objective)
            .clone();
    }
}
