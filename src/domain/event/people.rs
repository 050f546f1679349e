//! The parts of events about the team's rhythm.

use super::EventId;
use crate::domain::goals::Text;

/// Somebody's part in a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Which review.
    pub review: EventId,
    /// Whose part, when whoever opened the review notes it for them; empty for one's own.
    pub member: Text,
    /// What was done.
    pub done: Text,
    /// What comes next.
    pub next: Text,
    /// What is in the way.
    pub blocked: Text,
    /// What was noticed.
    pub noticed: Text,
}
