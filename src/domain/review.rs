//! The weekly review as data: numbers and limits first, then everybody's part, and what is left to be talked about.
//!
//! Check-ins attach by themselves: each part shows what its member reported since the review before, or in the last
//! interval of check-ins, so that nobody says twice what stands on the board. What is talked about follows from the
//! team's `reviewMode`:
//!
//! | Mode | What is talked about |
//! |---|---|
//! | `live` | everybody's part, one after the other, `reviewMinutesPerMember` each |
//! | `before` | what is stuck, whoever is silent, and what somebody noticed: the rest was read before |
//!
//! The minutes of a review that was closed are the same value: parts and check-ins end where it was closed. Numbers and
//! limits are those of the scene; [`Ledger::as_of`](super::board::Ledger::as_of) that moment gives those of the day.

use super::attention::{Concern, Group, Scene, attention};
use super::board::{Entry, Review, Said};
use super::calendar::{DAY_MS, day_of};
use super::event::EventId;
use super::goals::{ReviewMode, Text};
use super::guardrail::Standing;
use super::id::{MemberId, ObjectiveId};
use super::one_to_one;
use super::people::Person;
use super::progress::{Summary, summary_in};

/// Days of check-ins that belong to a team's first review, where the team has no check-ins to count by.
const WITHOUT_CADENCE: u64 = 7;

/// A review, in the order it is held.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// Which.
    pub review: EventId,
    /// The moment after which check-ins belong to it, in milliseconds.
    pub since: u64,
    /// The numbers of each objective that is not closed, in the document's order.
    pub numbers: Vec<(ObjectiveId, Summary)>,
    /// Where each limit stands, in the document's order.
    pub limits: Vec<Standing>,
    /// Everybody's part, in the document's order.
    pub parts: Vec<Part>,
    /// What is talked about, in this order.
    pub topics: Vec<Topic>,
    /// How many minutes it takes, where everybody has theirs.
    pub minutes: Option<u32>,
    /// Whether nobody is silent, so that it can be closed.
    pub complete: bool,
    /// Whoever closed it.
    pub closed: Option<(EventId, Person)>,
}

/// One member's part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Whose.
    pub member: Person,
    /// What they said, or what was noted for them.
    pub entry: Option<Entry>,
    /// Whether they said before that they would be away.
    pub away: bool,
    /// What they reported since the review before, oldest first.
    pub check_ins: Vec<one_to_one::Said>,
}

/// Something to talk about.
#[derive(Clone, Debug, PartialEq)]
pub enum Topic {
    /// A member's part.
    Part(MemberId),
    /// What is stuck, as the board knows it.
    Stuck(Concern),
    /// What stands in somebody's way, as they posted it.
    Blocked(Person, Text),
    /// Somebody who has neither posted nor passed, and is not absent.
    Silent(Person),
    /// What somebody noticed.
    Noticed(Person, Text),
}

impl Part {
    /// Whether nothing is known of it.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.entry.is_none() && !self.away
    }

    /// Something they posted, unless it is empty.
    fn posted(&self, words: fn(&super::event::Post) -> &Text) -> Option<(Person, Text)> {
        match &self.entry.as_ref()?.said {
            Said::Post(post) => Some((self.member.clone(), words(post).clone())).filter(|(_, t)| !t.trim().is_empty()),
            Said::Pass | Said::Absent => None,
        }
    }
}

/// A review as `viewer` holds it; `None` when there is no such review.
#[must_use]
pub fn agenda(scene: &Scene<'_>, review: EventId, viewer: Option<&MemberId>) -> Option<Agenda> {
    let goals = scene.goals();
    let reviews = scene.board().reviews();
    let place = reviews.iter().position(|other| other.id == review)?;
    let review = reviews[place];
    let since = match reviews[..place].last() {
        Some(before) => before.closed.as_ref().map_or(before.id, |(event, _)| *event).stamp.ms,
        None => {
            let days = goals.cadence.check_in.map_or(WITHOUT_CADENCE, |every| every.days());
            review.id.stamp.ms.saturating_sub(days * DAY_MS)
        }
    };
    let parts = parts(scene, review, since);
    let complete = !parts.iter().any(Part::is_silent);
    let open = goals.objectives.iter().filter(|objective| !scene.is_closed(objective));
    let mode = goals.cadence.review_mode;
    let each = goals.cadence.review_minutes_per_member;
    let talks = parts.iter().filter(|part| !is_absent(part)).count();
    Some(Agenda {
        review: review.id,
        since,
        numbers: open
            .map(|objective| {
                let summary = summary_in(scene.board(), objective, scene.now, scene.zone);
                (objective.id.clone(), summary)
            })
            .collect(),
        limits: scene.limits().standings(),
        topics: topics(scene, mode, &parts, viewer),
        minutes: (mode == ReviewMode::Live).then(|| each.saturating_mul(u32::try_from(talks).unwrap_or(u32::MAX))),
        complete,
        closed: review.closed.clone(),
        parts,
    })
}

/// Everybody who is on the team on the review's day, and whoever else has said something.
fn parts(scene: &Scene<'_>, review: &Review, since: u64) -> Vec<Part> {
    let mut people = scene.board().team(day_of(review.id.stamp.ms));
    for entry in review.minutes() {
        if !people.iter().any(|person| person.id == entry.member.id) {
            people.push(entry.member.clone());
        }
    }
    // Nobody was silent where it is closed, and whoever was let in since was not there.
    let closed = review.closed.is_some();
    let listed = |member: &MemberId| scene.goals().members.iter().any(|listed| listed.id == *member);
    people.retain(|person| !closed || listed(&person.id) || review.entry(&person.id).is_some());
    let aways = scene.board().life().map_or(&[][..], |life| &life.aways);
    let silent: Vec<_> = review.silent(&people, aways).map(|person| person.id.clone()).collect();
    let end = review.closed.as_ref().map_or(EventId::LAST, |(event, _)| *event);
    let mut log = one_to_one::recent(scene, since.saturating_add(1));
    log.retain(|logged| logged.event.id < end);
    let part = |member: &Person| {
        let entry = review.entry(&member.id).cloned();
        Part {
            away: entry.is_none() && (closed || !silent.contains(&member.id)),
            check_ins: one_to_one::said(scene, &member.id, &log),
            entry,
            member: member.clone(),
        }
    };
    people.iter().map(part).collect()
}

fn is_absent(part: &Part) -> bool {
    let said = part.entry.as_ref().map(|entry| &entry.said);
    part.away || matches!(said, Some(Said::Absent))
}

fn topics(scene: &Scene<'_>, mode: ReviewMode, parts: &[Part], viewer: Option<&MemberId>) -> Vec<Topic> {
    if mode == ReviewMode::Live {
        let present = parts.iter().filter(|part| !is_absent(part));
        return present.map(|part| Topic::Part(part.member.id.clone())).collect();
    }
    let concerns = attention(scene, viewer).into_iter();
    let stuck = concerns
        .filter(|concern| concern.why.group() == Group::Stuck)
        .map(Topic::Stuck);
    let blocked = parts.iter().filter_map(|part| part.posted(|post| &post.blocked));
    let silent = parts.iter().filter(|part| part.is_silent());
    let noticed = parts.iter().filter_map(|part| part.posted(|post| &post.noticed));
    stuck
        .chain(blocked.map(|(who, words)| Topic::Blocked(who, words)))
        .chain(silent.map(|part| Topic::Silent(part.member.clone())))
        .chain(noticed.map(|(who, words)| Topic::Noticed(who, words)))
        .collect()
}
