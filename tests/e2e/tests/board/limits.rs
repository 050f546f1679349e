//! Limits, who decides what, and what was decided.

use e2e::{Bench, Stage};

use crate::goals::governed;

fn limits(stage: &Stage, member: &str) {
    stage.go(&format!("/index.html?src=team.json&member={member}&view=guardrails"));
    stage.board().says("Who decides what");
}

fn open(member: &str) -> Stage {
    let stage = Stage::with(Bench::new().goals("/team.json", &governed()), "/index.html");
    limits(&stage, member);
    stage
}

#[test]
fn a_limit_shows_its_number_and_is_kept_again_after_a_report() {
    let stage = open("ben");
    let board = stage.board();
    board.says("60 EUR");
    board.says("Not kept");
    board.press("Report its number: Cost per customer");
    board.opens_dialog();
    board.ask("root.querySelector('[name=value]').value = ''", &[]);
    board.fill("dialog[open] [name=value]", "44");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("44 EUR");
    board.until("all limits to be kept", "return !root.textContent.includes('Not kept')");
}

#[test]
fn may_i_decide_this_says_who_decides_and_why() {
    let stage = open("ben");
    let board = stage.board();
    board.fill(".may-i [name=amount]", "500");
    board.press("Look");
    board.says("You decide. Tell Ana afterwards.");
    board.says("Paid social is delegated at level 6 of 7.");
    board.fill(".may-i [name=amount]", "1500");
    board.press("Look");
    board.says("Ask Ana, who decides.");
}

#[test]
fn a_question_asked_on_the_board_is_answered_there_and_stands_in_the_log() {
    let stage = open("ben");
    let board = stage.board();
    board.fill(".may-i [name=amount]", "1500");
    board.press("Look");
    board.press("Ask here: Paid social");
    board.opens_dialog();
    board.fill("dialog[open] [name=question]", "May I book the big screen?");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("May I book the big screen?");

    limits(&stage, "ana");
    let board = stage.board();
    board.press("Answer: May I book the big screen?");
    board.opens_dialog();
    board.fill("dialog[open] [name=reason]", "It paid last year.");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("No open questions.");
    board.says("It paid last year.");
    board.says("The rule for Ana: You decide.");
}

#[test]
fn a_proposed_objective_gathers_names_and_a_lead_accepts_it() {
    let stage = open("ben");
    let board = stage.board();
    board.press("Propose an objective");
    board.opens_dialog();
    board.fill("dialog[open] [name=title]", "Shops help shops");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.press("For it: 0 of 3: Shops help shops");
    board.offers("For it: 1 of 3: Shops help shops");
    limits(&stage, "ana");
    let board = stage.board();
    board.press("Say yes: Shops help shops");
    board.opens_dialog();
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.press("Board");
    board.says("Shops help shops");
}
