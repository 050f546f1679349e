//! Judges the events about one initiative, and applies those that count.

use std::rc::Rc;

use super::{Claim, Finish, Offer, Spoken, Work};
use crate::domain::board::log::{Fold, Logged};
use crate::domain::board::refusal::Refusal;
use crate::domain::calendar::day_of;
use crate::domain::event::{Body, CheckIn, Event, EventId};
use crate::domain::goals::{Goals, Initiative, InitiativeState, Objective};
use crate::domain::people::Person;

/// A work with what is needed to judge an event about it.
pub(in crate::domain::board) struct Working<'a> {
    pub(in crate::domain::board) goals: &'a Goals,
    pub(in crate::domain::board) objective: &'a Objective,
    pub(in crate::domain::board) initiative: &'a Initiative,
    pub(in crate::domain::board) state: &'a mut Work,
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
        self.state.queue.push(Claim {
            by,
            event: Some(event.id),
            team: Vec::new(),
        });
        Ok(())
    }

    fn release(&mut self, by: &Person, event: &Event) -> Result<(), Refusal> {
        let place = self.state.acts_for(&by.id).ok_or(Refusal::NotIn)?;
        self.state.leave(place, event.id);
        Ok(())
    }

    fn hand_over(&mut self, by: &Person, to: &str, event: &Event) -> Result<(), Refusal> {
        self.open()?;
        let holders = self.state.holders();
        let own = holders.iter().find(|claim| claim.by.id == by.id);
        let giver = own.or_else(|| holders.iter().find(|claim| claim.is_for(&by.id)));
        let from = giver.ok_or(Refusal::NoSeat)?.by.clone();
        let to = self.goals.person(to).ok_or(Refusal::NoTaker)?;
        if holders.iter().any(|claim| claim.by.id == to.id) {
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
        let mut offers = self.state.offers.iter();
        let offer = offers
            .find(|o| o.event == offer && o.to.id == by.id)
            .ok_or(Refusal::NoOffer)?;
        let from = offer.from.id.clone();
        if let Some(place) = self.state.position(&by.id) {
            self.state.leave(place, event.id);
        }
        let seat = self.state.position(&from).ok_or(Refusal::NoOffer)?;
        self.state.leave(seat, event.id);
        let claim = Claim {
            by,
            event: Some(event.id),
            team: Vec::new(),
        };
        self.state.queue.insert(seat, claim);
        Ok(())
    }

    fn check_in(&mut self, by: Person, check_in: &Rc<CheckIn>, event: &Event) -> Result<(), Refusal> {
        self.open()?;
        self.state.acts_for(&by.id).ok_or(Refusal::NotIn)?;
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
            Body::Release { .. } => self.release(&by, event),
            Body::HandOver { to, .. } => self.hand_over(&by, to, event),
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
            _ => Err(Refusal::Newer),
        }
    }

    fn retract(&mut self, target: &Event) {
        let state = &mut *self.state;
        match &target.body {
            Body::Claim { .. } => state.forget(target.id),
            Body::Release { .. } => state.come_back(target.id),
            Body::HandOver { .. } => state.withdraw(target.id),
            Body::Accept { .. } => state.give_back(target.id),
            Body::CheckIn(_) => state.spoken.retain(|s| s.event != target.id),
            Body::Done { .. } | Body::Reopen { .. } => {
                state.changes.retain(|change| change.event != target.id);
                state.state = state.changes.last().map_or(state.document, |change| change.state);
            }
            _ => {}
        }
    }
}

/// Who made an event, if they may act at all.
pub(in crate::domain::board) fn author(goals: &Goals, event: &Event) -> Result<Person, Refusal> {
    let by = goals.person(&event.by).ok_or(Refusal::NotListed)?;
    if goals.is_here(&by.id, day_of(event.id.stamp.ms)) {
        Ok(by)
    } else {
        Err(Refusal::Left)
    }
}
