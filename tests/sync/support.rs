//! What all these tests need: chance, events, and an engine to ask.

use alignment_board::domain::stamp::{Clock, Stamp};
use alignment_board::sync::{Address, Answer, Config, Effect, Engine, Input, Request, Response};
use alignment_board::wire::sealed::Sealed;

pub(crate) const BOARD: &str = "team";
/// A moment in 2026.
pub(crate) const START: u64 = 1_790_000_000_000;

/// splitmix64.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end.max(1)
    }

    pub(crate) fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
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
    })
}

/// One engine and one pretended server that answers at once, until nothing is asked any more. Gives all effects.
pub(crate) fn talk(
    engine: &mut Engine,
    now: u64,
    input: Input,
    server: &mut dyn FnMut(&Request) -> Answer,
) -> Vec<Effect> {
    let mut all = engine.handle(now, input);
    let mut open = sent(&all);
    let mut rounds = 0;
    while !open.is_empty() {
        rounds += 1;
        assert!(rounds < 10_000, "it never stops asking: {open:?}");
        let request = open.remove(0);
        // A wait for news has none yet.
        if request.url.contains("feed=longpoll") {
            continue;
        }
        let answer = server(&request);
        let effects = engine.handle(now, Input::Answer(request.id, answer));
        open.extend(sent(&effects));
        all.extend(effects);
    }
    all
}
