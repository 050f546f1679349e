//! Every sentence the code asks for exists, and every one that exists is asked for.

use std::collections::BTreeSet;

use alignment_board::wire::event::KINDS;
use serde_json::Value;

use super::none;
use super::source::{Source, under};

/// Keys whose last part is put together in the code: `act.claim` with `.name`.
const ENDINGS: [&str; 4] = [".name", ".do", ".behind", ".what"];

/// Keys whose last part is the type of an event that a person makes here.
const BY_EVENT: &str = "done.";

/// Keys whose last part is the type of any event: how it is told afterwards.
const TOLD: &str = "activity.";

/// The types of events that a person makes here.
const EVENTS: [&str; 37] = [
    "constellation",
    "move",
    "split",
    "drop",
    "vacate",
    "claim",
    "release",
    "handOver",
    "accept",
    "checkIn",
    "done",
    "reopen",
    "retract",
    "idea",
    "support",
    "draft",
    "pitch",
    "feedback",
    "revise",
    "decide",
    "takeOver",
    "away",
    "adjust",
    "comment",
    "coSign",
    "proposeObjective",
    "proposeChange",
    "closeObjective",
    "waive",
    "ask",
    "answer",
    "logDecision",
    "reviewOpen",
    "reviewPost",
    "reviewPass",
    "reviewAbsent",
    "reviewClose",
];

fn catalogue() -> BTreeSet<String> {
    let value: Value = serde_json::from_str(include_str!("../../../lang/en.json")).expect("JSON");
    value.as_object().expect("an object").keys().cloned().collect()
}

/// The texts between quotes in a file, each with its line.
fn literals(source: &Source) -> Vec<(usize, &str)> {
    // Every second piece stands between quotes; keys hold no escapes.
    source
        .code()
        .flat_map(|(n, line)| line.split('"').skip(1).step_by(2).map(move |text| (n, text)))
        .collect()
}

fn used() -> BTreeSet<String> {
    let sources = under("src");
    sources
        .iter()
        .flat_map(literals)
        .map(|(_, text)| text.to_owned())
        .collect()
}

/// Whether a text looks like a key: words in lower case with dots between.
fn is_key(text: &str) -> bool {
    let word = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let file = [".json", ".html", ".js", ".css", ".wasm"]
        .iter()
        .any(|ending| text.ends_with(ending));
    text.contains('.') && text.split('.').all(word) && !file
}

#[test]
fn every_sentence_the_code_asks_for_exists() {
    let catalogue = catalogue();
    let begins_one = |text: &str| {
        catalogue
            .iter()
            .any(|key| key.strip_prefix(text).is_some_and(|end| end.starts_with('.')))
    };
    let missing = |source: &Source| -> Vec<_> {
        let keys = literals(source).into_iter().filter(|(_, text)| is_key(text));
        keys.filter(|(_, key)| !catalogue.contains(*key) && !begins_one(key))
            .map(|(n, key)| source.at(n, key))
            .collect()
    };
    none(under("src").iter().flat_map(missing).collect());
}

#[test]
fn every_sentence_is_asked_for() {
    let used = used();
    let asked = |key: &str| {
        let built = ENDINGS
            .iter()
            .filter_map(|ending| key.strip_suffix(ending))
            .any(|start| used.contains(start));
        let by_event = key.strip_prefix(BY_EVENT).is_some_and(|kind| EVENTS.contains(&kind));
        let told = key
            .strip_prefix(TOLD)
            .is_some_and(|kind| KINDS.iter().any(|(known, _)| *known == kind));
        used.contains(key) || built || by_event || told
    };
    none(catalogue().into_iter().filter(|key| !asked(key)).collect());
}

#[test]
fn what_is_put_together_exists_as_a_whole() {
    let catalogue = catalogue();
    let with = |start: &str, ending: &str, but: &[&str]| -> Vec<String> {
        let starts = used()
            .into_iter()
            .filter(|key| key.starts_with(start) && is_key(key) && !but.contains(&&**key));
        let plain = starts.filter(|key| ENDINGS.iter().all(|ending| !key.ends_with(ending)));
        plain.map(|key| key + ending).collect()
    };
    let mut whole: Vec<String> = EVENTS.iter().map(|kind| [BY_EVENT, kind].concat()).collect();
    // What only machines say of claims is not told.
    let told = KINDS.iter().map(|(kind, _)| *kind).filter(|kind| *kind != "settle");
    whole.extend(told.map(|kind| [TOLD, kind].concat()));
    whole.extend(with("act.", ".name", &[]));
    whole.extend(with("failure.", ".do", &["failure.title", "failure.retry"]));
    for ending in [".behind", ".what"] {
        whole.extend(["status.at-risk", "status.off-track"].map(|key| [key, ending].concat()));
    }
    none(whole.into_iter().filter(|key| !catalogue.contains(key)).collect());
}
