//! One initiative's state: who has it, who waits, what was said last, whether it is finished.
//!
//! Claims stand in one queue, in the order of their events. The first [`Work::seats`] of it hold, the rest wait; a
//! seat that becomes free is taken by the first who waits, by nothing more than that.

mod working;

pub(super) use working::{Working, author};

use std::rc::Rc;

use crate::domain::event::{CheckIn, EventId, Outcome};
use crate::domain::goals::{Goals, Initiative, InitiativeState, Owner, Text};
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
    left: Vec<Left>,
    document: InitiativeState,
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
}

impl Claim {
    /// Whether a member acts for it: it is theirs, or their team's.
    #[must_use]
    pub fn is_for(&self, member: &MemberId) -> bool {
        self.by.id == *member || self.team.contains(member)
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
    pub check_in: Rc<CheckIn>,
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

/// A place somebody left, kept in case the event that left it is taken back.
#[derive(Clone, Debug, PartialEq)]
struct Left {
    event: EventId,
    place: usize,
    claim: Claim,
    /// What its holder offered.
    offers: Vec<Offer>,
}

impl Work {
    pub(super) fn new(goals: &Goals, initiative: &Initiative) -> Self {
        let mut queue: Vec<Claim> = Vec::new();
        for owner in &initiative.owners {
            let Some(by) = goals.owner(owner) else { continue };
            let team = match owner {
                Owner::Member(_) => Vec::new(),
                Owner::Team(id) => goals
                    .teams
                    .iter()
                    .filter(|t| t.id == *id)
                    .flat_map(|t| t.members.clone())
                    .collect(),
            };
            // A document can name somebody twice, by id and by name.
            if queue.iter().all(|claim| claim.by.id != by.id) {
                queue.push(Claim { by, event: None, team });
            }
        }
        Self {
            seats: initiative.seats.max(queue.len()).max(1),
            queue,
            offers: Vec::new(),
            spoken: Vec::new(),
            state: initiative.state,
            locked: false,
            changes: Vec::new(),
            left: Vec::new(),
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

    /// Whether somebody holds a seat, or acts for a team that does.
    #[must_use]
    pub fn holds(&self, member: &MemberId) -> bool {
        self.holders().iter().any(|claim| claim.is_for(member))
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

    /// Where somebody's own claim stands.
    fn position(&self, member: &MemberId) -> Option<usize> {
        self.queue.iter().position(|claim| claim.by.id == *member)
    }

    /// The claim somebody acts for: their own, else their team's.
    fn acts_for(&self, member: &MemberId) -> Option<usize> {
        self.position(member)
            .or_else(|| self.queue.iter().position(|claim| claim.is_for(member)))
    }

    /// Takes somebody out of the queue, as `event` has it.
    fn leave(&mut self, place: usize, event: EventId) {
        let claim = self.queue.remove(place);
        let (offers, others) = self.offers.drain(..).partition(|offer| offer.from.id == claim.by.id);
        self.offers = others;
        self.left.push(Left {
            event,
            place,
            claim,
            offers,
        });
    }

    /// Forgets a claim wherever it stands; the offers made with it lapse.
    fn forget(&mut self, claim: EventId) {
        self.queue.retain(|standing| standing.event != Some(claim));
        self.left.retain(|left| left.claim.event != Some(claim));
        self.drop_lapsed();
    }

    /// Forgets an offer, also one whose giver has left and might come back.
    fn withdraw(&mut self, offer: EventId) {
        let lefts = self.left.iter_mut().map(|left| &mut left.offers);
        for offers in lefts.chain([&mut self.offers]) {
            offers.retain(|other| other.event != offer);
        }
    }

    /// Undoes a release: the same seat if one is still free, else the end of the queue.
    fn come_back(&mut self, release: EventId) {
        for left in self.take_left(release) {
            let place = if self.seats_free() > 0 {
                left.place
            } else {
                self.queue.len()
            };
            self.restore(left, place);
        }
    }

    /// Undoes a hand-over: the seat goes back to its giver, and its taker to the place in line they had.
    fn give_back(&mut self, accept: EventId) {
        let lefts = self.take_left(accept);
        let Some(seat) = self.queue.iter().position(|claim| claim.event == Some(accept)) else {
            return;
        };
        let taker = self.queue.remove(seat).by.id;
        // The giver left last, when the taker's own place was free already.
        for left in lefts.into_iter().rev() {
            let place = match left.claim.by.id == taker {
                false => seat,
                true if self.seats_free() > 0 => left.place,
                // Who has moved up meanwhile stays up.
                true => left.place.max(self.seats),
            };
            self.restore(left, place);
        }
        self.drop_lapsed();
    }

    fn take_left(&mut self, event: EventId) -> Vec<Left> {
        let (taken, others) = self.left.drain(..).partition(|left| left.event == event);
        self.left = others;
        taken
    }

    /// Puts a claim back into the queue, with its offers, unless its holder has taken a place again since.
    fn restore(&mut self, left: Left, place: usize) {
        if self.position(&left.claim.by.id).is_some() {
            return;
        }
        self.queue.insert(place.min(self.queue.len()), left.claim);
        self.offers.extend(left.offers);
        self.offers.sort_by_key(|offer| offer.event);
        self.drop_lapsed();
    }

    /// An offer lapses with the giver's seat.
    fn drop_lapsed(&mut self) {
        let mut offers = std::mem::take(&mut self.offers);
        offers.retain(|offer| self.holds(&offer.from.id));
        self.offers = offers;
    }

    fn change(&mut self, event: EventId, state: InitiativeState, finish: Option<Finish>) {
        self.changes.push(Change { event, state, finish });
        self.state = state;
    }
}
