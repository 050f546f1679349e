//! What somebody tries who means harm, at a folder that everybody may write and at a database. At Apache with a folder
//! for each member: `members.rs`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use alignment_board::domain::stamp::Stamp;
use alignment_board::sync::{Fault, Segment, document_id};
use alignment_board::wire::sealed::Sealed;
use servers::{BOARD, Client, Kind, Running, Seat};

const NAME: &str = "0123456789abcdef0123456789abcdef.json";
const JSON: (&str, &str) = ("Content-Type", "application/json");

fn asked(wanted: impl Fn(Kind) -> bool) -> Vec<Running> {
    let asked = Kind::asked_for().expect("names of servers");
    let asked = asked.into_iter().filter(|kind| wanted(*kind));
    asked.map(|kind| Running::start(kind).expect("a server")).collect()
}

fn sealed(by: &str, counter: u16) -> Sealed {
    let stamp = Stamp {
        ms: 1_790_000_000_000,
        counter,
        replica: 9,
    };
    Sealed::new(stamp, BOARD, by, "{\"type\":\"claim\",\"initiative\":\"x\"}".into()).expect("sealed")
}

/// Every file below a folder, but those of the servers themselves.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        match entry.path() {
            path if path.is_dir() => found.extend(files(&path)),
            path => {
                found.insert(path);
            }
        }
    }
    found
}

#[test]
fn nobody_gets_out_of_a_folder_that_everybody_may_write() {
    for server in asked(|kind| kind != Kind::Pouchdb) {
        let anyone = Client::new(None);
        let team = server.file("team");
        let top = team.ancestors().nth(2).expect("the server's own folder");
        let outside = |before: &BTreeSet<PathBuf>| -> Vec<PathBuf> {
            let all = files(top);
            let new = all.difference(before);
            let served = |path: &&PathBuf| {
                let name = path.to_string_lossy();
                // Its own: Apache writes its number only once it answers already.
                let own = name.ends_with(".log") || name.ends_with(".pid") || name.contains("ock");
                !path.starts_with(&team) && !own
            };
            new.filter(served).cloned().collect()
        };
        let before = files(top);
        for way in [
            "/team/../../stolen.json",
            "/team/%2e%2e/%2e%2e/stolen.json",
            "/team/..%2f..%2fstolen.json",
            "/team/..%5c..%5cstolen.json",
            "/team//../../stolen.json",
            "/team/./../.././stolen.json",
            "/team/%252e%252e/stolen.json",
        ] {
            let (status, _) = anyone.ask("PUT", &server.url(way), &[], "x");
            assert_eq!(
                outside(&before),
                [] as [PathBuf; 0],
                "{:?}: PUT {way}: {status}",
                server.kind()
            );
        }
        let good = server.url(&format!("/team/{NAME}"));
        assert!(
            matches!(anyone.ask("PUT", &good, &[], "x").0, 200..300),
            "{:?}",
            server.kind()
        );
        for (method, to) in [("MOVE", "/../stolen.json"), ("COPY", "/team/../../stolen.json")] {
            let header = [("Destination", &*server.url(to).leak())];
            let (status, _) = anyone.ask(method, &good, &header, "");
            assert_eq!(
                outside(&before),
                [] as [PathBuf; 0],
                "{:?}: {method}: {status}",
                server.kind()
            );
        }
        // A file that would give orders to Apache gives none, and others serve no such file.
        let rules = server.url("/team/.htaccess");
        let _ = anyone.ask("PUT", &rules, &[], "Require all denied");
        assert_eq!(anyone.ask("GET", &good, &[], "").0, 200, "{:?}", server.kind());
        let served = anyone.ask("GET", &rules, &[], "").0 == 200;
        assert!(!served || server.kind() == Kind::Apache, "{:?}", server.kind());
    }
}

#[test]
fn what_somebody_overwrites_or_makes_up_in_a_common_folder_does_not_count_and_is_put_right() {
    for server in asked(|kind| kind != Kind::Pouchdb) {
        let anyone = Client::new(None);
        let mut ana = Seat::new(&server.store(), "ana", 1, anyone.clone()).expect("a seat");
        ana.act();
        let patience = Duration::from_secs(40);
        assert!(ana.run(patience, &mut |engine| engine.status().waiting == 0));
        let folder = server.url(&format!("/team/{BOARD}/"));
        let own = files(&server.file(&format!("team/{BOARD}")));
        let own = own.first().and_then(|path| path.file_name()).expect("a segment");
        // Over Ana's file, another event under a hash that is not its own.
        let forged = sealed("ana", 1);
        let mut segment = Segment::new("ben", 0);
        segment.add(forged.id, BOARD, "ben", &forged.e);
        let (name, body) = segment.end();
        let over = format!("{folder}{}", own.to_string_lossy());
        assert!(matches!(anyone.ask("PUT", &over, &[], &body).0, 200..300));
        assert!(matches!(
            anyone.ask("PUT", &format!("{folder}{name}.json"), &[], &body).0,
            200..300
        ));
        let mut cem = Seat::new(&server.store(), "cem", 2, anyone.clone()).expect("a seat");
        let seen = ana.run(3 * patience, &mut |_| {
            cem.run(Duration::from_millis(50), &mut |_| false);
            cem.known() == 1
        });
        assert!(seen, "{:?}: {:?}", server.kind(), cem.faults);
        assert!(cem.engine.events().eq(ana.engine.events()));
        let broken = |fault: &Fault| matches!(fault, Fault::Broken { .. });
        assert!(cem.faults.iter().any(broken), "{:?}", cem.faults);
    }
}

#[test]
fn who_is_signed_in_to_a_database_forges_changes_and_deletes_nothing() {
    for server in asked(|kind| kind == Kind::Pouchdb) {
        server.lock().expect("logins");
        let session = |name: &str| {
            let client = Client::new(None);
            let login = format!("{{\"name\":\"{name}\",\"password\":\"{name}-secret\"}}");
            assert_eq!(client.ask("POST", &server.url("/_session"), &[JSON], &login).0, 200);
            client
        };
        let (ana, ben) = (session("ana"), session("ben"));
        let url = |event: &Sealed| server.url(&format!("/board/{}", document_id(BOARD, event.id).replace(':', "%3A")));
        let document = |event: &Sealed, by: &str, rest: &str| {
            let e = event.e.replace('"', "\\\"");
            format!("{{\"board\":\"{BOARD}\",\"by\":\"{by}\",\"e\":\"{e}\"{rest}}}")
        };
        let mine = sealed("ana", 1);
        let (status, said) = ana.ask("PUT", &url(&mine), &[JSON], &document(&mine, "ana", ""));
        assert_eq!(status, 201, "her own: {said}");
        let rev = said
            .split("\"rev\":\"")
            .nth(1)
            .and_then(|it| it.split('"').next())
            .expect("a revision");
        let rest = format!(",\"_rev\":\"{rev}\"");
        let (others, another) = (sealed("ana", 2), sealed("ben", 3));
        let changed = document(&mine, "ana", &rest).replace("claim", "release");
        let bulk = format!(
            "{{\"new_edits\":false,\"docs\":[{}]}}",
            changed.replacen('{', &format!("{{\"_id\":\"{}\",", document_id(BOARD, mine.id)), 1)
        );
        let deleted = format!("{}?rev={rev}", url(&mine));
        let design = server.url("/board/_design/mine");
        let anyone = Client::new(None);
        let tries = [
            (
                "in another's name",
                ben.ask("PUT", &url(&others), &[JSON], &document(&others, "ana", "")),
            ),
            (
                "under another's hash",
                ben.ask("PUT", &url(&others), &[JSON], &document(&others, "ben", "")),
            ),
            ("changing her own", ana.ask("PUT", &url(&mine), &[JSON], &changed)),
            ("deleting her own", ana.ask("DELETE", &deleted, &[], "")),
            ("deleting another's", ben.ask("DELETE", &deleted, &[], "")),
            (
                "other rules",
                ben.ask("PUT", &design, &[JSON], "{\"validate_doc_update\":\"function(){}\"}"),
            ),
            (
                "nobody",
                anyone.ask("PUT", &url(&another), &[JSON], &document(&another, "ben", "")),
            ),
            ("nobody reading", anyone.ask("GET", &url(&mine), &[], "")),
        ];
        for (how, (status, said)) in &tries {
            assert!((400..500).contains(status), "{how}: {status} {said}");
        }
        // A replicator's way answers as a whole, and takes nothing.
        let _ = ana.ask("POST", &server.url("/board/_bulk_docs"), &[JSON], &bulk);
        let (status, said) = ben.ask("GET", &url(&mine), &[], "");
        assert_eq!(status, 200);
        assert!(said.contains("claim") && said.contains(rev), "it is as it was: {said}");
        let own = ben.ask("PUT", &url(&another), &[JSON], &document(&another, "ben", ""));
        assert_eq!(own.0, 201, "his own: {}", own.1);
    }
}
