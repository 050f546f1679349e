//! No barriers: axe-core looks at everything a person meets.

use e2e::{Bench, Stage, expect_no_barriers};

use crate::goals::bench;

#[test]
fn the_sample_has_no_barriers_in_light() {
    sample("light");
}

#[test]
fn the_sample_has_no_barriers_in_dark() {
    sample("dark");
}

#[test]
fn the_dialogs_have_no_barriers_in_light() {
    dialogs("light");
}

#[test]
fn the_dialogs_have_no_barriers_in_dark() {
    dialogs("dark");
}

#[test]
fn the_start_page_has_no_barriers() {
    let stage = Stage::open("/index.html");
    stage.browser.until("the start page", || {
        stage.browser.text().contains("sample").then_some(())
    });
    expect_no_barriers(&stage.browser, "on the start page");
}

#[test]
fn a_fault_has_no_barriers() {
    for theme in ["light", "dark"] {
        let stage = Stage::with(Bench::new(), &format!("/index.html?src=gone.json&theme={theme}"));
        let _ = stage.element("alignment-board").fault();
        expect_no_barriers(&stage.browser, &format!("beside a fault, {theme}"));
    }
}

fn sample(theme: &str) {
    let stage = Stage::open(&format!(
        "/index.html?src=samples/marketing.json&store=memory:&member=ana&theme={theme}"
    ));
    let _ = stage.board();
    expect_no_barriers(&stage.browser, &format!("on the sample, {theme}"));
}

fn dialogs(theme: &str) {
    let address = format!("/index.html?src=team.json&store=memory:&theme={theme}");
    let stage = Stage::with(bench(), &format!("{address}&member=ben"));
    let board = stage.board();
    for action in ["Check in on", "Hand over"] {
        board.choose(&format!("{action} Guest on podcasts"), "Guest on podcasts");
        board.opens_dialog();
        expect_no_barriers(&stage.browser, &format!("in the dialog “{action}”, {theme}"));
        stage.browser.key(e2e::Key::Escape);
        board.closes_dialog();
    }
    board.press("More for Guest on podcasts");
    expect_no_barriers(&stage.browser, &format!("with a menu open, {theme}"));
    stage.go(&address);
    let board = stage.board();
    board.press("Who are you?");
    board.opens_dialog();
    expect_no_barriers(&stage.browser, &format!("in the dialog “Who are you?”, {theme}"));
}
