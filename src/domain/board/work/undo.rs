//! Taking events about seats back.

use super::{Left, Work};
use crate::domain::board::order::by_event;
use crate::domain::event::EventId;

impl Work {
    /// Forgets a claim wherever it stands; the offers made with it lapse.
    pub(super) fn forget(&mut self, claim: EventId, ms: u64) {
        if let Some(place) = self.queue.iter().position(|standing| standing.event == Some(claim)) {
            self.queue.remove(place);
            self.held -= usize::from(place < self.held);
        }
        self.left.retain(|left| left.claim.event != Some(claim));
        self.fill(ms);
        self.drop_lapsed();
    }

    /// Forgets an offer, also one whose giver has left and might come back.
    pub(super) fn withdraw(&mut self, offer: EventId) {
        let lefts = self.left.iter_mut().map(|left| &mut left.offers);
        for offers in lefts.chain([&mut self.offers]) {
            offers.retain(|other| other.event != offer);
        }
    }

    /// Undoes a release or a vacated seat: the same seat if it is still free, else the end of the queue.
    pub(super) fn come_back(&mut self, release: EventId, ms: u64) {
        for left in self.take_left(release) {
            let free = self.seats_free() > 0 || (left.over && self.held >= self.seats);
            let place = if free { left.place } else { self.queue.len() };
            self.restore(left, place, free, ms);
        }
    }

    /// Undoes a hand-over or a take-over: the seat goes back to who had it, and its taker to the place in line they
    /// had.
    pub(super) fn give_back(&mut self, accept: EventId, ms: u64) {
        let Some(seat) = self.queue.iter().position(|claim| claim.event == Some(accept)) else {
            return self.come_back(accept, ms);
        };
        let lefts = self.take_left(accept);
        let taker = self.queue.remove(seat).by.id;
        let mut held = seat < self.held;
        self.held -= usize::from(held);
        // The giver left last, when the taker's own place was free already.
        for left in lefts.into_iter().rev() {
            if left.claim.by.id != taker {
                self.restore(left, seat, std::mem::take(&mut held), ms);
            } else {
                let (place, free) = (left.place, self.seats_free() > 0 && left.held);
                self.restore(left, place, free, ms);
            }
        }
        self.fill(ms);
        self.drop_lapsed();
    }

    fn take_left(&mut self, event: EventId) -> Vec<Left> {
        let (taken, others) = self.left.drain(..).partition(|left| left.event == event);
        self.left = others;
        taken
    }

    /// Puts a claim back into the queue, with its offers, unless its holder has taken a place again since.
    fn restore(&mut self, left: Left, place: usize, seat: bool, ms: u64) {
        if self.position(&left.claim.by.id).is_some() {
            return;
        }
        let mut claim = left.claim;
        // Whoever waits is certain of nothing.
        claim.settled &= seat;
        if seat {
            let place = place.min(self.held);
            self.queue.insert(place, claim);
            self.held += 1;
        } else {
            claim.since = 0;
            self.queue.insert(place.clamp(self.held, self.queue.len()), claim);
        }
        self.offers.extend(left.offers);
        by_event(&mut self.offers, |offer| offer.event);
        self.fill(ms);
        self.drop_lapsed();
    }
}
