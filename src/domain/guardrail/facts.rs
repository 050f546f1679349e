//! What events say that guardrails hang on. Only what counts stands here: whoever folds the events has judged
//! authority already.

use crate::domain::event::EventId;
use crate::domain::goals::{Money, Text};
use crate::domain::id::{GuardrailId, InitiativeId};
use crate::domain::people::Person;

/// What events said, each list in the events' order. Nothing is said by default.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// Numbers reported for guardrails.
    pub measured: &'a [Measurement],
    /// What leads waived.
    pub waivers: &'a [Waiver],
    /// Costs that holders adjusted; the last of an initiative holds.
    pub costs: &'a [AdjustedCost],
    /// Initiatives that came of a pitch and were accepted: their cost counts before anybody claims them.
    pub accepted: &'a [InitiativeId],
}

/// A number reported for a guardrail.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// Of which.
    pub guardrail: GuardrailId,
    /// The check-in.
    pub event: EventId,
    /// By whom.
    pub by: Person,
    /// The number, in the guardrail's unit.
    pub value: f64,
}

/// A lead lets one initiative pass a guardrail.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiver {
    /// Which is waived.
    pub guardrail: GuardrailId,
    /// For what.
    pub initiative: InitiativeId,
    /// The event.
    pub event: EventId,
    /// By whom.
    pub by: Person,
    /// Why.
    pub reason: Text,
}

/// What an initiative costs, as a holder adjusted it.
#[derive(Clone, Debug, PartialEq)]
pub struct AdjustedCost {
    /// Of what.
    pub initiative: InitiativeId,
    /// The event.
    pub event: EventId,
    /// By whom.
    pub by: Person,
    /// How much; `None` when it costs nothing any more.
    pub cost: Option<Money>,
}
