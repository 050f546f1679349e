//! Takes events in any order and keeps the board they fold into.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::Board;
use super::cast::{Cast, Wish};
use super::charter::Charter;
use super::columns::Shown;
use super::filing::{Filed, blank};
use super::hash::{Map, Set};
use super::log::{Log, Logged};
use super::names::Names;
use super::order::by_event;
use super::refusal::Refusal;
use super::registry::Registry;
use super::shared::Shared;
use crate::domain::event::{Body, Event, EventId, Subject};
use crate::domain::goals::Goals;
use crate::domain::stamp::is_ahead;

/// The set of events and the board it makes. Adding is a set union: order and repetition do not matter.
#[derive(Debug)]
pub struct Ledger {
    pub(super) document: Rc<Goals>,
    pub(super) charter: Charter,
    pub(super) cast: Cast,
    pub(super) board: Board,
    /// The events about each subject, by its number.
    pub(super) logs: Vec<Log>,
    /// The number of what each known event is about; [`NOWHERE`] when that is not known (yet).
    pub(super) homes: Map<EventId, u32>,
    /// Events that nothing here can fold: unknown types, what was erased, and retracts whose target has not come.
    pub(super) elsewhere: Map<EventId, Rc<Event>>,
    /// Retracts by their target, while it is not known what that is about.
    pub(super) orphans: Vec<Vec<EventId>>,
    /// Where there the retracts of a target are.
    pub(super) awaited: Names,
    pub(super) erased: Set<EventId>,
    /// Logs to be folded anew, first what others depend on.
    pub(super) dirty: BinaryHeap<Reverse<(u8, u32)>>,
    /// Where the document has its initiatives, by their numbers.
    pub(super) places: Vec<Option<(u32, u32)>>,
    /// How each initiative is shown.
    pub(super) shown: Vec<Option<Shown>>,
    /// What comes while so much comes at once that each log is better folded as a whole: it is given to the logs when
    /// all is there.
    pub(super) heap: Option<Vec<Filed>>,
    /// Accepted proposals, and the event that accepted each.
    pub(super) accepted: Vec<(EventId, EventId)>,
    /// The charter is not that of the accepted proposals any more.
    pub(super) stale: bool,
    /// The wishes to join, in their order.
    pub(super) wishes: Vec<Wish>,
    /// Events from a clock too far ahead, until their time comes, earliest first.
    aside: Vec<Rc<Event>>,
}

/// No number: what an event is about is not known.
pub(super) const NOWHERE: u32 = u32::MAX;

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
        let registry = Rc::new(Registry::new(&goals));
        let mut places = vec![None; registry.len()];
        for (o, objective) in (0..).zip(&goals.objectives) {
            for (i, initiative) in (0..).zip(&objective.initiatives) {
                let place = registry
                    .of(&initiative.id)
                    .and_then(|number| places.get_mut(number as usize));
                if let Some(place @ None) = place {
                    *place = Some((o, i));
                }
            }
        }
        let mut ledger = Self {
            charter: Charter::new(&goals),
            cast: Cast::default(),
            board: Board {
                goals: goals.clone(),
                registry,
                slots: Shared::new(),
                columns: Vec::new(),
                superseded: Rc::default(),
                guests: Rc::default(),
            },
            document: goals,
            logs: Vec::new(),
            homes: Map::default(),
            elsewhere: Map::default(),
            orphans: Vec::new(),
            awaited: Names::default(),
            erased: Set::default(),
            dirty: BinaryHeap::new(),
            places,
            shown: Vec::new(),
            heap: None,
            accepted: Vec::new(),
            stale: false,
            wishes: Vec::new(),
            aside: Vec::new(),
        };
        ledger.open_slots();
        ledger.set_columns();
        ledger
    }

    /// The board as of the events added.
    #[must_use]
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// Adds an event, seen at `now_ms`.
    pub fn add(&mut self, event: impl Into<Rc<Event>>, now_ms: u64) -> Added {
        let added = self.take(event.into(), now_ms);
        self.settle();
        added
    }

    /// Adds many events, seen at `now_ms`, and folds what they are about once; true when there was anything new.
    pub fn extend<E: Into<Rc<Event>>>(&mut self, events: impl IntoIterator<Item = E>, now_ms: u64) -> bool {
        let events = events.into_iter();
        self.make_room(events.size_hint().1.unwrap_or(0));
        let mut news = false;
        for event in events {
            news |= self.take(event.into(), now_ms) != Added::Known;
        }
        self.settle();
        news
    }

    /// Makes ready for so many events at once. Then each log is in the processor's reach once and not at every event. What
    /// is there already is folded again, so it pays only while there is less of that.
    fn make_room(&mut self, many: usize) {
        if many > self.homes.len() {
            self.homes.reserve(many);
            self.heap = Some(Vec::with_capacity(many));
        }
    }

    fn take(&mut self, mut event: Rc<Event>, now_ms: u64) -> Added {
        if self.homes.contains_key(&event.id) {
            return Added::Known;
        }
        if is_ahead(event.id.stamp, now_ms) {
            return match self.aside.binary_search_by_key(&event.id, |aside| aside.id) {
                Ok(_) => Added::Known,
                Err(place) => {
                    self.aside.insert(place, event);
                    Added::Aside
                }
            };
        }
        if let Ok(place) = self.aside.binary_search_by_key(&event.id, |aside| aside.id) {
            self.aside.remove(place);
        }
        let (author, by) = self.cast.number(&self.document, &event.by);
        // Each name is kept once.
        if let Some(own) = Rc::get_mut(&mut event) {
            own.by = by;
        }
        self.file(event, author);
        Added::Folded
    }

    /// Folds the events whose time has come; true when there were any.
    pub fn advance(&mut self, now_ms: u64) -> bool {
        let due = self.aside.partition_point(|event| !is_ahead(event.id.stamp, now_ms));
        for event in self.aside.drain(..due).collect::<Vec<_>>() {
            self.refile(event);
        }
        self.settle();
        due > 0
    }

    /// The events kept until their time comes, earliest first.
    #[must_use]
    pub fn aside(&self) -> &[Rc<Event>] {
        &self.aside
    }

    /// The same events under other goals, as when the document was edited.
    #[must_use]
    #[inline(never)]
    pub fn under(self, goals: Rc<Goals>) -> Self {
        let mut ledger = Self::new(goals);
        ledger.erased.clone_from(&self.erased);
        ledger.refile_all(self.events());
        ledger.aside = self.aside;
        ledger
    }

    /// The board as it was at a moment, with today's goals: what was known then of what had been done until then. It
    /// folds that part of the events anew and costs as much as loading them did.
    #[must_use]
    pub fn as_of(&self, ms: u64) -> Self {
        let mut ledger = Self::new(self.document.clone());
        ledger.erased.clone_from(&self.erased);
        let mut events = self.events();
        events.truncate(events.partition_point(|event| event.id.stamp.ms <= ms));
        ledger.refile_all(events);
        ledger
    }

    /// All events but those kept aside, in their order.
    #[must_use]
    pub fn events(&self) -> Vec<Rc<Event>> {
        let logged = self
            .logs
            .iter()
            .flat_map(|log| &log.entries)
            .map(|logged| &logged.event);
        let mut events: Vec<_> = logged.chain(self.elsewhere.values()).cloned().collect();
        by_event(&mut events, |event| event.id);
        events
    }

    /// What was said and done about one thing, oldest first, each with its verdict.
    #[must_use]
    pub fn about(&self, subject: &Subject) -> &[Logged] {
        let number = self.board.registry.get(subject);
        number
            .and_then(|number| self.logs.get(number))
            .map_or(&[], |log| &log.entries)
    }

    /// Every event there is a verdict on, about whatever it is, in no order.
    pub fn logged(&self) -> impl Iterator<Item = &Logged> {
        self.logs.iter().flat_map(|log| &log.entries)
    }

    /// The events that nothing here can fold, each with the reason, oldest first: what was erased, what only a later
    /// version understands, and what takes back an event that has not come.
    pub fn loose(&self) -> impl Iterator<Item = (&Rc<Event>, Refusal)> {
        let mut loose: Vec<_> = self.elsewhere.values().collect();
        by_event(&mut loose, |event| event.id);
        loose.into_iter().map(|event| {
            let refusal = match event.body {
                Body::Erased => Refusal::Erased,
                Body::Retract { .. } => Refusal::NothingToRetract,
                _ => Refusal::Newer,
            };
            (event, refusal)
        })
    }

    /// What an event is about, when that is known.
    #[must_use]
    pub fn home(&self, event: EventId) -> Option<Subject> {
        self.board.registry.subject(*self.homes.get(&event)? as usize)
    }

    /// Whether an event is here, if only its id.
    #[must_use]
    pub fn holds(&self, event: EventId) -> bool {
        self.homes.contains_key(&event) || self.aside.binary_search_by_key(&event, |aside| aside.id).is_ok()
    }

    /// Whether a lead erased an event: its id is kept, and stores never push it.
    #[must_use]
    pub fn is_erased(&self, event: EventId) -> bool {
        self.erased.contains(&event)
    }

    /// All that was erased.
    pub fn erased(&self) -> impl Iterator<Item = EventId> {
        self.erased.iter().copied()
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

    pub(super) fn refile_all(&mut self, events: Vec<Rc<Event>>) {
        self.make_room(events.len());
        for event in events {
            self.refile(event);
        }
        self.settle();
    }

    fn refile(&mut self, event: Rc<Event>) {
        let (author, _) = self.cast.number(&self.document, &event.by);
        self.file(event, author);
    }

    /// Forgets the content of an event that is kept aside.
    pub(super) fn erase_aside(&mut self, id: EventId) {
        if let Ok(place) = self.aside.binary_search_by_key(&id, |aside| aside.id)
            && !matches!(self.aside[place].body, Body::Erase { .. })
        {
            self.aside[place] = Rc::new(blank(id));
        }
    }
}
