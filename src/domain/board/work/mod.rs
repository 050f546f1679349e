//! One initiative's state: who has it, who waits, what was said last, what became of it.
//!
//! Claims stand in one queue. Its first [`Work::held`] hold a seat, the rest wait. As many hold as there are seats; one
//! more may, when a settled claim keeps its seat although there are fewer, or when somebody was taken over too early.

mod base;
mod claims;
mod judge;
mod seats;
mod shape;
mod undo;

use std::rc::Rc;

pub(super) use base::Base;

use crate::domain::event::{CheckIn, EventId, Outcome, Verdict};
use crate::domain::goals::{Initiative, InitiativeState, Text};
use crate::domain::id::{InitiativeId, MemberId, ObjectiveId};
use crate::domain::people::Person;

/// An initiative's state.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// How many may hold it.
    pub seats: usize,
    /// Who claimed it, in order; the first ones hold it.
    pub queue: Vec<Claim>,
    /// Seats offered to somebody, oldest first.
    pub offers: Vec<Offer>,
    /// What was reported, oldest first.
    pub spoken: Vec<Spoken>,
    /// Open, done or dropped.
    pub state: InitiativeState,
    /// A later version changed it in a way this one does not understand.
    pub locked: bool,
    /// What it says, with what its holders changed.
    pub initiative: Rc<Initiative>,
    /// The objective it serves now.
    pub objective: ObjectiveId,
    held: usize,
    base: Base,
    changes: Vec<Change>,
    left: Vec<Left>,
    /// What it was changed to, oldest first.
    adjusted: Vec<shape::Adjusted>,
    /// Where it was moved, oldest first.
    moved: Vec<(EventId, ObjectiveId)>,
}

/// A place in the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Whose.
    pub by: Person,
    /// The event that took it; `None` for owners in the document.
    pub event: Option<EventId>,
    /// Whoever acts for it, when it is a team's.
    pub team: Vec<MemberId>,
    /// Whether it is certain: no claim that arrives later overtakes it.
    pub settled: bool,
    /// What the guardrails said when it was made.
    pub verdict: Option<Box<Verdict>>,
    /// When it got its seat, in milliseconds; 0 while it waits, and for owners in the document.
    pub since: u64,
    /// The last time its holder did something here, in milliseconds; 0 when never.
    pub last: u64,
}

/// A seat offered to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The `handOver`.
    pub event: EventId,
    /// Who gives.
    pub from: Person,
    /// Who is asked.
    pub to: Person,
}

/// A check-in that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// The event.
    pub event: EventId,
    /// Who.
    pub by: Person,
    /// What.
    pub check_in: Rc<CheckIn>,
}

/// How work ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Finish {
    /// In one word.
    pub outcome: Outcome,
    /// What was learned.
    pub learned: Text,
    /// Why it was dropped.
    pub reason: Text,
}

#[derive(Clone, Debug, PartialEq)]
struct Change {
    event: EventId,
    state: InitiativeState,
    how: How,
}

#[derive(Clone, Debug, PartialEq)]
enum How {
    Ended(Finish),
    Reopened,
    Split(Box<Split>),
}

/// Divided into parts, each of which begins as the whole was then.
#[derive(Clone, Debug, PartialEq)]
struct Split {
    parts: Vec<Text>,
    queue: Vec<Claim>,
    held: usize,
    initiative: Rc<Initiative>,
    objective: ObjectiveId,
}

/// A place somebody left, kept in case the event that left it is taken back.
#[derive(Clone, Debug, PartialEq)]
struct Left {
    event: EventId,
    place: usize,
    held: bool,
    /// It was a seat beyond the number of seats, which nobody else has taken.
    over: bool,
    claim: Claim,
    /// What its holder offered.
    offers: Vec<Offer>,
}

impl Work {
    /// Who holds a seat, in order.
    #[must_use]
    pub fn holders(&self) -> &[Claim] {
        &self.queue[..self.held.min(self.queue.len())]
    }

    /// Who waits, in order.
    #[must_use]
    pub fn waiting(&self) -> &[Claim] {
        &self.queue[self.held.min(self.queue.len())..]
    }

    /// Seats nobody has.
    #[must_use]
    pub fn seats_free(&self) -> usize {
        self.seats.saturating_sub(self.held)
    }

    /// How many hold it beyond the number of seats.
    #[must_use]
    pub fn over(&self) -> usize {
        self.held.saturating_sub(self.seats)
    }

    /// Whether somebody holds a seat, or acts for a team that does.
    #[must_use]
    pub fn holds(&self, member: &MemberId) -> bool {
        self.holders().iter().any(|claim| claim.is_for(member))
    }

    /// The place on the wait list, from 1.
    #[must_use]
    pub fn place_waiting(&self, member: &MemberId) -> Option<usize> {
        let own = self.waiting().iter().position(|claim| claim.by.id == *member);
        own.map(|n| n + 1)
    }

    /// Whoever took the seat that a waiting member missed, and by how many milliseconds they were first; 0 for an
    /// owner in the document.
    #[must_use]
    pub fn first(&self, member: &MemberId) -> Option<(&Claim, u64)> {
        let own = self.waiting().iter().find(|claim| claim.by.id == *member)?.event?;
        let last = self.holders().last()?;
        let ms = last
            .event
            .map_or(0, |event| own.stamp.ms.saturating_sub(event.stamp.ms));
        Some((last, ms))
    }

    /// The offer that waits for a member.
    #[must_use]
    pub fn offer_to(&self, member: &MemberId) -> Option<&Offer> {
        self.offers.iter().rev().find(|offer| offer.to.id == *member)
    }

    /// The last check-in.
    #[must_use]
    pub fn last_spoken(&self) -> Option<&Spoken> {
        self.spoken.last()
    }

    /// How it ended, if events ended it.
    #[must_use]
    pub fn finish(&self) -> Option<&Finish> {
        match &self.changes.last()?.how {
            How::Ended(finish) => Some(finish),
            How::Reopened | How::Split(_) => None,
        }
    }

    /// The parts it was divided into, as long as it was not taken up again.
    #[must_use]
    pub fn parts(&self) -> Vec<InitiativeId> {
        match self.changes.last() {
            Some(Change {
                event,
                how: How::Split(split),
                ..
            }) => (0..split.parts.len())
                .map(|n| InitiativeId::from(super::charter::part(*event, n)))
                .collect(),
            _ => Vec::new(),
        }
    }

    pub(super) fn base(&self) -> &Base {
        &self.base
    }

    /// Every split of it, and into how many parts.
    pub(super) fn was_split(&self) -> impl Iterator<Item = (EventId, usize)> {
        self.changes.iter().filter_map(|change| match &change.how {
            How::Split(split) => Some((change.event, split.parts.len())),
            How::Ended(_) | How::Reopened => None,
        })
    }

    /// Its place in its column: the document's order first, then what came by events, in their order.
    pub(super) fn place(&self) -> (Option<EventId>, usize) {
        self.moved
            .last()
            .map_or(self.base.place, |(event, _)| (Some(*event), 0))
    }

    /// What it was part of.
    #[must_use]
    pub fn part_of(&self) -> Option<&InitiativeId> {
        self.base.parent.as_ref()
    }

    /// The pitch, split or other event that brought it here; `None` when the document did.
    #[must_use]
    pub fn began(&self) -> Option<EventId> {
        self.base.since
    }
}
