//! Proposed objectives and proposed changes, and what leads decided.

use std::rc::Rc;

use super::charter::may_change;
use super::context::Context;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use super::ruling::{Ruled, Rulings};
use crate::domain::event::{Body, ChangeGoal, Event, EventId, Goal, Subject};
use crate::domain::id::ObjectiveId;
use crate::domain::people::Person;

/// A proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The event.
    pub id: EventId,
    /// Whose.
    pub by: Person,
    /// What.
    pub what: Proposed,
    /// What leads decided, oldest first; the last holds.
    pub rulings: Rulings,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq)]
pub enum Proposed {
    /// An objective; accepted, it bears the proposal's id.
    Objective(Rc<Goal>),
    /// Another target, date or wording.
    Change(Rc<ChangeGoal>),
}

impl Proposal {
    pub(super) fn new(event: &Event, what: Proposed) -> Self {
        Self {
            id: event.id,
            by: Person::named(&event.by),
            what,
            rulings: Rulings::default(),
        }
    }

    /// The objective whose leads decide a change besides the leads of all.
    fn objective(&self, cx: &Context<'_>) -> Option<ObjectiveId> {
        let Proposed::Change(change) = &self.what else {
            return None;
        };
        match &change.on {
            Subject::Objective(id) => Some(id.clone()),
            Subject::KeyResult(id) => {
                let mut objectives = cx.document.objectives.iter();
                let home = objectives.find(|o| o.key_results.iter().any(|k| k.id == *id));
                home.map(|objective| objective.id.clone())
            }
            _ => None,
        }
    }
}

impl Fold for Proposal {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::ProposeObjective(goal) => {
                if goal.title.trim().is_empty() {
                    return Err(Refusal::Empty);
                }
                self.by = act.by.clone();
                Ok(())
            }
            Body::ProposeChange(change) => {
                may_change(cx.document, change)?;
                self.by = act.by.clone();
                Ok(())
            }
            Body::Decide { verdict, reason, .. } => {
                match self.objective(cx) {
                    Some(objective) => cx.leads(&act.by.id, &objective, act.day())?,
                    None => cx.is_lead(&act.by.id, act.day())?,
                }
                self.rulings.push(Ruled::new(act, *verdict, reason))
            }
            Body::Comment(_) => Ok(()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], target: &Event, _: EventId) -> Result<(), Refusal> {
        self.rulings.forget(target.id);
        Ok(())
    }

    fn signable(&self, body: &Body) -> bool {
        matches!(body, Body::CoSign { .. })
    }
}
