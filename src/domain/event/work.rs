//! The parts of events about seats and work.

use super::{EventId, Subject};
use crate::domain::goals::Text;
use crate::domain::id::{GuardrailId, InitiativeId};

/// What the guardrails said to a claim when it was written. Folding never asks them again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// In one word.
    pub answer: Clearance,
    /// The guardrails that warned or stopped.
    pub guardrails: Vec<GuardrailId>,
}

/// Whether the guardrails let a claim pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clearance {
    /// They do.
    #[default]
    Yes,
    /// They do, and warn.
    But,
    /// They do not.
    No,
}

/// Makes a claim certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settle {
    /// The claim's initiative.
    pub initiative: InitiativeId,
    /// The claim.
    pub claim: EventId,
    /// The claims that were known to stand before it.
    pub saw: Vec<EventId>,
}

/// Frees the seat of somebody who has gone quiet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeOver {
    /// The seat's initiative.
    pub initiative: InitiativeId,
    /// The event that took the seat; `None` when an owner in the document has it.
    pub claim: Option<EventId>,
    /// Whose seat it is, when no event took it.
    pub member: Text,
}

/// A report.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckIn {
    /// On what.
    pub on: Subject,
    /// The number now: a key result's, guardrail's or the star's value, or an initiative's own signal.
    pub value: Option<f64>,
    /// How much of the initiative is done, 0 to 100.
    pub progress: Option<f64>,
    /// How sure its author is that it will be reached, 0 to 10.
    pub confidence: Option<u8>,
    /// The last words.
    pub line: Text,
    /// What will change.
    pub change: Text,
    /// What is in the way.
    pub blocker: Text,
    /// Whose help is asked for.
    pub help: Vec<Text>,
}

/// Something said about something.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// About what.
    pub on: Subject,
    /// In words.
    pub line: Text,
}

/// How finished work went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it should.
    #[default]
    Worked,
    /// In part.
    Partly,
    /// It did not.
    No,
}
