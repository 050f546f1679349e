//! A column far too long to be drawn as a whole.

use e2e::{Bench, Board, Key, Stage};
use serde_json::json;

use crate::goals::long;

const ALL: usize = 10_000;

/// More than any window shows, far fewer than there are.
const FEW: u64 = 250;

#[test]
fn ten_thousand_initiatives_open_as_a_feed_of_a_few_cards() {
    let stage = opened();
    let board = stage.board();
    board.card("i1").becomes("free");
    assert!(drawn(&board) < FEW, "{} cards are drawn", drawn(&board));
    let size = board.ask(
        "return root.querySelector('[role=feed] article').getAttribute('aria-setsize')",
        &[],
    );
    assert_eq!(size, ALL.to_string());
}

#[test]
fn scrolling_to_the_end_shows_the_last_card() {
    let stage = opened();
    let board = stage.board();
    board.card("i1").becomes("free");
    scroll_to_the_end(&stage, &board);
    let place = board.ask(
        "return root.querySelector('[data-initiative=i10000]').getAttribute('aria-posinset')",
        &[],
    );
    assert_eq!(place, ALL.to_string());
    assert!(drawn(&board) < FEW, "{} cards are drawn", drawn(&board));
    board.press("Claim Initiative number 10000");
    board.card("i10000").becomes("held");
}

#[test]
fn the_card_with_the_focus_stays_in_the_page_however_far_one_scrolls() {
    let stage = opened();
    let board = stage.board();
    board.card("i1").becomes("free");
    board.ask("button('Claim Initiative number 2').focus()", &[]);
    scroll_to_the_end(&stage, &board);
    assert_eq!(board.focus(), "Claim Initiative number 2");
}

#[test]
fn page_down_goes_to_the_next_card_and_control_end_past_the_feed_or_to_its_end() {
    let stage = opened();
    let board = stage.board();
    board.card("i1").becomes("free");
    board.ask("button('Claim Initiative number 1').focus()", &[]);
    stage.browser.key(Key::PageDown);
    focus_comes_to(&board, "i2");
    stage.browser.key(Key::PageDown);
    focus_comes_to(&board, "i3");
    stage.browser.key(Key::PageUp);
    focus_comes_to(&board, "i2");
    stage.browser.chord(Key::Control, Key::End);
    focus_comes_to(&board, "i10000");
    assert!(drawn(&board) < FEW, "{} cards are drawn", drawn(&board));
}

#[test]
fn a_search_finds_one_card_among_ten_thousand() {
    let stage = opened();
    let board = stage.board();
    board.fill("input[type=search]", "number 7654");
    stage
        .browser
        .until("that one card", || (board.cards() == ["i7654"]).then_some(()));
}

#[test]
fn two_hundred_cards_are_all_in_the_page() {
    let bench = Bench::new().goals("/long.json", &long(200));
    let stage = Stage::with(bench, ADDRESS);
    let board = stage.board();
    board.card("i200").becomes("free");
    assert_eq!(drawn(&board), 200);
}

const ADDRESS: &str = "/index.html?src=long.json&store=memory:&member=ana";

fn opened() -> Stage {
    Stage::with(Bench::new().goals("/long.json", &long(ALL)), ADDRESS)
}

#[track_caller]
fn drawn(board: &Board<'_>) -> u64 {
    board
        .ask("return root.querySelectorAll('article').length", &[])
        .as_u64()
        .unwrap_or_default()
}

/// Scrolls what scrolls, the feed or the page, until the last card is in sight.
#[track_caller]
fn scroll_to_the_end(stage: &Stage, board: &Board<'_>) {
    stage.browser.until("the last card to be in sight", || {
        let seen = board.ask(
            "const feed = root.querySelector('[role=feed]');
             const own = feed.scrollHeight > feed.clientHeight + 1 && getComputedStyle(feed).overflowY !== 'visible';
             const scroller = own ? feed : document.scrollingElement;
             scroller.scrollTop = scroller.scrollHeight;
             const last = root.querySelector(`[data-initiative=\"${arguments[0]}\"]`)?.getBoundingClientRect();
             const box = own ? feed.getBoundingClientRect() : { top: 0, bottom: innerHeight };
             return last !== undefined && last.bottom > box.top && last.bottom <= box.bottom + 1",
            &[json!(format!("i{ALL}"))],
        );
        (seen == true).then_some(())
    });
}

#[track_caller]
fn focus_comes_to(board: &Board<'_>, initiative: &str) {
    board.until(
        &format!("the focus on {initiative}"),
        &format!("return focused()?.closest('[data-initiative]')?.dataset.initiative === '{initiative}'"),
    );
}
