//! The parts of events about ideas and pitches.

use super::EventId;
use crate::domain::goals::{Money, Text};
use crate::domain::id::{KeyResultId, ObjectiveId};

/// A proposed initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct Pitch {
    /// The idea it grew from.
    pub idea: Option<EventId>,
    /// The objective it serves.
    pub objective: ObjectiveId,
    /// In words.
    pub title: Text,
    /// More words.
    pub description: Text,
    /// What it moves.
    pub moves: Vec<Gain>,
    /// How much work it is, in words: "two days".
    pub effort: Text,
    /// What it costs.
    pub cost: Option<Money>,
    /// What happens first.
    pub first_step: Text,
    /// The help that is wanted, in words.
    pub help: Text,
}

/// What a pitch moves, and by how much.
#[derive(Clone, Debug, PartialEq)]
pub struct Gain {
    /// The key result.
    pub key_result: KeyResultId,
    /// By how much, in its unit.
    pub by: Option<f64>,
}

/// What somebody thinks of a pitch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// In favour.
    #[default]
    For,
    /// Not sure yet.
    Unsure,
    /// Against it.
    Against,
}

/// A lead's answer to a pitch, a proposal or somebody who asked to join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// Yes.
    Accept,
    /// Not like this: to be revised.
    Return,
    /// Not now.
    Park,
}
