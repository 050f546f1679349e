//! What happened, and the board as it was.

use e2e::{Bench, Stage};

use crate::goals::governed;

fn open() -> Stage {
    let stage = Stage::with(
        Bench::new().goals("/team.json", &governed()),
        "/index.html?src=team.json&member=ben",
    );
    let board = stage.board();
    board.press("Claim Customer video series");
    board.card("ugc").becomes("held");
    stage.go("/index.html?src=team.json&member=ana&view=activity");
    stage.board().says("What happened");
    stage
}

#[test]
fn what_happened_is_told_in_words_and_by_whom() {
    let stage = open();
    let board = stage.board();
    board.says("Ben Okafor claimed Customer video series");
    board.select("[name=who]", "Cem Aydin");
    board.says("Nothing happened yet.");
    board.select("[name=who]", "Ben Okafor");
    board.says("Ben Okafor claimed Customer video series");
}

#[test]
fn the_board_of_a_day_before_shows_what_was_free_then() {
    let stage = open();
    let board = stage.board();
    board.says("The board today");
    board.ask(
        "const slider = root.querySelector('input[type=range]'); slider.value = slider.max - 1;
         slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));",
        &[],
    );
    board.says("What was done until then, with today’s goals.");
    let then = board.ask("return root.querySelector('.travel').textContent", &[]);
    let then = then.as_str().unwrap_or_default().to_owned();
    assert!(then.contains("Customer video seriesFree to take"), "{then}");
    board.press("Back to today");
    board.says("The board today");
}
