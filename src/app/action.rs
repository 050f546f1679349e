//! What a person asks for, and why it may not happen.

use crate::domain::board::Refusal;
use crate::domain::event::{Body, CheckIn, EventId, Outcome, Subject};
use crate::domain::goals::Text;
use crate::domain::id::InitiativeId;
use crate::store::StoreError;
use crate::wire;
use crate::wire::event::KINDS;

/// Asked for by a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Take a seat, or a place on the wait list.
    Claim(InitiativeId),
    /// Leave a seat or the wait list.
    Release(InitiativeId, Text),
    /// Offer one's seat.
    HandOver(InitiativeId, Text),
    /// Take the seat that is offered to the viewer.
    Accept(InitiativeId, EventId),
    /// Report.
    CheckIn(Box<CheckIn>),
    /// Finish.
    Finish(InitiativeId, Outcome, Text),
    /// Take up again.
    Reopen(InitiativeId),
    /// Take one's own event back.
    Undo(EventId),
    /// Anything else that can be said, and what it is called.
    Say(Box<Body>, Text),
}

impl Action {
    /// The event's type.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Claim(_) => "claim",
            Self::Release(..) => "release",
            Self::HandOver(..) => "handOver",
            Self::Accept(..) => "accept",
            Self::CheckIn(_) => "checkIn",
            Self::Finish(..) => "done",
            Self::Reopen(_) => "reopen",
            Self::Undo(_) => "retract",
            Self::Say(body, _) => kind_of(body),
        }
    }

    /// The initiative it is about, if it is about one.
    #[must_use]
    pub fn initiative(&self) -> Option<&InitiativeId> {
        match self {
            Self::Claim(id)
            | Self::Release(id, _)
            | Self::HandOver(id, _)
            | Self::Accept(id, _)
            | Self::Finish(id, ..)
            | Self::Reopen(id) => Some(id),
            Self::CheckIn(check_in) => match &check_in.on {
                Subject::Initiative(id) => Some(id),
                _ => None,
            },
            Self::Undo(_) | Self::Say(..) => None,
        }
    }

    /// The event's body.
    #[must_use]
    pub fn body(self) -> Body {
        match self {
            Self::Claim(initiative) => Body::Claim {
                initiative,
                team: None,
                verdict: None,
            },
            Self::Release(initiative, note) => Body::Release { initiative, note },
            Self::HandOver(initiative, to) => Body::HandOver { initiative, to },
            Self::Accept(initiative, offer) => Body::Accept { initiative, offer },
            Self::CheckIn(check_in) => Body::CheckIn((*check_in).into()),
            Self::Finish(initiative, outcome, learned) => Body::Done {
                initiative,
                outcome,
                learned,
            },
            Self::Reopen(initiative) => Body::Reopen { initiative },
            Self::Undo(event) => Body::Retract { event },
            Self::Say(body, _) => *body,
        }
    }
}

/// The type of an event with this body; empty for one that only a later version knows.
#[must_use]
pub fn kind_of(body: &Body) -> &'static str {
    let kind = wire::event::kind(body);
    let known = KINDS.iter().find(|(known, _)| *known == kind);
    known.map_or("", |(known, _)| known)
}

/// Why it does not happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Denied {
    /// The board is not there (yet).
    NotReady,
    /// Nobody acts on this board.
    ReadOnly,
    /// The viewer has not said who they are.
    Nobody,
    /// The page stopped it.
    Stopped,
    /// The words are longer than an event may be.
    TooLong,
    /// It would not count.
    Refused(Refusal),
    /// The browser could not keep it.
    NotKept(StoreError),
}

impl Denied {
    /// The key of its sentence.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotReady => "denied.not-ready",
            Self::ReadOnly => "denied.read-only",
            Self::Nobody => "denied.nobody",
            Self::Stopped => "denied.stopped",
            Self::TooLong => "denied.too-long",
            Self::Refused(refusal) => refusal.key(),
            Self::NotKept(StoreError::Full) => "denied.full",
            Self::NotKept(StoreError::Gone) => "denied.gone",
            Self::NotKept(StoreError::Refused(_)) => "denied.refused",
            Self::NotKept(_) => "denied.not-kept",
        }
    }
}
