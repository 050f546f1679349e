//! One initiative's state: who has it, who waits, what was said last, whether it is finished.
//!
//! Claims stand in one queue, in the order of their events. The first [`Work::seats`] of it hold, the rest wait; a
//! seat that becomes free is taken by the first who waits, by nothing more than that.

mod working;

pub(super) use working::{Working, author};

use crate::domain::event::{CheckIn, EventId, Outcome};
use crate::domain::goals::{Goals, Initiative, InitiativeState, Text};
use crate::domain::id::MemberId;
use crate::domain::people::Person;

/// An initiative's state.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// How many may hold it.
    pub seats: usize,
    /// Who claimed it, in order; the first [`Work::seats`] hold it.
    pub queue: Vec<Claim>,
    /// Seats offered to somebody, oldest first.
    pub offers: Vec<Offer>,
    /// What was reported, oldest first.
    pub spoken: Vec<Spoken>,
    /// Open, done or dropped.
    pub state: InitiativeState,
    /// A later version changed it in a way this one does not understand.
    pub locked: bool,
    changes: Vec<Change>,
    document: InitiativeState,
}

/// A place in the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Whose.
    pub by: Person,
    /// The event that took it; `None` for owners in the document.
    pub event: Option<EventId>,
    /// Whose seat it was, when it was handed over.
    pub given_by: Option<Box<Claim>>,
}

impl Claim {
    fn new(by: Person, event: Option<EventId>) -> Self {
        Self {
            by,
            event,
            given_by: None,
        }
    }
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
    pub check_in: CheckIn,
}

/// How finished work went.
#[derive(Clone, Debug, PartialEq)]
pub struct Finish {
    /// In one word.
    pub outcome: Outcome,
    /// What was learned.
    pub learned: Text,
}

#[derive(Clone, Debug, PartialEq)]
struct Change {
    event: EventId,
    state: InitiativeState,
    finish: Option<Finish>,
}

impl Work {
    pub(super) fn new(goals: &Goals, initiative: &Initiative) -> Self {
        let owners = initiative.owners.iter().filter_map(|owner| goals.owner(owner));
        let queue: Vec<_> = owners.map(|by| Claim::new(by, None)).collect();
        Self {
            seats: initiative.seats.max(queue.len()).max(1),
            queue,
            offers: Vec::new(),
            spoken: Vec::new(),
            state: initiative.state,
            locked: false,
            changes: Vec::new(),
            document: initiative.state,
        }
    }

    /// Who holds a seat, in order.
    #[must_use]
    pub fn holders(&self) -> &[Claim] {
        &self.queue[..self.seats.min(self.queue.len())]
    }

    /// Who waits, in order.
    #[must_use]
    pub fn waiting(&self) -> &[Claim] {
        &self.queue[self.seats.min(self.queue.len())..]
    }

    /// Seats nobody has.
    #[must_use]
    pub fn seats_free(&self) -> usize {
        self.seats.saturating_sub(self.queue.len())
    }

    /// Whether somebody holds a seat.
    #[must_use]
    pub fn holds(&self, member: &MemberId) -> bool {
        self.holders().iter().any(|claim| claim.by.id == *member)
    }

    /// The place on the wait list, from 1.
    #[must_use]
    pub fn place_waiting(&self, member: &MemberId) -> Option<usize> {
        self.waiting()
            .iter()
            .position(|claim| claim.by.id == *member)
            .map(|n| n + 1)
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
        self.changes.last().and_then(|change| change.finish.as_ref())
    }

    fn position(&self, member: &MemberId) -> Option<usize> {
        self.queue.iter().position(|claim| claim.by.id == *member)
    }

    fn leave(&mut self, member: &MemberId) {
        self.queue.retain(|claim| claim.by.id != *member);
        self.offers.retain(|offer| offer.from.id != *member);
    }

    /// Undoes a hand-over: the seat goes back, unless its giver has taken a place again since.
    fn give_back(&mut self, accept: EventId) {
        let Some(seat) = self.queue.iter().position(|claim| claim.event == Some(accept)) else {
            return;
        };
        let given = self.queue.remove(seat).given_by;
        if let Some(given) = given.filter(|given| self.position(&given.by.id).is_none()) {
            self.queue.insert(seat, *given);
        }
    }

    fn change(&mut self, event: EventId, state: InitiativeState, finish: Option<Finish>) {
        self.changes.push(Change { event, state, finish });
        self.state = state;
    }
}
