//! Where an event goes, and when what it is about is folded.

use std::cmp::Reverse;
use std::rc::Rc;

use super::Aim;
use super::context::Context;
use super::erasures::Erasures;
use super::ledger::{Ledger, NOWHERE};
use super::life::Life;
use super::log::{Log, Logged, fold};
use super::measured::Measured;
use super::names::Name;
use super::reach;
use super::slot::{Slot, State};
use super::work::Base;
use crate::domain::event::{Body, Event, EventId, Subject};
use crate::domain::id::InitiativeId;

impl Ledger {
    /// Puts an event where it belongs. What comes last there is folded at once; what comes late waits for
    /// [`Ledger::settle`].
    pub(super) fn file(&mut self, event: Rc<Event>, author: u32) {
        if self.erased.contains(&event.id) {
            // An erasure is not erased, or nobody would know what else is.
            if !matches!(event.body, Body::Erase { .. }) {
                return self.keep(Rc::new(blank(event.id)));
            }
            self.erased.remove(&event.id);
        }
        let home = match event.retracts() {
            None => {
                let known = event.initiative().and_then(|id| self.board.registry.of(id));
                known.or_else(|| event.subject().map(|subject| self.slot(&subject)))
            }
            Some(target) => self.homes.get(&target).copied().filter(|home| *home != NOWHERE),
        };
        let Some(home) = home else {
            return self.keep(event);
        };
        let id = event.id;
        for initiative in event.mentions() {
            self.tie(home, &Subject::Initiative(initiative.clone()));
        }
        self.put(home, Logged::new(event, author));
        let orphans = self.orphans_of(id).map(std::mem::take).unwrap_or_default();
        if !orphans.is_empty() {
            self.take_home(orphans);
        }
    }

    /// Files what waited for the event it takes back.
    #[inline(never)]
    fn take_home(&mut self, orphans: Vec<EventId>) {
        for retract in orphans {
            if let Some(event) = self.elsewhere.remove(&retract) {
                let author = self.cast.number(&self.document, &event.by).0;
                self.file(event, author);
            }
        }
    }

    /// Keeps an event that nothing here can fold.
    #[inline(never)]
    pub(super) fn keep(&mut self, event: Rc<Event>) {
        self.homes.insert(event.id, NOWHERE);
        if let Some(target) = event.retracts() {
            if self.orphans_of(target).is_none() {
                let number = u32::try_from(self.orphans.len()).unwrap_or(NOWHERE);
                self.awaited.put(Name::event(target), number);
                self.orphans.push(Vec::new());
            }
            if let Some(retracts) = self.orphans_of(target) {
                retracts.push(event.id);
            }
        }
        self.elsewhere.insert(event.id, event);
    }

    /// The retracts that wait for an event.
    fn orphans_of(&mut self, target: EventId) -> Option<&mut Vec<EventId>> {
        let number = self.awaited.get(&Name::event(target))?;
        self.orphans.get_mut(number as usize)
    }

    fn put(&mut self, home: u32, entry: Logged) {
        self.homes.insert(entry.event.id, home);
        if let Some(heap) = &mut self.heap {
            let needs = reach::needs(&entry.event);
            return heap.push(Filed { entry, home, needs });
        }
        let number = home as usize;
        let event = entry.event.clone();
        let Some(log) = self.logs.get_mut(number) else { return };
        log.needs |= reach::needs(&event);
        let late = log.last.is_some_and(|last| event.id < last);
        log.last = log.last.max(Some(event.id));
        log.unsorted |= late;
        log.entries.push(entry);
        let begins = log.root == Some(event.id);
        if begins {
            let layer = reach::layer_of(&event);
            if log.dirty && log.layer != layer {
                self.dirty.push(Reverse((layer, home)));
            }
            log.layer = layer;
        }
        if log.dirty {
            return;
        }
        if late {
            return self.soil(home);
        }
        let last = log.entries.len() - 1;
        self.fold_from(home, last);
        if begins || reach::goes_on(&event) {
            self.go_on(home, event.id);
        }
    }

    /// Gives what came at once to the logs, each of which grows once.
    fn give_out(&mut self, heap: Vec<Filed>) {
        let mut counts = vec![0; self.logs.len()];
        for filed in &heap {
            if let Some(count) = counts.get_mut(filed.home as usize) {
                *count += 1;
            }
        }
        for (log, count) in self.logs.iter_mut().zip(&counts) {
            log.entries.reserve_exact(*count);
        }
        for Filed { entry, home, needs } in heap {
            let Some(log) = self.logs.get_mut(home as usize) else {
                continue;
            };
            log.needs |= needs;
            // Sorting looks whether they are.
            log.unsorted = true;
            if log.root.is_some_and(|root| root == entry.event.id) {
                let layer = reach::layer_of(&entry.event);
                if log.dirty && log.layer != layer {
                    self.dirty.push(Reverse((layer, home)));
                }
                log.layer = layer;
            }
            log.entries.push(entry);
        }
        for (number, count) in (0..).zip(counts) {
            if count > 0 {
                self.soil(number);
            }
        }
    }

    /// Marks a log to be folded anew.
    pub(super) fn soil(&mut self, number: u32) {
        if let Some(log) = self.logs.get_mut(number as usize).filter(|log| !log.dirty) {
            log.dirty = true;
            self.dirty.push(Reverse((log.layer, number)));
        }
    }

    /// Marks a log to be folded anew, from another beginning.
    pub(super) fn begin_anew(&mut self, number: u32) {
        if let Some(log) = self.logs.get_mut(number as usize) {
            log.clean = false;
        }
        self.soil(number);
    }

    /// Folds everything that is to be folded anew, first what others depend on.
    pub(super) fn settle(&mut self) {
        if let Some(heap) = self.heap.take() {
            self.give_out(heap);
        }
        loop {
            let first = self.dirty.peek().map(|Reverse(first)| *first);
            if self.stale && first.is_none_or(|(layer, _)| layer > reach::PROPOSALS) {
                self.renew_charter();
                continue;
            }
            let Some((layer, number)) = first else { return };
            self.dirty.pop();
            // It may stand there twice, or under the layer it had before.
            let stands = self
                .logs
                .get(number as usize)
                .is_some_and(|log| log.dirty && log.layer == layer);
            if stands {
                self.refold(number);
            }
        }
    }

    #[inline(never)]
    fn refold(&mut self, number: u32) {
        let Some(subject) = self.board.registry.subject(number as usize) else {
            return;
        };
        if let Some(log) = self.logs.get_mut(number as usize) {
            log.sort();
            log.dirty = false;
        }
        let before = self.parts_of(number);
        if self.logs.get(number as usize).is_some_and(|log| !log.clean) {
            let state = self.fresh(&subject);
            if let Some(slot) = self.board.slots.get_mut(number as usize) {
                *slot = Slot::new(state);
            }
        }
        self.fold_from(number, 0);
        self.go_on(number, EventId::FIRST);
        self.part_with(before);
    }

    /// Whether a log's verdicts depend on who is away.
    pub(super) fn asks_who_is_away(&self, number: u32) -> bool {
        let log = self.logs.get(number as usize);
        log.is_some_and(|log| log.needs & reach::AWAY != 0)
    }

    /// Judges a log's entries from `first` on.
    fn fold_from(&mut self, number: u32, first: usize) {
        // Only few ask who is away, or who has spoken; the copy would make a log of absences slow to grow.
        let asks = self.asks_who_is_away(number);
        let life = if asks { self.board.life().cloned() } else { None };
        let mentions = if asks {
            self.mentions(number as usize)
        } else {
            Vec::new()
        };
        let Some(log) = self.logs.get_mut(number as usize) else {
            return;
        };
        let cx = Context {
            document: &self.document,
            charter: &self.charter.goals,
            aims: &self.charter,
            cast: &self.cast,
            aways: life.as_ref().map_or(&[], |life| &life.aways),
            mentions: &mentions,
            stranger: None,
            trial: false,
        };
        if let Some(slot) = self.board.slots.get_mut(number as usize) {
            log.clean = false;
            fold(&cx, &mut log.entries, first, slot, log.root);
        }
    }

    /// The number of a subject, with room for what is about it.
    pub(super) fn slot(&mut self, subject: &Subject) -> u32 {
        let number = self.board.registry.number(subject);
        if number as usize >= self.logs.len() {
            self.open_slots();
        }
        number
    }

    /// Makes room for every subject that has a number.
    pub(super) fn open_slots(&mut self) {
        for number in self.logs.len()..self.board.registry.len() {
            let Some(subject) = self.board.registry.subject(number) else {
                return;
            };
            self.logs.push(Log {
                layer: reach::layer(&subject),
                root: match subject {
                    Subject::Begun(id) => Some(id),
                    _ => None,
                },
                clean: true,
                ..Log::default()
            });
            self.shown.push(None);
            let state = self.fresh(&subject);
            self.board.slots.push(Slot::new(state));
        }
    }

    /// The state of something before any event about it.
    pub(super) fn fresh(&self, subject: &Subject) -> State {
        match subject {
            Subject::Initiative(id) => self
                .base(id)
                .map_or(State::Absent, |base| State::Work(Rc::new(base.work()))),
            Subject::KeyResult(_) | Subject::Guardrail(_) | Subject::NorthStar => Measured::of(&self.charter, subject)
                .map_or(State::Absent, |measured| State::Measured(Rc::new(measured))),
            Subject::Objective(id) if self.charter.column(id).is_some() => State::Aim(Rc::new(Aim::default())),
            Subject::Objective(_) => State::Absent,
            // Nothing is there before what began it.
            Subject::Begun(_) => State::Absent,
            Subject::Team => State::Life(Rc::new(Life::default())),
            Subject::Erasures => State::Erasures(Rc::new(Erasures::default())),
        }
    }

    /// Where an initiative comes from: the document, an accepted pitch, or a split.
    pub(super) fn base(&self, id: &InitiativeId) -> Option<Base> {
        let Some(place) = self.place_of(id) else {
            return self.born(id, None);
        };
        let objective = self.document.objectives.get(place.0 as usize)?;
        let initiative = objective.initiatives.get(place.1 as usize)?;
        let mut base = Base::of_document(&self.document, &objective.id, initiative, place.1 as usize);
        for old in initiative.formerly.iter().chain([id]) {
            if let Some(adopted) = self.born(old, Some(place)) {
                base.adopt(adopted);
            }
        }
        Some(base)
    }

    /// Where the document has the initiative of that id; former ids have no place.
    fn place_of(&self, id: &InitiativeId) -> Option<(u32, u32)> {
        let number = self.board.registry.of(id)? as usize;
        let place = self.places.get(number).copied().flatten()?;
        let own = self.document.objectives.get(place.0 as usize)?;
        (own.initiatives.get(place.1 as usize)?.id == *id).then_some(place)
    }

    /// What events make of an id. A document may adopt only parts of what stands before the adopting initiative, so
    /// that no two of its initiatives begin as parts of each other.
    fn born(&self, id: &InitiativeId, adopter: Option<(u32, u32)>) -> Option<Base> {
        let (event, place) = super::charter::made_by(id.as_str())?;
        self.born_of(event, place, id, adopter)
    }

    #[inline(never)]
    fn born_of(
        &self,
        event: EventId,
        place: Option<usize>,
        id: &InitiativeId,
        adopter: Option<(u32, u32)>,
    ) -> Option<Base> {
        if place.is_none() {
            return Base::of_pitch(self.board.pitch(event)?);
        }
        let whole = self.board.work_at(*self.homes.get(&event)?)?;
        let mut first = whole;
        while let Some(parent) = first.part_of().and_then(|parent| self.board.work(parent)) {
            first = parent;
        }
        let after = |place| self.place_of(&first.initiative.id).is_none_or(|whole| whole < place);
        adopter.is_none_or(after).then(|| Base::of_part(whole, id)).flatten()
    }
}

/// An event on its way to its log.
#[derive(Debug)]
pub(super) struct Filed {
    entry: Logged,
    home: u32,
    needs: u8,
}

/// An event of which only the id is kept.
pub(super) fn blank(id: EventId) -> Event {
    Event {
        id,
        by: "".into(),
        body: Body::Erased,
    }
}
