//! What becomes of an objective: how it is graded and closed.

use std::rc::Rc;

use super::context::Context;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use crate::domain::event::{Body, Close, Event, EventId};
use crate::domain::people::Person;

/// An objective's end, when it has one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aim {
    /// How it was closed.
    pub closing: Option<Closing>,
}

/// How an objective was closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    /// The event.
    pub event: EventId,
    /// Who.
    pub by: Person,
    /// Its grade, what was learned, and what becomes of it.
    pub close: Rc<Close>,
}

impl Fold for Aim {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::CloseObjective(close) => {
                cx.leads(&act.by.id, &close.objective, act.day())?;
                if self.closing.is_some() {
                    return Err(Refusal::Closed);
                }
                if close.grade.is_some_and(|grade| !(0.0..=1.0).contains(&grade)) {
                    return Err(Refusal::BadValue);
                }
                self.closing = Some(Closing {
                    event: act.id(),
                    by: act.by.clone(),
                    close: close.clone(),
                });
                Ok(())
            }
            Body::Comment(_) => Ok(()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], target: &Event, _: EventId) -> Result<(), Refusal> {
        self.closing = self.closing.take().filter(|closing| closing.event != target.id);
        Ok(())
    }

    fn signable(&self, body: &Body) -> bool {
        matches!(body, Body::CoSign { .. })
    }
}
