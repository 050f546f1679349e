//! What the team wants to reach, and how it will know.

use std::rc::Rc;

use super::{Initiative, Text};
use crate::domain::calendar::Day;
use crate::domain::id::{KeyResultId, MemberId, ObjectiveId};

/// Something the team wants to reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    /// Unique in the document.
    pub id: ObjectiveId,
    /// The objective in words.
    pub title: Text,
    /// Why it matters.
    pub why: Option<Text>,
    /// The lead of this objective.
    pub sponsor: Option<MemberId>,
    /// Promise or stretch.
    pub intent: Intent,
    /// Its share in roll-ups, at least 0.
    pub weight: f64,
    /// Words to find it by.
    pub tags: Vec<Text>,
    /// How we'll know.
    pub key_results: Vec<KeyResult>,
    /// What people can take.
    pub initiatives: Vec<Rc<Initiative>>,
}

/// How much of an objective is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Intent {
    /// All of it.
    #[default]
    Committed,
    /// 70% is good.
    Aspirational,
}

/// A number, list or fact that shows whether an objective is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyResult {
    /// Unique in the document.
    pub id: KeyResultId,
    /// In words.
    pub title: Text,
    /// In what it is counted.
    pub unit: Option<Text>,
    /// What counts as progress.
    pub kind: KeyResultKind,
    /// The last value known to the document.
    pub current: Option<f64>,
    /// The day of that value.
    pub as_of: Option<Day>,
    /// What the start meant in absolute terms.
    pub baseline: Option<Baseline>,
    /// Who reports it.
    pub owner: Option<MemberId>,
    /// How it is measured.
    pub how: Option<Text>,
    /// Where the number comes from: a link.
    pub source: Option<Text>,
    /// First day of its pace line; the period's when absent.
    pub from: Option<Day>,
    /// Last day of its pace line; the period's when absent.
    pub due: Option<Day>,
    /// Its share in the objective's progress, at least 0.
    pub weight: f64,
    /// Values expected on the way, by day.
    pub phased_targets: Vec<PhasedTarget>,
}

/// What counts as progress of a key result.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyResultKind {
    /// From a start to a target, up or down. Without a target it is not measurable.
    Reach {
        /// 0 when the document says nothing.
        start: f64,
        /// Where it should be.
        target: Option<f64>,
    },
    /// Inside a band.
    Stay(Band),
    /// A list, each done or not.
    Milestones(Vec<Milestone>),
    /// Done or not.
    Done,
}

/// Limits a value should stay in, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// Not below.
    pub min: Option<f64>,
    /// Not above.
    pub max: Option<f64>,
}

impl Band {
    /// Whether a value is inside.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        self.min.is_none_or(|min| value >= min) && self.max.is_none_or(|max| value <= max)
    }
}

/// A step of a key result.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// In words.
    pub title: Text,
    /// Reached or not.
    pub done: bool,
    /// When it should be.
    pub due: Option<Day>,
}

/// What a key result's start meant in absolute terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// The value.
    pub value: f64,
    /// In what.
    pub unit: Option<Text>,
    /// On which day.
    pub on: Option<Day>,
}

/// A value expected on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhasedTarget {
    /// The day.
    pub on: Day,
    /// The value.
    pub value: f64,
}
