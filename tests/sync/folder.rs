//! The folder's protocol, one rule at a time, against servers that answer at once.

mod writing;

use alignment_board::sync::{Answer, Effect, Engine, Fault, Input, Request, Segment, Stage, board_folder};
use alignment_board::wire::sealed::Sealed;

use crate::day::{Folder, Reply, Rules, Server};
use crate::support::{BOARD, Device, START, engine, events, talk_at};

const STORE: &str = "http://h/team/";

/// A server, an engine at it, and everything that was asked.
struct Desk {
    server: Folder,
    who: &'static str,
    engine: Engine,
    device: Device,
    now: u64,
    asked: Vec<Request>,
    answered: usize,
}

impl Desk {
    fn new(rules: Rules) -> Self {
        Self {
            server: Folder::new(rules),
            who: "ana",
            engine: engine(STORE),
            device: Device::new(),
            now: START,
            asked: Vec::new(),
            answered: 0,
        }
    }

    fn input(&mut self, input: Input) -> Vec<Effect> {
        let (server, asked, answered) = (&mut self.server, &mut self.asked, &mut self.answered);
        talk_at(&mut self.device, &mut self.engine, self.now, input, &mut |request| {
            asked.push(request.clone());
            match server.serve(self.now, self.who, request) {
                Reply::Now(response) => {
                    *answered += response.body.len();
                    Answer::Response(response)
                }
                Reply::Later => Answer::TimedOut,
            }
        })
    }

    /// Lets time pass, with everything that wants to happen.
    fn wait(&mut self, ms: u64) -> Vec<Effect> {
        let end = self.now + ms;
        let mut all = Vec::new();
        while let Some(at) = self.engine.wake().filter(|at| *at <= end) {
            self.now = at.max(self.now);
            all.extend(self.input(Input::Time));
        }
        self.now = end;
        all
    }

    fn put(&mut self, path: &str, body: &str) {
        let request = Request {
            id: 0,
            method: "PUT",
            url: [STORE, path].concat(),
            headers: Vec::new(),
            body: body.to_owned(),
            reuse: false,
        };
        let above = path.rsplit_once('/').map_or("", |(above, _)| above);
        let make = Request {
            method: "MKCOL",
            url: [STORE, above, "/"].concat(),
            ..request.clone()
        };
        for request in [make, request] {
            self.server.serve(self.now, self.who, &request);
        }
    }

    fn methods(&self) -> Vec<&str> {
        self.asked.iter().map(|request| request.method).collect()
    }

    fn local(&mut self, events: Vec<Sealed>) -> Vec<Effect> {
        self.input(Input::Local { events, mine: true })
    }
}

fn segment(events: &[Sealed]) -> (String, String) {
    let mut segment = Segment::new("elsewhere", 0);
    for event in events {
        segment.add(event.id, &event.board, &event.by, &event.e);
    }
    segment.end()
}

fn faults(effects: &[Effect]) -> Vec<&Fault> {
    let faults = effects.iter().filter_map(|effect| match effect {
        Effect::Fault(fault) => Some(fault),
        _ => None,
    });
    faults.collect()
}

#[test]
fn an_event_is_confirmed_only_after_it_was_read_back() {
    let mut desk = Desk::new(Rules::Dav);
    desk.input(Input::Lead(true));
    let event = events("ana", 1).remove(0);
    let mut stages = Vec::new();
    let mut effects = desk.engine.handle(
        desk.now,
        Input::Local {
            events: vec![event.clone()],
            mine: true,
        },
    );
    // The pass that a change begins goes on beside it; the requests are answered in their order.
    let mut open = crate::support::sent(&effects);
    while !open.is_empty() {
        let request = open.remove(0);
        let Reply::Now(answer) = desk.server.serve(desk.now, "ana", &request) else {
            panic!("a folder never waits");
        };
        effects = desk
            .engine
            .handle(desk.now, Input::Answer(request.id, Answer::Response(answer)));
        open.extend(crate::support::sent(&effects));
        stages.push((request.method, desk.engine.stage(event.id).expect("it is known")));
        if effects
            .iter()
            .any(|effect| *effect == Effect::Confirmed(vec![event.id]))
        {
            break;
        }
    }
    let put = stages
        .iter()
        .rposition(|(method, _)| *method == "PUT")
        .expect("it was put");
    assert_eq!(stages[put].1, Stage::Sent);
    assert_eq!(stages.last(), Some(&("GET", Stage::Confirmed)));
    assert!(stages[..put].iter().all(|(_, stage)| *stage == Stage::OnDevice));
}

#[test]
fn two_browsers_see_each_other_whatever_the_server_speaks() {
    for rules in [Rules::Dav, Rules::Index, Rules::OwnName] {
        let mut ana = Desk::new(rules);
        ana.input(Input::Lead(true));
        ana.local(events("ana", 3));
        assert_eq!(ana.engine.status().waiting, 0);
        let mut ben = Desk::new(rules);
        ben.server = ana.server;
        ben.who = "ben";
        let effects = ben.input(Input::Lead(true));
        assert!(effects.contains(&Effect::New(events("ana", 3))));
        ben.now += 3_000;
        ben.local(events("ben", 1));
        ana.server = ben.server;
        ana.now += 3_000;
        let effects = ana.wait(6_000);
        assert!(effects.contains(&Effect::New(events("ben", 1))));
    }
}

#[test]
fn in_a_members_folder_only_her_own_events_count() {
    let mut desk = Desk::new(Rules::Dav);
    let mixed: Vec<_> = events("ana", 1).into_iter().chain(events("ben", 1)).collect();
    let (name, body) = segment(&mixed);
    desk.put(&format!("{BOARD}/x.html"), "");
    desk.put(&format!("{BOARD}/ben/{name}.json"), &body);
    let effects = desk.input(Input::Lead(true));
    assert!(effects.contains(&Effect::New(events("ben", 1))));
    let forged = Fault::Forged {
        folder: "ben".into(),
        by: "ana".into(),
    };
    assert_eq!(faults(&effects), [&forged]);
}

#[test]
fn an_event_that_was_changed_is_reported_and_not_kept() {
    let mut desk = Desk::new(Rules::Dav);
    let mut event = events("ana", 1).remove(0);
    event.e = event.e.replace("claim", "clean");
    let (name, body) = segment(&[event]);
    desk.put(&format!("{BOARD}/{name}.json"), &body);
    let effects = desk.input(Input::Lead(true));
    assert!(matches!(faults(&effects)[..], [Fault::Broken { .. }]));
    assert_eq!(desk.engine.events().count(), 0);
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_fetched_again_until_it_is() {
    let mut desk = Desk::new(Rules::Dav);
    let (name, body) = segment(&events("ana", 2));
    let path = format!("{BOARD}/{name}.json");
    desk.put(&path, &body[..body.len() / 2]);
    let mut effects = desk.input(Input::Lead(true));
    effects.extend(desk.wait(20_000));
    assert_eq!(faults(&effects), [&Fault::Unreadable { name }]);
    assert_eq!(desk.engine.status().trouble, None, "the rest goes on");
    assert!(
        desk.asked
            .iter()
            .filter(|request| request.url.ends_with(&path))
            .skip(1)
            .all(|request| !request.reuse)
    );
    desk.put(&path, &body);
    let effects = desk.wait(10_000);
    assert!(effects.contains(&Effect::New(events("ana", 2))));
}

#[test]
fn what_the_store_lost_is_put_back_by_whoever_has_it() {
    let mut desk = Desk::new(Rules::Dav);
    desk.input(Input::Lead(true));
    desk.local(events("ana", 2));
    desk.wait(10_000);
    desk.server = Folder::new(Rules::Dav);
    let effects = desk.wait(10_000);
    assert_eq!(faults(&effects), [&Fault::Lost { count: 2 }]);
    let mut ben = someone_who_has(events("ana", 2));
    ben.input(Input::Lead(true));
    assert!(ben.server.events().is_empty(), "not at once: others may do it");
    ben.wait(30_000);
    assert_eq!(ben.server.events().len(), 2);
}

#[test]
fn what_this_device_turns_out_not_to_have_is_asked_of_it_once() {
    let mut ben = someone_who_has(events("ana", 2));
    ben.device.clear();
    let mut effects = ben.input(Input::Lead(true));
    effects.extend(ben.wait(10 * 60_000));
    let asked = |effect: &&Effect| matches!(effect, Effect::Recall(_));
    assert_eq!(effects.iter().filter(asked).count(), 1);
    assert!(ben.server.events().is_empty());
}

fn someone_who_has(events: Vec<Sealed>) -> Desk {
    let mut desk = Desk::new(Rules::Dav);
    desk.input(Input::Local { events, mine: false });
    desk
}

#[test]
fn an_idle_board_asks_little() {
    let mut desk = Desk::new(Rules::Dav);
    desk.input(Input::Lead(true));
    desk.local(events("ana", 5));
    desk.wait(65_000);
    desk.asked.clear();
    desk.answered = 0;
    desk.wait(60_000);
    let polls = desk.asked.len();
    assert!((12..=14).contains(&polls), "{polls} in a minute");
    assert!(
        desk.asked
            .iter()
            .all(|request| request.headers.contains(&("Depth", "0")))
    );
    let each = desk.answered / polls + desk.asked[0].body.len();
    assert!(each < 2_048, "{each} bytes");
    let _ = desk.engine.handle(desk.now, Input::Visible(false));
    desk.asked.clear();
    desk.wait(5 * 60_000);
    assert!(
        (4..=9).contains(&desk.asked.len()),
        "{} in five hidden minutes",
        desk.asked.len()
    );
}

#[test]
fn where_something_happened_more_is_looked_for_soon() {
    let mut desk = Desk::new(Rules::Dav);
    desk.input(Input::Lead(true));
    desk.wait(20_000);
    desk.local(events("ana", 1));
    desk.wait(5_000);
    desk.asked.clear();
    desk.wait(30_000);
    assert!(desk.asked.len() >= 20, "{} in half a minute", desk.asked.len());
}

#[test]
fn a_change_in_the_second_of_the_last_listing_is_not_missed() {
    let mut ana = Desk::new(Rules::Dav);
    let mut ben = Desk::new(Rules::Dav);
    ana.put(&format!("{BOARD}/x.html"), "");
    ana.input(Input::Lead(true));
    // Within the same second, by the server's clock.
    ben.server = ana.server;
    ben.now += 200;
    ben.who = "ben";
    ben.input(Input::Lead(true));
    ben.local(events("ben", 1));
    ana.server = ben.server;
    let effects = ana.wait(12_000);
    assert!(effects.contains(&Effect::New(events("ben", 1))));
}

#[test]
fn a_board_in_a_folder_shared_with_another_reads_only_its_own_events() {
    let mut desk = Desk::new(Rules::Dav);
    let other = Sealed::new(events("ana", 1)[0].id.stamp, "TEAM", "ana", "{}".into()).expect("sealed");
    let (name, body) = segment(&[other]);
    desk.put(&format!("{}/{name}.json", board_folder(BOARD)), &body);
    let effects = desk.input(Input::Lead(true));
    assert_eq!(faults(&effects), [] as [&Fault; 0]);
    assert_eq!(desk.engine.events().count(), 0);
}
