//! What became of initiatives.

use super::{News, Then};
use crate::domain::attention::{Scene, Word, last_words};
use crate::domain::board::{Finish, Work};
use crate::domain::event::{EventId, Subject};
use crate::domain::goals::{InitiativeState, Text};
use crate::domain::id::InitiativeId;
use crate::domain::people::Person;

/// An initiative that ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    /// Which.
    pub initiative: InitiativeId,
    /// Its title.
    pub title: Text,
    /// Who had it.
    pub holders: Vec<Person>,
    /// How it went.
    pub finish: Finish,
}

/// A seat that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Started {
    /// Of which initiative.
    pub initiative: InitiativeId,
    /// Its title.
    pub title: Text,
    /// By whom.
    pub by: Person,
}

/// Something that is stuck.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// What.
    pub on: Subject,
    /// Its title.
    pub title: Text,
    /// Who says so.
    pub by: Person,
    /// The check-in.
    pub event: EventId,
}

pub(super) fn work(then: &Then<'_>, now: &Scene<'_>, news: &mut News) {
    for (_, initiative, work) in now.board().works() {
        let before = then.board.work(&initiative.id);
        let was = before.map_or(InitiativeState::Open, |before| before.state);
        let ended = work.state != was;
        match work.state {
            InitiativeState::Open => claimed(before.map(|before| &**before), work, &mut news.claimed),
            InitiativeState::Done if ended => news.finished.extend(end(work)),
            InitiativeState::Dropped if ended => news.dropped.extend(end(work)),
            InitiativeState::Done | InitiativeState::Dropped => {}
        }
    }
    stuck(then.ms, now, news);
}

/// How it ended; `None` when no event ended it, or it was split into parts that go on.
fn end(work: &Work) -> Option<Ended> {
    Some(Ended {
        initiative: work.initiative.id.clone(),
        title: work.initiative.title.clone(),
        holders: work.holders().iter().map(|claim| claim.by.clone()).collect(),
        finish: work.finish()?.clone(),
    })
}

fn claimed(before: Option<&Work>, work: &Work, list: &mut Vec<Started>) {
    let held = before.map_or(&[][..], Work::holders);
    for claim in work.holders() {
        let took = claim.event.is_some() && held.iter().all(|before| before.by.id != claim.by.id);
        // A part of what was split is held by whoever held the whole.
        if took && work.part_of().is_none_or(|_| before.is_some()) {
            list.push(Started {
                initiative: work.initiative.id.clone(),
                title: work.initiative.title.clone(),
                by: claim.by.clone(),
            });
        }
    }
}

/// What somebody's last word since then says is stuck: confidence that is off track, something in the way, or a call
/// for help that nobody has answered.
fn stuck(since: u64, scene: &Scene<'_>, news: &mut News) {
    let mut tell = |on: &Subject, title: &Text, word: &Word<'_>| {
        let stuck = || word.low().is_some() || word.is_blocked() || !word.asked(scene, on).is_empty();
        if word.event.stamp.ms > since && stuck() {
            let known = news.stuck.iter().any(|trouble| trouble.on == *on);
            if !known {
                news.stuck.push(Trouble {
                    on: on.clone(),
                    title: title.clone(),
                    by: word.by.clone(),
                    event: word.event,
                });
            }
        }
    };
    last_words(scene, &mut tell);
}
