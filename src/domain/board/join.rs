//! Somebody's wish to be on the board, and what leads say to it.

use super::cast::Spells;
use super::context::Context;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use super::ruling::{Ruled, Rulings};
use crate::domain::event::{Body, Event, EventId, Ruling};
use crate::domain::goals::Text;
use crate::domain::people::Person;

/// A wish to join.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The event.
    pub id: EventId,
    /// The name they act under.
    pub by: Text,
    /// The name to be known by.
    pub name: Text,
    /// What leads said, in order; the last holds.
    pub rulings: Rulings,
}

impl Join {
    pub(super) fn new(event: &Event) -> Self {
        Self {
            id: event.id,
            by: event.by.clone(),
            name: name(event),
            rulings: Rulings::default(),
        }
    }

    /// Whether an answer is still waited for.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.rulings.last().is_none()
    }
}

/// The name somebody wishes to be known by.
pub(super) fn name(event: &Event) -> Text {
    match &event.body {
        Body::Join { name } if !name.trim().is_empty() => name.clone(),
        _ => event.by.clone(),
    }
}

/// From which event to which somebody is in, by what happened to their wish. Nothing is undone backwards: who takes a
/// yes back, or the wish, ends what was until then.
pub(super) fn spells(wish: EventId, entries: &[Logged]) -> Spells {
    let mut rulings: Vec<(EventId, Ruling)> = Vec::new();
    let mut spells = Spells::new();
    for entry in entries.iter().filter(|entry| entry.refused.is_none()) {
        let id = entry.event.id;
        match &entry.event.body {
            Body::Decide { verdict, .. } => rulings.push((id, *verdict)),
            Body::Retract { event } if *event == wish => rulings.clear(),
            Body::Retract { event } => rulings.retain(|(ruling, _)| ruling != event),
            _ => {}
        }
        let is_in = rulings.last().is_some_and(|(_, verdict)| *verdict == Ruling::Accept);
        match spells.last_mut().filter(|(_, until)| until.is_none()) {
            None if is_in => spells.push((id, None)),
            Some((_, until)) if !is_in => *until = Some(id),
            _ => {}
        }
    }
    spells
}

impl Fold for Join {
    /// Who joins is not on the board yet; who answers stands in the document, so that nobody is let in by a guest.
    fn author(&self, cx: &Context<'_>, entry: &Logged) -> Result<Person, Refusal> {
        if entry.event.id != self.id && !matches!(entry.event.body, Body::Retract { .. }) {
            return cx.listed(entry);
        }
        match cx.listed(entry) {
            Ok(_) if entry.event.id == self.id => Err(Refusal::AlreadyMember),
            Err(Refusal::NotListed) if !entry.event.by.trim().is_empty() => Ok(Person {
                id: super::cast::key(&entry.event.by),
                name: entry.event.by.clone(),
            }),
            other => other,
        }
    }

    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::Join { .. } => Ok(()),
            Body::Decide { verdict, reason, .. } => {
                cx.speaks(&act.by.id, act.day())?;
                self.rulings.push(Ruled::new(act, *verdict, reason))
            }
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], target: &Event, _: EventId) -> Result<(), Refusal> {
        self.rulings.forget(target.id);
        Ok(())
    }
}
