//! Naming what of one's own belongs together.

use e2e::expect_no_barriers;
use serde_json::json;

use crate::goals::seen_by;

#[test]
fn who_holds_something_names_what_belongs_together_and_may_undo_and_change_it() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.press("Claim Customer video series");
    board.card("ugc").becomes("held");
    stage.go("/index.html?src=team.json&member=ana&view=map");
    board.press("Name a constellation");
    board.opens_dialog();
    board.fill("dialog[open] [name=title]", "Our videos");
    board.click("dialog[open] [name=ugc]");
    expect_no_barriers(&stage.browser, "naming a constellation");
    board.press("Put it on the map");
    let named =
        "return [...root.querySelectorAll('svg.chart text')].some((it) => it.textContent.includes(arguments[0]))";
    let called = |name: &str| board.ask(named, &[json!(name)]) == true;
    stage
        .browser
        .until("its name on the map", || called("Our videos").then_some(()));
    board.says("Your constellation is on the map.");
    board.press("Our videos");
    board.opens_dialog();
    board.click("dialog[open] [name=ugc]");
    board.press("Put it on the map");
    stage
        .browser
        .until("it to be gone", || (!called("Our videos")).then_some(()));
    board.press("Undo");
    stage
        .browser
        .until("it to be back", || called("Our videos").then_some(()));
}
