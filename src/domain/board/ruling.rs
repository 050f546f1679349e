//! Leads' answers to pitches, proposals and wishes to join. The last one that counts holds.

use super::log::Act;
use super::refusal::Refusal;
use crate::domain::event::{EventId, Ruling};
use crate::domain::goals::Text;
use crate::domain::people::Person;

/// Answers in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rulings(Vec<Ruled>);

/// A lead's answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruled {
    /// The event.
    pub event: EventId,
    /// Who.
    pub by: Person,
    /// How.
    pub verdict: Ruling,
    /// Why.
    pub reason: Text,
}

impl Ruled {
    pub(super) fn new(act: &Act<'_>, verdict: Ruling, reason: &Text) -> Self {
        Self {
            event: act.id(),
            by: act.by.clone(),
            verdict,
            reason: reason.clone(),
        }
    }
}

impl Rulings {
    /// All of them, oldest first.
    #[must_use]
    pub fn all(&self) -> &[Ruled] {
        &self.0
    }

    /// The one that holds.
    #[must_use]
    pub fn last(&self) -> Option<&Ruled> {
        self.0.last()
    }

    /// The acceptance, while it holds.
    #[must_use]
    pub fn accepted(&self) -> Option<&Ruled> {
        self.last().filter(|ruled| ruled.verdict == Ruling::Accept)
    }

    /// Adds an answer: one that does not accept says why, and what is accepted is not accepted again.
    pub(super) fn push(&mut self, ruled: Ruled) -> Result<(), Refusal> {
        if ruled.verdict == Ruling::Accept {
            if self.accepted().is_some() {
                return Err(Refusal::Decided);
            }
        } else if ruled.reason.trim().is_empty() {
            return Err(Refusal::NoReason);
        }
        self.0.push(ruled);
        Ok(())
    }

    pub(super) fn forget(&mut self, event: EventId) {
        self.0.retain(|ruled| ruled.event != event);
    }
}
