//! What members did: immutable facts, in one total order.

use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

use super::id::{InitiativeId, KeyResultId};
use super::stamp::{NotAStamp, Stamp};

/// Names an event and places it: the stamp, then 96 bits of a hash over its content, so that nobody can change an
/// event without making another one. Its text is 48 lower-case hex digits whose order is the events' order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId {
    /// When and where it was made.
    pub stamp: Stamp,
    /// The first 96 bits of the content's SHA-256.
    pub hash: [u8; 12],
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
        let hex = |b: &u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        if digits.len() != 24 || !digits.as_bytes().iter().all(hex) {
            return Err(NotAStamp);
        }
        let mut hash = [0; 12];
        for (i, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&digits[2 * i..2 * i + 2], 16).map_err(|_| NotAStamp)?;
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

impl Event {
    /// The event it takes back, if it does.
    #[must_use]
    pub fn retracts(&self) -> Option<EventId> {
        match self.body {
            Body::Retract { event } => Some(event),
            _ => None,
        }
    }

    /// The event it builds upon, if it names one.
    #[must_use]
    pub fn names(&self) -> Option<EventId> {
        match self.body {
            Body::Accept { offer, .. } => Some(offer),
            _ => None,
        }
    }

    /// What it is about; `None` for a retract, which is about what its target is about, and for what only a later
    /// version understands.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match &self.body {
            Body::Claim { initiative }
            | Body::Release { initiative, .. }
            | Body::HandOver { initiative, .. }
            | Body::Accept { initiative, .. }
            | Body::Done { initiative, .. }
            | Body::Reopen { initiative } => Some(Subject::Initiative(initiative.clone())),
            Body::CheckIn(check_in) => Some(check_in.on.clone()),
            Body::Unknown { initiative, .. } => initiative.clone().map(Subject::Initiative),
            Body::Retract { .. } => None,
        }
    }
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Takes a seat, or a place on the wait list.
    Claim {
        /// Of what.
        initiative: InitiativeId,
    },
    /// Leaves a seat or the wait list.
    Release {
        /// Of what.
        initiative: InitiativeId,
        /// Why, or where it stands.
        note: Rc<str>,
    },
    /// Offers one's seat to somebody.
    HandOver {
        /// The seat's initiative.
        initiative: InitiativeId,
        /// To whom.
        to: Rc<str>,
    },
    /// Takes an offered seat.
    Accept {
        /// The seat's initiative.
        initiative: InitiativeId,
        /// The `handOver` that is accepted.
        offer: EventId,
    },
    /// Reports on an initiative or a key result.
    CheckIn(Box<CheckIn>),
    /// Finishes an initiative.
    Done {
        /// Which.
        initiative: InitiativeId,
        /// How it went.
        outcome: Outcome,
        /// What was learned.
        learned: Rc<str>,
    },
    /// Takes a finished or dropped initiative up again.
    Reopen {
        /// Which.
        initiative: InitiativeId,
    },
    /// Takes one's own event back, from here onward.
    Retract {
        /// The event.
        event: EventId,
    },
    /// Something a later version knows. Kept and passed on; an initiative it names is locked.
    Unknown {
        /// Its type.
        kind: Rc<str>,
        /// The initiative it names.
        initiative: Option<InitiativeId>,
    },
}

/// A report.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckIn {
    /// On what.
    pub on: Subject,
    /// The number now: a key result's value, or an initiative's own signal.
    pub value: Option<f64>,
    /// How much of the initiative is done, 0 to 100.
    pub progress: Option<f64>,
    /// How sure its author is that it will be reached, 0 to 10.
    pub confidence: Option<u8>,
    /// The last words.
    pub line: Rc<str>,
    /// What will change.
    pub change: Rc<str>,
    /// What is in the way.
    pub blocker: Rc<str>,
    /// Whose help is asked for.
    pub help: Vec<Rc<str>>,
}

/// What a check-in reports on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An initiative.
    Initiative(InitiativeId),
    /// A key result.
    KeyResult(KeyResultId),
}

/// How finished work went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it should.
    #[default]
    Worked,
    /// In part.
    Partly,
    /// It did not.
    No,
}
