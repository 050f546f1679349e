//! What follows for others when something was folded.

use std::cmp::Reverse;
use std::rc::Rc;

use super::cast::Wish;
use super::charter::{Charter, part};
use super::filing::blank;
use super::ledger::{Ledger, NOWHERE};
use super::reach;
use super::slot::State;
use crate::domain::event::{Body, EventId, Subject};
use crate::domain::id::InitiativeId;

impl Ledger {
    /// Carries on what folding a log changed; nothing before the event `since` is different.
    pub(super) fn go_on(&mut self, number: u32, since: EventId) {
        let subject = self.board.registry.subject(number as usize);
        match subject {
            Some(Subject::Initiative(_)) => {
                self.show(number);
                let parts = self.parts_of(number);
                self.part_with(parts);
            }
            Some(Subject::Begun(id)) => self.go_on_begun(number, id),
            Some(Subject::Team) => self.soil_after(since, |_, log| log.needs & reach::AWAY != 0),
            Some(Subject::Guardrail(_)) => self.soil_named(number),
            Some(Subject::Erasures) => self.erase(),
            _ => {}
        }
    }

    #[inline(never)]
    fn go_on_begun(&mut self, number: u32, id: EventId) {
        let layer = self.logs.get(number as usize).map_or(reach::THINGS, |log| log.layer);
        match layer {
            reach::JOINS => self.let_in(number, id),
            reach::PROPOSALS => {
                let accepted = self
                    .board
                    .proposal(id)
                    .and_then(|p| p.rulings.accepted())
                    .map(|ruled| ruled.event);
                let known = self.accepted.iter().position(|(proposal, _)| *proposal == id);
                let known = known.map(|place| self.accepted.swap_remove(place).1);
                self.accepted.extend(accepted.map(|event| (id, event)));
                self.stale |= known != accepted;
            }
            _ => {
                self.soil_named(number);
                self.begin(&InitiativeId::from(id.to_string()));
            }
        }
    }

    /// Folds anew what a log names, where it matters who has spoken.
    fn soil_named(&mut self, number: u32) {
        let named = self.logs.get(number as usize).map(|log| log.mentions.clone());
        for initiative in named.unwrap_or_default() {
            if self.asks_who_is_away(initiative) {
                self.soil(initiative);
            }
        }
    }

    /// Looks whether an initiative that an event makes begins differently now.
    #[inline(never)]
    fn begin(&mut self, id: &InitiativeId) {
        let subject = Subject::Initiative(id.clone());
        let known = self
            .board
            .registry
            .get(&subject)
            .and_then(|number| self.board.registry.subject(number));
        // A document may have adopted it under another id.
        let base = match &known {
            Some(Subject::Initiative(own)) => self.base(own),
            _ => self.base(id),
        };
        if base.is_none() && known.is_none() {
            return;
        }
        let number = self.slot(&subject);
        let stands = match self.board.slots.get(number as usize).map(|slot| &slot.state) {
            Some(State::Work(work)) => Some(work.base()) == base.as_ref(),
            _ => base.is_none(),
        };
        if !stands {
            self.begin_anew(number);
        } else if self.shown.get(number as usize).is_some_and(Option::is_none) {
            self.show(number);
        }
    }

    /// The ids of all parts an initiative was ever split into.
    #[inline(never)]
    pub(super) fn parts_of(&self, number: u32) -> Vec<InitiativeId> {
        let splits = self.board.work_at(number).into_iter().flat_map(|work| work.was_split());
        let ids = splits.flat_map(|(event, parts)| (0..parts).map(move |n| InitiativeId::from(part(event, n))));
        ids.collect()
    }

    pub(super) fn part_with(&mut self, parts: Vec<InitiativeId>) {
        for id in parts {
            self.begin(&id);
        }
    }

    /// Lets somebody in, or out: what they did since counts differently.
    #[inline(never)]
    fn let_in(&mut self, number: u32, id: EventId) {
        let entries = self.logs.get(number as usize).map_or(&[][..], |log| &log.entries);
        let wish = entries.iter().find(|logged| logged.event.id == id).map(|root| Wish {
            id,
            key: super::cast::key(&root.event.by),
            name: super::join::name(&root.event),
            spells: super::join::spells(id, entries),
        });
        let place = self.wishes.partition_point(|other| other.id < id);
        let known = self.wishes.get(place).filter(|other| other.id == id);
        // A wish that was erased lets nobody in any more.
        let Some(by) = wish.as_ref().or(known).map(|wish| wish.key.text()) else {
            return;
        };
        let old = usize::from(known.is_some());
        self.wishes.splice(place..place + old, wish);
        if let Some(since) = self.cast.let_in(&self.document, &by, &self.wishes) {
            self.board.guests = Rc::new(self.cast.guests(EventId::LAST).cloned().collect());
            self.soil_after(since, move |cast, log| {
                let of_theirs = |logged: &super::Logged| cast.is(logged.author, &by);
                log.layer > reach::JOINS && (log.needs & reach::PEOPLE != 0 || log.entries.iter().any(of_theirs))
            });
        }
    }

    /// Marks logs that hold anything after `since` and are concerned.
    #[inline(never)]
    fn soil_after(&mut self, since: EventId, concerns: impl Fn(&super::cast::Cast, &super::log::Log) -> bool) {
        for (number, log) in (0..).zip(&mut self.logs) {
            let later = !log.dirty && log.entries.last().is_some_and(|last| last.event.id > since);
            if later && concerns(&self.cast, log) {
                log.dirty = true;
                self.dirty.push(Reverse((log.layer, number)));
            }
        }
    }

    /// Puts the goals together anew from what is accepted.
    #[inline(never)]
    pub(super) fn renew_charter(&mut self) {
        self.stale = false;
        let proposals = self.accepted.iter();
        let accepted = proposals
            .filter_map(|(id, event)| Some((*event, &**self.board.proposal(*id)?)))
            .collect();
        let charter = Charter::with(&self.document, accepted);
        let old = std::mem::replace(&mut self.charter, charter);
        let new = self.charter.goals.clone();
        self.board.superseded = self.charter.superseded.clone();
        let gone = old
            .goals
            .objectives
            .iter()
            .filter(|o| self.charter.column(&o.id).is_none());
        let come = new.objectives.iter().filter(|o| old.column(&o.id).is_none());
        let changed: Vec<_> = gone.chain(come).cloned().collect();
        for objective in &changed {
            let numbers = objective.key_results.iter().map(|k| Subject::KeyResult(k.id.clone()));
            for subject in numbers.chain([Subject::Objective(objective.id.clone())]) {
                let number = self.slot(&subject);
                self.begin_anew(number);
            }
        }
        if !changed.is_empty() {
            self.soil_after(EventId::FIRST, |_, log| log.needs & reach::OBJECTIVES != 0);
        }
        self.set_columns();
    }

    /// Drops the content of what was erased.
    #[inline(never)]
    fn erase(&mut self) {
        let ids = match self.board.slot(&Subject::Erasures).map(|slot| &slot.state) {
            Some(State::Erasures(erasures)) => erasures.ids.clone(),
            _ => return,
        };
        for id in ids {
            if self.is_erasure(id) || !self.erased.insert(id) {
                continue;
            }
            self.erase_aside(id);
            match self.homes.get(&id).copied() {
                None => {}
                Some(NOWHERE) => {
                    for retracts in &mut self.orphans {
                        retracts.retain(|retract| *retract != id);
                    }
                    self.elsewhere.insert(id, Rc::new(blank(id)));
                }
                Some(home) => {
                    self.take_out(home, id);
                    self.keep(Rc::new(blank(id)));
                    self.soil(home);
                }
            }
        }
    }

    /// Whether it is an erasure that is known: those are not erased.
    fn is_erasure(&self, id: EventId) -> bool {
        let entries = self.about(&Subject::Erasures);
        // What takes one back stands among them, and is none.
        let erases = |logged: &super::Logged| matches!(logged.event.body, Body::Erase { .. });
        entries.iter().any(|logged| logged.event.id == id && erases(logged))
    }

    /// Takes an event out of its log, and with it those that take it back: nobody can tell any more what they are
    /// about.
    #[inline(never)]
    fn take_out(&mut self, home: u32, id: EventId) {
        let Some(log) = self.logs.get_mut(home as usize) else {
            return;
        };
        log.entries.retain(|logged| logged.event.id != id);
        let takes_back = |logged: &super::Logged| logged.event.retracts() == Some(id);
        let retracts: Vec<_> = log
            .entries
            .iter()
            .filter(|l| takes_back(l))
            .map(|l| l.event.clone())
            .collect();
        for retract in retracts {
            self.take_out(home, retract.id);
            self.keep(retract);
        }
    }
}
