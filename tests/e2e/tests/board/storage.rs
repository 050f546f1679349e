//! What the browser keeps, and what is said when it keeps nothing.

use e2e::{Reply, Stage};

use crate::goals::{address, bench, seen_by};

const UGC: &str = "Claim Customer video series";

#[test]
fn a_browser_that_refuses_to_keep_anything_is_admitted_and_the_board_works() {
    let refuse = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('Refused', 'SecurityError'); } });";
    let bench = bench()
        .at("/refuse.js", Reply::bytes(200, "text/javascript", refuse))
        .page(
            "/embed.html",
            "<script src=\"/refuse.js\"></script><alignment-board src=\"/team.json\" member=\"ana\"></alignment-board>",
        );
    let stage = Stage::with(bench, "/embed.html");
    let board = stage.board();
    board.says("keeps nothing");
    board.press(UGC);
    board.card("ugc").becomes("held");
    assert_eq!(stage.complaints(), Vec::<String>::new());
}

#[test]
fn a_frame_without_an_origin_shows_the_board_and_admits_that_nothing_is_kept() {
    let bench = bench().header("Access-Control-Allow-Origin", "*").page(
        "/frame.html",
        "<iframe src=\"/index.html?src=team.json&amp;member=ana\" sandbox=\"allow-scripts\" title=\"The team's board\"></iframe>",
    );
    let stage = Stage::with(bench, "/frame.html");
    stage.browser.enter_frame(0);
    let board = stage.board();
    board.says("keeps nothing");
}

#[test]
fn nothing_kept_is_what_memory_means() {
    let stage = Stage::with(bench(), &format!("{}&store=memory:", address("ana")));
    let board = stage.board();
    board.press(UGC);
    board.card("ugc").becomes("held");
    stage.browser.reload();
    stage.board().card("ugc").becomes("free");
}

#[test]
fn nobody_is_fooled_by_a_board_that_only_this_browser_keeps() {
    let stage = seen_by("ana");
    stage.board().says("Only you see this");
}
