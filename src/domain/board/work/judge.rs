//! Judges the events about one initiative, and applies those that count.

use super::base::members;
use super::{Change, Claim, Finish, How, Offer, Split, Spoken, Work};
use crate::domain::board::context::Context;
use crate::domain::board::log::{Act, Fold, Logged};
use crate::domain::board::refusal::Refusal;
use crate::domain::event::{Body, Event, EventId, Outcome};
use crate::domain::goals::{InitiativeState, Text};
use crate::domain::id::{MemberId, ObjectiveId, TeamId};
use crate::domain::people::Person;

impl Work {
    fn open(&self) -> Result<(), Refusal> {
        match self.state {
            InitiativeState::Open => Ok(()),
            InitiativeState::Done | InitiativeState::Dropped => Err(Refusal::Finished),
        }
    }

    /// A holder, or who leads the objective at the event's own time.
    fn in_charge(&self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        if self.holds(&act.by.id) {
            return Ok(());
        }
        cx.leads(&act.by.id, &self.objective, act.day())
            .map_err(|_| Refusal::NotHolder)
    }

    fn claim(&mut self, cx: &Context<'_>, act: &Act<'_>, team: Option<&TeamId>) -> Result<Claim, Refusal> {
        self.open()?;
        let claim = match team {
            None => Claim::new(act.by.clone(), Some(act.id())),
            Some(id) => {
                let mut teams = cx.charter.teams.iter();
                let team = teams.find(|team| team.id == *id).ok_or(Refusal::NotTeam)?;
                if !team.members.contains(&act.by.id) {
                    return Err(Refusal::NotTeam);
                }
                let by = Person {
                    id: MemberId::from(id.text()),
                    name: team.name.clone(),
                };
                Claim {
                    team: members(cx.charter, id),
                    ..Claim::new(by, Some(act.id()))
                }
            }
        };
        if self.position(&claim.by.id).is_some() {
            return Err(Refusal::AlreadyIn);
        }
        Ok(claim)
    }

    #[inline(never)]
    fn release(&mut self, act: &Act<'_>) -> Result<(), Refusal> {
        let place = self.acts_for(&act.by.id).ok_or(Refusal::NotIn)?;
        self.leave(place, act.id());
        self.fill(act.ms());
        Ok(())
    }

    #[inline(never)]
    fn vacate(&mut self, cx: &Context<'_>, act: &Act<'_>, member: &str) -> Result<(), Refusal> {
        cx.leads(&act.by.id, &self.objective, act.day())?;
        let person = cx.person(member, act.id()).map(|person| person.id);
        let meant =
            |claim: &Claim| claim.by.id.as_str() == member || person.as_ref().is_some_and(|id| claim.by.id == *id);
        let place = self.queue.iter().position(meant).ok_or(Refusal::NoSeat)?;
        self.leave(place, act.id());
        self.fill(act.ms());
        Ok(())
    }

    #[inline(never)]
    fn hand_over(&mut self, cx: &Context<'_>, act: &Act<'_>, to: &str) -> Result<(), Refusal> {
        self.open()?;
        let seat = self.seat_of(&act.by.id).ok_or(Refusal::NoSeat)?;
        let to = cx.person(to, act.id()).ok_or(Refusal::NoTaker)?;
        if self.holders().iter().any(|claim| claim.by.id == to.id) {
            return Err(Refusal::NoTaker);
        }
        self.offers.push(Offer {
            event: act.id(),
            from: self.queue[seat].by.clone(),
            to,
        });
        Ok(())
    }

    #[inline(never)]
    fn accept(&mut self, act: &Act<'_>, offer: EventId) -> Result<(), Refusal> {
        self.open()?;
        let mut offers = self.offers.iter();
        let offer = offers.find(|o| o.event == offer && o.to.id == act.by.id);
        let from = offer.ok_or(Refusal::NoOffer)?.from.id.clone();
        self.position(&from).ok_or(Refusal::NoOffer)?;
        if let Some(place) = self.position(&act.by.id) {
            self.leave(place, act.id());
        }
        let seat = self.position(&from).ok_or(Refusal::NoOffer)?;
        let settled = self.queue[seat].settled;
        self.leave(seat, act.id());
        let claim = Claim {
            settled,
            ..Claim::new(act.by.clone(), Some(act.id()))
        };
        self.seat(seat, claim, act.ms());
        Ok(())
    }

    #[inline(never)]
    fn relocate(&mut self, cx: &Context<'_>, act: &Act<'_>, objective: &ObjectiveId) -> Result<(), Refusal> {
        self.open()?;
        if cx.objective(objective).is_none() {
            return Err(Refusal::NotInDocument);
        }
        if cx.leads(&act.by.id, objective, act.day()).is_err() {
            self.in_charge(cx, act)?;
        }
        if *objective == self.objective {
            return Err(Refusal::NoChange);
        }
        self.go(act.id(), objective);
        Ok(())
    }

    #[inline(never)]
    fn split(&mut self, cx: &Context<'_>, act: &Act<'_>, parts: &[Text]) -> Result<(), Refusal> {
        self.open()?;
        self.in_charge(cx, act)?;
        if parts.len() < 2 || parts.iter().any(|part| part.trim().is_empty()) {
            return Err(Refusal::Empty);
        }
        let split = Box::new(Split {
            parts: parts.to_vec(),
            queue: self.queue.clone(),
            held: self.held,
            initiative: self.initiative.clone(),
            objective: self.objective.clone(),
        });
        self.change(act.id(), InitiativeState::Dropped, How::Split(split));
        Ok(())
    }

    #[inline(never)]
    fn end(&mut self, cx: &Context<'_>, act: &Act<'_>, state: InitiativeState, finish: Finish) -> Result<(), Refusal> {
        self.open()?;
        self.in_charge(cx, act)?;
        self.change(act.id(), state, How::Ended(finish));
        Ok(())
    }

    fn change(&mut self, event: EventId, state: InitiativeState, how: How) {
        self.changes.push(Change { event, state, how });
        self.state = state;
    }

    fn judge(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::Claim { team, verdict, .. } => {
                let claim = self.claim(cx, act, team.as_ref())?;
                let verdict = verdict.clone();
                self.line_up(Claim { verdict, ..claim }, act.ms());
                Ok(())
            }
            Body::Settle(settle) => self.settle(settle, act.ms()),
            Body::TakeOver(take_over) => {
                self.open()?;
                self.take_over(cx, act, take_over)
            }
            Body::Release { .. } => self.release(act),
            Body::Vacate { member, .. } => self.vacate(cx, act, member),
            Body::HandOver { to, .. } => self.hand_over(cx, act, to),
            Body::Accept { offer, .. } => self.accept(act, *offer),
            Body::CheckIn(check_in) => {
                self.open()?;
                self.acts_for(&act.by.id).ok_or(Refusal::NotIn)?;
                self.spoken.push(Spoken {
                    event: act.id(),
                    by: act.by.clone(),
                    check_in: check_in.clone(),
                });
                Ok(())
            }
            Body::Adjust { changes, .. } => {
                self.open()?;
                self.seat_of(&act.by.id).ok_or(Refusal::NoSeat)?;
                self.adjust(act.id(), changes)
            }
            Body::Move { objective, .. } => self.relocate(cx, act, objective),
            Body::Split { parts, .. } => self.split(cx, act, parts),
            Body::Comment(_) => Ok(()),
            _ => self.judge_end(cx, act),
        }
    }

    /// What ends it, or takes it up again.
    #[inline(never)]
    fn judge_end(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::Done { outcome, learned, .. } => {
                let finish = Finish {
                    outcome: *outcome,
                    learned: learned.clone(),
                    reason: Text::from(""),
                };
                self.end(cx, act, InitiativeState::Done, finish)
            }
            Body::Drop { reason, learned, .. } => {
                if reason.trim().is_empty() {
                    return Err(Refusal::NoReason);
                }
                let finish = Finish {
                    outcome: Outcome::No,
                    learned: learned.clone(),
                    reason: reason.clone(),
                };
                self.end(cx, act, InitiativeState::Dropped, finish)
            }
            Body::Reopen { .. } => {
                if self.open().is_ok() {
                    return Err(Refusal::StillOpen);
                }
                self.in_charge(cx, act)?;
                self.change(act.id(), InitiativeState::Open, How::Reopened);
                Ok(())
            }
            _ => Err(Refusal::WrongKind),
        }
    }

    /// Whose places an event by `member` keeps from going idle.
    fn hear(&mut self, member: &MemberId, ms: u64) {
        for claim in self.queue.iter_mut().filter(|claim| claim.is_for(member)) {
            claim.last = ms;
        }
    }
}

impl Fold for Work {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        if !self.initiative.claimable {
            return Err(Refusal::NoOwnId);
        }
        if self.base.since.is_some_and(|since| act.id() < since) {
            return Err(Refusal::NotYet);
        }
        self.judge(cx, act)?;
        // A settle is written by anybody's widget, and says nothing of its author.
        if !matches!(act.event.body, Body::Settle(_)) {
            self.hear(&act.by.id, act.ms());
        }
        Ok(())
    }

    fn retract(&mut self, cx: &Context<'_>, past: &[Logged], target: &Event, at: EventId) -> Result<(), Refusal> {
        let ms = at.stamp.ms;
        match &target.body {
            Body::Settle(_) | Body::Split { .. } => return Err(Refusal::Stands),
            Body::Claim { .. } => self.forget(target.id, ms),
            Body::Release { .. } | Body::Vacate { .. } => self.come_back(target.id, ms),
            Body::HandOver { .. } => self.withdraw(target.id),
            Body::Accept { .. } | Body::TakeOver(_) => self.give_back(target.id, ms),
            Body::CheckIn(_) => self.spoken.retain(|s| s.event != target.id),
            Body::Adjust { .. } => self.unadjust(target.id),
            Body::Move { .. } => self.stay(target.id),
            Body::Done { .. } | Body::Drop { .. } | Body::Reopen { .. } => {
                self.changes.retain(|change| change.event != target.id);
                let document = self.initiative.state;
                self.state = self.changes.last().map_or(document, |change| change.state);
            }
            _ => {}
        }
        self.unhear(cx, past, target);
        Ok(())
    }

    fn lock(&mut self) {
        self.locked = true;
    }
}

impl Work {
    /// What was taken back was no news; the last that still stands is.
    fn unhear(&mut self, cx: &Context<'_>, past: &[Logged], target: &Event) {
        let places: Vec<usize> = (0..self.queue.len())
            .filter(|place| self.queue[*place].last == target.id.stamp.ms)
            .collect();
        for place in places {
            let claim = &self.queue[place];
            let mut news = past.iter().rev().filter(|logged| {
                logged.stands() && logged.event.id != target.id && !matches!(logged.event.body, Body::Settle(_))
            });
            let last = news.find(|logged| {
                logged.event.retracts().is_none() && cx.author(logged).is_ok_and(|by| claim.is_for(&by.id))
            });
            let last = last.map_or(0, |logged| logged.event.id.stamp.ms);
            self.queue[place].last = last;
        }
    }
}
