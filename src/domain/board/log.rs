//! The events about one thing, in their order, each with its verdict.

use std::rc::Rc;

use super::Refusal;
use crate::domain::event::{Event, EventId};
use crate::domain::people::Person;

/// An event and whether it counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// The event.
    pub event: Rc<Event>,
    /// Why it does not count, if it does not.
    pub refused: Option<Refusal>,
    /// Taken back later on.
    pub retracted: bool,
}

/// What folds a log: one thing's state.
pub(super) trait Fold {
    /// Who made an event, if they may act at all.
    fn author(&self, event: &Event) -> Result<Person, Refusal>;
    /// Applies `event` after `past`.
    fn apply(&mut self, past: &[Logged], event: &Event) -> Result<(), Refusal>;
    /// Takes `target`, an event of this log that counted, back.
    fn retract(&mut self, target: &Event);
}

/// The events about one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Log(pub(super) Vec<Logged>);

impl Log {
    /// Puts an event in its place; true when it is the last, so that the state before it still stands.
    pub(super) fn insert(&mut self, event: Rc<Event>) -> bool {
        let place = self.0.partition_point(|logged| logged.event.id < event.id);
        self.0.insert(
            place,
            Logged {
                event,
                refused: None,
                retracted: false,
            },
        );
        place + 1 == self.0.len()
    }

    /// Marks everything as about something the document does not have.
    pub(super) fn refuse_all(&mut self) {
        for logged in &mut self.0 {
            logged.refused = Some(Refusal::NotInDocument);
        }
    }

    /// Folds the last entry onto the state before it, or all of them onto a fresh state.
    pub(super) fn fold(&mut self, only_last: bool, state: &mut impl Fold) {
        let first = if only_last { self.0.len() - 1 } else { 0 };
        for i in first..self.0.len() {
            self.0[i].retracted = false;
            let (past, rest) = self.0.split_at(i);
            let event = rest[0].event.clone();
            self.0[i].refused = match event.retracts() {
                None => state.apply(past, &event).err(),
                Some(target) => match retractable(state, past, &event, target) {
                    Ok(place) => {
                        self.0[place].retracted = true;
                        let target = self.0[place].event.clone();
                        state.retract(&target);
                        None
                    }
                    Err(refusal) => Some(refusal),
                },
            };
        }
    }
}

/// Where the target of a retract stands, if it may be taken back: one's own, counting, not a retract itself, and
/// nobody else has built upon it.
fn retractable(state: &impl Fold, past: &[Logged], event: &Event, target: EventId) -> Result<usize, Refusal> {
    let by = state.author(event)?.id;
    let own = |other: &Event| state.author(other).is_ok_and(|person| person.id == by);
    let place = past
        .binary_search_by_key(&target, |logged| logged.event.id)
        .map_err(|_| Refusal::NothingToRetract)?;
    let found = &past[place];
    if !own(&found.event) {
        return Err(Refusal::NotOwn);
    }
    if found.event.retracts().is_some() {
        return Err(Refusal::IsRetract);
    }
    if found.refused.is_some() || found.retracted {
        return Err(Refusal::NothingToRetract);
    }
    let built_upon = past[place..].iter().any(|later| {
        later.event.names() == Some(target) && !own(&later.event) && later.refused.is_none() && !later.retracted
    });
    if built_upon {
        return Err(Refusal::BuiltUpon);
    }
    Ok(place)
}
