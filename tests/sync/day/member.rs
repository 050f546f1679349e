//! A member at her device: what is kept there, and an engine while the page is open.

use std::collections::{BTreeMap, VecDeque};

use alignment_board::domain::event::EventId;
use alignment_board::domain::stamp::Clock;
use alignment_board::sync::{Address, Config, Effect, Engine, Input, Request, Status};
use alignment_board::wire::sealed::Sealed;

use crate::support::{BOARD, event};

pub(super) struct Member {
    pub(super) name: String,
    place: usize,
    store: &'static str,
    skew: i64,
    seed: u64,
    clock: Clock,
    pub(super) engine: Option<Engine>,
    /// How often the page was opened or closed: answers to an earlier one are for nobody.
    pub(super) life: u32,
    pub(super) token: u64,
    /// What this device keeps, and whether it was confirmed.
    pub(super) local: BTreeMap<EventId, (Sealed, bool)>,
    /// Whether she comes back, while she is away.
    away: bool,
}

impl Member {
    pub(super) fn new(place: usize, store: &'static str, skew: i64, seed: u64) -> Self {
        Self {
            name: ["ana", "Ben", "Zoë M.", "dee"][place].to_owned(),
            place,
            store,
            skew,
            seed,
            clock: Clock::new(place as u32),
            engine: None,
            life: 0,
            token: 0,
            local: BTreeMap::new(),
            away: false,
        }
    }

    /// Her own clock.
    fn time(&self, now: u64) -> u64 {
        now.saturating_add_signed(self.skew)
    }

    /// The page opens, with all that is kept on the device.
    pub(super) fn returns(&mut self) -> Vec<Input> {
        if self.engine.is_some() {
            return Vec::new();
        }
        self.life += 1;
        self.away = false;
        self.engine = Some(Engine::new(Config {
            board: BOARD.to_owned(),
            address: Address::parse(self.store).expect("an address"),
            origin: format!("device-{}", self.place),
            seed: self.seed * 10 + self.place as u64 + u64::from(self.life) * 1_000_003,
        }));
        let kept = |confirmed: bool| -> Vec<Sealed> {
            let kept = self.local.values().filter(|(_, it)| *it == confirmed);
            kept.map(|(event, _)| event.clone()).collect()
        };
        vec![
            Input::Local {
                events: kept(true),
                mine: false,
            },
            Input::Local {
                events: kept(false),
                mine: true,
            },
            Input::Member(self.name.clone()),
            Input::Lead(true),
        ]
    }

    /// Does something, and keeps it before anything else.
    pub(super) fn act(&mut self, now: u64) -> Option<Sealed> {
        self.engine.as_ref()?;
        let stamp = self.clock.tick(self.time(now));
        let event = event(stamp, &self.name);
        self.local.insert(event.id, (event.clone(), false));
        Some(event)
    }

    pub(super) fn input(&mut self, now: u64, input: Input) -> Option<(Vec<Request>, Vec<EventId>)> {
        let time = self.time(now);
        let mut requests = Vec::new();
        let mut done = Vec::new();
        let mut effects: VecDeque<Effect> = self.engine.as_mut()?.handle(time, input).into();
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Send(request) => requests.push(request),
                Effect::Recall(ids) => {
                    let kept = ids.iter().filter_map(|id| Some(self.local.get(id)?.0.clone()));
                    let kept = Input::Recalled(kept.collect());
                    effects.extend(self.engine.as_mut()?.handle(time, kept));
                }
                Effect::New(events) => {
                    for event in events {
                        assert!(self.local.insert(event.id, (event, true)).is_none(), "new, and known");
                    }
                }
                Effect::Confirmed(ids) => {
                    for id in ids {
                        if let Some((_, confirmed)) = self.local.get_mut(&id) {
                            *confirmed = true;
                        }
                        done.push(id);
                    }
                }
                Effect::Cancel(_) | Effect::Fault(_) => {}
            }
        }
        Some((requests, done))
    }

    /// When to be woken, in everybody's time, and the token of that waking.
    pub(super) fn wake(&mut self) -> Option<(u64, u64)> {
        let at = self.engine.as_ref()?.wake()?;
        self.token += 1;
        Some((at.saturating_add_signed(-self.skew), self.token))
    }

    pub(super) fn status(&self) -> Option<Status> {
        self.engine.as_ref().map(Engine::status)
    }

    pub(super) fn leaves(&mut self, back: bool) {
        self.engine = None;
        self.life += 1;
        self.away = back;
    }

    /// Whether she is here, or comes back.
    pub(super) fn is_expected(&self) -> bool {
        self.engine.is_some() || self.away
    }
}
