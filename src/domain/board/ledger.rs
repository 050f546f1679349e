//! Takes events in any order and keeps the board they fold into.

use std::collections::HashMap;
use std::rc::Rc;

use super::Board;
use super::log::{Log, Logged};
use super::measured::{Measured, Measuring};
use super::refusal::Refusal;
use super::work::{Work, Working};
use crate::domain::event::{Event, EventId, Subject};
use crate::domain::goals::Goals;
use crate::domain::stamp::is_ahead;

/// The set of events and the board it makes. Adding is a set union: order and repetition do not matter.
#[derive(Debug)]
pub struct Ledger {
    board: Board,
    logs: HashMap<Subject, Log>,
    /// What each known event is about; `None` when that is not known (yet).
    homes: HashMap<EventId, Option<Subject>>,
    /// Events that nothing here can fold: unknown types, and retracts whose target has not come.
    elsewhere: Vec<Rc<Event>>,
    /// Retracts by their target, while it is not known what that is about.
    orphans: HashMap<EventId, Vec<Rc<Event>>>,
    /// Events from a clock too far ahead, until their time comes, earliest first.
    aside: Vec<Rc<Event>>,
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is part of the board now.
    Folded,
    /// It was here already.
    Known,
    /// It is kept until its time comes: its author's clock is ahead.
    Aside,
}

impl Ledger {
    /// No events yet.
    #[must_use]
    pub fn new(goals: Rc<Goals>) -> Self {
        Self::on(Board::new(goals))
    }

    fn on(board: Board) -> Self {
        Self {
            board,
            logs: HashMap::new(),
            homes: HashMap::new(),
            elsewhere: Vec::new(),
            orphans: HashMap::new(),
            aside: Vec::new(),
        }
    }

    /// The board as of the events added.
    #[must_use]
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// Adds an event, seen at `now_ms`.
    pub fn add(&mut self, event: Event, now_ms: u64) -> Added {
        let place = self.aside.binary_search_by_key(&event.id, |aside| aside.id);
        if self.homes.contains_key(&event.id) || place.is_ok() {
            return Added::Known;
        }
        let event = Rc::new(event);
        if is_ahead(event.id.stamp, now_ms) {
            self.aside.insert(place.unwrap_or_else(|place| place), event);
            return Added::Aside;
        }
        self.fold(event);
        Added::Folded
    }

    /// Folds the events whose time has come; true when there were any.
    pub fn advance(&mut self, now_ms: u64) -> bool {
        let due = self.aside.partition_point(|event| !is_ahead(event.id.stamp, now_ms));
        for event in self.aside.drain(..due).collect::<Vec<_>>() {
            self.fold(event);
        }
        due > 0
    }

    /// The events kept until their time comes, earliest first.
    #[must_use]
    pub fn aside(&self) -> &[Rc<Event>] {
        &self.aside
    }

    /// The same events under other goals, as when the document was edited.
    #[must_use]
    pub fn under(self, goals: Rc<Goals>) -> Self {
        let mut ledger = Self::new(goals);
        ledger.aside = self.aside;
        let logged = self.logs.into_values().flat_map(|log| log.0).map(|logged| logged.event);
        let mut events: Vec<_> = logged.chain(self.elsewhere).collect();
        events.sort_unstable_by_key(|event| event.id);
        for event in events {
            ledger.fold(event);
        }
        ledger
    }

    /// Whether an event would count if it came now; asked before it is written.
    ///
    /// # Errors
    /// With the reason why it would not.
    pub fn would_count(&self, event: &Event) -> Result<(), Refusal> {
        let home = match event.retracts() {
            Some(target) => self.homes.get(&target).cloned().flatten(),
            None => event.subject(),
        };
        let subject = self.own(&home.ok_or(Refusal::NothingToRetract)?);
        let mut trial = Self::on(self.board.clone());
        trial.logs.insert(subject.clone(), Log(self.about(&subject).to_vec()));
        trial.file(&subject, Rc::new(event.clone()));
        let verdict = trial.about(&subject).iter().find(|logged| logged.event.id == event.id);
        verdict.and_then(|logged| logged.refused).map_or(Ok(()), Err)
    }

    /// What was said and done about one thing, oldest first, each with its verdict.
    #[must_use]
    pub fn about(&self, subject: &Subject) -> &[Logged] {
        self.logs.get(&self.own(subject)).map_or(&[], |log| &log.0)
    }

    /// How many events are here, those kept aside included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.homes.len() + self.aside.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn fold(&mut self, event: Rc<Event>) {
        let subject = match event.retracts() {
            None => event.subject().map(|subject| self.own(&subject)),
            Some(target) => self.homes.get(&target).cloned().flatten(),
        };
        match subject {
            Some(subject) => self.settle(&subject, event),
            None => {
                self.homes.insert(event.id, None);
                if let Some(target) = event.retracts() {
                    self.orphans.entry(target).or_default().push(event.clone());
                }
                self.elsewhere.push(event);
            }
        }
    }

    /// Files an event where it belongs, and the retracts that waited for it, and those that waited for them.
    fn settle(&mut self, subject: &Subject, event: Rc<Event>) {
        let mut settled = vec![event];
        while let Some(event) = settled.pop() {
            let orphans = self.orphans.remove(&event.id).unwrap_or_default();
            self.elsewhere
                .retain(|other| !orphans.iter().any(|orphan| orphan.id == other.id));
            self.homes.insert(event.id, Some(subject.clone()));
            self.file(subject, event);
            settled.extend(orphans);
        }
    }

    /// The subject under its present id.
    fn own(&self, subject: &Subject) -> Subject {
        match subject {
            Subject::Initiative(id) => match self.board.initiative(id) {
                Some((_, initiative, _)) => Subject::Initiative(initiative.id.clone()),
                None => subject.clone(),
            },
            _ => subject.clone(),
        }
    }

    /// Files an event in its log and folds what follows from it.
    fn file(&mut self, subject: &Subject, event: Rc<Event>) {
        let log = self.logs.entry(subject.clone()).or_default();
        let last = log.insert(event);
        let goals = self.board.goals.clone();
        match subject {
            Subject::Initiative(id) => {
                let Some(number) = self.board.index.initiatives.get(id).copied() else {
                    return log.refuse_all();
                };
                let (o, i) = self.board.index.places[number];
                let objective = &goals.objectives[o];
                let initiative = &objective.initiatives[i];
                let state = Rc::make_mut(&mut self.board.works[number]);
                if !last {
                    *state = Work::new(&goals, initiative);
                }
                log.fold(
                    last,
                    &mut Working {
                        goals: &goals,
                        objective,
                        initiative,
                        state,
                    },
                );
            }
            Subject::KeyResult(id) => {
                let Some(number) = self.board.index.key_results.get(id).copied() else {
                    return log.refuse_all();
                };
                let (o, k) = self.board.index.rows[number];
                let objective = &goals.objectives[o];
                let key_result = &objective.key_results[k];
                let state = Rc::make_mut(&mut self.board.measured[number]);
                if !last {
                    *state = Measured::new(key_result);
                }
                log.fold(
                    last,
                    &mut Measuring {
                        goals: &goals,
                        objective,
                        key_result,
                        state,
                    },
                );
            }
            _ => log.refuse_all(),
        }
    }
}
