//! How much one person takes on.

use super::{Limits, State, applies};
use crate::domain::goals::{Guardrail, InitiativeState};
use crate::domain::id::MemberId;
use crate::domain::people::Person;

/// Everybody's open claims against a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// How many each may have.
    pub limit: u32,
    /// Everybody who has any, those with the most first.
    pub members: Vec<ClaimCount>,
}

/// One member's open claims: seats and places in line, on initiatives that are open.
///
/// A place in line counts, because a seat that becomes free is taken by it without being asked again. A team's claims
/// are counted to nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimCount {
    /// Whose.
    pub person: Person,
    /// Seats.
    pub held: u32,
    /// Places in line.
    pub waiting: u32,
}

impl ClaimCount {
    /// All open claims.
    #[must_use]
    pub fn open(&self) -> u32 {
        self.held + self.waiting
    }
}

impl Claims {
    /// Those who have more than the limit, most first.
    #[must_use]
    pub fn over(&self) -> &[ClaimCount] {
        let over = self.members.partition_point(|count| count.open() > self.limit);
        &self.members[..over]
    }

    pub(super) fn state(&self) -> State {
        if self.over().is_empty() {
            State::Kept
        } else {
            State::Breached
        }
    }

    pub(super) fn of(&self, member: &MemberId) -> u32 {
        let count = self.members.iter().find(|count| count.person.id == *member);
        count.map_or(0, ClaimCount::open)
    }
}

impl Limits<'_> {
    pub(super) fn claims(&self, guardrail: &Guardrail, limit: u32) -> Claims {
        let mut members: Vec<ClaimCount> = Vec::new();
        for (objective, _, work) in self.board.works() {
            if work.state != InitiativeState::Open || !applies(guardrail, objective) {
                continue;
            }
            let seats = work.holders().len();
            for (place, claim) in work.queue.iter().enumerate().filter(|(_, c)| c.team.is_empty()) {
                let known = members.iter().position(|count| count.person.id == claim.by.id);
                let at = known.unwrap_or_else(|| {
                    members.push(ClaimCount {
                        person: claim.by.clone(),
                        held: 0,
                        waiting: 0,
                    });
                    members.len() - 1
                });
                let count = &mut members[at];
                if place < seats {
                    count.held += 1;
                } else {
                    count.waiting += 1;
                }
            }
        }
        members.sort_by_key(|count| std::cmp::Reverse(count.open()));
        Claims { limit, members }
    }
}
