//! One browser: what it keeps, what it has yet to send, and the board it shows.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use alignment_board::domain::board::{Added, Ledger, Refusal};
use alignment_board::domain::event::{Body, EventId};
use alignment_board::domain::goals::Goals;
use alignment_board::domain::stamp::{Clock, is_ahead};
use alignment_board::wire;
use alignment_board::wire::sealed::Sealed;

use crate::chance::Chance;
use crate::store::{Read, Written};

/// A browser and the member before it.
pub(crate) struct Replica {
    /// The name its events bear.
    pub(crate) by: &'static str,
    /// How far its clock is off, in milliseconds.
    pub(crate) skew: i64,
    pub(crate) online: bool,
    /// May push what others made.
    pub(crate) relays: bool,
    /// The document it has loaded.
    pub(crate) goals: Rc<Goals>,
    pub(crate) ledger: Ledger,
    clock: Clock,
    /// What this browser keeps, reloads included.
    pub(crate) kept: BTreeMap<EventId, Rc<Written>>,
    /// What was made here.
    pub(crate) mine: BTreeSet<EventId>,
    /// What is to be pushed until it is read again.
    outbox: BTreeSet<EventId>,
}

impl Replica {
    pub(crate) fn new(by: &'static str, number: u32, goals: Rc<Goals>) -> Self {
        Self {
            by,
            skew: 0,
            online: true,
            relays: false,
            ledger: Ledger::new(goals.clone()),
            goals,
            clock: Clock::new(number),
            kept: BTreeMap::new(),
            mine: BTreeSet::new(),
            outbox: BTreeSet::new(),
        }
    }

    /// The time here while it is `ms` in the world.
    pub(crate) fn now(&self, ms: u64) -> u64 {
        ms.saturating_add_signed(self.skew)
    }

    /// Does something as the app does: asks whether it would count, keeps it, and only then shows it. Who does not ask
    /// is a newer version, or nobody's friend. With the verdict it got, when there is one.
    ///
    /// # Errors
    /// When the verdict is not the one that was given before.
    pub(crate) fn act(&mut self, body: &Body, asks: bool, ms: u64) -> Result<Option<Acted>, String> {
        let now = self.now(ms);
        let stamp = self.clock.tick(now);
        let Ok(sealed) = Sealed::new(stamp, "team", self.by, wire::event::text(body)) else {
            return Ok(None);
        };
        let written = Rc::new(Written::new(sealed));
        let id = written.id();
        let asked = self.ledger.would_count(&written.event);
        if asks && asked.is_err() {
            return Ok(None);
        }
        self.kept.insert(id, written.clone());
        self.mine.insert(id);
        self.outbox.insert(id);
        if self.ledger.add(written.event.clone(), now) == Added::Aside {
            return Ok(Some(Acted { written, verdict: None }));
        }
        let verdict = self.verdict(&written);
        // Who takes over too early is told so before, and if they do it all the same, both may stay.
        let early = matches!(body, Body::TakeOver(_)) && asked == Err(Refusal::NotIdle);
        if verdict.is_some_and(|verdict| verdict != asked) && !early {
            return Err(format!(
                "{} was told {asked:?} of what is {verdict:?}: {body:?}",
                self.by
            ));
        }
        self.forget_erased();
        Ok(Some(Acted { written, verdict }))
    }

    fn verdict(&self, written: &Written) -> Option<Result<(), Refusal>> {
        let subject = self.ledger.home(written.id())?;
        let log = self.ledger.about(&subject);
        let place = log.binary_search_by_key(&written.id(), |logged| logged.event.id);
        Some(log[place.ok()?].refused.map_or(Ok(()), Err))
    }

    /// What it would push now: what has not been read again, but nothing that was erased.
    pub(crate) fn to_push(&self) -> Vec<Rc<Written>> {
        let waiting = self.outbox.iter().filter(|id| !self.ledger.is_erased(**id));
        waiting.filter_map(|id| self.kept.get(id)).cloned().collect()
    }

    /// Takes what was read, and sees what is missing there.
    ///
    /// # Errors
    /// See [`Replica::hear`].
    pub(crate) fn take(&mut self, read: &Read, at_once: bool, ms: u64) -> Result<(), String> {
        for written in &read.events {
            self.outbox.remove(&written.id());
        }
        self.hear(&read.events, at_once, ms)?;
        if read.whole {
            let there: BTreeSet<_> = read.events.iter().map(|written| written.id()).collect();
            let missing = self.kept.keys().filter(|id| !there.contains(id));
            let own = missing.filter(|id| self.relays || self.mine.contains(id));
            self.outbox.extend(own);
        }
        Ok(())
    }

    /// Keeps and folds what is new, all at once or one by one.
    ///
    /// # Errors
    /// When something counts before its time.
    pub(crate) fn hear(&mut self, events: &[Rc<Written>], at_once: bool, ms: u64) -> Result<(), String> {
        let now = self.now(ms);
        let early = |written: &Rc<Written>| is_ahead(written.id().stamp, now) && !self.kept.contains_key(&written.id());
        let early: Vec<_> = events
            .iter()
            .filter(|written| early(written))
            .map(|written| written.id())
            .collect();
        let mut fresh = Vec::new();
        for written in events {
            if self.kept.contains_key(&written.id()) {
                continue;
            }
            self.kept.insert(written.id(), written.clone());
            self.clock.observe(written.id().stamp, now);
            if at_once {
                fresh.push(written.event.clone());
            } else {
                self.ledger.add(written.event.clone(), now);
            }
        }
        self.ledger.extend(fresh, now);
        self.forget_erased();
        let counts = |id: &&EventId| self.ledger.home(**id).is_some();
        match early.iter().find(counts) {
            Some(id) => Err(format!("{} lets {id} count before its time", self.by)),
            None => Ok(()),
        }
    }

    /// Lets time pass.
    pub(crate) fn tick(&mut self, ms: u64) {
        self.ledger.advance(self.now(ms));
        self.forget_erased();
    }

    /// The document was edited.
    pub(crate) fn load(&mut self, goals: &Rc<Goals>) {
        if Rc::ptr_eq(&self.goals, goals) {
            return;
        }
        self.goals = goals.clone();
        let ledger = std::mem::replace(&mut self.ledger, Ledger::new(goals.clone()));
        self.ledger = ledger.under(goals.clone());
        self.forget_erased();
    }

    /// The page is loaded again: what the browser kept is folded anew, in whatever order it comes.
    pub(crate) fn reload(&mut self, number: u32, chance: &mut Chance, ms: u64) {
        let now = self.now(ms);
        self.clock = Clock::new(number);
        self.ledger = Ledger::new(self.goals.clone());
        let mut kept: Vec<_> = self.kept.values().cloned().collect();
        chance.shuffle(&mut kept);
        for written in &kept {
            self.clock.observe(written.id().stamp, now);
        }
        self.ledger
            .extend(kept.iter().map(|written| written.event.clone()), now);
        self.forget_erased();
    }

    fn forget_erased(&mut self) {
        for id in self.ledger.erased() {
            self.kept.remove(&id);
        }
    }
}

/// What was done.
pub(crate) struct Acted {
    pub(crate) written: Rc<Written>,
    /// Whether it counts, as far as that is known.
    pub(crate) verdict: Option<Result<(), Refusal>>,
}
