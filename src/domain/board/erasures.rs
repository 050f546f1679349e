//! What leads erased.

use super::context::Context;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use crate::domain::event::{Body, Event, EventId};
use crate::domain::people::Person;

/// The ids that leads erased.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Erasures {
    pub(super) ids: Vec<EventId>,
}

impl Fold for Erasures {
    fn author(&self, cx: &Context<'_>, entry: &Logged) -> Result<Person, Refusal> {
        cx.listed(entry)
    }

    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        let Body::Erase { ids, .. } = &act.event.body else {
            return Err(Refusal::WrongKind);
        };
        cx.is_lead(&act.by.id, act.day())?;
        if ids.is_empty() {
            return Err(Refusal::Empty);
        }
        self.ids.extend(ids);
        Ok(())
    }

    /// What is gone does not come back.
    fn retract(&mut self, _: &Context<'_>, _: &[Logged], _: &Event, _: EventId) -> Result<(), Refusal> {
        Err(Refusal::Stands)
    }
}
