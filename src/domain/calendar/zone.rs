//! Where midnight is: a time zone as its offsets from UTC, and the moments they change.

use super::{Day, Now};

/// The offsets of a place from UTC, in minutes, since the moments they hold. Nothing here knows the world's zones: who
/// makes one asks the browser for the changes around the time a board is about.
///
/// ```
/// use alignment_board::domain::calendar::{TimeZone, parse_day};
/// // Madrid, 25 October 2026: at 01:00 UTC the clocks go back from UTC+2 to UTC+1.
/// let madrid = TimeZone::new([(0, 120), (1_792_890_000_000, 60)]);
/// let quarter_to_midnight = 1_792_968_300_000; // 22:45 UTC
/// assert_eq!(Some(madrid.day(quarter_to_midnight)), parse_day("2026-10-25"));
/// assert_eq!(Some(madrid.day(quarter_to_midnight + 15 * 60_000)), parse_day("2026-10-26"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimeZone {
    changes: Vec<(u64, i32)>,
}

impl TimeZone {
    /// Days begin at midnight UTC.
    pub const UTC: &'static Self = &Self { changes: Vec::new() };

    /// From pairs: milliseconds since 1970 UTC, and how many minutes the place is ahead of UTC from then on (behind:
    /// negative). In any order. The earliest one holds before its moment, too; without any the zone is UTC. An offset
    /// of a day and more is held at a day less a minute, as there is none on earth.
    #[must_use]
    pub fn new(changes: impl IntoIterator<Item = (u64, i32)>) -> Self {
        let mut changes: Vec<_> = changes.into_iter().collect();
        for (_, minutes) in &mut changes {
            *minutes = (*minutes).clamp(-1439, 1439);
        }
        changes.sort_by_key(|(since, _)| *since);
        Self { changes }
    }

    /// How many minutes the place is ahead of UTC at a moment.
    #[must_use]
    pub fn offset(&self, ms: u64) -> i32 {
        let past = self.changes.partition_point(|(since, _)| *since <= ms);
        let holding = self.changes.get(past.saturating_sub(1));
        holding.map_or(0, |(_, minutes)| *minutes)
    }

    /// The day that a moment falls on there. Moments beyond the calendar's range are held at its last day.
    #[must_use]
    pub fn day(&self, ms: u64) -> Day {
        let ahead = i64::from(self.offset(ms)) * 60_000;
        let there = i64::try_from(ms).unwrap_or(i64::MAX).saturating_add(ahead);
        let days = i32::try_from(there.div_euclid(super::DAY_MS as i64)).unwrap_or(i32::MAX);
        Day::from_epoch_days(days).unwrap_or(Day::MAX)
    }

    /// A moment with its day there.
    #[must_use]
    pub fn now(&self, ms: u64) -> Now {
        Now {
            ms,
            today: self.day(ms),
        }
    }
}
