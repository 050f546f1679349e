//! CouchDB's protocol, one rule at a time.

use alignment_board::sync::{Answer, Engine, Input, Request, Trouble, document_id};
use alignment_board::wire::sealed::Sealed;
use serde_json::{Value, json};

use crate::day::{Couch, Reply, Server};
use crate::support::{BOARD, START, engine, events, response, sent, talk};

const STORE: &str = "couchdb+http://h/db";

fn serve(server: &mut Couch, who: &str, now: u64, request: &Request) -> Answer {
    match server.serve(now, who, request) {
        Reply::Now(response) => Answer::Response(response),
        Reply::Later => Answer::TimedOut,
    }
}

/// An engine that has sent what `ana` did to a server which gives `answer` to that.
fn pushed(who: &str, answer: &dyn Fn(&Value) -> Answer) -> (Engine, Couch) {
    let mut server = Couch::new(true);
    let mut engine = engine(STORE);
    let _ = engine.handle(
        START,
        Input::Local {
            events: events("ana", 2),
            mine: true,
        },
    );
    talk(
        &mut engine,
        START,
        Input::Lead(true),
        &mut |request| match request.url.ends_with("_bulk_docs") {
            true => answer(&serde_json::from_str(&request.body).expect("JSON")),
            false => serve(&mut server, who, START, request),
        },
    );
    (engine, server)
}

#[test]
fn a_conflict_or_a_refusal_of_what_is_there_already_is_success() {
    for error in ["conflict", "forbidden"] {
        let mut server = Couch::new(true);
        let mut ana = engine(STORE);
        let mine = || Input::Local {
            events: events("ana", 2),
            mine: true,
        };
        let _ = ana.handle(START, mine());
        talk(&mut ana, START, Input::Lead(true), &mut |request| {
            serve(&mut server, "ana", START, request)
        });
        // Her other device has the same, and did not hear of it: its feed shows nothing, and its list is empty.
        let mut other = engine(STORE);
        let _ = other.handle(START, mine());
        talk(&mut other, START, Input::Lead(true), &mut |request| {
            if request.url.ends_with("_bulk_docs") {
                // As pouchdb-server: without ids.
                return response(
                    201,
                    &json!([{"error": error, "reason": "x"}, {"error": error}]).to_string(),
                );
            }
            if request.method == "GET" && request.url.contains("_all_docs") {
                return response(200, "{\"rows\":[]}");
            }
            if request.url.contains("_changes") {
                return response(200, "{\"results\":[],\"last_seq\":2}");
            }
            serve(&mut server, "ana", START, request)
        });
        let status = other.status();
        assert_eq!((status.waiting, status.writing), (0, None), "{error}");
    }
}

#[test]
fn what_is_refused_is_told_with_its_reason_and_stays_here() {
    let refused = |error: &'static str, reason: &'static str| {
        move |body: &Value| {
            let docs = body["docs"].as_array().expect("a list").iter();
            let each = docs.map(|doc| json!({"id": doc["_id"], "error": error, "reason": reason}));
            response(201, &Value::from_iter(each).to_string())
        }
    };
    let cases: [(&str, &str, Trouble); 4] = [
        ("forbidden", "made by ana, sent by ben", Trouble::NotYours),
        ("forbidden", "clock: made in the future", Trouble::Clock),
        ("unauthorized", "sign in first", Trouble::SignIn),
        ("unknown_error", "x", Trouble::Server),
    ];
    for (error, reason, trouble) in cases {
        let (engine, _) = pushed("ben", &refused(error, reason));
        let status = engine.status();
        assert_eq!((status.writing, status.waiting), (Some(trouble), 2), "{error} {reason}");
        assert!(engine.wake().is_some_and(|at| at > START));
    }
    for (code, trouble) in [(401, Trouble::SignIn), (403, Trouble::ReadOnly), (500, Trouble::Server)] {
        let (engine, _) = pushed("ana", &|_| response(code, "{}"));
        assert_eq!(
            (engine.status().writing, engine.status().waiting),
            (Some(trouble), 2),
            "{code}"
        );
    }
}

#[test]
fn who_is_signed_in_is_known_from_the_session() {
    let (engine, server) = pushed("ana", &|_| response(201, "[]"));
    assert_eq!(engine.status().who.as_deref(), Some("ana"));
    assert!(server.events().is_empty());
}

#[test]
fn signing_in_posts_the_session_once_and_goes_on() {
    let mut server = Couch::new(true);
    let mut engine = engine(STORE);
    talk(&mut engine, START, Input::Lead(true), &mut |_| {
        response(401, "{\"error\":\"unauthorized\"}")
    });
    assert_eq!(engine.status().trouble, Some(Trouble::SignIn));
    let mut posts = Vec::new();
    let login = Input::SignIn {
        name: "ana".into(),
        password: "se\"cret".into(),
    };
    talk(&mut engine, START, login, &mut |request| {
        if request.method == "POST" {
            posts.push((request.url.clone(), request.body.clone()));
            return response(200, "{\"ok\":true,\"name\":\"ana\",\"roles\":[]}");
        }
        serve(&mut server, "ana", START, request)
    });
    let body = "{\"name\":\"ana\",\"password\":\"se\\\"cret\"}";
    assert_eq!(posts, [("http://h/_session".to_owned(), body.to_owned())]);
    let status = engine.status();
    assert_eq!((status.trouble, status.who.as_deref()), (None, Some("ana")));
}

#[test]
fn it_waits_for_news_while_it_can_be_seen_and_only_asks_now_and_then_otherwise() {
    let mut server = Couch::new(false);
    let mut engine = engine(STORE);
    let effects = talk(&mut engine, START, Input::Lead(true), &mut |request| {
        serve(&mut server, "ana", START, request)
    });
    let waits = |effects: &[_]| {
        sent(effects)
            .iter()
            .filter(|request| request.url.contains("longpoll"))
            .count()
    };
    assert_eq!(waits(&effects), 1);
    assert!(
        engine.wake().is_some_and(|at| at > START + 20_000),
        "nothing else is asked meanwhile"
    );
    let _ = engine.handle(START, Input::Visible(false));
    let later = START + 75_000;
    let effects = talk(&mut engine, later, Input::Time, &mut |request| {
        serve(&mut server, "ana", later, request)
    });
    assert_eq!(waits(&effects), 0);
    assert!(engine.wake().is_some_and(|at| at > later + 50_000));
}

#[test]
fn other_boards_of_the_database_and_documents_that_were_changed_do_not_count() {
    let mut server = Couch::new(false);
    let event = &events("ana", 1)[0];
    let other = Sealed::new(event.id.stamp, "other", "ana", "{}".into()).expect("sealed");
    let docs = json!({"docs": [
        {"_id": document_id("other", other.id), "board": "other", "by": "ana", "e": "{}"},
        {"_id": document_id(BOARD, event.id), "board": BOARD, "by": "ana", "e": "{}"},
        {"_id": "unrelated"},
    ]});
    let post = Request {
        id: 0,
        method: "POST",
        url: "http://h/db/_bulk_docs".into(),
        headers: Vec::new(),
        body: docs.to_string(),
        reuse: false,
    };
    serve(&mut server, "ana", START, &post);
    let mut engine = engine(STORE);
    talk(&mut engine, START, Input::Lead(true), &mut |request| {
        serve(&mut server, "ana", START, request)
    });
    assert_eq!(engine.events().count(), 0);
    assert_eq!(engine.status().trouble, None);
}
