//! What is written, what is merged, and what happens where the server refuses.

use alignment_board::sync::{Answer, Guard, Input, Request, Trouble};

use super::{Desk, STORE};
use crate::day::{Folder, Reply, Rules, Server};
use crate::support::{BOARD, START, engine, events, response, talk};

#[test]
fn many_small_files_become_one_and_nothing_is_deleted_before_that_was_read_back() {
    let mut desk = Desk::new(Rules::Dav);
    desk.input(Input::Lead(true));
    for event in events("ana", 20) {
        desk.local(vec![event]);
        desk.wait(1_000);
    }
    desk.asked.clear();
    desk.wait(10 * 60_000);
    let methods = desk.methods();
    let merged = methods
        .iter()
        .position(|method| *method == "PUT")
        .expect("a merged file");
    let read = merged
        + methods[merged..]
            .iter()
            .position(|method| *method == "GET")
            .expect("read back");
    let deleted = read
        + methods[read..]
            .iter()
            .position(|method| *method == "DELETE")
            .expect("deleted");
    assert!(merged < read && read < deleted);
    assert_eq!(
        methods[..merged].iter().filter(|method| **method == "DELETE").count(),
        1,
        "only whether it may"
    );
    let left = desk.server.files(&format!("/team/{BOARD}/"));
    assert!(left < 16, "{left} files");
    assert_eq!(desk.server.events().len(), 20);
    assert_eq!(desk.engine.status().waiting, 0);
}

#[test]
fn where_nothing_may_be_deleted_nothing_is_merged() {
    let mut desk = Desk::new(Rules::OwnName);
    desk.input(Input::Lead(true));
    for event in events("ana", 20) {
        desk.local(vec![event]);
        desk.wait(1_000);
    }
    desk.asked.clear();
    desk.wait(5 * 60_000);
    assert!(!desk.methods().contains(&"PUT"));
    assert!(desk.methods().iter().filter(|method| **method == "DELETE").count() <= 1);
}

#[test]
fn a_segment_that_is_too_large_for_the_server_is_halved_until_it_fits() {
    let mut desk = Desk::new(Rules::Dav);
    desk.put(&format!("{BOARD}/x.html"), "");
    let mut engine = engine(STORE);
    let _ = engine.handle(
        START,
        Input::Local {
            events: events("ana", 100),
            mine: true,
        },
    );
    let mut refused = 0;
    talk(&mut engine, START, Input::Lead(true), &mut |request| {
        if request.body.len() > 3_000 {
            refused += 1;
            return response(413, "");
        }
        match desk.server.serve(START, "ana", request) {
            Reply::Now(response) => Answer::Response(response),
            Reply::Later => Answer::TimedOut,
        }
    });
    assert!(refused > 1);
    assert_eq!(engine.status().waiting, 0);
    assert_eq!(desk.server.events().len(), 100);
}

#[test]
fn where_writing_is_refused_the_board_says_so_keeps_everything_and_tries_again() {
    let mut desk = Desk::new(Rules::OwnName);
    desk.who = "nobody";
    desk.input(Input::Lead(true));
    desk.local(events("ana", 1));
    let status = desk.engine.status();
    assert_eq!(
        (status.writing, status.trouble, status.waiting),
        (Some(Trouble::ReadOnly), None, 1)
    );
    desk.asked.clear();
    desk.wait(60_000);
    assert!(!desk.methods().contains(&"PUT"), "not again and again");
    desk.who = "ana";
    desk.input(Input::Focus);
    let status = desk.engine.status();
    assert_eq!((status.writing, status.waiting), (None, 0));
}

/// Apache answers 401 to who is signed in and may not, unless it is told otherwise.
#[test]
fn who_may_not_bring_others_events_is_not_asked_to_sign_in_and_goes_on_with_her_own() {
    let mut server = Folder::new(Rules::OwnName);
    let mut engine = engine(STORE);
    let mut now = START;
    let local = |by: &str, mine| Input::Local {
        events: events(by, 1),
        mine,
    };
    let mut serve = |now: u64, request: &Request| match server.serve(now, "ana", request) {
        Reply::Now(mut response) => {
            if response.status == 403 && request.url.contains("/ben/") {
                response.status = 401;
            }
            Answer::Response(response)
        }
        Reply::Later => Answer::TimedOut,
    };
    let _ = engine.handle(now, Input::Member("ana".into()));
    let _ = engine.handle(now, local("ben", false));
    let _ = engine.handle(now, local("ana", true));
    talk(&mut engine, now, Input::Lead(true), &mut |request| serve(now, request));
    while let Some(at) = engine.wake().filter(|at| *at < START + 60_000) {
        now = at.max(now);
        talk(&mut engine, now, Input::Time, &mut |request| serve(now, request));
    }
    let more = events("ana", 2).split_off(1);
    talk(
        &mut engine,
        now,
        Input::Local {
            events: more,
            mine: true,
        },
        &mut |request| serve(now, request),
    );
    let status = engine.status();
    assert_eq!((status.waiting, status.writing, status.trouble), (0, None, None));
}

#[test]
fn of_a_folder_that_may_check_names_it_is_known_what_was_seen() {
    let mut common = Desk::new(Rules::Dav);
    assert_eq!(common.engine.status().guard, Guard::Unknown);
    common.input(Input::Lead(true));
    common.local(events("ana", 1));
    common.wait(10_000);
    assert_eq!(common.engine.status().guard, Guard::None);

    let mut own = Desk::new(Rules::OwnName);
    own.input(Input::Member("ana".to_owned()));
    own.input(Input::Lead(true));
    own.local(events("ana", 1));
    own.wait(10_000);
    assert_eq!(own.engine.status().guard, Guard::Apart);
    // Something of Ben's is missing, and is tried to be put back.
    let events = events("ben", 1);
    own.input(Input::Local { events, mine: false });
    own.wait(120_000);
    assert_eq!(own.engine.status().guard, Guard::Refused);
}
