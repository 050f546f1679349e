//! What there is to look at.

use super::Known;
use crate::domain::board::{Board, Ledger, Logged};
use crate::domain::calendar::{DAY_MS, Day, Now, TimeZone, day_of};
use crate::domain::event::{Body, EventId, Subject};
use crate::domain::goals::{Goals, Objective};
use crate::domain::guardrail::Limits;
use crate::domain::id::{MemberId, ObjectiveId};
use crate::domain::people::Person;
use crate::domain::stamp::Stamp;

/// A board with what was said about it, at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The board and its logs.
    pub ledger: &'a Ledger,
    /// What events said of its guardrails.
    pub known: &'a Known,
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
            facts: self.known.facts(),
            now: self.now,
            zone: self.zone,
        }
    }

    /// Whoever a name means, if they are on the team today.
    pub(in crate::domain) fn member(&self, name: &str) -> Option<Person> {
        let person = self.board().person(name)?;
        self.goals().is_here(&person.id, self.now.today).then_some(person)
    }

    /// Whether somebody can act today.
    pub(in crate::domain) fn is_here(&self, member: &MemberId) -> bool {
        self.member(member.as_str()).is_some_and(|person| person.id == *member)
    }

    /// An objective by its id.
    pub(in crate::domain) fn objective(&self, id: &ObjectiveId) -> Option<&'a Objective> {
        let objectives = self.goals().objectives.iter().map(|objective| &**objective);
        objectives.into_iter().find(|objective| objective.id == *id)
    }

    /// Whether an objective was closed.
    pub(in crate::domain) fn is_closed(&self, objective: &Objective) -> bool {
        self.board().aim(&objective.id).is_some_and(|aim| aim.closing.is_some())
    }

    /// How many days ago an event was made.
    pub(in crate::domain) fn days_since(&self, event: EventId) -> i64 {
        (self.now.today - self.zone.day(event.stamp.ms)).num_days().max(0)
    }

    /// What counts about a subject and was not taken back, the latest first, down to a moment.
    pub(in crate::domain) fn since(&self, subject: &Subject, ms: u64) -> impl Iterator<Item = &'a Logged> + use<'a> {
        let log = self.ledger.about(subject).iter().rev();
        let recent = log.take_while(move |logged| logged.event.id.stamp.ms >= ms);
        recent.filter(|logged| is_act(logged) && logged.stands())
    }

    /// Whether one of `people` did something about a subject after an event.
    pub(in crate::domain) fn reacted(&self, subject: &Subject, people: &[Person], after: EventId) -> bool {
        let mut later = self
            .since(subject, after.stamp.ms)
            .take_while(|logged| logged.event.id > after);
        later.any(|logged| {
            let by = self.board().person(&logged.event.by);
            by.is_some_and(|by| people.iter().any(|person| person.id == by.id))
        })
    }

    /// How long somebody was away since a moment, as is known now. As in the fold, days are UTC's and 24 hours long.
    pub(in crate::domain) fn away_since(&self, member: &MemberId, ms: u64) -> u64 {
        let Some(life) = self.board().life() else { return 0 };
        let until = self.now.ms;
        let own = life.aways.iter().filter(|away| away.by.id == *member);
        let (first, last) = (
            own.clone().map(|away| away.from).min(),
            own.map(|away| away.until).max(),
        );
        let (Some(first), Some(last)) = (first, last) else {
            return 0;
        };
        let days = first
            .max(day_of(ms))
            .iter_days()
            .take_while(|day| *day <= last.min(day_of(until)));
        let away = days.filter(|day| life.is_away(member, *day, self.end()));
        away.map(|day| (start(day) + DAY_MS).min(until).saturating_sub(start(day).max(ms)))
            .sum()
    }

    /// An id after all events made up to now.
    fn end(&self) -> EventId {
        EventId {
            stamp: Stamp {
                ms: self.now.ms,
                counter: u16::MAX,
                replica: u32::MAX,
            },
            hash: [u8::MAX; 12],
        }
    }

    /// Whether an event would count if a member made it now.
    pub(in crate::domain) fn may(&self, member: &MemberId, body: Body) -> bool {
        let event = crate::domain::event::Event {
            id: self.end(),
            by: member.text(),
            body,
        };
        self.ledger.would_count(&event).is_ok()
    }
}

/// The moment a UTC day begins.
fn start(day: Day) -> u64 {
    u64::try_from(day.to_epoch_days()).unwrap_or(0).saturating_mul(DAY_MS)
}

/// Whether an event is a person's own act: a retract acts through what it takes back, and a settle is a widget's.
fn is_act(logged: &Logged) -> bool {
    !matches!(logged.event.body, Body::Retract { .. } | Body::Settle(_))
}
