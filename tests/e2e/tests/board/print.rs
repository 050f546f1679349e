//! What stands on paper.

use e2e::{Bench, Stage};
use serde_json::json;

use crate::goals::{governed, long};

fn open(page: &str) -> Stage {
    Stage::with(
        Bench::new().goals("/team.json", &governed()),
        &format!("/index.html?src=team.json&member=ana&view={page}"),
    )
}

/// Whether anything of it can be seen.
fn seen(stage: &Stage, selector: &str) -> bool {
    let question = "return all(arguments[0]).length > 0";
    stage.board().ask(question, &[json!(selector)]) == true
}

#[test]
fn the_board_stands_on_paper_without_what_can_only_be_clicked() {
    let stage = open("board");
    stage.board().card("ugc").becomes("free");
    assert!(seen(&stage, ".tools") && seen(&stage, ".card button:not(.title)"));
    stage.browser.prints();
    assert!(seen(&stage, ".card h3"));
    for gone in [".tools", ".pages", ".for-you", ".acts"] {
        assert!(!seen(&stage, gone), "{gone}");
    }
}

#[test]
fn the_review_has_a_column_to_write_in_beside_everybody() {
    let stage = open("review");
    stage.board().press("Begin this week’s review");
    stage.board().offers("Say your part, Ana");
    stage.browser.prints();
    let room = stage.board().ask(
        "return [...root.querySelectorAll('.turn')].map((it) => parseFloat(getComputedStyle(it, '::after').inlineSize) / it.clientWidth)",
        &[],
    );
    let room: Vec<f64> = room
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it.as_f64())
        .collect();
    assert_eq!(room.len(), 3);
    assert!(room.iter().all(|share| *share > 0.35), "{room:?}");
}

#[test]
fn of_a_one_to_one_only_the_sheet_stands_on_paper() {
    let stage = open("people");
    stage.board().press("One-to-one: Ben Okafor");
    stage.board().opens_dialog();
    stage.browser.prints();
    assert!(seen(&stage, "dialog h2"));
    for gone in ["header", ".crew", "dialog .dialog-head button", "dialog .no-print"] {
        assert!(!seen(&stage, gone), "{gone}");
    }
}

/// Rows on the sheet, and what stands below them, as they are when the browser has told that it will print.
fn sheet(stage: &Stage, begins: &str) -> serde_json::Value {
    let tell = "
        const done = arguments[arguments.length - 1];
        const root = document.querySelector('alignment-board').shadowRoot;
        window.dispatchEvent(new Event(arguments[0]));
        // Whoever prints waits for nothing but this.
        queueMicrotask(() => queueMicrotask(() => done([
            root.querySelectorAll('.paper tr').length,
            root.querySelector('.paper > p')?.textContent ?? null,
        ])));";
    stage.browser.script_later(tell, &[json!(begins)])
}

/// Waits until the whole program is here.
fn complete(stage: &Stage) {
    let offered =
        "return [...root.querySelectorAll('.pages .menu-list button')].some((it) => it.textContent === 'Print…')";
    stage.board().until("“Print…” in the menu", offered);
}

#[test]
fn of_a_long_board_a_plain_sheet_stands_on_paper_that_says_what_is_missing() {
    let stage = Stage::with(
        Bench::new().goals("/team.json", &long(1_200)),
        "/index.html?src=team.json&member=ana",
    );
    let board = stage.board();
    complete(&stage);
    let missing = "200 initiatives are not on this sheet. “Print…” under “More” puts all on paper.";
    assert_eq!(sheet(&stage, "beforeprint"), json!([1_000, missing]));
    assert!(!seen(&stage, ".paper tr"), "on the screen");
    assert_eq!(sheet(&stage, "afterprint"), json!([0, null]));
    stage.browser.script("window.print = () => { window.printed = document.querySelector('alignment-board').shadowRoot.querySelectorAll('.paper tr').length }", &[]);
    board.ask("root.querySelector('.pages summary').click(); return true", &[]);
    board.press("Print…");
    let rows = stage.browser.until("paper", || {
        stage.browser.script("return window.printed ?? null", &[]).as_u64()
    });
    assert_eq!(rows, 1_200);
    stage.browser.prints();
    assert!(seen(&stage, ".paper tr") && !seen(&stage, ".columns"));
}

#[test]
fn a_board_of_short_columns_is_printed_as_it_is() {
    let stage = open("board");
    complete(&stage);
    assert_eq!(sheet(&stage, "beforeprint"), json!([0, null]));
}
