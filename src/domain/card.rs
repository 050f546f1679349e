//! A card as one viewer sees it: where its initiative stands, and what this person can do next.

use super::board::Work;
use super::cadence::of_work;
use super::calendar::{Day, Now, TimeZone};
use super::goals::{Goals, Initiative, InitiativeState, Objective};
use super::id::MemberId;
use super::progress::{Status, confidence_status};

/// Something a person can do on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Take a free seat.
    Claim,
    /// Stand in line for a seat.
    Wait,
    /// Leave the wait list.
    Leave,
    /// Take the seat somebody offers.
    Accept,
    /// Report.
    CheckIn,
    /// Offer one's seat to somebody.
    HandOver,
    /// Put it under another objective.
    Move,
    /// Leave one's seat.
    Release,
    /// Finish it.
    Finish,
    /// Take it up again.
    Reopen,
}

/// What a viewer can do, the fitting one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acts {
    /// The one that fits best.
    pub first: Option<Act>,
    /// The others.
    pub more: Vec<Act>,
}

impl Acts {
    fn new(first: Option<Act>, more: &[Act]) -> Self {
        Self {
            first,
            more: more.to_vec(),
        }
    }
}

/// How a held initiative is doing, from what was said and how long ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pulse {
    /// From the last check-in's confidence.
    Said(Status),
    /// No news for that many days, whatever was said last.
    Outdated(i64),
    /// A check-in is due, and there never was one.
    NeverSaid,
}

/// What `viewer` can do. Somebody unknown may still try to claim: they are asked who they are.
#[must_use]
pub fn acts(
    goals: &Goals,
    objective: &Objective,
    initiative: &Initiative,
    work: &Work,
    viewer: Option<&MemberId>,
    now: Now,
) -> Acts {
    if !initiative.claimable || work.locked {
        return Acts::default();
    }
    let Some(viewer) = viewer else {
        let free = work.state == InitiativeState::Open && work.seats_free() > 0;
        return Acts::new(free.then_some(Act::Claim), &[]);
    };
    if !goals.is_here(viewer, now.today) {
        return Acts::default();
    }
    let leads = goals.leads(viewer, objective, now.today);
    let elsewhere = goals.objectives.len() > 1;
    let holds = work.holds(viewer);
    if work.state != InitiativeState::Open {
        return Acts::new(None, if holds || leads { &[Act::Reopen] } else { &[] });
    }
    if holds {
        let more: &[Act] = if elsewhere {
            &[Act::HandOver, Act::Move, Act::Finish, Act::Release]
        } else {
            &[Act::HandOver, Act::Finish, Act::Release]
        };
        return Acts::new(Some(Act::CheckIn), more);
    }
    let finish: &[Act] = match (leads && elsewhere, leads && !work.queue.is_empty()) {
        (true, true) => &[Act::Move, Act::Finish],
        (true, false) => &[Act::Move],
        (false, true) => &[Act::Finish],
        (false, false) => &[],
    };
    if work.offer_to(viewer).is_some() {
        return Acts::new(Some(Act::Accept), finish);
    }
    if work.place_waiting(viewer).is_some() {
        return Acts::new(None, &[&[Act::Leave, Act::CheckIn], finish].concat());
    }
    if work.seats_free() > 0 {
        return Acts::new(Some(Act::Claim), finish);
    }
    Acts::new(None, &[&[Act::Wait], finish].concat())
}

/// How a held, open initiative is doing, in the team's days; `None` for one nobody has or that is finished.
#[must_use]
pub fn pulse(goals: &Goals, work: &Work, now: Now, zone: &TimeZone) -> Option<Pulse> {
    let timing = of_work(goals, work, now, zone)?;
    let Some(said) = work.last_spoken() else {
        return timing.owed.map(|_| Pulse::NeverSaid);
    };
    if timing.outdated {
        return Some(Pulse::Outdated((now.today - zone.day(said.event.stamp.ms)).num_days()));
    }
    let said = work.spoken.iter().rev().find_map(|s| s.check_in.confidence);
    said.map(|confidence| Pulse::Said(confidence_status(confidence)))
}

/// The day a check-in on a held initiative is due since, if one is, in the team's days.
#[must_use]
pub fn check_in_due(goals: &Goals, work: &Work, now: Now, zone: &TimeZone) -> Option<Day> {
    of_work(goals, work, now, zone)?.owed
}

/// Whether the initiative's own due day has passed.
#[must_use]
pub fn is_late(initiative: &Initiative, work: &Work, now: Now) -> bool {
    work.state == InitiativeState::Open && initiative.due.is_some_and(|due| due < now.today)
}

/// The titles of the key results an initiative moves.
pub fn moves<'a>(objective: &'a Objective, initiative: &'a Initiative) -> impl Iterator<Item = &'a str> {
    let ids = &initiative.key_results;
    objective
        .key_results
        .iter()
        .filter(|k| ids.contains(&k.id))
        .map(|k| &*k.title)
}
