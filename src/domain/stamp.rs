//! A hybrid logical clock: stamps that follow the wall clock and still order what followed from what.
//!
//! A stamp is milliseconds, a counter for events of the same millisecond, and the replica that made it. Its text has a
//! fixed width, so comparing texts compares stamps, and every replica sorts the same events the same way.

use std::fmt;
use std::str::FromStr;

/// How far ahead of the reader's clock a stamp may be and still count at once, in milliseconds.
pub const TOLERANCE_MS: u64 = 5 * 60 * 1000;

/// The largest time a stamp can hold: 48 bits of milliseconds, the year 10889.
pub const MAX_MS: u64 = (1 << 48) - 1;

/// When and where an event was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stamp {
    /// Milliseconds since 1970 UTC, at most [`MAX_MS`].
    pub ms: u64,
    /// Orders events of one millisecond.
    pub counter: u16,
    /// Random per page load; tells replicas apart.
    pub replica: u32,
}

/// A text that is not a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAStamp;

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}{:04x}{:08x}", self.ms, self.counter, self.replica)
    }
}

impl FromStr for Stamp {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        let digits = text.as_bytes();
        if digits.len() != 24 {
            return Err(NotAStamp);
        }
        Ok(Self {
            ms: hex(&digits[..12])?,
            counter: hex(&digits[12..16])? as u16,
            replica: hex(&digits[16..])? as u32,
        })
    }
}

/// What at most 16 lower-case hex digits say. A board that is opened reads some millions of them.
pub(super) fn hex(digits: &[u8]) -> Result<u64, NotAStamp> {
    digits.iter().try_fold(0, |number, digit| {
        let digit = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return Err(NotAStamp),
        };
        Ok(number << 4 | u64::from(digit))
    })
}

/// One replica's clock. Time and replica are given to it; it keeps only the last stamp it knows.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    replica: u32,
    ms: u64,
    counter: u16,
}

impl Clock {
    /// A clock that has seen nothing.
    #[must_use]
    pub fn new(replica: u32) -> Self {
        Self {
            replica,
            ms: 0,
            counter: 0,
        }
    }

    /// The stamp for an event made now: later than every stamp this clock made or saw.
    pub fn tick(&mut self, now_ms: u64) -> Stamp {
        let now = now_ms.min(MAX_MS);
        if now > self.ms {
            (self.ms, self.counter) = (now, 0);
        } else if let Some(next) = self.counter.checked_add(1) {
            self.counter = next;
        } else {
            (self.ms, self.counter) = ((self.ms + 1).min(MAX_MS), 0);
        }
        Stamp {
            ms: self.ms,
            counter: self.counter,
            replica: self.replica,
        }
    }

    /// Takes note of somebody else's stamp, so that what is made next comes after it. A stamp more than
    /// [`TOLERANCE_MS`] ahead of `now_ms` is a wrong clock and advances nothing.
    pub fn observe(&mut self, seen: Stamp, now_ms: u64) {
        if !is_ahead(seen, now_ms) && (seen.ms, seen.counter) > (self.ms, self.counter) {
            (self.ms, self.counter) = (seen.ms, seen.counter);
        }
    }
}

/// Whether a stamp lies too far ahead of the reader's clock to count yet.
#[must_use]
pub fn is_ahead(stamp: Stamp, now_ms: u64) -> bool {
    stamp.ms > now_ms.saturating_add(TOLERANCE_MS)
}
