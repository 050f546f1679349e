//! A place in the queue.

use super::{Claim, Work};
use crate::domain::event::EventId;
use crate::domain::id::MemberId;
use crate::domain::people::Person;

impl Claim {
    pub(super) fn new(by: Person, event: Option<EventId>) -> Self {
        Self {
            by,
            event,
            team: Vec::new(),
            settled: false,
            verdict: None,
            since: 0,
            last: 0,
        }
    }

    /// Whether a member acts for it: it is theirs, or their team's.
    #[must_use]
    pub fn is_for(&self, member: &MemberId) -> bool {
        self.by.id == *member || self.team.contains(member)
    }

    /// The moment its holder was last heard of here, in milliseconds; `None` for owners of whom nothing was heard yet.
    #[must_use]
    pub fn heard(&self) -> Option<u64> {
        Some(self.since.max(self.last)).filter(|ms| *ms > 0)
    }
}

impl Work {
    /// Where somebody's own claim stands.
    pub(super) fn position(&self, member: &MemberId) -> Option<usize> {
        self.queue.iter().position(|claim| claim.by.id == *member)
    }

    /// The claim somebody acts for: their own, else their team's.
    pub(super) fn acts_for(&self, member: &MemberId) -> Option<usize> {
        self.position(member)
            .or_else(|| self.queue.iter().position(|claim| claim.is_for(member)))
    }

    /// The seat somebody acts for: their own, else their team's.
    pub(super) fn seat_of(&self, member: &MemberId) -> Option<usize> {
        let holders = self.holders();
        let own = holders.iter().position(|claim| claim.by.id == *member);
        own.or_else(|| holders.iter().position(|claim| claim.is_for(member)))
    }
}
