//! What waits for the viewer, the news, and where numbers come from.

use e2e::{Bench, Gate, Stage, expect_no_barriers};

use crate::goals::{bench, governed};

#[test]
fn what_waits_is_said_above_every_page_with_what_to_do() {
    let stage = Stage::with(bench(), "/index.html?src=team.json&member=ben");
    let board = stage.board();
    board.says("Nothing waits for you.");
    board.choose("Hand over Guest on podcasts", "Guest on podcasts");
    board.opens_dialog();
    board.select("dialog[open] [name=to]", "Cem Aydin");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    stage.go("/index.html?src=team.json&member=cem&view=people");
    let board = stage.board();
    board.press("Accept: Ben offers you Guest on podcasts");
    board.tells("You took over Guest on podcasts.");
    board.says("Nothing waits for you.");
}

#[test]
fn the_news_tells_what_was_done_since_the_week_began() {
    let stage = Stage::with(bench(), "/index.html?src=team.json&member=ben");
    let board = stage.board();
    board.says("Nothing new since Monday.");
    board.press("Claim Customer video series");
    board.says("Since Monday: one claimed");
}

#[test]
fn nothing_moves_when_what_waits_comes() {
    let gate = Gate::closed();
    let waiting = gate.waiting();
    let stage = Stage::with(
        bench().route(move |request| {
            if request.path == "/board_rest.wasm" {
                waiting.pass();
            }
            None
        }),
        "/index.html?src=team.json&member=ben",
    );
    let board = stage.board();
    let top = || board.ask("return root.querySelector('.columns').getBoundingClientRect().top", &[]);
    board.until("the board", "return root.querySelector('.columns .card') !== null");
    let before = top();
    gate.open();
    board.says("Nothing waits for you.");
    assert_eq!(before, top());
}

#[test]
fn a_number_tells_where_it_comes_from() {
    let stage = Stage::with(
        Bench::new().goals("/team.json", &governed()),
        "/index.html?src=team.json&member=ben",
    );
    let board = stage.board();
    board.click("[data-objective=engagement] .key-results summary");
    board.press("not measured yet: where it comes from");
    let said = board.opens_dialog();
    assert!(said.contains("Nobody has given a number yet"), "{said}");
    expect_no_barriers(&stage.browser, "explaining");
}
