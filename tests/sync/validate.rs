//! The function that CouchDB runs, run by node: the same hashes as here, and what it refuses.

use std::io::Write;
use std::process::{Command, Stdio};

use alignment_board::domain::stamp::Stamp;
use alignment_board::sync::{SYNC_ROLE, design_document, document_id};
use alignment_board::wire::sealed::Sealed;
use serde_json::{Value, json};

/// Calls the function with each list of arguments, and gives what it threw, or null.
fn validated(calls: &[Value]) -> Vec<Value> {
    let design: Value = serde_json::from_str(&design_document()).expect("JSON");
    let function = design["validate_doc_update"].as_str().expect("a text");
    let script = "const [f, calls] = JSON.parse(require('fs').readFileSync(0));\
        const validate = eval('(' + f + ')');\
        const call = (a) => { try { validate(...a); return null } catch (e) { return e instanceof Error ? String(e) : e } };\
        console.log(JSON.stringify(calls.map(call)))";
    let mut node = Command::new("node")
        .args(["-e", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js, which the build needs, too");
    let input = json!([function, calls]).to_string();
    node.stdin
        .take()
        .expect("an input")
        .write_all(input.as_bytes())
        .expect("written");
    let output = node.wait_with_output().expect("an end");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn sealed(by: &str, board: &str, e: &str) -> Sealed {
    let stamp = Stamp {
        ms: 1_790_000_000_000,
        counter: 3,
        replica: 0xc0ff_ee00,
    };
    Sealed::new(stamp, board, by, e.to_owned()).expect("can be sealed")
}

fn document(event: &Sealed) -> Value {
    json!({"_id": document_id(&event.board, event.id), "board": event.board, "by": event.by, "e": event.e})
}

fn user(name: &str, roles: &[&str]) -> Value {
    json!({"name": name, "roles": roles, "db": "board"})
}

#[test]
fn the_same_hash_is_computed_in_rust_and_in_javascript() {
    let vectors: Value = serde_json::from_str(include_str!("../data/events/ids.json")).expect("JSON");
    let mut calls = Vec::new();
    for vector in vectors.as_array().expect("a list") {
        let [id, board, by, e] = ["id", "board", "by", "e"].map(|field| vector[field].as_str().expect("a text"));
        // The last is of the year 10889, which the function would refuse for its time alone.
        if !id.starts_with("fff") {
            let id = format!("b:{board}:{id}");
            calls.push(json!([{"_id": id, "board": board, "by": by, "e": e}, null, user(by, &[]), {}]));
        }
    }
    for e in [
        "",
        "\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}",
        &"x".repeat(8_192),
        &"é".repeat(4_096),
    ] {
        for length in 0..66 {
            let e = [e, &"y".repeat(length)].concat();
            if e.len() <= 8_192 {
                let event = sealed("Zoë 視聴 🎉", "größer", &e);
                calls.push(json!([document(&event), null, user("Zoë 視聴 🎉", &[]), {}]));
            }
        }
    }
    assert!(calls.len() > 130);
    for (answer, call) in validated(&calls).iter().zip(&calls) {
        assert!(answer.is_null(), "{answer} for {call}");
    }
}

#[test]
fn nobody_can_change_an_event_forge_one_or_delete_one() {
    let event = sealed("ana", "team", "{\"type\":\"of a later version\"}");
    let good = document(&event);
    let with = |field: &str, value: Value| {
        let mut changed = good.clone();
        changed[field] = value;
        changed
    };
    let ana = user("ana", &[]);
    let cases = [
        (good.clone(), ana.clone(), "null"),
        (good.clone(), user("ben", &[]), "made by ana, sent by ben"),
        (good.clone(), json!({"name": null, "roles": []}), "sign in first"),
        (good.clone(), user("ben", &[SYNC_ROLE]), "null"),
        (good.clone(), user("root", &["_admin"]), "null"),
        (with("e", json!("{\"type\":\"other\"}")), ana.clone(), "the hash"),
        (with("by", json!("ben")), user("ben", &[]), "the hash"),
        (
            with("e", json!("{\"type\":\"other\"}")),
            user("root", &["_admin"]),
            "the hash",
        ),
        (with("board", json!("other")), ana.clone(), "not the id"),
        (with("extra", json!(1)), ana.clone(), "unknown field"),
        (with("e", json!(1)), ana.clone(), "not an event"),
        (with("_attachments", json!({})), ana.clone(), "no attachments"),
        (with("e", json!("x".repeat(8_193))), ana.clone(), "larger than"),
        (with("by", json!("ana\nx")), ana.clone(), "line feed"),
        (with("_deleted", json!(true)), ana.clone(), "not deleted"),
        (with("_deleted", json!(true)), user("root", &["_admin"]), "null"),
        (
            json!({"_id": "b:team:x", "board": "team", "by": "ana", "e": ""}),
            ana.clone(),
            "not the id",
        ),
    ];
    let calls: Vec<_> = cases
        .iter()
        .map(|(doc, user, _)| json!([doc, null, user, {}]))
        .collect();
    for (answer, (doc, user, expected)) in validated(&calls).iter().zip(&cases) {
        assert!(
            answer.to_string().contains(expected),
            "{answer}, not {expected}: {doc} {user}"
        );
    }
}

#[test]
fn an_event_of_the_future_has_to_wait() {
    let stamp = Stamp {
        ms: 1 << 47,
        counter: 0,
        replica: 1,
    };
    let event = Sealed::new(stamp, "team", "ana", "{}".into()).expect("sealed");
    let said = validated(&[json!([document(&event), null, user("ana", &[]), {}])]);
    assert!(
        said[0]["forbidden"]
            .as_str()
            .is_some_and(|why| why.starts_with("clock")),
        "{said:?}"
    );
}

#[test]
fn the_design_document_to_install_is_the_one_of_the_code() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/servers/couchdb-design.json");
    let wanted = design_document();
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(path, &wanted).expect("written");
    }
    let shipped = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        shipped == wanted,
        "Run: RENEW=1 cargo test --test sync the_design_document"
    );
}
