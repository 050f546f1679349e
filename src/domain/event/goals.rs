//! The parts of events about goals and decisions.

use super::EventId;
use crate::domain::goals::{Money, Text};
use crate::domain::id::{AreaId, InitiativeId, ObjectiveId};

/// A proposed objective.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// In words.
    pub title: Text,
    /// Why it matters.
    pub why: Text,
    /// How one would know; they bear the ids `id.1`, `id.2` … of the proposal.
    pub key_results: Vec<Measure>,
}

/// A proposed key result, from a start to a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// In words.
    pub title: Text,
    /// In what it is counted.
    pub unit: Text,
    /// Where it begins.
    pub start: Option<f64>,
    /// Where it should be.
    pub target: Option<f64>,
}

/// The end of an objective.
#[derive(Clone, Debug, PartialEq)]
pub struct Close {
    /// Which.
    pub objective: ObjectiveId,
    /// How far it came, 0 to 1.
    pub grade: Option<f64>,
    /// What was learned.
    pub lesson: Text,
    /// What becomes of it.
    pub next: Next,
}

/// What becomes of a closed objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It goes on in the next period.
    Carry,
    /// It ends here.
    Stop,
}

/// A question that wants a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// The decision area it falls into.
    pub area: Option<AreaId>,
    /// The initiative it is for.
    pub initiative: Option<InitiativeId>,
    /// The money it is about.
    pub amount: Option<Money>,
    /// In words.
    pub question: Text,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// Which question.
    pub question: EventId,
    /// In one word.
    pub answer: Answer,
    /// What to do instead, when the answer is that.
    pub instead: Text,
    /// Why.
    pub reason: Text,
}

/// An answer in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Do it.
    Yes,
    /// Do not.
    No,
    /// Do something else.
    Instead,
}

/// A decision for the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The decision area it falls into.
    pub area: Option<AreaId>,
    /// The initiative it is for.
    pub initiative: Option<InitiativeId>,
    /// The money it is about.
    pub amount: Option<Money>,
    /// What was decided.
    pub decision: Text,
    /// Why.
    pub why: Text,
}
