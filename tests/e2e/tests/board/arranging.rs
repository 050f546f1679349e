//! Finished work, folded columns, orders, and addresses.

use e2e::{Stage, expect_no_barriers};
use serde_json::json;

use crate::goals::{address, bench, seen_by};

#[test]
fn what_is_finished_is_folded_at_the_end_of_its_column_with_what_was_learned() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.choose("Mark done: Guest on podcasts", "Guest on podcasts");
    board.opens_dialog();
    board.fill("dialog[open] [name=learned]", "Short talks are listened to.");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.card("podcast").becomes("done");
    let hidden = "return !root.querySelector('[data-initiative=podcast]').checkVisibility()";
    assert_eq!(board.ask(hidden, &[]), true);
    board.until("the focus on the fold", "return focused()?.localName === 'summary'");
    board.press("Finished and learned · 1");
    board.card("podcast").says("Learned: Short talks are listened to.");
    expect_no_barriers(&stage.browser, "with finished work unfolded");
}

#[test]
fn a_column_that_was_folded_is_still_folded_on_the_next_visit() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.press("Cards of More people find us");
    board.until("the column to fold", FOLDED);
    expect_no_barriers(&stage.browser, "with a column folded");
    stage.browser.reload();
    let board = stage.board();
    board.until("the column to be folded again", FOLDED);
    board.press("Cards of More people find us");
    board.card("letter").becomes("free");
}

const FOLDED: &str = "return root.querySelector('[data-objective=reach]') !== null && \
                      root.querySelector('[data-initiative=letter]') === null";

#[test]
fn cards_stand_in_the_order_one_chooses_and_the_address_keeps_it() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.card("ugc").becomes("free");
    assert_eq!(board.cards()[..3], ["ugc", "replies", "panel"]);
    board.press("Order");
    board.press("By title");
    let sorted = || {
        board
            .cards()
            .starts_with(&["replies", "panel", "ugc"].map(str::to_owned))
            .then_some(())
    };
    stage.browser.until("the cards by title", sorted);
    assert_eq!(fragment(&stage), "#sort=title");
    stage.browser.reload();
    stage.browser.until("the cards by title again", || {
        stage
            .board()
            .cards()
            .starts_with(&["replies", "panel", "ugc"].map(str::to_owned))
            .then_some(())
    });
}

#[test]
fn what_somebody_looks_for_stands_in_the_address_and_is_found_again() {
    let stage = seen_by("ben");
    stage.board().press_like("Mine");
    stage
        .browser
        .until("the address", || (fragment(&stage) == "#show=mine").then_some(()));
    stage.browser.reload();
    stage.board().card("podcast").becomes("held");
    assert_eq!(stage.board().cards(), ["podcast"]);
    stage.board().press_like("Everything");
    stage
        .browser
        .until("no address", || fragment(&stage).is_empty().then_some(()));
}

#[test]
fn an_address_that_somebody_else_uses_is_left_alone() {
    let stage = Stage::with(bench(), &format!("{}#/wiki/goals", address("ben")));
    let board = stage.board();
    board.press_like("Mine");
    stage
        .browser
        .until("one card", || (board.cards() == ["podcast"]).then_some(()));
    assert_eq!(fragment(&stage), "#/wiki/goals");
}

#[test]
fn the_address_of_a_card_opens_it_and_is_gone_when_it_is_closed() {
    let stage = Stage::with(bench(), &format!("{}#initiative=letter", address("ben")));
    let board = stage.board();
    assert!(board.opens_dialog().contains("Monthly newsletter"));
    board.press("Close");
    board.closes_dialog();
    stage
        .browser
        .until("no address", || fragment(&stage).is_empty().then_some(()));
    stage.browser.script("location.hash = 'initiative=podcast'", &[]);
    assert!(board.opens_dialog().contains("Guest on podcasts"));
}

#[test]
fn two_boards_on_one_page_leave_its_address_alone_and_open_only_what_is_theirs() {
    let page = "<alignment-board id=one src=team.json member=ben store=memory:></alignment-board>\
                <alignment-board id=two src=team.json member=cem store=memory:></alignment-board>";
    let stage = Stage::with(bench().page("/two.html", page), "/two.html#initiative=letter");
    let (one, two) = (stage.board_at("#one"), stage.board_at("#two"));
    two.card("ugc").becomes("free");
    one.press_like("Mine");
    stage
        .browser
        .until("one card", || (one.cards() == ["podcast"]).then_some(()));
    assert_eq!(two.cards().len(), 5);
    assert_eq!(fragment(&stage), "#initiative=letter");
    assert_eq!((one.dialog(), two.dialog()), (None, None));
}

#[test]
fn a_script_brings_any_card_into_sight() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.press("Cards of More people find us");
    board.press_like("Mine");
    let found = stage.browser.script_later(
        "const done = arguments[1]; document.querySelector('alignment-board').reveal(arguments[0])\
         .then((card) => done(card?.dataset.initiative ?? null), (error) => done(String(error)))",
        &[json!("letter")],
    );
    assert_eq!(found, "letter");
    board.until(
        "the focus on it",
        "return focused()?.closest('[data-initiative]')?.dataset.initiative === 'letter'",
    );
    let none = stage.browser.script_later(
        "const done = arguments[0]; document.querySelector('alignment-board').reveal('nothing').then(done, done)",
        &[],
    );
    assert!(none.is_null());
}

#[track_caller]
fn fragment(stage: &Stage) -> String {
    let hash = stage.browser.script("return location.hash", &[]);
    hash.as_str().unwrap_or_default().to_owned()
}
