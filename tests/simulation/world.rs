//! A team over some days: who acts when, who hears of it, and what goes wrong meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use alignment_board::domain::calendar::DAY_MS;
use alignment_board::domain::event::{Body, EventId};
use alignment_board::domain::goals::Goals;
use alignment_board::wire::event::kind;

use crate::acts::{self, Sight};
use crate::chance::Chance;
use crate::document::{self, Kind};
use crate::invariants;
use crate::replica::{Acted, Replica};
use crate::store::Store;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;

/// Eight o'clock on 5 October 2026, when everybody comes to work.
const BEGIN: u64 = 20_731 * DAY_MS + 8 * HOUR;

/// Who sits before the replicas, in turn. Zoe is not on the list, Ben is called by his name, and Eve leaves.
const PEOPLE: [&str; 6] = ["ana", "Ben", "cai", "dee", "eve", "zoe"];

/// What happened in a run, by type of event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    /// How often each type counted when it was made.
    pub(crate) counted: BTreeMap<String, u64>,
    /// How often each type did not.
    pub(crate) refused: BTreeMap<String, u64>,
    /// The most that held one initiative beyond its seats.
    pub(crate) most_over: usize,
}

/// How large a run is, and what makes it what it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    pub(crate) replicas: usize,
    pub(crate) steps: usize,
}

/// Everybody, and what lies between them.
pub(crate) struct World {
    chance: Chance,
    ms: u64,
    /// Everything happens at multiples of this, so that in some worlds much happens at once.
    grain: u64,
    documents: [Rc<Goals>; 2],
    edited: bool,
    replicas: Vec<Replica>,
    store: Store,
    born: u32,
    /// Everything that anybody was told is kept.
    accepted: BTreeSet<EventId>,
    tally: Tally,
    /// Tells what happens.
    aloud: bool,
}

/// Lives through a plan until everybody has heard of everything.
///
/// # Errors
/// With what does not hold.
pub(crate) fn live(plan: Plan, aloud: bool) -> Result<Tally, String> {
    let mut world = World::new(plan, aloud);
    for _ in 0..plan.steps {
        world.step()?;
    }
    world.come_to_rest()?;
    world.tally.most_over = invariants::hold(&world.replicas, &world.accepted, world.ms)?;
    Ok(world.tally)
}

impl World {
    fn new(plan: Plan, aloud: bool) -> Self {
        let mut chance = Chance::new(plan.seed);
        let kind = match chance.below(8) {
            0 => Kind::Open,
            1 => Kind::Leaderless,
            _ => Kind::Listed,
        };
        let documents = document::versions(kind);
        // In some stores anybody may push anything, in others only what is their own.
        let open = chance.one_in(2);
        let grain = if chance.one_in(3) { 5 * MINUTE } else { 1 };
        let replicas = (0..plan.replicas).map(|number| {
            let mut replica = Replica::new(PEOPLE[number % PEOPLE.len()], number as u32 + 1, documents[0].clone());
            replica.skew = skew(grain, &mut chance);
            replica.relays = open || chance.one_in(5);
            replica
        });
        Self {
            replicas: replicas.collect(),
            chance,
            ms: BEGIN,
            grain,
            documents,
            edited: false,
            store: Store::default(),
            born: plan.replicas as u32,
            accepted: BTreeSet::new(),
            tally: Tally::default(),
            aloud,
        }
    }

    fn step(&mut self) -> Result<(), String> {
        let later = match self.chance.below(8) {
            0 => self.chance.below(3 * DAY_MS),
            1..=3 => self.chance.below(6 * HOUR),
            _ => self.chance.below(20 * MINUTE),
        };
        self.ms += later - later % self.grain;
        let who = self.chance.below(self.replicas.len() as u64) as usize;
        self.replicas[who].tick(self.ms);
        match self.chance.below(100) {
            0..=54 => self.act(who)?,
            55..=66 => self.push(who),
            67..=84 => self.pull(who)?,
            85..=88 => self.settle(who)?,
            89..=91 => self.hand_copy(who)?,
            92 | 93 => self.replicas[who].online ^= true,
            94 => {
                self.born += 1;
                self.replicas[who].reload(self.born, &mut self.chance, self.ms);
            }
            95 => self.replicas[who].skew = skew(self.grain, &mut self.chance),
            96 => self.store.roll_back(&mut self.chance),
            97 => self.store.delete(|id| self.replicas[who].ledger.is_erased(id)),
            98 => self.edited = true,
            _ => self.load(who),
        }
        Ok(())
    }

    /// Somebody does something; what would not count, they mostly see and leave.
    fn act(&mut self, who: usize) -> Result<(), String> {
        let asks = !self.chance.one_in(12);
        for _ in 0..3 {
            let body = self.sight(who, acts::anything);
            if self.perform(who, &body, asks)? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// A widget makes a claim certain, right after it has read the store again.
    fn settle(&mut self, who: usize) -> Result<(), String> {
        self.pull(who)?;
        let body = self.sight(who, acts::settle);
        self.perform(who, &body, true).map(|_| ())
    }

    fn sight(&mut self, who: usize, choose: impl Fn(&Sight<'_>, &mut Chance) -> Body) -> Body {
        let replica = &self.replicas[who];
        let events: Vec<_> = replica.kept.keys().copied().collect();
        let mine: Vec<_> = replica.mine.iter().copied().collect();
        let sight = Sight::new(replica.ledger.board(), replica.by, &events, &mine, replica.now(self.ms));
        choose(&sight, &mut self.chance)
    }

    fn perform(&mut self, who: usize, body: &Body, asks: bool) -> Result<bool, String> {
        let Some(Acted { written, verdict }) = self.replicas[who].act(body, asks, self.ms)? else {
            return Ok(false);
        };
        self.accepted.insert(written.id());
        if self.aloud {
            println!("{} {:<4} {verdict:?} {body:?}", written.id(), self.replicas[who].by);
        }
        let counts = match verdict {
            Some(Ok(())) => &mut self.tally.counted,
            _ => &mut self.tally.refused,
        };
        *counts.entry(kind(body).to_owned()).or_default() += 1;
        Ok(true)
    }

    fn push(&mut self, who: usize) {
        if self.replicas[who].online {
            self.store.put(&self.replicas[who].to_push(), &mut self.chance);
        }
    }

    fn pull(&mut self, who: usize) -> Result<(), String> {
        if !self.replicas[who].online {
            return Ok(());
        }
        let Some(read) = self.store.read(&mut self.chance) else {
            return Ok(());
        };
        let at_once = self.chance.one_in(2);
        self.replicas[who].take(&read, at_once, self.ms)
    }

    /// One browser gets all that another keeps, as from a saved copy or another tab.
    fn hand_copy(&mut self, from: usize) -> Result<(), String> {
        let to = self.chance.below(self.replicas.len() as u64) as usize;
        let mut events: Vec<_> = self.replicas[from].kept.values().cloned().collect();
        self.chance.shuffle(&mut events);
        self.replicas[to].hear(&events, self.chance.one_in(2), self.ms)
    }

    fn load(&mut self, who: usize) {
        let goals = self.documents[usize::from(self.edited)].clone();
        self.replicas[who].load(&goals);
    }

    /// Everybody loads the document, networks heal, clocks are set, and everything is exchanged.
    fn come_to_rest(&mut self) -> Result<(), String> {
        for who in 0..self.replicas.len() {
            // Some of what is read now may still wait for its time.
            self.replicas[who].take(&self.store.all(), true, self.ms)?;
            self.load(who);
        }
        self.ms += DAY_MS;
        for replica in &mut self.replicas {
            replica.skew = 0;
            replica.tick(self.ms);
        }
        // What is missing in the store is seen in the first round, and read by all in the second.
        for _ in 0..3 {
            for replica in &mut self.replicas {
                replica.take(&self.store.all(), false, self.ms)?;
                self.store.keep(&replica.to_push());
            }
        }
        Ok(())
    }
}

/// Half of the clocks are right to the minute, the others are up to ten minutes off.
fn skew(grain: u64, chance: &mut Chance) -> i64 {
    let most = if chance.one_in(2) { MINUTE } else { 10 * MINUTE };
    let off = chance.below(2 * most + 1) as i64 - most as i64;
    off - off % grain as i64
}
