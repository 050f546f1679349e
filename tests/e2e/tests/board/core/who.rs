use e2e::{Bench, Stage};

use crate::goals::{bench, open_to_all};

const UGC: &str = "Customer video series";

#[test]
fn a_claim_by_somebody_unknown_asks_who_it_is_and_is_then_carried_out() {
    let stage = Stage::with(bench(), "/index.html?src=team.json");
    let board = stage.board();
    board.offers("Who are you?");
    board.press(&format!("Claim {UGC}"));
    board.opens_dialog();
    board.press("Cem Aydin");
    board.closes_dialog();
    board.card("ugc").becomes("held");
    board.card("ugc").says("Cem");
    stage.browser.reload();
    let board = stage.board();
    board.card("ugc").says("Cem");
    board.offers("You are Cem Aydin. Change");
}

#[test]
fn without_members_anybody_acts_under_the_name_they_give() {
    let bench = Bench::new().goals("/open.json", &open_to_all());
    let stage = Stage::with(bench, "/index.html?src=open.json");
    let board = stage.board();
    board.press("Who are you?");
    board.opens_dialog();
    board.fill("dialog[open] input[name=name]", "Zoë Ünal\n");
    board.closes_dialog();
    board.offers("You are Zoë Ünal. Change");
    board.press(&format!("Claim {UGC}"));
    board.card("ugc").says("Zoë");
}

#[test]
fn somebody_not_listed_reads_and_is_told_so() {
    let stage = Stage::with(bench(), "/index.html?src=team.json&member=eve");
    let board = stage.board();
    board.card("podcast").says("Ben");
    assert!(!board.has_button(&format!("Claim {UGC}")));
    board.says("eve");
}
