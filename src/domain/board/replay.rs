//! The board at several moments, one after the other, for one fold.

use super::{Board, Ledger};

impl Ledger {
    /// Looks at the board as it was at each of `moments`, which are in their order; with today's goals, as
    /// [`Ledger::as_of`] has it. All of them together cost as much as loading did, and a little for each.
    pub fn replay(&self, moments: &[u64], look: &mut dyn FnMut(usize, &Board)) {
        let Some(first) = moments.first() else { return };
        let events = self.events();
        let until = |ms: u64| events.partition_point(|event| event.id.stamp.ms <= ms);
        let mut past = self.as_of(*first);
        let mut gone = until(*first);
        look(0, past.board());
        for (n, ms) in moments.iter().enumerate().skip(1) {
            let here = until(*ms);
            past.extend(events[gone.min(here)..here].iter().cloned(), *ms);
            gone = here;
            look(n, past.board());
        }
    }
}
