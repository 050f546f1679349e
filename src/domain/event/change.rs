//! Changes to what the document says. Each carries what was there before, and holds only while that still stands.

use super::Subject;
use crate::domain::calendar::Day;
use crate::domain::goals::{Initiative, Link, Metric, Money, Text};
use crate::domain::id::KeyResultId;

/// A change to one side of an initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// How it should be.
    pub to: Facet,
    /// How it was, of the same kind.
    pub was: Facet,
}

/// A side of an initiative that its holders may change.
#[derive(Clone, Debug, PartialEq)]
pub enum Facet {
    /// When it should be done.
    Due(Option<Day>),
    /// More words.
    Description(Text),
    /// Where to read more.
    Links(Vec<Link>),
    /// What it costs.
    Cost(Option<Money>),
    /// What it moves.
    KeyResults(Vec<KeyResultId>),
    /// Its own small number.
    Signal(Option<Box<Metric>>),
}

impl Facet {
    /// The same side of `initiative`, as it is.
    #[must_use]
    pub fn of(&self, initiative: &Initiative) -> Self {
        match self {
            Self::Due(_) => Self::Due(initiative.due),
            Self::Description(_) => Self::Description(initiative.description.clone().unwrap_or_default()),
            Self::Links(_) => Self::Links(initiative.links.clone()),
            Self::Cost(_) => Self::Cost(initiative.cost.clone()),
            Self::KeyResults(_) => Self::KeyResults(initiative.key_results.clone()),
            Self::Signal(_) => Self::Signal(initiative.signal.clone().map(Box::new)),
        }
    }

    /// Puts this side into `initiative`.
    pub fn put(&self, initiative: &mut Initiative) {
        match self {
            Self::Due(due) => initiative.due = *due,
            Self::Description(text) => initiative.description = Some(text.clone()).filter(|text| !text.is_empty()),
            Self::Links(links) => initiative.links.clone_from(links),
            Self::Cost(cost) => initiative.cost.clone_from(cost),
            Self::KeyResults(ids) => initiative.key_results.clone_from(ids),
            Self::Signal(signal) => initiative.signal = signal.as_deref().cloned(),
        }
    }
}

/// A proposed change to a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeGoal {
    /// Of what: a key result, a guardrail, an objective or the North Star.
    pub on: Subject,
    /// Which field, as it is called in the document.
    pub field: Text,
    /// How it should be.
    pub value: Value,
    /// How it was; `None` when the document said nothing.
    pub was: Option<Value>,
    /// Why.
    pub why: Text,
}

/// What a field holds. Days are texts such as `2026-12-31`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Number(f64),
    /// Words, or a day.
    Text(Text),
}
