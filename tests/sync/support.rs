//! What all these tests need: chance, events, and an engine to ask.

use std::collections::{BTreeMap, VecDeque};

use alignment_board::domain::event::EventId;
use alignment_board::domain::stamp::{Clock, Stamp};
use alignment_board::sync::{Address, Answer, Chance, Config, Effect, Engine, Input, Request, Response};
use alignment_board::wire::sealed::Sealed;

pub(crate) const BOARD: &str = "team";
/// A moment in 2026.
pub(crate) const START: u64 = 1_790_000_000_000;

pub(crate) fn percent(chance: &mut Chance, percent: u64) -> bool {
    chance.below(100) < percent
}

pub(crate) fn event(stamp: Stamp, by: &str) -> Sealed {
    let e = format!("{{\"type\":\"claim\",\"initiative\":\"{}\"}}", stamp.counter);
    Sealed::new(stamp, BOARD, by, e).expect("can be sealed")
}

/// So many events of one member.
pub(crate) fn events(by: &str, count: usize) -> Vec<Sealed> {
    let mut clock = Clock::new(by.len() as u32);
    (0..count).map(|_| event(clock.tick(START), by)).collect()
}

pub(crate) fn engine(store: &str) -> Engine {
    Engine::new(Config {
        board: BOARD.to_owned(),
        address: Address::parse(store).expect("an address"),
        origin: "here".to_owned(),
        seed: 1,
    })
}

/// The requests among some effects.
pub(crate) fn sent(effects: &[Effect]) -> Vec<Request> {
    let requests = effects.iter().filter_map(|effect| match effect {
        Effect::Send(request) => Some(request.clone()),
        _ => None,
    });
    requests.collect()
}

pub(crate) fn response(status: u16, body: &str) -> Answer {
    Answer::Response(Response {
        status,
        headers: Vec::new(),
        body: body.into(),
        digest: None,
    })
}

/// What a device keeps.
pub(crate) type Device = BTreeMap<EventId, Sealed>;

/// One engine and one pretended server that answers at once, until nothing is asked any more. Gives all effects.
pub(crate) fn talk(
    engine: &mut Engine,
    now: u64,
    input: Input,
    server: &mut dyn FnMut(&Request) -> Answer,
) -> Vec<Effect> {
    talk_at(&mut Device::new(), engine, now, input, server)
}

/// The same, on a device that keeps events.
pub(crate) fn talk_at(
    device: &mut Device,
    engine: &mut Engine,
    now: u64,
    input: Input,
    server: &mut dyn FnMut(&Request) -> Answer,
) -> Vec<Effect> {
    if let Input::Local { events, .. } = &input {
        device.extend(events.iter().map(|event| (event.id, event.clone())));
    }
    let mut all = Vec::new();
    let mut inputs = VecDeque::from([input]);
    let mut open = VecDeque::new();
    let mut rounds = 0;
    loop {
        if let Some(input) = inputs.pop_front() {
            for effect in engine.handle(now, input) {
                match &effect {
                    Effect::Send(request) => open.push_back(request.clone()),
                    Effect::New(events) => device.extend(events.iter().map(|event| (event.id, event.clone()))),
                    Effect::Recall(ids) => {
                        let kept = ids.iter().filter_map(|id| device.get(id).cloned());
                        inputs.push_back(Input::Recalled(kept.collect()));
                    }
                    _ => {}
                }
                all.push(effect);
            }
            continue;
        }
        let Some(request) = open.pop_front() else {
            return all;
        };
        rounds += 1;
        assert!(rounds < 10_000, "it never stops asking: {open:?}");
        // A wait for news has none yet.
        if !request.url.contains("feed=longpoll") {
            inputs.push_back(Input::Answer(request.id, server(&request)));
        }
    }
}
