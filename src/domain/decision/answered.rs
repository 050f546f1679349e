//! Questions that were asked and answered on the board.

use crate::domain::event::EventId;
use crate::domain::goals::{Money, Text};
use crate::domain::guardrail::{exceeds, same_currency};
use crate::domain::id::{AreaId, InitiativeId, MemberId};
use crate::domain::people::Person;

/// A question with its answer. Only what counts stands here: that whoever answered may do so is judged already.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The answer's event.
    pub event: EventId,
    /// Who asked.
    pub asked_by: MemberId,
    /// About which area.
    pub area: AreaId,
    /// For which initiative, if for one.
    pub initiative: Option<InitiativeId>,
    /// How much was asked for.
    pub amount: Option<Money>,
    /// What was answered.
    pub reply: Reply,
    /// By whom.
    pub by: Person,
    /// Why.
    pub reason: Text,
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Do it.
    Yes,
    /// Do not.
    No,
    /// Do something else instead.
    Instead,
}

impl Answered {
    /// Whether it was about this: the same member, area and initiative, and no smaller an amount in the same currency.
    pub(super) fn settles(
        &self,
        member: &MemberId,
        area: &AreaId,
        initiative: Option<&InitiativeId>,
        amount: Option<&Money>,
    ) -> bool {
        let enough = match (&self.amount, amount) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(asked), Some(now)) => same_currency(asked, &now.currency) && !exceeds(now.amount, asked.amount),
        };
        self.asked_by == *member && self.area == *area && self.initiative.as_ref() == initiative && enough
    }
}
