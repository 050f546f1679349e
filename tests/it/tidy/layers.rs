//! `element → view → app → {store, wire} → domain`, `words` with what it says of `domain`, `json` for texts, and leaves
//! that know nothing of ours: `web`, `figures` and `letters`.

use super::none;
use super::source::{Source, under};

/// Each layer and what of ours it may know.
const LAYERS: [(&str, &[&str]); 12] = [
    ("element", &["view", "app", "domain", "web", "words"]),
    ("view", &["app", "domain", "web", "words"]),
    ("app", &["store", "sync", "wire", "domain", "json", "web", "words"]),
    ("store", &["wire", "domain", "web"]),
    ("sync", &["wire", "domain", "json"]),
    ("wire", &["domain", "json", "figures", "letters"]),
    ("words", &["domain", "json"]),
    ("json", &["figures"]),
    ("domain", &["figures", "letters"]),
    ("figures", &[]),
    ("letters", &[]),
    ("web", &[]),
];

/// What would make the domain depend on a browser, a clock or a format.
const FOREIGN_TO_DOMAIN: [&str; 13] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_timers",
    "yew",
    "serde_json",
    "sha2",
    "Utc",
    "Local",
    "SystemTime",
    "Instant",
    "Date",
];

/// The layers of ours that a line of code names: `crate::domain::…`, `crate::{domain::…, web::…}`.
fn named(line: &str) -> Vec<&str> {
    let mut named = Vec::new();
    for (place, start) in line.match_indices("crate::") {
        let rest = &line[place + start.len()..];
        match rest.strip_prefix('{') {
            None => named.push(first_word(rest)),
            Some(group) => {
                let mut depth = 0;
                let mut fresh = true;
                for (i, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => fresh = true,
                        c if fresh && !c.is_whitespace() => {
                            named.push(first_word(&group[i..]));
                            fresh = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    named.into_iter().filter(|word| !word.is_empty()).collect()
}

fn first_word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    &text[..end]
}

/// How far up a line reaches: `super::super::x` reaches two.
fn up(line: &str) -> usize {
    let mut longest = 0;
    for (place, _) in line.match_indices("super::") {
        let mut rest = &line[place..];
        let mut steps = 0;
        while let Some(next) = rest.strip_prefix("super::") {
            (rest, steps) = (next, steps + 1);
        }
        longest = longest.max(steps);
    }
    longest
}

/// The code with each import on one line, so that a list over many lines reads as one.
fn statements(source: &Source) -> Vec<(usize, String)> {
    let mut statements: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (n, line) in source.code() {
        match statements.last_mut().filter(|_| open) {
            Some((_, statement)) => statement.push_str(line.trim()),
            None => {
                let import = line.trim_start().trim_start_matches("pub ").starts_with("use ");
                open = import;
                statements.push((n, line.to_owned()));
            }
        }
        open = open && !line.contains(';');
    }
    statements
}

#[test]
fn each_layer_knows_only_what_it_may() {
    let mut wrong = Vec::new();
    for source in under("src") {
        let Some(layer) = source.module().first().map(|layer| (*layer).to_owned()) else {
            continue;
        };
        let Some((_, may)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            wrong.push(format!(
                "{}: “{layer}” is no layer; say here what it may know",
                source.path
            ));
            continue;
        };
        for (n, statement) in statements(&source) {
            for other in named(&statement) {
                let crate_wide = !LAYERS.iter().any(|(name, _)| *name == other);
                if crate_wide || (other != layer && !may.contains(&other)) {
                    wrong.push(source.at(n, &format!("{layer} must not know {other}: {}", statement.trim())));
                }
            }
            if up(&statement) >= source.module().len() {
                wrong.push(source.at(n, &format!("reaches out of {layer}: {}", statement.trim())));
            }
        }
    }
    none(wrong);
}

#[test]
fn the_domain_knows_no_browser_no_clock_and_no_format() {
    let mut wrong = Vec::new();
    for source in under("src/domain") {
        for (n, line) in source.code() {
            let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            if words.any(|word| FOREIGN_TO_DOMAIN.contains(&word)) {
                wrong.push(source.at(n, line));
            }
        }
    }
    none(wrong);
}

#[test]
fn these_tests_see_an_import_however_it_is_written() {
    assert_eq!(named("use crate::store::Store;"), ["store"]);
    assert_eq!(
        named("    let now = crate::web::clock::now_ms() + crate::app::x();"),
        ["web", "app"]
    );
    assert_eq!(
        named("use crate::{domain::{id::A, goals::B}, view::C, store};"),
        ["domain", "view", "store"]
    );
    assert_eq!(named("impl $crate::wire::goals::Shape"), ["wire"]);
    assert_eq!(
        (up("use super::super::wire;"), up("use super::card;"), up("let x = 1;")),
        (2, 1, 0)
    );
    let source = Source {
        path: "src/view/card.rs".into(),
        text: "use crate::{\n    domain::A,\n    // or not\n    store::B,\n};\nlet a = crate::wire::b();".into(),
    };
    let all: Vec<_> = statements(&source)
        .iter()
        .flat_map(|(_, s)| named(s).into_iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert_eq!(all, ["domain", "store", "wire"]);
    assert_eq!(source.module(), ["view", "card"]);
}
