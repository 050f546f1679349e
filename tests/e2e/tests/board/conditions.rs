//! Every page for everybody: in light and dark, with the colours of the system, from right to left, narrow, and wide.

use e2e::{Bench, PAGES, Stage, expect_no_barriers};

use crate::goals::governed;

/// A team that has done some of everything.
fn open() -> Stage {
    let stage = Stage::with(Bench::new().goals("/team.json", &governed()), "/index.html");
    go(&stage, "review", "ana", "");
    stage.board().press("Begin this week’s review");
    stage.board().offers("Say your part, Ana");
    go(&stage, "pitches", "ben", "");
    let board = stage.board();
    board.suggest("Let shops film their opening hour");
    go(&stage, "board", "ben", "");
    stage.board().press("Claim Customer video series");
    stage.board().press("Claim it all the same");
    stage.board().card("ugc").becomes("held");
    stage
}

fn go(stage: &Stage, page: &str, member: &str, more: &str) {
    stage.go(&format!("/index.html?src=team.json&member={member}&view={page}{more}"));
    // Whoever looks is told what waits for them when everything is there.
    stage
        .board()
        .until("the news", "return root.querySelector('.for-you .news') !== null");
}

/// Looks at each page; nothing stands out over the side.
fn look(stage: &Stage, when: &str, more: &str, prepare: &str) {
    for page in PAGES {
        go(stage, page, "ana", more);
        stage.browser.script(prepare, &[]);
        expect_no_barriers(&stage.browser, &format!("on the page {page}, {when}"));
        let over = stage
            .browser
            .script("return document.documentElement.scrollWidth - innerWidth", &[]);
        assert!(
            over.as_i64() <= Some(0),
            "the page {page} is {over} px too wide, {when}"
        );
    }
}

#[test]
fn in_light_colours() {
    look(&open(), "light", "&theme=light", "");
}

#[test]
fn in_dark_colours() {
    look(&open(), "dark", "&theme=dark", "");
}

#[test]
fn in_the_colours_of_the_system_and_without_motion() {
    let stage = open();
    stage
        .browser
        .system_says(&[("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]);
    assert_eq!(
        stage
            .browser
            .script("return matchMedia('(forced-colors: active)').matches", &[]),
        true
    );
    look(&stage, "in forced colours", "", "");
}

#[test]
fn with_more_contrast() {
    let stage = open();
    stage.browser.system_says(&[("prefers-contrast", "more")]);
    go(&stage, "people", "ana", "");
    let soft = stage.board().ask(
        "const colour = (it) => getComputedStyle(root.querySelector(it)).color; return colour('.soft') === colour('h2')",
        &[],
    );
    assert_eq!(soft, true, "soft words are as dark as all others");
    look(&stage, "with more contrast", "", "");
}

#[test]
fn from_right_to_left() {
    look(
        &open(),
        "from right to left",
        "",
        "document.documentElement.dir = 'rtl'",
    );
}

#[test]
fn on_320_pixels() {
    let stage = open();
    stage.browser.resize(320, 700);
    look(&stage, "on 320 pixels", "", "");
}

/// In a side column of a page, and on a wall.
#[test]
fn in_any_box() {
    let stage = open();
    stage.browser.resize(2560, 1200);
    look(&stage, "on a wall", "", "");
    look(
        &stage,
        "in a side column",
        "",
        "document.querySelector('main').style.inlineSize = '280px'",
    );
}
