//! Apache with a folder of one's own for each member: what somebody tries who means harm.

use std::fs;
use std::time::{Duration, Instant};

use alignment_board::domain::stamp::Stamp;
use alignment_board::sync::Segment;
use alignment_board::wire::sealed::Sealed;
use servers::{BOARD, Client, Kind, Running, Seat};

const NAME: &str = "0123456789abcdef0123456789abcdef.json";

fn apache() -> Option<Running> {
    let asked = Kind::asked_for().expect("names of servers");
    asked
        .contains(&Kind::Apache)
        .then(|| Running::start(Kind::Apache).expect("Apache"))
}

fn client(name: &str) -> Client {
    Client::new(Some((name, &format!("{name}-secret"))))
}

#[test]
fn two_members_share_a_board_each_in_a_folder_of_her_own() {
    let Some(server) = apache() else { return };
    let store = server.url("/members/");
    let seat = |name: &str, number| Seat::new(&store, name, number, client(name)).expect("a seat");
    let (mut ana, mut ben) = (seat("ana", 1), seat("ben", 2));
    for round in 1..=3 {
        ana.act();
        ben.act();
        let through = |seat: &Seat| seat.engine.status().waiting == 0 && seat.known() == 2 * round;
        let begin = Instant::now();
        while !(through(&ana) && through(&ben)) {
            assert!(begin.elapsed() < Duration::from_secs(40), "{:?}", ana.engine.status());
            for seat in [&mut ana, &mut ben] {
                seat.run(Duration::from_millis(20), &mut |_| false);
            }
        }
    }
    for name in ["ana", "ben"] {
        let files = fs::read_dir(server.file(&format!("members/{BOARD}/{name}"))).expect("a folder");
        assert_eq!(files.count(), 3, "{name}");
    }
    assert_eq!(
        fs::read_dir(server.file(&format!("members/{BOARD}")))
            .expect("a folder")
            .count(),
        2
    );
}

#[test]
fn a_widget_does_not_believe_what_stands_in_the_wrong_folder() {
    let Some(server) = apache() else { return };
    let stamp = Stamp {
        ms: 1_790_000_000_000,
        counter: 0,
        replica: 9,
    };
    let forged = Sealed::new(stamp, BOARD, "ana", "{}".into()).expect("sealed");
    let mut segment = Segment::new("ben", 0);
    segment.add(forged.id, BOARD, "ana", "{}");
    let (name, body) = segment.end();
    let ben = client("ben");
    let folder = server.url(&format!("/members/{BOARD}/"));
    assert_eq!(ben.ask("MKCOL", &folder, &[], "").0, 201);
    assert_eq!(ben.ask("MKCOL", &format!("{folder}ben/"), &[], "").0, 201);
    assert_eq!(ben.ask("PUT", &format!("{folder}ben/{name}.json"), &[], &body).0, 201);
    let mut cem = Seat::new(&server.url("/members/"), "cem", 3, client("cem")).expect("a seat");
    assert!(cem.run(Duration::from_secs(20), &mut |engine| engine.status().synced.is_some()));
    assert_eq!(cem.known(), 0);
    assert_eq!(cem.faults.len(), 1);
}

#[test]
fn nobody_forges_overwrites_deletes_or_escapes() {
    let Some(server) = apache() else { return };
    let (ana, ben) = (client("ana"), client("ben"));
    let url = |path: &str| server.url(&format!("/members{path}"));
    let board = format!("/{BOARD}");
    assert_eq!(ana.ask("MKCOL", &url(&format!("{board}/")), &[], "").0, 201);
    assert_eq!(ana.ask("MKCOL", &url(&format!("{board}/ana/")), &[], "").0, 201);
    let good = url(&format!("{board}/ana/{NAME}"));
    assert_eq!(ana.ask("PUT", &good, &[], "mine").0, 201, "her own name, once");

    let other = "fedcba9876543210fedcba9876543210.json";
    let in_anas = |way: &str| format!("{board}/{way}/{other}");
    let refused = [
        ("in another's name", ben.ask("PUT", &url(&in_anas("ana")), &[], "x")),
        (
            "a folder in another's name",
            ben.ask("MKCOL", &url(&format!("{board}/cem/")), &[], ""),
        ),
        ("by the letters' case", ben.ask("PUT", &url(&in_anas("ANA")), &[], "x")),
        (
            "by the user's case",
            client("Ben").ask("PUT", &url(&in_anas("Ben")), &[], "x"),
        ),
        ("by dots", ben.ask("PUT", &url(&in_anas("ben/../ana")), &[], "x")),
        (
            "by escaped dots",
            ben.ask("PUT", &url(&in_anas("ben/%2e%2e/ana")), &[], "x"),
        ),
        (
            "by an escaped slash",
            ben.ask("PUT", &url(&in_anas("ben%2f..%2fana")), &[], "x"),
        ),
        ("by two slashes", ben.ask("PUT", &url(&in_anas("/ana")), &[], "x")),
        (
            "by an escaped letter",
            ben.ask("PUT", &url(&in_anas("%61na")), &[], "x"),
        ),
        (
            "into the board's folder",
            ben.ask("PUT", &url(&format!("{board}/{other}")), &[], "x"),
        ),
        (
            "out of all folders",
            ben.ask("PUT", &server.url("/members/../ben.json"), &[], "x"),
        ),
        (
            "under a name that is none",
            ana.ask("PUT", &url(&format!("{board}/ana/index.html")), &[], "x"),
        ),
        (
            "as a file of rules",
            ana.ask("PUT", &url(&format!("{board}/ana/.htaccess")), &[], "x"),
        ),
        ("over her own", ana.ask("PUT", &good, &[], "other")),
        ("deleting her own", ana.ask("DELETE", &good, &[], "")),
        ("deleting another's", ben.ask("DELETE", &good, &[], "")),
        (
            "deleting a folder",
            ana.ask("DELETE", &url(&format!("{board}/ana/")), &[], ""),
        ),
        (
            "moving",
            ana.ask("MOVE", &good, &[("Destination", "/members/x.json")], ""),
        ),
        ("moving a file there from where everybody may write", {
            assert_eq!(
                Client::new(None).ask("PUT", &server.url("/team/x.json"), &[], "x").0,
                201
            );
            let there = ("Destination", &*url(&in_anas("ana")).leak());
            Client::new(None).ask("MOVE", &server.url("/team/x.json"), &[there], "")
        }),
        (
            "copying",
            ben.ask("COPY", &good, &[("Destination", "/members/x.json")], ""),
        ),
        (
            "properties",
            ana.ask("PROPPATCH", &good, &[("Content-Type", "application/xml")], "<x/>"),
        ),
        (
            "locking",
            ana.ask("LOCK", &good, &[("Content-Type", "application/xml")], "<x/>"),
        ),
        ("posting", ana.ask("POST", &good, &[], "x")),
        ("nobody", Client::new(None).ask("PUT", &url(&in_anas("ana")), &[], "x")),
        ("nobody reading", Client::new(None).ask("GET", &good, &[], "")),
        (
            "a wrong password",
            Client::new(Some(("ana", "x"))).ask("PUT", &url(&in_anas("ana")), &[], "x"),
        ),
    ];
    for (how, (status, _)) in &refused {
        assert!((400..500).contains(status), "{how}: {status}");
    }
    assert_eq!(
        ben.ask("GET", &good, &[], ""),
        (200, "mine".to_owned()),
        "it is as it was"
    );
    let files = fs::read_dir(server.file(&format!("members{board}/ana"))).expect("a folder");
    assert_eq!(files.count(), 1, "and alone");
    let boards = fs::read_dir(server.file(&format!("members{board}"))).expect("a folder");
    assert_eq!(boards.count(), 1);
}

#[test]
fn a_preflight_needs_no_password_and_refusals_carry_cors_headers() {
    let Some(server) = apache() else { return };
    let origin = ("Origin", "http://localhost:8080");
    let anyone = Client::new(None);
    let url = server.url("/members/board/");
    let ask = |method: &'static str| {
        anyone.send(&alignment_board::sync::Request {
            id: 0,
            method,
            url: url.clone(),
            headers: vec![origin, ("Access-Control-Request-Method", "PROPFIND")],
            body: String::new(),
            reuse: false,
        })
    };
    let check = || {
        for (method, expected) in [("OPTIONS", 200), ("PROPFIND", 401)] {
            let alignment_board::sync::Answer::Response(response) = ask(method) else {
                panic!("{method} was not answered");
            };
            assert_eq!(response.status, expected, "{method}");
            assert_eq!(
                response.header("access-control-allow-origin"),
                Some("http://localhost:8080")
            );
            assert_eq!(response.header("access-control-allow-credentials"), Some("true"));
        }
    };
    check();
    // In a folder that is there, mod_dir looks for an index page, in nobody's name.
    assert_eq!(client("ana").ask("MKCOL", &url, &[], "").0, 201);
    check();
}

/// What a board asks every five seconds where members have folders: at most 2 KB, and 300 bytes for each of them.
#[test]
fn the_question_what_changed_is_answered_in_few_bytes() {
    let Some(server) = apache() else { return };
    const MEMBERS: usize = 40;
    for number in 0..MEMBERS {
        fs::create_dir_all(server.file(&format!("members/{BOARD}/member{number:02}"))).expect("made");
    }
    let ask = "<?xml version=\"1.0\"?><propfind xmlns=\"DAV:\"><prop><getlastmodified/></prop></propfind>";
    let headers = [("Depth", "1"), ("Content-Type", "application/xml")];
    let (status, body) = client("ana").ask("PROPFIND", &server.url(&format!("/members/{BOARD}/")), &headers, ask);
    assert_eq!(status, 207);
    let (allowed, taken) = (2_048 + 300 * MEMBERS, ask.len() + 800 + body.len());
    assert!(
        taken <= allowed,
        "{taken} bytes, {} of them the answer's; {allowed} are allowed",
        body.len()
    );
    println!("{} bytes for {MEMBERS} folders", body.len());
}
