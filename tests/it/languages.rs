//! Every sentence in every language, and how a language is laid over English.

use std::collections::BTreeSet;

use alignment_board::words::Words;
use serde_json::{Map, Value};

/// The translations, each with its plural categories.
const LANGUAGES: [(&str, &str, &[&str]); 1] = [("de", include_str!("../../lang/de.json"), &["one", "other"])];

fn english() -> Map<String, Value> {
    catalogue(include_str!("../../lang/en.json"))
}

fn catalogue(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).expect("a flat object")
}

fn plural(_: &str, n: f64) -> String {
    if n == 1.0 { "one" } else { "other" }.to_owned()
}

/// The places of a sentence, as `{name}`.
fn places(text: &str) -> BTreeSet<&str> {
    let names = text
        .split('{')
        .skip(1)
        .filter_map(|after| Some(after.split_once('}')?.0));
    names
        .filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric()))
        .collect()
}

/// A sentence, or each of its plural forms.
fn forms(value: &Value) -> Vec<(&str, &str)> {
    match value {
        Value::Object(forms) => forms
            .iter()
            .map(|(category, form)| (&**category, form.as_str().unwrap_or_default()))
            .collect(),
        text => vec![("other", text.as_str().unwrap_or_default())],
    }
}

#[track_caller]
fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_language_has_every_sentence_in_the_same_order_and_no_other() {
    for (tag, text, _) in LANGUAGES {
        let (english, own) = (english(), catalogue(text));
        let lacking = english.keys().filter(|key| !own.contains_key(*key));
        let mut wrong: Vec<_> = lacking.map(|key| format!("{tag} lacks {key}")).collect();
        let unknown = own.keys().filter(|key| !english.contains_key(*key));
        wrong.extend(unknown.map(|key| format!("{tag} has {key}, and English does not")));
        none(wrong);
        let misplaced = english.keys().zip(own.keys()).find(|(english, own)| english != own);
        assert_eq!(misplaced, None, "{tag} is in another order than English");
    }
}

#[test]
fn every_translation_has_the_places_and_the_plural_forms_it_needs() {
    let mut wrong = Vec::new();
    for (tag, text, categories) in LANGUAGES {
        let own = catalogue(text);
        for (key, said) in english() {
            let Some(translated) = own.get(&key) else { continue };
            let wanted: BTreeSet<_> = forms(&said).into_iter().flat_map(|(_, form)| places(form)).collect();
            for (category, form) in forms(translated) {
                let found = places(form);
                // "One card" needs no number.
                let may_lack = if category == "one" {
                    BTreeSet::from(["n"])
                } else {
                    BTreeSet::new()
                };
                if !found.is_subset(&wanted) || wanted.difference(&found).any(|name| !may_lack.contains(name)) {
                    wrong.push(format!("{tag}, {key}: {form}"));
                }
            }
            let has: Vec<_> = translated.as_object().into_iter().flat_map(Map::keys).collect();
            if said.is_object() != translated.is_object() || (said.is_object() && has != categories) {
                wrong.push(format!("{tag}, {key}: the forms {has:?}, and not {categories:?}"));
            }
        }
    }
    none(wrong);
}

#[test]
fn quotes_are_the_languages_own() {
    for (tag, text, _) in LANGUAGES {
        let own = catalogue(text);
        let texts = own
            .iter()
            .flat_map(|(key, value)| forms(value).into_iter().map(move |(_, form)| (key, form)));
        let odd =
            texts.filter(|(_, form)| form.contains('”') || form.matches('„').count() != form.matches('“').count());
        none(odd.map(|(key, form)| format!("{tag}, {key}: {form}")).collect());
    }
}

#[test]
fn a_language_is_said_where_it_has_a_sentence_and_english_elsewhere() {
    let lines: Vec<_> = english()
        .keys()
        .map(|key| match &**key {
            "act.claim" => "Nimm",
            "card.waiting" => "wartet wer\twarten {n}",
            "dialog.close" => "Zu",
            _ => "",
        })
        .collect();
    let file = format!("{}\txx\trtl\tone\tother\n{}", version(), lines.join("\n"));
    let words = Words::translated(file.into(), plural).expect("of this version");
    assert_eq!((words.lang(), words.is_rtl()), ("xx", true));
    assert_eq!([words.get("act.claim"), words.get("dialog.close")], ["Nimm", "Zu"]);
    assert_eq!(
        [words.get("act.accept"), words.get("picker.submit")],
        ["Accept", "That’s me"]
    );
    assert_eq!(
        [1, 3].map(|n| words.count("card.waiting", n, &n.to_string())),
        ["wartet wer", "warten \u{2068}3\u{2069}"]
    );
    assert_eq!(words.count("for-you.more", 3, "3"), "\u{2068}3\u{2069} more");
}

#[test]
fn the_pseudo_locale_is_two_fifths_longer_and_has_the_same_places() {
    let file = format!("{}\ten-x-pseudo\trtl\tone\tother", version());
    let words = Words::translated(file.into(), plural).expect("of this version");
    let (mut plain, mut longer) = (0, 0);
    for (key, said) in english() {
        let places: Vec<_> = forms(&said).into_iter().flat_map(|(_, form)| places(form)).collect();
        let args: Vec<_> = places.iter().map(|name| (*name, "")).collect();
        plain += english_words().say(&key, &args).chars().count();
        longer += words
            .say(&key, &args)
            .replace(['\u{2068}', '\u{2069}'], "")
            .chars()
            .count();
    }
    assert!(
        (1.4..1.5).contains(&(f64::from(longer as u32) / f64::from(plain as u32))),
        "{plain} became {longer}"
    );
    assert_eq!(
        words.say("act.claim.name", &[("title", "it")]),
        "Claáiím \u{2068}it\u{2069}"
    );
    assert_eq!(words.count("card.waiting", 1, "1"), "oönneé waáiíttss");
}

fn english_words() -> Words {
    Words::english(plural)
}

#[test]
fn a_file_that_ends_early_is_english_from_there() {
    let file = format!("{}\txx\tltr\tone\tother\nLädt", version());
    let words = Words::translated(file.into(), plural).expect("of this version");
    assert_eq!(
        [words.get("board.loading"), words.get("dialog.close")],
        ["Lädt", "Close"]
    );
}

#[test]
fn a_file_of_another_version_is_refused() {
    for file in [
        String::new(),
        "<!doctype html>".to_owned(),
        format!("{}\txx", version().wrapping_add(1)),
    ] {
        assert!(Words::translated(file.into(), plural).is_none());
    }
}

/// What a packed file of these English sentences begins with: their FNV-1a.
fn version() -> u32 {
    let english = include_bytes!("../../lang/en.json");
    english.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
