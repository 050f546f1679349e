//! What somebody sees who is about to act.

use std::rc::Rc;

use alignment_board::domain::board::{Board, Work};
use alignment_board::domain::calendar::{DAY_MS, Day, day_of};
use alignment_board::domain::event::{EventId, Subject};
use alignment_board::domain::goals::Text;
use alignment_board::domain::id::{InitiativeId, MemberId, ObjectiveId};
use alignment_board::domain::stamp::Stamp;

use crate::chance::Chance;

/// Everybody, the unlisted and the misspelt.
const NAMES: [&str; 8] = ["ana", "Ben", "cai", "dee", "eve", "zoe", "crew", "nobody"];

/// A member before a board.
pub(crate) struct Sight<'a> {
    pub(crate) board: &'a Board,
    pub(crate) me: MemberId,
    /// All events here, and those that were made here.
    pub(crate) events: &'a [EventId],
    pub(crate) mine: &'a [EventId],
    pub(crate) ms: u64,
    works: Vec<(InitiativeId, Rc<Work>)>,
}

impl<'a> Sight<'a> {
    pub(crate) fn new(board: &'a Board, by: &str, events: &'a [EventId], mine: &'a [EventId], ms: u64) -> Self {
        let me = board.person(by).map_or_else(|| by.into(), |person| person.id);
        let works = board
            .works()
            .map(|(_, initiative, work)| (initiative.id.clone(), work.clone()));
        Self {
            board,
            me,
            events,
            mine,
            ms,
            works: works.collect(),
        }
    }

    /// An initiative that fits, if any does; else any, or one that nobody ever heard of.
    pub(crate) fn initiative(&self, chance: &mut Chance, fits: impl Fn(&Work, &MemberId) -> bool) -> InitiativeId {
        let fitting: Vec<_> = self.works.iter().filter(|(_, work)| fits(work, &self.me)).collect();
        match chance.pick(&fitting) {
            Some((id, _)) if !chance.one_in(20) => id.clone(),
            _ => self.any_initiative(chance),
        }
    }

    pub(crate) fn any_initiative(&self, chance: &mut Chance) -> InitiativeId {
        if chance.one_in(12) {
            return chance.word(&["gone", "brief", "film", "films"]).into();
        }
        chance
            .pick(&self.works)
            .map_or_else(|| "gone".into(), |(id, _)| id.clone())
    }

    pub(crate) fn work(&self, id: &InitiativeId) -> Option<&Work> {
        self.works.iter().find(|(own, _)| own == id).map(|(_, work)| &**work)
    }

    pub(crate) fn objective(&self, chance: &mut Chance) -> ObjectiveId {
        if chance.one_in(12) {
            return "nothing".into();
        }
        let mut all = self.board.goals().objectives.iter().collect::<Vec<_>>();
        // What was accepted lately is what people turn to.
        if chance.one_in(2) && all.len() > 2 {
            all.drain(..2);
        }
        chance
            .pick(&all)
            .map_or_else(|| "talk".into(), |objective| objective.id.clone())
    }

    /// Something with a number, of the document or of an accepted objective.
    pub(crate) fn number(&self, chance: &mut Chance) -> Subject {
        let goals = self.board.goals();
        let key_results = goals.objectives.iter().flat_map(|objective| &objective.key_results);
        let key_results = key_results.map(|key_result| Subject::KeyResult(key_result.id.clone()));
        let mut all: Vec<_> = key_results.collect();
        all.extend([
            Subject::NorthStar,
            Subject::Guardrail("cac".into()),
            Subject::KeyResult("gone".into()),
        ]);
        chance.pick(&all).cloned().unwrap_or(Subject::NorthStar)
    }

    /// Anything people can talk about.
    pub(crate) fn subject(&self, chance: &mut Chance) -> Subject {
        match chance.below(6) {
            0 | 1 => Subject::Initiative(self.any_initiative(chance)),
            2 => Subject::Objective(self.objective(chance)),
            3 => self.number(chance),
            _ => Subject::Begun(self.begun(chance)),
        }
    }

    /// What some event began.
    pub(crate) fn begun(&self, chance: &mut Chance) -> EventId {
        let board = self.board;
        let all: Vec<EventId> = [
            board.ideas().iter().map(|one| one.id).collect::<Vec<_>>(),
            board.pitches().iter().map(|one| one.id).collect(),
            board.proposals().iter().map(|one| one.id).collect(),
            board.questions().iter().map(|one| one.id).collect(),
            board.decisions().iter().map(|one| one.id).collect(),
            board.reviews().iter().map(|one| one.id).collect(),
            board.joins().iter().map(|one| one.id).collect(),
        ]
        .concat();
        self.one_of(&all, chance)
    }

    /// One of the events that fit, mostly.
    pub(crate) fn one_of(&self, fitting: &[EventId], chance: &mut Chance) -> EventId {
        match chance.pick(fitting) {
            Some(id) if !chance.one_in(20) => *id,
            _ => self.any_event(chance),
        }
    }

    /// Any event that is here, or one that is nowhere.
    pub(crate) fn any_event(&self, chance: &mut Chance) -> EventId {
        let nowhere = EventId {
            stamp: Stamp {
                ms: self.ms,
                counter: 0,
                replica: 0,
            },
            hash: [7; 12],
        };
        chance.pick(self.events).copied().unwrap_or(nowhere)
    }

    /// Somebody's name.
    pub(crate) fn name(&self, chance: &mut Chance) -> Text {
        chance.word(&NAMES).into()
    }

    /// A number as people write them, and some that nobody writes.
    pub(crate) fn figure(&self, chance: &mut Chance) -> f64 {
        match chance.below(12) {
            0 => 1.7e308,
            1 => -1.7e308,
            2 => 5e-324,
            3 => 0.0,
            _ => chance.below(1_500) as f64 / 10.0 - 10.0,
        }
    }

    /// A day near today.
    pub(crate) fn day(&self, chance: &mut Chance, ahead: u64) -> Day {
        day_of(self.ms + (chance.below(ahead) * DAY_MS) - 2 * DAY_MS)
    }
}
