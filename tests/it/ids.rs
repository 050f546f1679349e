//! Ids derived from titles, and the ids of events.

use alignment_board::domain::event::EventId;
use alignment_board::domain::id::{DERIVED_LENGTH, derived};
use proptest::prelude::*;

use crate::support::{sealed, seen};

#[test]
fn an_id_is_the_title_in_lower_case_with_a_dash_for_each_gap() {
    for (title, id) in [
        ("Answer every comment within a day", "answer-every-comment-within-a-day"),
        ("  “Views” — of the first three!  ", "views-of-the-first-three"),
        ("Größer werden: 3 × so viel", "größer-werden-3-so-viel"),
        ("ΟΔΟΣ", "οδος"),
        ("視聴回数を 2 倍に", "視聴回数を-2-倍に"),
    ] {
        let got = derived(title);
        let same = got.as_deref() == Some(id) || got.map(|got| got.replace('σ', "ς")).as_deref() == Some(id);
        assert!(same, "{title:?} is not {id:?}");
    }
}

#[test]
fn a_title_without_letters_or_digits_gives_no_id() {
    for title in ["", "   ", "…", "—!?", "🙂"] {
        assert_eq!(derived(title), None, "{title:?}");
    }
}

#[test]
fn a_derived_id_is_cut_to_48_characters_and_never_ends_in_a_dash() {
    assert_eq!(derived(&"é".repeat(60)), Some("é".repeat(48)));
    let cut_at_a_gap = ["a".repeat(48), "b".into()].join(" ");
    assert_eq!(derived(&cut_at_a_gap), Some("a".repeat(48)));
    let cut_after_a_gap = ["a".repeat(47), "b".into()].join(" ");
    assert_eq!(derived(&cut_after_a_gap), Some("a".repeat(47)));
}

#[test]
fn only_48_lower_case_hex_digits_are_an_event_id() {
    let id = "0019a3f0beef002ac0ffee00".repeat(2);
    assert_eq!(id.parse::<EventId>().map(|id| id.to_string()), Ok(id.clone()));
    for text in [
        &id[1..],
        &id.to_uppercase(),
        &format!("{id}0"),
        &id.replace('c', "é"),
        &id.replace("ff", "-1"),
        "",
    ] {
        assert!(text.parse::<EventId>().is_err(), "{text:?}");
    }
}

/// The rule, letter by letter.
fn by_the_rule(title: &str) -> Option<String> {
    let lower: String = title.chars().flat_map(char::to_lowercase).collect();
    let parts = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    let id: String = parts
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .take(DERIVED_LENGTH)
        .collect();
    Some(id.trim_end_matches('-').to_owned()).filter(|id| !id.is_empty())
}

proptest! {
    #[test]
    fn an_id_is_made_by_the_rule(title in "(.|[ -~]|[Α-ωİẞ]){0,80}", plain in "[ -~]{0,80}") {
        prop_assert_eq!(derived(&title), by_the_rule(&title));
        prop_assert_eq!(derived(&plain), by_the_rule(&plain));
    }

    #[test]
    fn a_derived_id_derives_itself(title in ".{0,80}") {
        if let Some(id) = derived(&title) {
            prop_assert!(id.chars().count() <= DERIVED_LENGTH);
            prop_assert!(!id.starts_with('-') && !id.ends_with('-') && !id.contains("--"), "{id}");
            prop_assert_eq!(derived(&id), Some(id));
        }
    }

    #[test]
    fn the_order_of_event_ids_is_the_order_of_their_texts(a in sealed(), b in sealed(), hash in any::<[u8; 12]>()) {
        let near = EventId { hash, ..a.id };
        for (a, b) in [(a.id, b.id), (a.id, near)] {
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }
    }

    #[test]
    fn an_event_id_is_read_from_its_text(stamp in seen(), hash in any::<[u8; 12]>()) {
        let id = EventId { stamp, hash };
        prop_assert_eq!(id.to_string().parse(), Ok(id));
    }
}
