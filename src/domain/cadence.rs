//! When a check-in is due, and when silence has lasted too long.
//!
//! A check-in is due on the first `day` on or after the period's start, then each interval. Reporting after one due
//! date, up to and including the next, answers the next.

use super::calendar::{Day, Period};
use super::goals::Cadence;
use chrono::{Datelike, Days};

/// Where a report stands against its due dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Nothing is asked for now.
    Fine,
    /// Due since that day, within grace.
    Due(Day),
    /// Due since that day, and the grace is over.
    Outdated(Day),
}

impl Cadence {
    /// Judges silence: `last` is the day of the last report, if there ever was one.
    #[must_use]
    pub fn rhythm(&self, period: Option<Period>, last: Option<Day>, today: Day) -> Rhythm {
        let overdue = today.checked_sub_days(Days::new(u64::from(self.grace_days) + 1));
        let unanswered = |day| self.last_due(period, day).filter(|due| !self.answered(*due, last));
        match (overdue.and_then(unanswered), unanswered(today)) {
            (Some(due), _) => Rhythm::Outdated(due),
            (None, Some(due)) => Rhythm::Due(due),
            (None, None) => Rhythm::Fine,
        }
    }

    /// The latest due date up to `today`, inside the period.
    #[must_use]
    pub fn last_due(&self, period: Option<Period>, today: Day) -> Option<Day> {
        let interval = i64::try_from(self.check_in?.days()).ok()?;
        let period = period?;
        let wait =
            i64::from(self.day.num_days_from_monday()) - i64::from(period.start.weekday().num_days_from_monday());
        let first = period
            .start
            .checked_add_days(Days::new(wait.rem_euclid(7).unsigned_abs()))?;
        let gone = (today.min(period.end) - first).num_days();
        if gone < 0 {
            return None;
        }
        first.checked_add_days(Days::new((gone / interval * interval).unsigned_abs()))
    }

    fn before(&self, due: Day) -> Option<Day> {
        due.checked_sub_days(Days::new(self.check_in?.days()))
    }

    fn answered(&self, due: Day, last: Option<Day>) -> bool {
        match (last, self.before(due)) {
            (Some(last), Some(before)) => last > before,
            (last, _) => last.is_some(),
        }
    }
}
