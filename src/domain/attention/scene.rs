//! What there is to look at.

use crate::domain::board::{Board, Ledger, Logged};
use crate::domain::calendar::{Now, TimeZone};
use crate::domain::event::{Body, EventId, Subject};
use crate::domain::goals::Goals;
use crate::domain::guardrail::{Facts, Limits};
use crate::domain::id::MemberId;
use crate::domain::people::Person;

/// A board with what was said about it, at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The board and its logs.
    pub ledger: &'a Ledger,
    /// What events said of guardrails.
    pub facts: Facts<'a>,
    /// When it is looked at.
    pub now: Now,
    /// Where the team's midnight is.
    pub zone: &'a TimeZone,
}

impl<'a> Scene<'a> {
    /// The board.
    #[must_use]
    pub fn board(&self) -> &'a Board {
        self.ledger.board()
    }

    /// The goals.
    #[must_use]
    pub fn goals(&self) -> &'a Goals {
        self.board().goals()
    }

    /// The guardrails.
    #[must_use]
    pub fn limits(&self) -> Limits<'a> {
        Limits {
            board: self.board(),
            facts: self.facts,
            now: self.now,
            zone: self.zone,
        }
    }

    /// Whoever a name means, if they are on the team today.
    pub(in crate::domain) fn member(&self, name: &str) -> Option<Person> {
        let person = self.goals().person(name)?;
        self.is_here(&person.id).then_some(person)
    }

    /// Whether somebody can act today.
    pub(in crate::domain) fn is_here(&self, member: &MemberId) -> bool {
        let known = self.goals().person(member.as_str());
        known.is_some_and(|person| person.id == *member && self.goals().is_here(member, self.now.today))
    }

    /// What counts about a subject and was not taken back, the latest first, down to a moment.
    pub(in crate::domain) fn since(&self, subject: &Subject, ms: u64) -> impl Iterator<Item = &'a Logged> + use<'a> {
        let log = self.ledger.about(subject).iter().rev();
        let recent = log.take_while(move |logged| logged.event.id.stamp.ms >= ms);
        recent.filter(|logged| stands(logged))
    }

    /// Whether one of `people` did something about a subject after an event.
    pub(in crate::domain) fn reacted(&self, subject: &Subject, people: &[Person], after: EventId) -> bool {
        let mut later = self
            .since(subject, after.stamp.ms)
            .take_while(|logged| logged.event.id > after);
        later.any(|logged| {
            let by = self.goals().person(&logged.event.by);
            by.is_some_and(|by| people.iter().any(|person| person.id == by.id))
        })
    }
}

/// Whether an event counts, stands, and is a person's act: a retract acts through what it takes back, and a settle is a
/// widget's.
fn stands(logged: &Logged) -> bool {
    let act = !matches!(logged.event.body, Body::Retract { .. } | Body::Settle(_));
    act && logged.refused.is_none() && !logged.retracted
}
