//! The board as it was not long ago.

use std::rc::Rc;

use super::ledger::NOWHERE;
use super::{Board, Ledger};
use crate::domain::event::Event;

impl Ledger {
    /// The board as it was at a moment, as [`Ledger::as_of`] has it. What is newer is taken out and added again, so it
    /// costs what that costs, and keeps only what differs.
    #[must_use]
    pub fn before(&mut self, ms: u64) -> Board {
        let newer = self.take_out_newer(ms);
        self.settle();
        let board = self.board.clone();
        self.refile_all(newer);
        board
    }

    fn take_out_newer(&mut self, ms: u64) -> Vec<Rc<Event>> {
        let is_newer = |event: &Event| event.id.stamp.ms > ms;
        let loose = self.elsewhere.extract_if(|_, event| is_newer(event));
        let mut newer: Vec<_> = loose.map(|(_, event)| event).collect();
        for retracts in &mut self.orphans {
            retracts.retain(|retract| retract.stamp.ms <= ms);
        }
        for number in 0..u32::try_from(self.logs.len()).unwrap_or(NOWHERE) {
            newer.extend(self.take_from(number, ms));
        }
        for event in &newer {
            self.homes.remove(&event.id);
        }
        newer
    }

    /// Takes what is newer out of a log.
    fn take_from(&mut self, number: u32, ms: u64) -> Vec<Rc<Event>> {
        let Some(log) = self.logs.get_mut(number as usize) else {
            return Vec::new();
        };
        if log.last.is_none_or(|last| last.stamp.ms <= ms) {
            return Vec::new();
        }
        let place = log.entries.partition_point(|logged| logged.event.id.stamp.ms <= ms);
        let newer: Vec<_> = log.entries.drain(place..).map(|logged| logged.event).collect();
        log.last = log.entries.last().map(|logged| logged.event.id);
        // What takes something back that is newer than itself, by a clock that is behind.
        let early = |event: &Event| event.retracts().is_some_and(|target| target.stamp.ms > ms);
        let early: Vec<_> = log.entries.extract_if(.., |logged| early(&logged.event)).collect();
        self.soil(number);
        for logged in early {
            self.keep(logged.event);
        }
        newer
    }
}
