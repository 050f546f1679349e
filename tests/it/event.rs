//! Events in their stored form: sealed, so that nobody can change one, and opened again.

use alignment_board::domain::event::{Body, EventId, Subject};
use alignment_board::domain::stamp::Stamp;
use alignment_board::wire;
use alignment_board::wire::sealed::{BODY_LIMIT, Broken, Sealed};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::support::{body, event, seal, sealed, seen};

const STAMP: Stamp = Stamp {
    ms: 1_790_000_000_000,
    counter: 3,
    replica: 0xc0ff_ee00,
};

fn opened(e: &str) -> Body {
    let sealed = Sealed::new(STAMP, "team", "ana", e.to_owned()).expect("small enough");
    wire::event::open(&sealed).body.clone()
}

/// The vectors by which another implementation can check its own ids.
fn vectors() -> Vec<Value> {
    let text = include_str!("../data/events/ids.json");
    let value: Value = serde_json::from_str(text).expect("JSON");
    value.as_array().expect("a list").clone()
}

fn part(vector: &Value, name: &str) -> String {
    vector[name].as_str().expect("text").to_owned()
}

#[test]
fn the_ids_of_the_vectors_are_their_contents() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 5);
    for vector in &vectors {
        let [id, board, by, e] = ["id", "board", "by", "e"].map(|name| part(vector, name));
        let id_of = |stamp| {
            Sealed::new(stamp, &board, &by, e.clone())
                .expect("small enough")
                .id
                .to_string()
        };
        assert_eq!(id_of(id[..24].parse().expect("a stamp")), id);
        assert!(Sealed::checked(&id, board, by, e).is_ok());
    }
}

#[test]
fn the_vectors_hold_what_is_easily_got_wrong() {
    let vectors = vectors();
    let all = |name: &str| vectors.iter().map(|vector| part(vector, name)).collect::<String>();
    assert!(!all("board").is_ascii() && !all("by").is_ascii() && !all("e").is_ascii());
    assert!(
        all("e").contains("\\n") && all("e").contains("\\u"),
        "escapes are hashed as they stand"
    );
    assert!(
        all("e").contains('\u{1f389}'),
        "and so is what JavaScript counts as two"
    );
}

#[test]
fn a_body_of_8_kib_is_kept_and_a_larger_one_is_not() {
    let body = |length| "x".repeat(length);
    let fits = Sealed::new(STAMP, "team", "ana", body(BODY_LIMIT)).expect("at the limit");
    assert!(Sealed::checked(&fits.id.to_string(), fits.board, fits.by, fits.e).is_ok());
    assert_eq!(
        Sealed::new(STAMP, "team", "ana", body(BODY_LIMIT + 1)),
        Err(Broken::TooLarge)
    );
    let large = Sealed::checked(&fits.id.to_string(), "team".into(), "ana".into(), body(BODY_LIMIT + 1));
    assert_eq!(large, Err(Broken::TooLarge));
    let by_bytes = "é".repeat(BODY_LIMIT / 2 + 1);
    assert_eq!(Sealed::new(STAMP, "team", "ana", by_bytes), Err(Broken::TooLarge));
}

#[test]
fn an_id_in_upper_case_is_none() {
    let sealed = seal(
        STAMP,
        "ana",
        &Body::Claim {
            initiative: "ugc".into(),
            team: None,
            verdict: None,
        },
    );
    let id = sealed.id.to_string().to_uppercase();
    assert_eq!(Sealed::checked(&id, sealed.board, sealed.by, sealed.e), Err(Broken::Id));
}

#[test]
fn an_unknown_type_keeps_its_name_and_the_initiative_it_names() {
    let body = opened(r#"{"type":"bless","initiative":"ugc","claim":"…","saw":[]}"#);
    let expected = Body::Unknown {
        kind: "bless".into(),
        initiative: Some("ugc".into()),
    };
    assert_eq!(body, expected);
}

#[test]
fn a_faulty_body_of_a_known_type_says_nothing_and_locks_nothing() {
    for e in [
        r#"{"type":"claim"}"#,
        r#"{"type":"claim","initiative":7}"#,
        r#"{"type":"accept","initiative":"ugc","offer":"none"}"#,
        r#"{"type":"checkIn","initiative":"ugc","confidence":11}"#,
        r#"{"type":"checkIn","initiative":"ugc","confidence":-1}"#,
        r#"{"type":"checkIn","line":"about nothing"}"#,
        r#"{"type":"done","initiative":"ugc","outcome":"maybe"}"#,
        r#"{"type":"retract","event":""}"#,
    ] {
        assert!(matches!(opened(e), Body::Unknown { initiative: None, .. }), "{e}");
    }
}

#[test]
fn what_is_no_json_object_is_an_event_that_says_nothing() {
    for e in ["", "no", "null", "[]", "7", "\"claim\"", "{", "{\"type\":7}"] {
        let nothing = Body::Unknown {
            kind: "".into(),
            initiative: None,
        };
        assert_eq!(opened(e), nothing, "{e}");
    }
}

#[test]
fn fields_of_a_later_version_are_passed_over() {
    let body = opened(r#"{"type":"claim","initiative":"ugc","mood":{"today":"good"}}"#);
    assert_eq!(
        body,
        Body::Claim {
            initiative: "ugc".into(),
            team: None,
            verdict: None
        }
    );
}

#[test]
fn a_report_may_be_a_word_or_a_number_and_little_else() {
    let Body::CheckIn(check_in) = opened(r#"{"type":"checkIn","keyResult":"views","value":12.5}"#) else {
        panic!("a check-in");
    };
    assert_eq!(check_in.on, Subject::KeyResult("views".into()));
    assert_eq!(
        (check_in.value, check_in.confidence, &*check_in.line),
        (Some(12.5), None, "")
    );
}

proptest! {
    #[test]
    fn every_body_is_the_same_when_it_was_stored_and_opened(stamp in seen(), by in ".{0,12}", body in body()) {
        let event = event(stamp, &by, &body);
        prop_assert_eq!(event.body, body);
        prop_assert_eq!(&*event.by, by);
    }

    #[test]
    fn what_is_not_understood_is_passed_on_byte_for_byte(e in "[ -~é\\n]{0,60}") {
        let sealed = Sealed::new(STAMP, "team", "ana", e.clone()).expect("small enough");
        let passed = Sealed::checked(&sealed.id.to_string(), sealed.board.clone(), sealed.by.clone(), e.clone());
        prop_assert_eq!(passed.as_ref().map(|passed| &passed.e), Ok(&e));
        prop_assert_eq!(passed, Ok(sealed.clone()));
        prop_assert_eq!(wire::event::open(&sealed).id, sealed.id);
    }

    #[test]
    fn any_change_of_an_event_is_noticed(sealed in sealed(), part in 0..4_usize, place in any::<Index>(), flip in 1..128_u8) {
        let mut parts = [sealed.id.to_string(), sealed.board, sealed.by, sealed.e];
        let mut bytes = std::mem::take(&mut parts[part]).into_bytes();
        prop_assume!(!bytes.is_empty());
        let place = place.index(bytes.len());
        bytes[place] ^= flip;
        let Ok(changed) = String::from_utf8(bytes) else { return Ok(()) };
        parts[part] = changed;
        let [id, board, by, e] = parts;
        prop_assert!(Sealed::checked(&id, board, by, e).is_err());
    }

    #[test]
    fn any_cut_of_an_event_is_noticed(sealed in sealed(), part in 0..4_usize) {
        let mut parts = [sealed.id.to_string(), sealed.board, sealed.by, sealed.e];
        prop_assume!(parts[part].pop().is_some());
        let [id, board, by, e] = parts;
        prop_assert!(Sealed::checked(&id, board, by, e).is_err());
    }

    #[test]
    fn reading_anything_as_an_event_never_fails(e in ".{0,80}", id in "[0-9a-f]{0,50}") {
        let _ = opened(&e);
        let _ = id.parse::<EventId>();
        prop_assert!(id.len() == 48 || Sealed::checked(&id, String::new(), String::new(), e).is_err());
    }
}
