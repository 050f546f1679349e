//! One person's engine at a real server, in real time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use alignment_board::domain::event::EventId;
use alignment_board::domain::stamp::Clock;
use alignment_board::sync::{Address, Answer, Config, Effect, Engine, Fault, Input};
use alignment_board::wire::sealed::Sealed;
use anyhow::{Context, Result};

use crate::client::Client;

/// The board that everybody shares.
pub const BOARD: &str = "team-2026";

/// Somebody at a board.
#[derive(Debug)]
pub struct Seat {
    /// What does the work.
    pub engine: Engine,
    name: String,
    clock: Clock,
    client: Client,
    sender: Sender<(u32, Answer)>,
    answers: Receiver<(u32, Answer)>,
    /// Own events that were confirmed.
    pub confirmed: BTreeSet<EventId>,
    /// What was wrong with the store.
    pub faults: Vec<Fault>,
    /// How often an event was told as new that was told before.
    pub told_twice: usize,
    /// What this device keeps.
    told: BTreeMap<EventId, Sealed>,
}

impl Seat {
    /// Somebody at this store, who begins at once.
    ///
    /// # Errors
    /// When the address is none.
    pub fn new(store: &str, name: &str, number: u32, client: Client) -> Result<Self> {
        let (sender, answers) = channel();
        let mut seat = Self {
            engine: Engine::new(Config {
                board: BOARD.to_owned(),
                address: Address::parse(store).context("not the address of a store")?,
                origin: format!("{name}-{number}"),
                seed: u64::from(number),
            }),
            name: name.to_owned(),
            clock: Clock::new(number),
            client,
            sender,
            answers,
            confirmed: BTreeSet::new(),
            faults: Vec::new(),
            told_twice: 0,
            told: BTreeMap::new(),
        };
        seat.input(Input::Member(name.to_owned()));
        seat.input(Input::Lead(true));
        Ok(seat)
    }

    /// Does something.
    pub fn act(&mut self) -> Option<EventId> {
        let stamp = self.clock.tick(now());
        let e = format!(
            "{{\"type\":\"claim\",\"initiative\":\"{}-{}\"}}",
            self.name, stamp.counter
        );
        let event = Sealed::new(stamp, BOARD, &self.name, e).ok()?;
        let id = event.id;
        self.told.insert(id, event.clone());
        self.input(Input::Local {
            events: vec![event],
            mine: true,
        });
        Some(id)
    }

    /// Takes something in, and carries out what comes of it.
    pub fn input(&mut self, input: Input) {
        for effect in self.engine.handle(now(), input) {
            match effect {
                Effect::Send(request) => {
                    let (client, sender) = (self.client.clone(), self.sender.clone());
                    thread::spawn(move || {
                        // Whoever is gone does not want the answer.
                        let _ = sender.send((request.id, client.send(&request)));
                    });
                }
                Effect::New(events) => {
                    for event in events {
                        self.told_twice += usize::from(self.told.insert(event.id, event).is_some());
                    }
                }
                Effect::Recall(ids) => {
                    let kept = ids.iter().filter_map(|id| self.told.get(id).cloned());
                    let kept = Input::Recalled(kept.collect());
                    self.input(kept);
                }
                Effect::Confirmed(ids) => self.confirmed.extend(ids),
                Effect::Fault(fault) => self.faults.push(fault),
                Effect::Cancel(_) => {}
            }
        }
    }

    /// Goes on until something holds; false if it does not within the time.
    pub fn run(&mut self, longest: Duration, until: &mut dyn FnMut(&Engine) -> bool) -> bool {
        let end = Instant::now() + longest;
        while !until(&self.engine) {
            let Some(left) = end.checked_duration_since(Instant::now()) else {
                return false;
            };
            let wait = self
                .engine
                .wake()
                .map_or(left, |at| Duration::from_millis(at.saturating_sub(now())));
            match self
                .answers
                .recv_timeout(wait.min(left).min(Duration::from_millis(200)))
            {
                Ok((id, answer)) => self.input(Input::Answer(id, answer)),
                Err(_) => self.input(Input::Time),
            }
        }
        true
    }

    /// How many events it knows.
    #[must_use]
    pub fn known(&self) -> usize {
        self.engine.events().count()
    }
}

fn now() -> u64 {
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    since.as_millis() as u64
}
