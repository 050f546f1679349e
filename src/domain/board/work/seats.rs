//! Taking, leaving and settling places in the queue.

use super::{Claim, Left, Work};
use crate::domain::board::context::Context;
use crate::domain::board::life::time_away;
use crate::domain::board::log::Act;
use crate::domain::board::refusal::Refusal;
use crate::domain::calendar::DAY_MS;
use crate::domain::event::{EventId, Settle, TakeOver};

/// How old a claim is at least when it settles, in milliseconds.
const SETTLING_MS: u64 = 10 * 60 * 1000;

impl Work {
    /// Free seats go to the first who wait; `ms` is when.
    pub(super) fn fill(&mut self, ms: u64) {
        self.held = self.held.min(self.queue.len()).max(self.seats.min(self.queue.len()));
        for (place, claim) in self.queue.iter_mut().enumerate() {
            if place >= self.held {
                claim.since = 0;
            } else if claim.since == 0 && claim.event.is_some() {
                claim.since = ms;
            }
        }
    }

    /// Adds a claim at the end of the queue.
    pub(super) fn line_up(&mut self, claim: Claim, ms: u64) {
        self.queue.push(claim);
        self.fill(ms);
    }

    /// Puts a claim into a seat, one more than there were.
    pub(super) fn seat(&mut self, place: usize, claim: Claim, ms: u64) {
        self.queue.insert(place.min(self.held), claim);
        self.held += 1;
        self.fill(ms);
    }

    /// Takes a claim out of the queue, and its seat away; what it offered lapses.
    pub(super) fn leave(&mut self, place: usize, event: EventId) {
        let held = place < self.held;
        let claim = self.queue.remove(place);
        self.held -= usize::from(held);
        let (offers, others) = self.offers.drain(..).partition(|offer| offer.from.id == claim.by.id);
        self.offers = others;
        self.left.push(Left {
            event,
            place,
            held,
            over: held && self.held >= self.seats,
            claim,
            offers,
        });
    }

    /// An offer lapses with the giver's seat.
    pub(super) fn drop_lapsed(&mut self) {
        let mut offers = std::mem::take(&mut self.offers);
        offers.retain(|offer| self.holds(&offer.from.id));
        self.offers = offers;
    }

    /// Makes a claim certain: unsettled ones ahead of it that nobody had seen move directly behind it.
    #[inline(never)]
    pub(super) fn settle(&mut self, settle: &Settle, ms: u64) -> Result<(), Refusal> {
        let place = self.claim_at(settle.claim).ok_or(Refusal::NoClaim)?;
        let old = ms.saturating_sub(settle.claim.stamp.ms) >= SETTLING_MS;
        if self.queue[place].settled || !old {
            return Err(Refusal::NotSettling);
        }
        let unseen = |claim: &Claim| !claim.settled && claim.event.is_some_and(|event| !settle.saw.contains(&event));
        // Mostly nobody is overtaken.
        if place < self.held && !self.queue[..place].iter().any(unseen) {
            self.queue[place].settled = true;
            return Ok(());
        }
        let rest = self.queue.split_off(place + 1);
        let own = self.queue.pop();
        let (late, mut ahead): (Vec<_>, Vec<_>) = self.queue.drain(..).partition(unseen);
        let own = own.map(|own| Claim { settled: true, ..own });
        // A settled claim holds a seat, if need be one over: it was told that it does.
        if ahead.len() >= self.held {
            let waiting = ahead.split_off(self.held);
            self.held += 1;
            self.queue = [ahead, own.into_iter().collect(), waiting, late, rest].concat();
        } else {
            self.queue = [ahead, own.into_iter().collect(), late, rest].concat();
        }
        self.fill(ms);
        self.drop_lapsed();
        Ok(())
    }

    fn claim_at(&self, event: EventId) -> Option<usize> {
        self.queue.iter().position(|claim| claim.event == Some(event))
    }

    /// Frees the seat of somebody who has gone quiet: for the first who waits, else for whoever takes it over. Where an
    /// event that came late shows that they had not, both stay.
    #[inline(never)]
    pub(super) fn take_over(&mut self, cx: &Context<'_>, act: &Act<'_>, what: &TakeOver) -> Result<(), Refusal> {
        let named = cx.person(&what.member, act.id()).map(|person| person.id);
        let meant = |claim: &Claim| {
            claim.event == what.claim
                && (what.claim.is_some() && what.member.is_empty()
                    || claim.by.id.as_str() == &*what.member
                    || named.as_ref() == Some(&claim.by.id))
        };
        let place = self.holders().iter().position(meant).ok_or(Refusal::NoSeat)?;
        if self.acts_for(&act.by.id).is_some_and(|own| own < self.held) {
            return Err(Refusal::AlreadyIn);
        }
        let claim = &self.queue[place];
        let spoke = cx
            .mentions
            .iter()
            .filter(|said| said.known_at(act.id()) && claim.is_for(&said.by));
        let spoke = spoke.map(|said| said.event.stamp.ms).max();
        let heard = claim.heard().max(spoke).ok_or(Refusal::NotIdle)?;
        let limit = u64::from(cx.charter.cadence.reclaim_after_days) * DAY_MS;
        let quiet = |since: u64| {
            let away = time_away(cx.aways, &claim.by.id, since, act.ms(), act.id());
            act.ms().saturating_sub(since).saturating_sub(away)
        };
        let idle = quiet(heard) > limit;
        // Who asks before writing is told. What was written counts as honest, unless nobody could have thought so: the
        // seat itself is not that old, or there is one over already.
        let honest = act.ms().saturating_sub(claim.since) > limit && self.over() == 0;
        if !idle && (cx.trial || !honest) {
            return Err(Refusal::NotIdle);
        }
        if idle {
            self.leave(place, act.id());
        }
        if self.held < self.queue.len() {
            self.held += 1;
            self.fill(act.ms());
        } else {
            let place = if idle { place } else { self.held };
            self.seat(place, Claim::new(act.by.clone(), Some(act.id())), act.ms());
        }
        Ok(())
    }
}
