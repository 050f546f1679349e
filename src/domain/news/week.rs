//! When the team's week began.

use crate::domain::calendar::{DAY_MS, Day, Now, TimeZone};
use crate::domain::goals::Cadence;
use chrono::{Datelike, Days};

/// The last moment before the team's week: midnight of the last `day` of its cadence up to today, in the team's zone,
/// less a millisecond. What happened after it is this week's.
#[must_use]
pub fn week_start(cadence: &Cadence, now: Now, zone: &TimeZone) -> u64 {
    let gone = now.today.weekday().days_since(cadence.day);
    let first = now.today.checked_sub_days(Days::new(u64::from(gone)));
    midnight(first.unwrap_or(now.today), zone).saturating_sub(1)
}

/// The first moment that is called a day in a zone, also where clocks are set at midnight. It is midnight by the offset
/// of the day before or by that of the day after.
pub(in crate::domain) fn midnight(day: Day, zone: &TimeZone) -> u64 {
    let start = u64::try_from(day.to_epoch_days()).unwrap_or(0).saturating_mul(DAY_MS);
    let by = |offset: i32| start.saturating_add_signed(i64::from(offset) * -60_000);
    let before = by(zone.offset(start.saturating_sub(DAY_MS)));
    let after = by(zone.offset(start.saturating_add(DAY_MS)));
    let first = before.min(after);
    if zone.day(first) >= day {
        first
    } else {
        before.max(after)
    }
}
