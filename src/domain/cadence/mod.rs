//! When a check-in is due, and when silence has lasted too long.
//!
//! A check-in is due on the first `day` on or after the period's start, then each interval, and never after the
//! period's end. Reporting after one due date, up to and including the next, answers the next.
//!
//! All days here are the team's: [`TimeZone::day`](super::calendar::TimeZone::day) says which one a report was made on.
//! Days are counted on the calendar, so weeks with a change of the clocks are as long as any other.

mod check_ins;

pub use check_ins::{check_ins, of_work};

use super::calendar::{Day, Period};
use super::goals::Cadence;
use chrono::{Datelike, Days};

/// What is owed by somebody, and when they are asked next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// The first due date up to today that no report answers.
    pub owed: Option<Day>,
    /// How many days ago that was: 0 on the day itself, and when nothing is owed.
    pub days_overdue: i64,
    /// Whether the grace for it is over.
    pub outdated: bool,
    /// The first due date after today that no report answers yet; `None` when the period has no more.
    pub next: Option<Day>,
}

impl Cadence {
    /// What is owed, and when the next check-in is due: `last` is the day of the last report, if there ever was one.
    /// Without a period or an interval nothing ever is.
    #[must_use]
    pub fn timing(&self, period: Option<Period>, last: Option<Day>, today: Day) -> Timing {
        // A due date is answered by reports younger than the due date before it.
        let unanswered = match last {
            None => Some(Day::MIN),
            Some(last) => self
                .check_in
                .and_then(|every| last.checked_add_days(Days::new(every.days()))),
        };
        let (Some(period), Some(unanswered)) = (period, unanswered) else {
            return Timing::default();
        };
        let owed = self.due_from(period, unanswered).filter(|due| *due <= today);
        let days_overdue = owed.map_or(0, |due| (today - due).num_days());
        let tomorrow = today.succ_opt();
        Timing {
            owed,
            days_overdue,
            outdated: days_overdue > i64::from(self.grace_days),
            next: tomorrow.and_then(|tomorrow| self.due_from(period, unanswered.max(tomorrow))),
        }
    }

    /// The first due date on or after `day`, inside the period.
    fn due_from(&self, period: Period, day: Day) -> Option<Day> {
        let interval = self.interval()?;
        let first = self.first_due(period)?;
        let wait = (day - first).num_days().max(0);
        let whole = (wait + interval - 1) / interval * interval;
        let due = first.checked_add_days(Days::new(whole.unsigned_abs()))?;
        (due <= period.end).then_some(due)
    }

    /// The first `day` on or after the period's start.
    fn first_due(&self, period: Period) -> Option<Day> {
        let weekday = |day: chrono::Weekday| i64::from(day.num_days_from_monday());
        let wait = weekday(self.day) - weekday(period.start.weekday());
        let wait = wait.rem_euclid(7).unsigned_abs();
        period.start.checked_add_days(Days::new(wait))
    }

    fn interval(&self) -> Option<i64> {
        self.check_in.and_then(|every| i64::try_from(every.days()).ok())
    }
}
