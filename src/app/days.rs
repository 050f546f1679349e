//! The team's days.

use std::rc::Rc;

use super::session::Session;
use crate::domain::calendar::{DAY_MS, Now, TimeZone};
use crate::domain::goals::Goals;
use crate::web::intl;

/// How far around now the clocks of the team are known: 400 days each way.
const CLOCKS_MS: u64 = 400 * DAY_MS;

impl Session {
    /// Lets time pass: a new day, or events whose time has come.
    pub fn tick(&self) {
        let ms = self.now();
        let due = match &mut self.0.core.borrow_mut().ledger {
            Some(ledger) => ledger.advance(ms),
            None => false,
        };
        let now = self.today(ms);
        if due || now.today != self.state().now.today {
            self.update(|state| state.now = now);
            self.show();
        }
    }

    /// The moment `ms` on the team's calendar, held at the start of its day.
    pub(super) fn today(&self, ms: u64) -> Now {
        start_of_day(&self.state().zone, ms)
    }

    /// Asks the browser for the clocks of the team, a year and more each way.
    pub(super) fn set_clocks(&self, goals: &Goals) {
        let now = self.now();
        let changes = goals.time_zone.as_deref().map_or_else(Vec::new, |zone| {
            intl::clock_changes(zone, now.saturating_sub(CLOCKS_MS), now.saturating_add(CLOCKS_MS))
        });
        let zone = TimeZone::new(changes);
        self.update(|state| {
            state.now = start_of_day(&zone, now);
            state.zone = Rc::new(zone);
        });
    }
}

/// The moment `ms` in a zone, held at the start of its day.
fn start_of_day(zone: &TimeZone, ms: u64) -> Now {
    let today = zone.day(ms);
    Now {
        ms: u64::try_from(today.to_epoch_days()).unwrap_or(0) * DAY_MS,
        today,
    }
}
