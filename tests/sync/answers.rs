//! Every answer that a server can give: what the person is told, and that nothing is lost by it.

use alignment_board::sync::{Answer, Effect, Engine, Input, Request, Response, Stage, Trouble};

use crate::support::{START, engine, events, response, talk};

const FOLDER: &str = "https://h/team/";
const COUCH: &str = "couchdb+https://h/db";

/// One event of ours, and a server that gives the same answer to everything.
fn told(store: &str, answer: &Answer) -> (Engine, Option<Trouble>) {
    let mut engine = engine(store);
    let events = events("ana", 1);
    let _ = engine.handle(START, Input::Local { events, mine: true });
    talk(&mut engine, START, Input::Lead(true), &mut |_| answer.clone());
    let trouble = engine.status().trouble;
    (engine, trouble)
}

#[test]
fn each_answer_has_a_sentence_of_its_own_and_loses_nothing() {
    let html = Answer::Response(Response {
        status: 200,
        headers: vec![("content-type".into(), "text/html; charset=utf-8".into())],
        body: b"<!doctype html><title>Welcome</title>".to_vec(),
        digest: None,
    });
    let both = [
        (Answer::Redirected, Trouble::SignIn),
        (Answer::Unreachable, Trouble::Unreachable),
        (Answer::TimedOut, Trouble::TimedOut),
        (Answer::Cut, Trouble::Cut),
        (response(302, ""), Trouble::SignIn),
        (response(401, ""), Trouble::SignIn),
        (response(409, ""), Trouble::Conflict),
        (response(412, ""), Trouble::Precondition),
        (response(413, ""), Trouble::TooLarge),
        (response(418, ""), Trouble::Unexpected),
        (response(423, ""), Trouble::Locked),
        (response(429, ""), Trouble::Busy),
        (response(500, ""), Trouble::Server),
        (response(503, ""), Trouble::Server),
        (response(507, ""), Trouble::Full),
    ];
    let folder = [
        (response(403, ""), Trouble::NoListing),
        (response(405, ""), Trouble::NoListing),
        (html.clone(), Trouble::NoListing),
        (response(207, "<multistatus><resp"), Trouble::Cut),
        (response(207, "<a/>"), Trouble::Garbled),
    ];
    let couch = [
        (response(404, ""), Trouble::Missing),
        (response(403, ""), Trouble::Forbidden),
        (html, Trouble::Html),
        (response(200, "{\"ok\":tr"), Trouble::Garbled),
        (response(200, "[]"), Trouble::Garbled),
    ];
    let stores = [(FOLDER, &folder[..]), (COUCH, &couch[..])];
    for (store, own) in stores {
        for (answer, expected) in both.iter().chain(own) {
            let (engine, trouble) = told(store, answer);
            assert_eq!(trouble, Some(*expected), "{store} {answer:?}");
            assert_eq!(engine.status().waiting, 1, "{answer:?}");
            let id = engine.events().next().expect("it is still there");
            assert_eq!(engine.stage(id), Some(Stage::OnDevice));
            assert!(engine.wake().is_some_and(|at| at > START), "it is tried again");
        }
    }
}

#[test]
fn the_server_says_when_to_come_back_and_not_even_focus_comes_earlier() {
    for (value, seconds) in [("90", 90), ("Sun, 06 Nov 1994 08:51:07 GMT", 90)] {
        let mut engine = engine(FOLDER);
        let busy = Answer::Response(Response {
            status: 429,
            headers: vec![
                ("Retry-After".into(), value.into()),
                ("Date".into(), "Sun, 06 Nov 1994 08:49:37 GMT".into()),
            ],
            body: Vec::new(),
            digest: None,
        });
        talk(&mut engine, START, Input::Lead(true), &mut |_| busy.clone());
        let effects = engine.handle(START + 60_000, Input::Focus);
        assert_eq!(effects, [], "it is too early");
        assert!(engine.wake().is_some_and(|at| at >= START + seconds * 1_000));
        let effects = engine.handle(START + seconds * 1_000, Input::Focus);
        assert_eq!(effects.len(), 1);
    }
}

#[test]
fn waiting_times_grow_and_focus_or_the_network_end_them() {
    let mut engine = engine(FOLDER);
    let mut now = START;
    let mut longest = 0;
    talk(&mut engine, now, Input::Lead(true), &mut |_| response(500, ""));
    for _ in 0..40 {
        let at = engine.wake().expect("a next time");
        longest = longest.max(at - now);
        now = at;
        talk(&mut engine, now, Input::Time, &mut |_| response(500, ""));
    }
    assert!((20_000..=61_000).contains(&longest), "{longest}");
    assert!(!engine.handle(now + 1, Input::Focus).is_empty());
    let _ = engine.handle(now + 2, Input::Online(false));
    assert!(engine.status().offline && engine.wake().is_none_or(|at| at > now + 10_000));
    assert!(!engine.handle(now + 40_000, Input::Online(true)).is_empty());
}

#[test]
fn a_request_nobody_answers_is_given_up() {
    let mut engine = engine(FOLDER);
    let effects = engine.handle(START, Input::Lead(true));
    assert!(matches!(effects[..], [Effect::Send(Request { id: 1, .. })]));
    let at = engine.wake().expect("a deadline");
    assert_eq!(at, START + 30_000);
    assert_eq!(engine.handle(at, Input::Time)[..1], [Effect::Cancel(1)]);
    assert_eq!(engine.status().trouble, Some(Trouble::TimedOut));
    let late = engine.handle(at + 1, Input::Answer(1, response(500, "")));
    assert_eq!(late, [], "an answer that comes later is for nobody");
}

#[test]
fn only_the_leading_tab_asks_and_who_stops_leading_lets_go() {
    let mut engine = engine(FOLDER);
    let events = events("ana", 1);
    assert_eq!(engine.handle(START, Input::Local { events, mine: true }), []);
    assert_eq!(engine.handle(START, Input::Focus), []);
    assert_eq!(engine.wake(), None);
    assert_eq!(engine.handle(START, Input::Lead(true)).len(), 1);
    assert_eq!(engine.handle(START, Input::Lead(false)), [Effect::Cancel(1)]);
    assert_eq!(engine.handle(START, Input::Lead(true)).len(), 1, "it begins again");
}

#[test]
fn a_clock_that_is_off_is_told_once_it_is_more_than_a_minute() {
    let dated = |date: &str| {
        Answer::Response(Response {
            status: 404,
            headers: vec![("date".into(), date.into())],
            body: Vec::new(),
            digest: None,
        })
    };
    let mut engine = engine(FOLDER);
    let noon = 784_119_600_000; // Sun, 06 Nov 1994 11:00:00 GMT
    talk(&mut engine, noon, Input::Lead(true), &mut |_| {
        dated("Sun, 06 Nov 1994 11:00:30 GMT")
    });
    assert_eq!(engine.status().clock_off, 0);
    for _ in 0..5 {
        talk(&mut engine, noon, Input::Focus, &mut |_| {
            dated("Sun, 06 Nov 1994 11:07:00 GMT")
        });
    }
    assert_eq!(engine.status().clock_off, 420_000);
}

#[test]
fn a_clock_that_is_set_back_stops_nothing() {
    for store in [FOLDER, COUCH] {
        let mut engine = engine(store);
        talk(&mut engine, START, Input::Lead(true), &mut |_| response(500, ""));
        let back = START - 3_600_000;
        let _ = engine.handle(back, Input::Time);
        assert!(
            engine.wake().is_some_and(|at| at <= back + 61_000),
            "{:?}",
            engine.wake()
        );
    }
}

#[test]
fn what_a_lead_erased_is_not_pushed_nor_taken_again() {
    let mut engine = engine(FOLDER);
    let events = events("ana", 2);
    let ids: Vec<_> = events.iter().map(|event| event.id).collect();
    let _ = engine.handle(
        START,
        Input::Local {
            events: events.clone(),
            mine: true,
        },
    );
    let _ = engine.handle(START, Input::Erase(vec![ids[0]]));
    assert_eq!(engine.status().waiting, 1);
    let _ = engine.handle(START, Input::Local { events, mine: false });
    assert_eq!(engine.events().collect::<Vec<_>>(), [ids[1]]);
}

/// A browser has six requests on their way when the network goes. It is back within seconds, and so is the board.
#[test]
fn requests_that_fail_together_are_one_failure() {
    let mut engine = engine(FOLDER);
    let names: Vec<_> = (0..6).map(|n| format!("{n:032x}.json")).collect();
    let entry = |name: &String| format!("<response><href>/team/team/{name}</href></response>");
    let all: String = names.iter().map(entry).collect();
    let listing = format!("<multistatus><response><href>/team/team/</href></response>{all}</multistatus>");
    let first = crate::support::sent(&engine.handle(START, Input::Lead(true)));
    let gets = crate::support::sent(&engine.handle(START, Input::Answer(first[0].id, response(207, &listing))));
    assert_eq!(gets.len(), 6);
    for get in gets {
        let _ = engine.handle(START + 10, Input::Answer(get.id, Answer::Unreachable));
    }
    assert!(
        engine.wake().is_some_and(|at| at < START + 2_200),
        "{:?}",
        engine.wake()
    );
}
