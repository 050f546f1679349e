//! What members did: immutable facts, in one total order.

mod body;
mod change;
mod goals;
mod people;
mod pitch;
mod subject;
mod work;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::rc::Rc;
use std::str::FromStr;

pub use body::Body;
pub use change::{Change, ChangeGoal, Facet, Value};
pub use goals::{Answer, Ask, Close, Goal, Measure, Next, Record, Reply};
pub use people::Post;
pub use pitch::{Gain, Pitch, Ruling, View};
pub use subject::Subject;
pub use work::{CheckIn, Clearance, Comment, Outcome, Settle, TakeOver, Verdict};

use super::stamp::{NotAStamp, Stamp, hex};

/// Names an event and places it: the stamp, then 96 bits of a hash over its content, so that nobody can change an
/// event without making another one. Its text is 48 lower-case hex digits whose order is the events' order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventId {
    /// When and where it was made.
    pub stamp: Stamp,
    /// The first 96 bits of the content's SHA-256.
    pub hash: [u8; 12],
}

impl EventId {
    /// Before every event.
    pub const FIRST: Self = Self::all(0, 0, 0);
    /// After every event.
    pub const LAST: Self = Self::all(u64::MAX, u32::MAX, u8::MAX);

    const fn all(ms: u64, replica: u32, byte: u8) -> Self {
        Self {
            stamp: Stamp {
                ms,
                counter: replica as u16,
                replica,
            },
            hash: [byte; 12],
        }
    }
}

/// Its own hash is as random as can be.
impl Hash for EventId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [a, b, c, d, e, f, g, h, ..] = self.hash;
        state.write_u64(u64::from_le_bytes([a, b, c, d, e, f, g, h]));
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.stamp)?;
        self.hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for EventId {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        let (stamp, digits) = text.split_at_checked(24).ok_or(NotAStamp)?;
        if digits.len() != 24 {
            return Err(NotAStamp);
        }
        let mut hash = [0; 12];
        for (byte, pair) in hash.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
            *byte = hex(pair)? as u8;
        }
        Ok(Self {
            stamp: stamp.parse()?,
            hash,
        })
    }
}

/// A fact that somebody added.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name and place in the order.
    pub id: EventId,
    /// Who, as they were named when it was made.
    pub by: Rc<str>,
    /// What.
    pub body: Body,
}
