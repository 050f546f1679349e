//! One initiative's state: who has it, who waits, what was said last, whether it is finished.
//!
//! Claims stand in one queue, in the order of their events. The first [`Work::seats`] of it hold, the rest wait; a
//! seat that becomes free is taken by the first who waits, by nothing more than that.

use super::log::{Fold, Logged};
use super::refusal::Refusal;
use crate::domain::calendar::day_of;
use crate::domain::event::{Body, CheckIn, Event, EventId, Outcome};
use crate::domain::goals::{Goals, Initiative, InitiativeState, Objective, Text};
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

/// A work with what is needed to judge an event about it.
pub(super) struct Working<'a> {
    pub(super) goals: &'a Goals,
    pub(super) objective: &'a Objective,
    pub(super) initiative: &'a Initiative,
    pub(super) state: &'a mut Work,
}

impl Working<'_> {
    fn open(&self) -> Result<(), Refusal> {
        match self.state.state {
            InitiativeState::Open => Ok(()),
            InitiativeState::Done | InitiativeState::Dropped => Err(Refusal::Finished),
        }
    }

    /// A holder, or who leads the objective at the event's own time.
    fn in_charge(&self, by: &Person, event: &Event) -> Result<(), Refusal> {
        let day = day_of(event.id.stamp.ms);
        if self.state.holds(&by.id) || self.goals.leads(&by.id, self.objective, day) {
            Ok(())
        } else {
            Err(Refusal::NotHolder)
        }
    }

    fn claim(&mut self, by: Person, event: &Event) -> Result<(), Refusal> {
        self.open()?;
        if self.state.position(&by.id).is_some() {
            return Err(Refusal::AlreadyIn);
        }
        self.state.queue.push(Claim::new(by, Some(event.id)));
        Ok(())
    }

    fn release(&mut self, by: &Person) -> Result<(), Refusal> {
        self.state.position(&by.id).ok_or(Refusal::NotIn)?;
        self.state.leave(&by.id);
        Ok(())
    }

    fn hand_over(&mut self, from: Person, to: &str, event: &Event) -> Result<(), Refusal> {
        self.open()?;
        if !self.state.holds(&from.id) {
            return Err(Refusal::NoSeat);
        }
        let to = self.goals.person(to).ok_or(Refusal::NoTaker)?;
        if self.state.holds(&to.id) {
            return Err(Refusal::NoTaker);
        }
        self.state.offers.push(Offer {
            event: event.id,
            from,
            to,
        });
        Ok(())
    }

    fn accept(&mut self, by: Person, offer: EventId, event: &Event) -> Result<(), Refusal> {
        self.open()?;
        let offers = &self.state.offers;
        let offer = offers
            .iter()
            .find(|o| o.event == offer && o.to.id == by.id)
            .ok_or(Refusal::NoOffer)?;
        let from = offer.from.id.clone();
        self.state.queue.retain(|claim| claim.by.id != by.id);
        let seat = self.state.position(&from).ok_or(Refusal::NoOffer)?;
        let claim = Claim::new(by, Some(event.id));
        let given = std::mem::replace(&mut self.state.queue[seat], claim);
        self.state.queue[seat].given_by = Some(Box::new(given));
        self.state.offers.retain(|o| o.from.id != from);
        Ok(())
    }

    fn check_in(&mut self, by: Person, check_in: &CheckIn, event: &Event) -> Result<(), Refusal> {
        self.open()?;
        self.state.position(&by.id).ok_or(Refusal::NotIn)?;
        self.state.spoken.push(Spoken {
            event: event.id,
            by,
            check_in: check_in.clone(),
        });
        Ok(())
    }
}

impl Fold for Working<'_> {
    fn author(&self, event: &Event) -> Result<Person, Refusal> {
        author(self.goals, event)
    }

    fn apply(&mut self, _past: &[Logged], event: &Event) -> Result<(), Refusal> {
        if let Body::Unknown { .. } = event.body {
            self.state.locked = true;
            return Err(Refusal::Newer);
        }
        let by = author(self.goals, event)?;
        if !self.initiative.claimable {
            return Err(Refusal::NoOwnId);
        }
        match &event.body {
            Body::Claim { .. } => self.claim(by, event),
            Body::Release { .. } => self.release(&by),
            Body::HandOver { to, .. } => self.hand_over(by, to, event),
            Body::Accept { offer, .. } => self.accept(by, *offer, event),
            Body::CheckIn(check_in) => self.check_in(by, check_in, event),
            Body::Done { outcome, learned, .. } => {
                self.open()?;
                self.in_charge(&by, event)?;
                let finish = Finish {
                    outcome: *outcome,
                    learned: learned.clone(),
                };
                self.state.change(event.id, InitiativeState::Done, Some(finish));
                Ok(())
            }
            Body::Reopen { .. } => {
                if self.open().is_ok() {
                    return Err(Refusal::StillOpen);
                }
                self.in_charge(&by, event)?;
                self.state.change(event.id, InitiativeState::Open, None);
                Ok(())
            }
            Body::Retract { .. } | Body::Unknown { .. } => Err(Refusal::Newer),
        }
    }

    fn retract(&mut self, target: &Event) {
        let Some(by) = self.goals.person(&target.by) else {
            return;
        };
        let state = &mut *self.state;
        match &target.body {
            Body::Claim { .. } => {
                let standing = state.queue.iter().any(|c| c.event == Some(target.id));
                if standing {
                    state.leave(&by.id);
                }
            }
            // The seat again if it is still free, else the end of the queue: both are the end of the queue.
            Body::Release { .. } => {
                if state.position(&by.id).is_none() {
                    state.queue.push(Claim::new(by, Some(target.id)));
                }
            }
            Body::HandOver { .. } => state.offers.retain(|o| o.event != target.id),
            Body::Accept { .. } => state.give_back(target.id),
            Body::CheckIn(_) => state.spoken.retain(|s| s.event != target.id),
            Body::Done { .. } | Body::Reopen { .. } => {
                state.changes.retain(|change| change.event != target.id);
                state.state = state.changes.last().map_or(state.document, |change| change.state);
            }
            Body::Retract { .. } | Body::Unknown { .. } => {}
        }
    }
}

/// Who made an event, if they may act at all.
pub(super) fn author(goals: &Goals, event: &Event) -> Result<Person, Refusal> {
    let by = goals.person(&event.by).ok_or(Refusal::NotListed)?;
    if goals.is_here(&by.id, day_of(event.id.stamp.ms)) {
        Ok(by)
    } else {
        Err(Refusal::Left)
    }
}
