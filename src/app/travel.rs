//! The board as it was.

use std::rc::Rc;

use chrono::Days;

use super::session::Session;
use super::state::State;
use crate::domain::calendar::{Day, Now};
use crate::domain::progress::{Point, end_of, history};

/// Steps of a way through the period.
const STEP_DAYS: u64 = 7;
/// And at most so many of them.
const STEPS: usize = 60;

impl Session {
    /// What was to be drawn at the end of a day, with today's goals; nobody acts there.
    #[must_use]
    pub fn as_of(&self, day: Day) -> Option<Rc<State>> {
        let mut past = (*self.state()).clone();
        let end = end_of(day, &past.zone);
        let board = self.0.core.borrow().ledger.as_ref()?.as_of(end).board().clone();
        past.now = Now { ms: end, today: day };
        past.options.readonly = true;
        past.pending = Rc::new([]);
        past.lately = None;
        past.show(&board);
        Some(Rc::new(past))
    }

    /// The first day there is to look at: the period's, or that of the first event.
    #[must_use]
    pub fn first_day(&self) -> Day {
        let state = self.state();
        let period = state.board.as_ref().and_then(|board| board.goals().period);
        let core = self.0.core.borrow();
        let first = core
            .ledger
            .as_ref()
            .and_then(|ledger| ledger.events().first().map(|event| event.id.stamp.ms));
        let first = first.map(|ms| state.zone.day(ms));
        let first = match (period.map(|period| period.start), first) {
            (Some(start), Some(first)) => start.min(first),
            (Some(day), None) | (None, Some(day)) => day,
            (None, None) => state.now.today,
        };
        first.min(state.now.today)
    }

    /// Each objective's way, week by week until today.
    #[must_use]
    pub fn history(&self) -> Vec<Vec<Point>> {
        let (first, state) = (self.first_day(), self.state());
        let mut days = vec![state.now.today];
        while let Some(day) = days.last().and_then(|day| day.checked_sub_days(Days::new(STEP_DAYS))) {
            if day < first || days.len() == STEPS {
                break;
            }
            days.push(day);
        }
        days.reverse();
        let core = self.0.core.borrow();
        core.ledger
            .as_ref()
            .map(|ledger| history(ledger, &days, &state.zone))
            .unwrap_or_default()
    }
}
