//! What stands on paper.

use e2e::{Bench, Stage};
use serde_json::json;

use crate::goals::governed;

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
