//! Each type as it is stored: `tests/data/events/types.txt` has one or more of each, one a line.

use std::collections::BTreeSet;

use alignment_board::domain::event::{Body, Subject};
use alignment_board::domain::stamp::Stamp;
use alignment_board::wire::event::{KINDS, kind, open, text};
use alignment_board::wire::sealed::Sealed;
use serde_json::Value;

const STAMP: Stamp = Stamp {
    ms: 1_790_000_000_000,
    counter: 0,
    replica: 1,
};

fn opened(e: &str) -> Body {
    let sealed = Sealed::new(STAMP, "team", "ana", e.to_owned()).expect("small enough");
    open(&sealed).body.clone()
}

fn stored() -> impl Iterator<Item = &'static str> {
    include_str!("../data/events/types.txt").lines()
}

#[test]
fn every_type_is_written_as_it_was_read() {
    for e in stored() {
        assert_eq!(text(&opened(e)), e);
    }
}

#[test]
fn every_type_and_field_there_is_is_shown() {
    let shown: BTreeSet<_> = stored().map(|e| kind(&opened(e)).to_owned()).collect();
    assert_eq!(shown, KINDS.iter().map(|(kind, _)| (*kind).to_owned()).collect());
    for (kind, fields) in KINDS {
        let lines: String = stored()
            .filter(|e| opened(e) != opened("{}") && e.contains(&["\"type\":\"", kind, "\""].concat()))
            .collect();
        for field in fields
            .iter()
            .filter(|field| !["on", "changes", "text"].contains(*field))
        {
            assert!(
                lines.contains(&["\"", field, "\":"].concat()) || *kind == "revise",
                "{kind} {field}"
            );
        }
    }
}

#[test]
fn types_keep_their_names() {
    let names: Vec<_> = KINDS.iter().map(|(kind, _)| *kind).collect();
    let expected = "claim settle takeOver release handOver accept vacate away \
        checkIn adjust move split done drop reopen comment constellation \
        idea support draft pitch feedback revise decide \
        proposeObjective proposeChange coSign closeObjective waive \
        ask answer logDecision \
        reviewOpen reviewPost reviewPass reviewAbsent reviewClose \
        join retract erase";
    assert_eq!(
        names.join(" "),
        expected.split_whitespace().collect::<Vec<_>>().join(" ")
    );
}

#[test]
fn a_body_without_what_its_type_needs_says_nothing() {
    for e in [
        r#"{"type":"settle","initiative":"ugc"}"#,
        r#"{"type":"settle","initiative":"ugc","claim":"019e2b6a3c0000010000000100112233445566778899aabb","saw":["?"]}"#,
        r#"{"type":"takeOver","initiative":"ugc","claim":"nobody"}"#,
        r#"{"type":"away","from":"2026-12-21"}"#,
        r#"{"type":"away","from":"tomorrow","until":"2026-12-21"}"#,
        r#"{"type":"move","initiative":"ugc"}"#,
        r#"{"type":"comment","line":"about nothing"}"#,
        r#"{"type":"support"}"#,
        r#"{"type":"feedback","pitch":"019e2b6a3c0000010000000100112233445566778899aabb","view":"hm"}"#,
        r#"{"type":"decide","target":"019e2b6a3c0000010000000100112233445566778899aabb"}"#,
        r#"{"type":"proposeChange","keyResult":"views","field":"target"}"#,
        r#"{"type":"coSign","northStar":false}"#,
        r#"{"type":"closeObjective","objective":"talk"}"#,
        r#"{"type":"waive","guardrail":"cac"}"#,
        r#"{"type":"answer","question":"019e2b6a3c0000010000000100112233445566778899aabb"}"#,
        r#"{"type":"erase","ids":["all"]}"#,
    ] {
        assert!(matches!(opened(e), Body::Unknown { initiative: None, .. }), "{e}");
    }
}

#[test]
fn a_link_that_could_run_something_is_left_out() {
    let e = r#"{"type":"idea","text":"Look","links":[{"href":"javascript:alert(1)"},{"href":"https://example.org"}]}"#;
    let Body::Idea { links, .. } = opened(e) else {
        panic!("an idea");
    };
    assert_eq!(
        links.iter().map(|link| &*link.href).collect::<Vec<_>>(),
        ["https://example.org"]
    );
}

#[test]
fn a_subject_is_the_first_thing_that_is_named() {
    let body = opened(r#"{"type":"comment","initiative":"ugc","objective":"talk","line":"Hm."}"#);
    assert!(matches!(body, Body::Comment(comment) if comment.on == Subject::Initiative("ugc".into())));
}

/// The body with a field set to `null`, which it had or not.
fn with_null(e: &str, path: &[&str]) -> String {
    let mut body: Value = serde_json::from_str(e).expect("JSON");
    let (last, outer) = path.split_last().expect("a field");
    let mut inside = &mut body;
    for name in outer {
        inside = &mut inside[*name];
    }
    inside[*last] = Value::Null;
    body.to_string()
}

#[test]
fn null_is_the_same_as_nothing() {
    for e in stored() {
        let Value::Object(body) = serde_json::from_str(e).expect("JSON") else {
            panic!("{e}");
        };
        // To set a side of an initiative to nothing is to change it.
        let adjusts = body["type"] == "adjust";
        let (_, fields) = KINDS
            .iter()
            .find(|(kind, _)| body["type"] == *kind)
            .expect("a known type");
        for field in fields.iter().filter(|_| !adjusts) {
            let mut without = body.clone();
            without.remove(*field);
            let without = opened(&Value::Object(without).to_string());
            assert_eq!(opened(&with_null(e, &[field])), without, "{field} of {e}");
        }
    }
    let claim = r#"{"type":"claim","initiative":"ugc","verdict":{"answer":"but","guardrails":["g"]}}"#;
    let plain = r#"{"type":"claim","initiative":"ugc","verdict":{"guardrails":["g"]}}"#;
    assert_eq!(opened(&with_null(claim, &["verdict", "answer"])), opened(plain));
}
