//! All about one card, and what can be done with it.

use e2e::{Bench, Stage, expect_no_barriers};
use serde_json::json;

use crate::goals::{governed, seen_by, team};

#[test]
fn a_card_shows_its_way_up_to_the_north_star() {
    let mut goals = governed();
    goals["objectives"][0]["initiatives"][0]["keyResults"] = json!(["answers"]);
    let stage = Stage::with(
        Bench::new().goals("/team.json", &goals),
        "/index.html?src=team.json&member=ben",
    );
    let board = stage.board();
    board.press("Customer video series");
    board.opens_dialog();
    let way = board.ask("return textOf(root.querySelector('dialog .way-up'))", &[]);
    assert_eq!(
        way,
        "Moves Comments answered under Our audience talks back toward Every small shop in the country knows us"
    );
}

#[test]
fn a_line_is_written_where_the_talk_is_and_the_field_is_empty_again() {
    let stage = seen_by("cem");
    let board = stage.board();
    board.press("Guest on podcasts");
    board.opens_dialog();
    board.fill("dialog[open] [name=line]", "I know somebody at the radio.\n");
    board.says("I know somebody at the radio.");
    board.until(
        "an empty field",
        "return root.querySelector('dialog [name=line]').value === ''",
    );
    board.press("Everything that happened · 1");
    board.says("Cem Aydin wrote about Guest on podcasts");
    expect_no_barriers(&stage.browser, "in the details of a card");
}

#[test]
fn everything_that_happened_to_a_card_is_told_in_words() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.press("Claim Customer video series");
    board.card("ugc").becomes("held");
    board.choose("Release Customer video series", "Customer video series");
    board.card("ugc").becomes("free");
    board.press("Customer video series");
    board.opens_dialog();
    board.press("Everything that happened · 2");
    board.says("Ben Okafor claimed Customer video series");
    board.says("Ben Okafor gave Customer video series back");
}

#[test]
fn what_is_dropped_says_why_and_can_be_undone() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.press("Guest on podcasts");
    board.opens_dialog();
    board.press("Drop it: Guest on podcasts");
    board.opens_dialog();
    board.fill("dialog[open] [name=reason]", "Nobody invites us.");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.card("podcast").becomes("dropped");
    board.press("Undo");
    board.card("podcast").becomes("held");
}

#[test]
fn what_is_split_makes_room_for_its_parts() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.press("Guest on podcasts");
    board.opens_dialog();
    board.press("Split it: Guest on podcasts");
    board.opens_dialog();
    board.fill("dialog[open] [name=parts]", "Find five podcasts\nWrite to them");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("Find five podcasts");
    board.says("Write to them");
}

#[test]
fn a_lead_frees_the_seat_of_somebody_who_left_and_nobody_else_is_offered_that() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.press("Guest on podcasts");
    board.opens_dialog();
    board.press("Free the seat: Ben Okafor");
    board.opens_dialog();
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.card("podcast").becomes("free");
    stage.go("/index.html?src=team.json&member=cem");
    let board = stage.board();
    board.press("Guest on podcasts");
    board.opens_dialog();
    let offered = board.buttons();
    assert!(
        offered
            .iter()
            .all(|name| !name.starts_with("Free the seat") && !name.starts_with("Drop it")),
        "{offered:?}"
    );
}

#[test]
fn a_card_asks_whoever_decides_and_the_answer_settles_it_for_that_card() {
    let mut goals = governed();
    goals["objectives"][0]["initiatives"][0]["decisionArea"] = json!("social");
    goals["objectives"][0]["initiatives"][0]["cost"] = json!({ "amount": 2000, "currency": "EUR" });
    let bench = Bench::new().goals("/team.json", &goals);
    let stage = Stage::with(bench, "/index.html?src=team.json&member=ben");
    let board = stage.board();
    board.press("Customer video series");
    assert!(board.opens_dialog().contains("Ask Ana, who decides."));
    board.press("Ask here: Paid social");
    board.opens_dialog();
    board.fill("dialog[open] [name=question]", "May I?");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    stage.go("/index.html?src=team.json&member=ana");
    let board = stage.board();
    board.says("Ben asks");
    board.ask(
        "all(BUTTONS).find((it) => nameOf(it).startsWith('Answer')).click()",
        &[],
    );
    board.opens_dialog();
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    stage.go("/index.html?src=team.json&member=ben");
    stage.board().card("ugc").says("You decide");
}

#[test]
fn an_address_opens_a_suggestion_that_is_filled_in() {
    let bench = Bench::new().goals("/team.json", &team());
    let stage = Stage::with(
        bench,
        "/index.html?src=team.json&member=ben&view=pitches&idea=A%20stand%20at%20the%20fair&link=https%3A%2F%2Fexample.org%2Ffair",
    );
    let board = stage.board();
    board.opens_dialog();
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    board.says("A stand at the fair");
    board.says("https://example.org/fair");
}

#[test]
fn a_first_visit_is_told_what_a_board_is_and_only_once() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.says("Leads say where we go");
    board.press("Got it");
    board.until("the hint to go", "return root.querySelector('.hint') === null");
    stage.browser.reload();
    let board = stage.board();
    board.says("Nothing waits for you.");
    assert!(!board.text().contains("Leads say where we go"));
}
