//! What must hold at every real server. `BOARD_SERVERS` names those to try; without it, all.

use std::time::{Duration, Instant};

use alignment_board::sync::{Answer, Request, Trouble};
use servers::{BOARD, Client, Kind, Running, Seat};

const PATIENCE: Duration = Duration::from_secs(40);

/// Runs something at each server that is asked for.
fn at_each(what: &dyn Fn(&mut Running)) {
    for kind in Kind::asked_for().expect("names of servers") {
        let mut server = Running::start(kind).expect("a server");
        what(&mut server);
    }
}

fn seat(server: &Running, name: &str, number: u32) -> Seat {
    Seat::new(&server.store(), name, number, Client::new(None)).expect("a seat")
}

fn settle(seat: &mut Seat, events: usize) {
    let there = seat.run(PATIENCE, &mut |engine| {
        engine.status().waiting == 0 && engine.events().count() == events
    });
    assert!(
        there,
        "{} of {events} events, {:?}, {:?}",
        seat.known(),
        seat.engine.status(),
        seat.faults
    );
}

#[test]
fn what_one_does_is_confirmed_and_another_sees_it_within_seconds() {
    at_each(&|server| {
        let (mut ana, mut ben) = (seat(server, "ana", 1), seat(server, "ben", 2));
        for round in 1..=3 {
            let id = ana.act().expect("an event");
            settle(&mut ana, 2 * round - 1);
            assert!(ana.confirmed.contains(&id));
            let begin = Instant::now();
            settle(&mut ben, 2 * round - 1);
            assert!(
                begin.elapsed() < Duration::from_secs(8),
                "{:?} {:?}",
                server.kind(),
                begin.elapsed()
            );
            ben.act().expect("an event");
            settle(&mut ben, 2 * round);
            settle(&mut ana, 2 * round);
        }
        assert_eq!((ana.told_twice, ben.told_twice), (0, 0));
        assert_eq!((&ana.faults[..], &ben.faults[..]), (&[][..], &[][..]));
    });
}

#[test]
fn names_in_any_script_and_hundreds_of_events_arrive_whole() {
    at_each(&|server| {
        let mut zoe = seat(server, "Zoë Müller 視聴", 1);
        for _ in 0..700 {
            zoe.act().expect("an event");
        }
        settle(&mut zoe, 700);
        let mut ben = seat(server, "ben", 2);
        settle(&mut ben, 700);
        assert!(zoe.engine.events().eq(ben.engine.events()));
    });
}

#[test]
fn a_server_that_is_killed_in_between_loses_nothing() {
    at_each(&|server| {
        let (mut ana, mut ben) = (seat(server, "ana", 1), seat(server, "ben", 2));
        ana.act();
        settle(&mut ana, 1);
        settle(&mut ben, 1);
        server.crash().expect("killed");
        ana.act();
        let told = ana.run(PATIENCE, &mut |engine| {
            engine.status().trouble == Some(Trouble::Unreachable)
        });
        assert!(told, "{:?}", server.kind());
        assert_eq!(ana.engine.status().waiting, 1, "{:?}", server.kind());
        server.start_again().expect("started");
        settle(&mut ana, 2);
        settle(&mut ben, 2);
    });
}

#[test]
fn what_somebody_deletes_on_the_server_is_put_back() {
    at_each(&|server| {
        let (mut ana, mut ben) = (seat(server, "ana", 1), seat(server, "ben", 2));
        ana.act();
        settle(&mut ana, 1);
        settle(&mut ben, 1);
        match server.kind() {
            Kind::Pouchdb => {
                assert_eq!(Client::new(None).ask("DELETE", &server.url("/board"), &[], "").0, 200);
                server.create_database().expect("made");
            }
            _ => std::fs::remove_dir_all(server.file(&format!("team/{BOARD}"))).expect("removed"),
        }
        ana.act();
        settle(&mut ana, 2);
        let mut cem = seat(server, "cem", 3);
        // Whether a database is the one it was is looked at once a minute; who has it puts it back half a minute later.
        let there = ana.run(3 * PATIENCE, &mut |_| {
            cem.run(Duration::from_millis(50), &mut |_| false);
            ben.run(Duration::from_millis(50), &mut |_| false);
            cem.known() == 2
        });
        assert!(
            there,
            "{:?}: {} known, {:?}",
            server.kind(),
            cem.known(),
            cem.engine.status()
        );
    });
}

/// A server that never ends its answer keeps a connection each time, and a browser has six: then nothing is shared any
/// more. Firefox waits for the end even before it goes on.
#[test]
fn a_preflight_about_what_is_not_there_yet_is_answered_to_its_end() {
    at_each(&|server| {
        let url = format!("{}nothing/0123456789abcdef0123456789abcdef.json", server.url("/team/"));
        let origin = ("Origin", "http://localhost:8080");
        let begin = Instant::now();
        let answer = Client::new(None).send(&Request {
            id: 0,
            method: "OPTIONS",
            url,
            headers: vec![origin, ("Access-Control-Request-Method", "PUT")],
            body: String::new(),
            reuse: false,
        });
        let Answer::Response(response) = answer else {
            panic!("{:?}: {answer:?} after {:?}", server.kind(), begin.elapsed());
        };
        assert!(
            (200..300).contains(&response.status),
            "{:?}: {}",
            server.kind(),
            response.status
        );
    });
}
