//! Sentences by key, with their places filled in.

use std::collections::BTreeSet;

use alignment_board::words::Words;
use serde_json::{Map, Value};

fn plural(_: &str, n: f64) -> String {
    if n == 1.0 { "one" } else { "other" }.to_owned()
}

fn words() -> Words {
    Words::english(plural)
}

fn catalogue() -> Map<String, Value> {
    serde_json::from_str(include_str!("../../lang/en.json")).expect("a flat object")
}

#[test]
fn a_sentence_has_its_places_filled_in() {
    assert_eq!(words().get("dialog.close"), "Close");
    assert_eq!(
        words().say("act.claim.name", &[("title", "{title} & <b>")]),
        "Claim {title} & <b>"
    );
    assert_eq!(words().say("header.week", &[("of", "13"), ("n", "2")]), "week 2 of 13");
}

#[test]
fn a_number_chooses_its_plural_form_and_is_written_as_the_reader_writes_it() {
    assert_eq!(words().count("card.waiting", 1, "1"), "one waits");
    assert_eq!(words().count("card.waiting", 1200, "1,200"), "1,200 wait");
}

#[test]
fn a_language_without_that_form_falls_back_to_the_other() {
    let words = Words::english(|_, _| "few".to_owned());
    assert_eq!(words.count("card.waiting", 3, "3"), "3 wait");
}

#[test]
fn an_unknown_key_shows_itself() {
    assert_eq!(words().get("no.such.key"), "no.such.key");
    assert!(!words().has("no.such.key") && words().has("dialog.close"));
}

#[test]
fn a_catalogue_holds_texts_and_plural_forms_with_other_among_them() {
    for (key, value) in catalogue() {
        let forms = value.as_object();
        let whole = forms.is_some_and(|forms| forms.contains_key("other") && forms.values().all(Value::is_string));
        assert!(value.is_string() || whole, "{key}");
        let known = ["zero", "one", "two", "few", "many", "other"];
        assert!(
            forms.is_none_or(|forms| forms.keys().all(|form| known.contains(&&**form))),
            "{key}"
        );
    }
}

#[test]
fn no_key_stands_twice() {
    let text = include_str!("../../lang/en.json");
    let keys: Vec<_> = text
        .lines()
        .filter_map(|line| line.strip_prefix("  \"")?.split_once("\":"))
        .collect();
    let once: BTreeSet<_> = keys.iter().map(|(key, _)| key).collect();
    assert_eq!(keys.len(), once.len());
    assert_eq!(once.len(), catalogue().len());
}
