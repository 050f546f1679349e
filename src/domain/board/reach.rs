//! How far events reach: what is folded before what, and what a change of the people or the goals folds again.
//!
//! A log of a layer depends only on layers before it, and within the last layer a part only on the whole it was split
//! from, whose id it bears; so nothing depends on itself.

use crate::domain::event::{Body, Event, Subject};

/// What was erased, which nothing can have an effect from.
pub(super) const ERASURES: u8 = 0;
/// Who is let in: only those whom the document lists decide that.
pub(super) const JOINS: u8 = 1;
/// Who is away.
pub(super) const TEAM: u8 = 2;
/// Proposals, which make the goals; they are judged by the document.
pub(super) const PROPOSALS: u8 = 3;
/// Whatever looks at the goals and the people.
pub(super) const THINGS: u8 = 4;
/// Initiatives: they may begin as an accepted pitch, or as a part of one another.
pub(super) const INITIATIVES: u8 = 5;

/// Names somebody.
pub(super) const PEOPLE: u8 = 1;
/// Depends on who is away.
pub(super) const AWAY: u8 = 2;
/// Names an objective.
pub(super) const OBJECTIVES: u8 = 4;

/// When a log of its own is folded.
pub(super) fn layer(subject: &Subject) -> u8 {
    match subject {
        Subject::Erasures => ERASURES,
        Subject::Team => TEAM,
        Subject::Initiative(_) => INITIATIVES,
        _ => THINGS,
    }
}

/// The same of what an event began.
pub(super) fn layer_of(root: &Event) -> u8 {
    match root.body {
        Body::Join { .. } => JOINS,
        Body::ProposeObjective(_) | Body::ProposeChange(_) => PROPOSALS,
        _ => THINGS,
    }
}

/// What an event's verdict depends on beyond its own log and its author.
pub(super) fn needs(event: &Event) -> u8 {
    match &event.body {
        Body::HandOver { .. } | Body::Vacate { .. } | Body::Away { .. } | Body::Draft { .. } => PEOPLE,
        Body::ReviewPost(_) | Body::ReviewPass { .. } | Body::ReviewAbsent { .. } => PEOPLE,
        Body::TakeOver(_) | Body::ReviewClose { .. } => PEOPLE | AWAY,
        Body::Move { .. } | Body::Pitch(_) | Body::Revise { .. } => OBJECTIVES,
        _ => 0,
    }
}

/// Whether an event may change more than the state of what it is about.
pub(super) fn goes_on(event: &Event) -> bool {
    matches!(
        event.body,
        Body::Adjust { .. }
            | Body::Move { .. }
            | Body::Split { .. }
            | Body::Away { .. }
            | Body::Constellation { .. }
            | Body::Waive { .. }
            | Body::Decide { .. }
            | Body::Revise { .. }
            | Body::Retract { .. }
            | Body::Erase { .. }
    )
}
