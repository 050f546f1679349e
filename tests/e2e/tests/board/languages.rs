//! Languages come on demand: at the beginning or later, from left and from right, or not at all.

use std::sync::Arc;

use alignment_board::app::Page;
use e2e::{Bench, Board, Gate, Reply, Stage, expect_no_barriers};
use serde_json::{Value, json};

use crate::goals::{address, bench};

const GERMAN: &str = "/lang/de.txt";
const PSEUDO: &str = "/lang/en-x-pseudo.txt";

#[test]
fn a_page_in_german_starts_in_german() {
    let gate = Arc::new(Gate::closed());
    let (waiting, script) = (gate.waiting(), Reply::bytes(200, "text/javascript", SEEN));
    let bench = bench()
        .at("/seen.js", script)
        .before_everything("/seen.js")
        .route(move |request| {
            if request.path == GERMAN {
                waiting.pass();
            }
            None
        });
    let stage = Stage::with(bench, &format!("{}&lang=de-AT", address("ana")));
    let board = stage.element("alignment-board");
    stage.browser.until("the whole program", || {
        let here = "return performance.getEntriesByType('resource').some((it) => it.name.includes('_rest.wasm') && it.responseEnd)";
        (stage.browser.script(here, &[]) == true).then_some(())
    });
    assert_eq!(board.ask("return root.querySelector('[part=board]')", &[]), Value::Null);
    gate.open();
    board.comes_up();
    board.offers("Übernehmen: Customer video series");
    assert_eq!(attribute(&board, "lang"), "de");
    let seen = stage.browser.script("return window.seen.join(' ')", &[]).to_string();
    for english in ["Loading", "Claim", "Free to take", "Review"] {
        assert!(!seen.contains(english), "{english} was to be seen: {seen}");
    }
    assert_eq!(stage.complaints(), Vec::<String>::new());
}

#[test]
fn a_language_that_does_not_come_is_english_and_nobody_is_bothered() {
    for reply in [
        Reply::text(404, "No such file"),
        Reply::text(200, "1\tde\tltr\tone\tother\nWird geladen"),
        Reply::text(200, "<!doctype html><title>Sign in</title>"),
    ] {
        let stage = Stage::with(
            bench().overheard().at(GERMAN, reply),
            &format!("{}&lang=de", address("ana")),
        );
        let board = stage.board();
        board.offers("Claim Customer video series");
        assert_eq!(attribute(&board, "lang"), Value::Null);
        assert_eq!(board.alerts(), Vec::<String>::new());
        assert_eq!(stage.complaints(), Vec::<String>::new());
    }
}

#[test]
fn a_language_is_asked_for_once_and_only_if_it_is_wanted() {
    let two = "<div lang=\"de\"><alignment-board src=\"/team.json\" id=\"a\"></alignment-board>\
               <alignment-board src=\"/team.json\" id=\"b\"></alignment-board></div>\
               <alignment-board src=\"/team.json\" id=\"c\"></alignment-board>";
    let stage = Stage::with(bench().page("/two.html", two), "/two.html");
    for (board, claim) in [("#a", "Übernehmen: "), ("#b", "Übernehmen: "), ("#c", "Claim ")] {
        stage.board_at(board).offers(&format!("{claim}Customer video series"));
    }
    let asked = "return performance.getEntriesByType('resource').filter((it) => it.name.includes('/lang/')).length";
    assert_eq!(stage.browser.script(asked, &[]), 1);
}

#[test]
fn a_changed_lang_takes_effect_at_once() {
    let stage = Stage::with(bench(), &format!("{}&lang=en", address("ana")));
    let board = stage.board();
    for (lang, claim) in [
        ("de", "Übernehmen: "),
        ("fr", "Claim "),
        ("de-CH", "Übernehmen: "),
        ("en", "Claim "),
    ] {
        board.ask("element.setAttribute('lang', arguments[0])", &[json!(lang)]);
        board.offers(&format!("{claim}Customer video series"));
    }
    board.ask("element.setAttribute('lang', 'de')", &[]);
    board.offers("Übernehmen: Customer video series");
    // What is open changes, too, and what was done before is not lost.
    board.press("Übernehmen: Customer video series");
    board.card("ugc").becomes("held");
    board.press("Nur du siehst das");
    assert!(
        board
            .opens_dialog()
            .contains("Was du hier tust, bleibt in diesem Browser")
    );
    board.ask("element.setAttribute('lang', 'en')", &[]);
    board.until(
        "the dialog in English",
        "return root.querySelector('dialog').innerText.includes('What you do here is kept in this browser')",
    );
}

#[test]
fn a_language_from_right_to_left_turns_the_board_unless_the_page_says_otherwise() {
    let stage = Stage::with(bench(), &format!("{}&lang=en-x-pseudo", address("ana")));
    assert_eq!(attribute(&stage.board(), "dir"), "rtl");
    let said = "<div dir=\"ltr\" lang=\"en-x-pseudo\"><alignment-board src=\"/team.json\"></alignment-board></div>";
    let stage = Stage::with(bench().page("/said.html", said), "/said.html");
    let board = stage.board();
    board.offers("Claáiím \u{2068}Customer video series\u{2069}");
    assert_eq!(attribute(&board, "dir"), Value::Null);
}

#[test]
fn every_view_has_room_for_longer_words_from_right_to_left() {
    every_view("en-x-pseudo", PSEUDO);
}

#[test]
fn every_view_has_room_for_german() {
    every_view("de", GERMAN);
}

/// Looks at each view of the sample, wide and narrow: nothing sticks out, and wide there are no barriers.
fn every_view(lang: &str, file: &str) {
    let stage = Stage::with(Bench::new(), "/index.html");
    for page in Page::MAIN.into_iter().chain(Page::MORE) {
        let view = page.name();
        for (width, theme) in [(1400, "light"), (320, "dark")] {
            stage.browser.resize(width, 800);
            stage.go(&format!(
                "/index.html?src=samples/marketing.json&store=memory:&member=ana&lang={lang}&view={view}&theme={theme}"
            ));
            let board = stage.board();
            board.until(
                "the view",
                "return root.querySelector('.pages [aria-current]') !== null",
            );
            let came =
                format!("return performance.getEntriesByType('resource').some((it) => it.name.endsWith('{file}'))");
            assert_eq!(board.ask(&came, &[]), true);
            assert_eq!(
                board.ask(STICKS_OUT, &[]),
                json!([]),
                "{view} in {lang}, {width} pixels"
            );
            expect_no_barriers(&stage.browser, &format!("on {view} in {lang}, {theme}"));
        }
    }
}

fn attribute(board: &Board<'_>, name: &str) -> Value {
    board.ask(
        "return root.querySelector('[part=board]').getAttribute(arguments[0])",
        &[json!(name)],
    )
}

/// What a page scrolls sideways for, or what leaves the board on either side, unless something on the way scrolls or
/// cuts it off on purpose.
const STICKS_OUT: &str = "
    const page = document.scrollingElement;
    const out = page.scrollWidth > page.clientWidth ? [`${page.scrollWidth} of ${page.clientWidth}`] : [];
    const board = root.querySelector('[part=board]').getBoundingClientRect();
    const kept = (it) => it.matches('[part=board]') ? false : getComputedStyle(it).overflowX !== 'visible' || kept(it.parentElement);
    for (const it of root.querySelectorAll('[part=board] *')) {
      const { left, right, width } = it.getBoundingClientRect();
      if (width > 1 && it.checkVisibility() && (left < board.left - 1 || right > board.right + 1) && !kept(it.parentElement)) out.push(`${it.localName}.${it.className}`);
    }
    return out.slice(0, 20);
";

/// Keeps every text that is to be seen in a board.
const SEEN: &str = "
    window.seen = [];
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (how) {
      const root = attach.call(this, how);
      new MutationObserver(() => window.seen.push(root.textContent)).observe(root, { childList: true, subtree: true, characterData: true });
      return root;
    };
";
