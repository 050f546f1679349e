//! Who has what, and the one-to-one.

use e2e::{Bench, Stage, expect_no_barriers};
use serde_json::json;

use crate::goals::{governed, team};

fn open(member: &str) -> Stage {
    let stage = Stage::with(
        Bench::new().goals("/team.json", &governed()),
        &format!("/index.html?src=team.json&member={member}&view=people"),
    );
    stage.board().says("One-to-one");
    stage
}

#[test]
fn everybody_is_shown_with_what_they_have_against_the_limit() {
    let stage = open("ana");
    let board = stage.board();
    board.says("Guest on podcasts");
    board.says("1 of 1 at a time");
    board.says("0 of 1 at a time");
}

#[test]
fn private_notes_stay_in_this_browser_and_are_no_event() {
    let stage = open("ana");
    let board = stage.board();
    board.press("One-to-one: Ben Okafor");
    board.opens_dialog();
    board.fill("dialog[open] [name=notes]", "Ask about the move.");
    stage.browser.reload();
    let board = stage.board();
    board.press("One-to-one: Ben Okafor");
    board.opens_dialog();
    let notes = board.ask("return root.querySelector('[name=notes]').value", &[]);
    assert_eq!(notes, "Ask about the move.");
    let events = stage.browser.script_later(
        "document.querySelector('alignment-board').export().then(arguments[0])",
        &[],
    );
    assert_eq!(events, "[]");
}

#[test]
fn whoever_is_away_says_so_and_can_take_it_back() {
    let stage = open("ben");
    let board = stage.board();
    board.press("Be away");
    board.opens_dialog();
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("Away until");
    board.press("Undo");
    board.tells("Undone.");
}

#[test]
fn the_one_to_one_has_no_barriers() {
    let stage = open("ana");
    stage.board().press("One-to-one: Ben Okafor");
    stage.board().opens_dialog();
    expect_no_barriers(&stage.browser, "the sheet");
}

#[test]
fn of_more_than_two_hundred_people_the_first_are_shown_and_the_others_when_asked_for() {
    let mut goals = team();
    goals["members"] = (0..250)
        .map(|n| json!({ "id": format!("m{n}"), "name": format!("Member {n}") }))
        .collect();
    let stage = Stage::with(
        Bench::new().goals("/team.json", &goals),
        "/index.html?src=team.json&member=m1&view=people",
    );
    let board = stage.board();
    let shown = |many: u64| {
        let shows = format!("return root.querySelectorAll('.crew > article').length === {many}");
        board.until(&format!("{many} people"), &shows);
    };
    shown(200);
    board.press("50 more");
    shown(250);
}
