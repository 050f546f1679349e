//! From a thought to an initiative.

use e2e::{Bench, Key, Stage, expect_no_barriers};
use serde_json::json;

use crate::goals::team;

const IDEA: &str = "Let shops film their opening hour";

/// The team's ideas, as this member sees them.
fn ideas(stage: &Stage, member: &str) {
    stage.go(&format!("/index.html?src=team.json&member={member}&view=pitches"));
    let _ = stage.board();
}

fn open() -> Stage {
    let stage = Stage::with(Bench::new().goals("/team.json", &team()), "/index.html");
    ideas(&stage, "ben");
    stage
}

fn suggest(stage: &Stage) {
    let board = stage.board();
    board.suggest(IDEA);
    board.offers(&format!("Pitch it: {IDEA}"));
}

fn pitch(stage: &Stage) {
    suggest(stage);
    let board = stage.board();
    board.press(&format!("Pitch it: {IDEA}"));
    board.opens_dialog();
    board.select("dialog[open] [name=moves]", "Something else here");
    board.fill("dialog[open] [name=effort]", "two days");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.offers(&format!("Say it anew: {IDEA}"));
}

#[test]
fn an_idea_can_be_supported_and_no_longer_supported() {
    let stage = open();
    suggest(&stage);
    let board = stage.board();
    board.press(&format!("Good idea · 0: {IDEA}"));
    board.offers(&format!("Good idea · 1: {IDEA}"));
    board.press(&format!("Good idea · 1: {IDEA}"));
    board.offers(&format!("Good idea · 0: {IDEA}"));
}

#[test]
fn a_pitch_that_is_returned_is_said_anew_and_accepted_and_stands_on_the_board() {
    let stage = open();
    pitch(&stage);
    ideas(&stage, "ana");
    let board = stage.board();
    board.press(&format!("Not like this: {IDEA}"));
    board.opens_dialog();
    board.fill("dialog[open] [name=reason]", "Who pays?");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("Not like this yet");

    ideas(&stage, "ben");
    let board = stage.board();
    board.says("Who pays?");
    board.press(&format!("Say it anew: {IDEA}"));
    board.opens_dialog();
    board.fill("dialog[open] [name=description]", "The chamber pays.");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("How it read before");

    ideas(&stage, "ana");
    let board = stage.board();
    board.press(&format!("Say yes: {IDEA}"));
    board.opens_dialog();
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("On the board");
    board.press("Board");
    board.says(IDEA);
    // Whoever pitched it has the seat, beside the one that Ben has already.
    board.says("In progress · 2");
}

#[test]
fn whoever_does_not_lead_may_say_what_they_think_and_not_decide() {
    let stage = open();
    pitch(&stage);
    ideas(&stage, "cem");
    let board = stage.board();
    board.press(&format!("What I think: {IDEA}"));
    board.opens_dialog();
    board.choose_radio("Unsure");
    board.fill("dialog[open] [name=line]", "Not in December");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("Not in December");
    assert!(!board.has_button(&format!("Say yes: {IDEA}")));
}

#[test]
fn the_page_of_ideas_has_no_barriers() {
    let stage = open();
    pitch(&stage);
    for theme in ["light", "dark"] {
        stage.go(&format!(
            "/index.html?src=team.json&member=ana&view=pitches&theme={theme}"
        ));
        stage.board().offers(&format!("Say yes: {IDEA}"));
        expect_no_barriers(&stage.browser, theme);
    }
    stage.board().press(&format!("Not like this: {IDEA}"));
    stage.board().opens_dialog();
    expect_no_barriers(&stage.browser, "deciding");
}

#[test]
fn whoever_suggests_before_they_said_who_they_are_goes_on_afterwards() {
    let stage = Stage::with(
        Bench::new().goals("/team.json", &team()),
        "/index.html?src=team.json&view=pitches",
    );
    let board = stage.board();
    board.press("Suggest something");
    assert!(board.opens_dialog().contains("Who are you?"));
    board.press("Cem Aydin");
    board.until(
        "the form",
        "return root.querySelector('dialog[open] [name=text]') !== null",
    );
}

#[test]
fn from_a_thought_to_an_initiative_by_keyboard_alone() {
    let stage = open();
    let board = stage.board();
    board.enter("Suggest something");
    board.opens_dialog();
    stage.browser.type_text(IDEA);
    board.enter("Suggest something");
    board.closes_dialog();
    board.tells(&format!("Suggested: {IDEA}"));
    board.enter(&format!("Pitch it: {IDEA}"));
    board.opens_dialog();
    // From the title to what it moves, and the first of that.
    stage.browser.key(Key::Tab);
    stage.browser.key(Key::Down);
    board.enter("Pitch it");
    board.closes_dialog();
    board.tells(&format!("Pitched: {IDEA}"));

    ideas(&stage, "ana");
    let board = stage.board();
    board.enter(&format!("Not like this: {IDEA}"));
    board.opens_dialog();
    stage.browser.type_text("Who pays?");
    board.enter("Not like this");
    board.closes_dialog();
    board.says("Who pays?");

    ideas(&stage, "ben");
    let board = stage.board();
    board.enter(&format!("Say it anew: {IDEA}"));
    board.opens_dialog();
    board.enter("Say it anew");
    board.closes_dialog();
    board.tells(&format!("Said anew: {IDEA}"));

    ideas(&stage, "ana");
    let board = stage.board();
    board.enter(&format!("Say yes: {IDEA}"));
    board.opens_dialog();
    board.enter("Say yes");
    board.closes_dialog();
    board.tells(&format!("Decided: {IDEA}"));
    board.enter("Board");
    board.says(IDEA);
}

#[test]
fn who_pitches_for_what_nobody_works_on_finds_it_chosen() {
    let mut goals = team();
    let number = json!({ "id": "answers", "title": "Comments answered", "start": 0, "target": 100 });
    goals["objectives"][0]["keyResults"] = json!([number]);
    let stage = Stage::with(
        Bench::new().goals("/team.json", &goals),
        "/index.html?src=team.json&member=ben&view=review",
    );
    let board = stage.board();
    board.press("Pitch something: Nobody works on Comments answered");
    board.opens_dialog();
    let chosen = board.ask(
        "return root.querySelector('dialog [name=moves]').selectedOptions[0].textContent",
        &[],
    );
    assert_eq!(chosen, "Comments answered");
}
