//! What members say about themselves: when they are away, and how they call their constellations.

use super::context::Context;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use crate::domain::calendar::{DAY_MS, Day};
use crate::domain::event::{Body, Event, EventId};
use crate::domain::goals::Text;
use crate::domain::id::{InitiativeId, MemberId};
use crate::domain::people::Person;

/// Who is away, and the members' constellations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Life {
    /// Absences, oldest first. Those taken back stay: what was judged before keeps its verdict.
    pub aways: Vec<Away>,
    constellations: Vec<Constellation>,
}

/// Somebody's absence.
#[derive(Clone, Debug, PartialEq)]
pub struct Away {
    /// The event.
    pub event: EventId,
    /// Who.
    pub by: Person,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// Who helps out.
    pub cover: Option<Person>,
    /// The event that took it back.
    pub retracted: Option<EventId>,
}

impl Away {
    /// Whether it counted when `event` was made.
    #[must_use]
    pub fn known_at(&self, event: EventId) -> bool {
        self.event < event && self.retracted.is_none_or(|retracted| event < retracted)
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && day <= self.until
    }
}

/// Initiatives that belong together in their holder's eyes.
#[derive(Clone, Debug, PartialEq)]
pub struct Constellation {
    /// The event.
    pub event: EventId,
    /// Whose.
    pub by: Person,
    /// Its name.
    pub title: Text,
    /// The stars; those its author does not hold any more are not shown.
    pub initiatives: Vec<InitiativeId>,
}

impl Life {
    /// The constellations of one member, each name's latest.
    pub fn constellations(&self, member: &MemberId) -> impl Iterator<Item = &Constellation> {
        let own = self
            .constellations
            .iter()
            .enumerate()
            .filter(move |(_, c)| c.by.id == *member);
        own.filter(|(n, c)| !self.constellations[n + 1..].iter().any(|later| later.replaces(c)))
            .map(|(_, c)| c)
            .filter(|c| !c.initiatives.is_empty())
    }

    /// Whether somebody is away on a day, as was known at an event.
    #[must_use]
    pub fn is_away(&self, member: &MemberId, day: Day, at: EventId) -> bool {
        self.aways
            .iter()
            .any(|away| away.by.id == *member && away.known_at(at) && away.covers(day))
    }
}

impl Constellation {
    fn replaces(&self, other: &Self) -> bool {
        self.by.id == other.by.id && super::cast::key(&self.title) == super::cast::key(&other.title)
    }
}

/// How long of the time between two moments somebody was away, as was known at an event.
pub(super) fn time_away(aways: &[Away], member: &MemberId, from: u64, until: u64, at: EventId) -> u64 {
    let start_of = |days: i32| u64::try_from(days).unwrap_or(0).saturating_mul(DAY_MS);
    let own = aways.iter().filter(|away| away.by.id == *member && away.known_at(at));
    let mut spans: Vec<(u64, u64)> = Vec::new();
    for away in own {
        let end = start_of(away.until.to_epoch_days().saturating_add(1));
        let span = (start_of(away.from.to_epoch_days()).max(from), end.min(until));
        spans.insert(spans.partition_point(|other| *other < span), span);
    }
    let mut gone = 0;
    let mut reached = from;
    for (start, end) in spans {
        let start = start.max(reached);
        gone += end.saturating_sub(start);
        reached = reached.max(end);
    }
    gone
}

impl Fold for Life {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::Away { from, until, cover } => {
                if until < from {
                    return Err(Refusal::BadSpan);
                }
                let cover = match cover.trim() {
                    "" => None,
                    name => Some(cx.person(name, act.id()).ok_or(Refusal::Nobody)?),
                };
                self.aways.push(Away {
                    event: act.id(),
                    by: act.by.clone(),
                    from: *from,
                    until: *until,
                    cover,
                    retracted: None,
                });
                Ok(())
            }
            Body::Constellation { title, initiatives } => {
                if title.trim().is_empty() {
                    return Err(Refusal::Empty);
                }
                self.constellations.push(Constellation {
                    event: act.id(),
                    by: act.by.clone(),
                    title: title.clone(),
                    initiatives: initiatives.clone(),
                });
                Ok(())
            }
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], target: &Event, at: EventId) -> Result<(), Refusal> {
        if let Some(away) = self.aways.iter_mut().find(|away| away.event == target.id) {
            away.retracted = Some(at);
        }
        self.constellations.retain(|c| c.event != target.id);
        Ok(())
    }
}
