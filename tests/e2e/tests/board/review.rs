//! The weekly review.

use e2e::{Bench, Board, Stage, expect_no_barriers};

use crate::goals::governed;

fn review(stage: &Stage, member: &str) {
    stage.go(&format!("/index.html?src=team.json&member={member}&view=review"));
    let _ = stage.board();
}

fn open() -> Stage {
    let stage = Stage::with(Bench::new().goals("/team.json", &governed()), "/index.html");
    review(&stage, "ana");
    stage
}

fn begin(stage: &Stage) {
    let board = stage.board();
    board.press("Begin this week’s review");
    board.offers("Say your part, Ana");
}

fn post(board: &Board<'_>, done: &str) {
    board.opens_dialog();
    board.fill("dialog[open] [name=done]", done);
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
}

#[test]
fn a_review_ends_when_everybody_was_heard_and_its_minutes_are_in_the_mail() {
    let stage = open();
    begin(&stage);
    let board = stage.board();
    board.says("3 to go");
    // Nobody may be left out.
    board.press("End the review");
    board.tells("Somebody has neither posted nor passed yet.");

    review(&stage, "ben");
    let board = stage.board();
    board.press("Say your part, Ben");
    post(&board, "Two videos are shot.");

    review(&stage, "ana");
    let board = stage.board();
    board.says("Two videos are shot.");
    board.press("Is absent: Cem");
    board.offers("Note their part: Cem");
    board.press("Pass: Ana");
    board.press("End the review");
    board.tells("The review has ended.");
    let mail = board.ask("return root.querySelector('.mail').value", &[]);
    let mail = mail.as_str().unwrap_or_default().to_owned();
    for line in ["Ben – Done: Two videos are shot.", "Cem – Absent", "Ana – Passed"] {
        assert!(mail.contains(line), "{mail}");
    }
}

#[test]
fn whoever_runs_it_notes_what_somebody_in_the_room_says() {
    let stage = open();
    begin(&stage);
    let board = stage.board();
    board.press("Note their part: Ben");
    post(&board, "Shot on Tuesday.");
    board.says("Noted by Ana");
}

#[test]
fn the_whole_round_goes_by_keyboard() {
    let stage = open();
    let board = stage.board();
    board.enter("Begin this week’s review");
    board.enter("Say your part, Ana");
    board.opens_dialog();
    stage.browser.type_text("Budget is settled.");
    board.enter("That is my part");
    board.closes_dialog();
    board.tells("Said: Ana Ruiz");
    board.says("Budget is settled.");
    board.enter("Pass: Ben");
    board.says("Passed");
    board.enter("Is absent: Cem");
    board.says("Absent");
    board.enter("End the review");
    board.tells("The review has ended.");
}

#[test]
fn numbers_and_limits_come_first_and_what_needs_somebody_comes_with_what_to_do() {
    let stage = open();
    let board = stage.board();
    board.says("Numbers and limits");
    board.says("Not kept");
    board.says("Cost per customer is at 60 EUR, outside its limits");
    board.press_like("Claim: Customer panel");
    board.press("Claim it all the same");
    board.tells("You have Customer panel.");
}

#[test]
fn saying_ones_part_has_no_barriers() {
    let stage = open();
    begin(&stage);
    stage.board().press("Say your part, Ana");
    stage.board().opens_dialog();
    expect_no_barriers(&stage.browser, "saying one's part");
}

#[test]
fn the_clock_of_whoever_speaks_runs() {
    let stage = open();
    begin(&stage);
    let board = stage.board();
    board.press("Timer: Start 2:00");
    board.offers("Timer: 1:59");
}

#[test]
fn the_mail_can_be_taken_along() {
    let stage = open();
    stage.board().press("Copy");
    // A browser that lets a page copy says so; one that does not says what to do.
    let told = stage.board().until(
        "word of the copy",
        "const told = root.querySelector('.toast p').textContent; return told || null",
    );
    let told = told.as_str().unwrap_or_default();
    assert!(told == "Copied." || told.contains("copy them yourself"), "{told}");
}
