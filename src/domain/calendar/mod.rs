//! Days and periods. A day is a calendar day without a time; a moment is milliseconds since 1970 UTC.

mod zone;

pub use chrono::NaiveDate as Day;
pub use zone::TimeZone;

/// A day in milliseconds. Where replicas must agree, durations are multiples of it.
pub const DAY_MS: u64 = 86_400_000;

/// The moment a board is looked at, and what day that is for the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds since 1970 UTC.
    pub ms: u64,
    /// The day in the document's time zone.
    pub today: Day,
}

impl Now {
    /// The moment `ms`, its day taken in UTC. [`TimeZone::now`] takes it in the team's zone.
    #[must_use]
    pub fn utc(ms: u64) -> Self {
        Self { ms, today: day_of(ms) }
    }
}

/// A span of days, both ends inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
}

impl Period {
    /// The share of the period that is over at the end of `day`, counted inclusively: 15 April of 1–30 April is 0.5.
    #[must_use]
    pub fn share(&self, day: Day) -> f64 {
        let length = (self.end - self.start).num_days() + 1;
        let gone = (day - self.start).num_days() + 1;
        if length <= 0 {
            return if day >= self.end { 1.0 } else { 0.0 };
        }
        (gone as f64 / length as f64).clamp(0.0, 1.0)
    }

    /// Which week of how many `day` falls in, counted from the period's start; `None` outside it. A quarter has 13
    /// weeks, and its odd day or two belong to the last.
    #[must_use]
    pub fn week(&self, day: Day) -> Option<(i64, i64)> {
        if day < self.start || day > self.end {
            return None;
        }
        let weeks = (((self.end - self.start).num_days() + 4) / 7).max(1);
        Some((((day - self.start).num_days() / 7 + 1).min(weeks), weeks))
    }
}

/// The UTC day of a moment. Moments beyond the calendar's range are held at its last day.
#[must_use]
pub fn day_of(ms: u64) -> Day {
    let days = i32::try_from(ms / DAY_MS).unwrap_or(i32::MAX);
    Day::from_epoch_days(days).unwrap_or(Day::MAX)
}

/// Reads an ISO 8601 calendar day such as `2026-12-31`, and nothing looser.
#[must_use]
pub fn parse_day(text: &str) -> Option<Day> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| -> Option<u32> {
        bytes[range]
            .iter()
            .try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0')))
    };
    Day::from_ymd_opt(i32::try_from(number(0..4)?).ok()?, number(5..7)?, number(8..10)?)
}
