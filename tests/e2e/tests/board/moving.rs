//! Putting a card under another objective: by keyboard, by mouse, by finger; and a board with little room.

use e2e::{Board, Key, Stage, expect_no_barriers};
use serde_json::json;

use crate::goals::{address, bench, seen_by};

#[test]
fn a_card_is_moved_by_keyboard_alone_and_moved_back() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.offers("More for Guest on podcasts");
    board.ask("button('More for Guest on podcasts').focus()", &[]);
    stage.browser.key(Key::Enter);
    board.until("the menu", "return nameOf(focused()) === 'Hand over Guest on podcasts'");
    stage.browser.key(Key::Down);
    board.until("the entry", "return nameOf(focused()) === 'Move to… Guest on podcasts'");
    stage.browser.key(Key::Enter);
    board.opens_dialog();
    expect_no_barriers(&stage.browser, "where to move a card");
    board.ask("button('Our audience talks back').focus()", &[]);
    stage.browser.key(Key::Enter);
    board.tells("Guest on podcasts is under another objective now.");
    is_under(&board, "engagement");
    board.press("Undo");
    is_under(&board, "reach");
}

#[test]
fn a_card_is_dragged_by_mouse() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.card("podcast").becomes("held");
    drag(&board, "mouse", 0);
    is_under(&board, "engagement");
}

#[test]
fn a_finger_that_rests_drags_and_one_that_does_not_scrolls() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.card("podcast").becomes("held");
    drag(&board, "touch", 0);
    is_under(&board, "reach");
    drag(&board, "touch", 500);
    is_under(&board, "engagement");
}

#[test]
fn a_card_that_one_may_not_move_stays_where_it_is() {
    let stage = seen_by("cem");
    let board = stage.board();
    board.card("podcast").becomes("held");
    assert_eq!(
        board.ask("return root.querySelector('[data-movable]')", &[]),
        json!(null)
    );
    drag(&board, "mouse", 0);
    is_under(&board, "reach");
}

#[test]
fn escape_ends_a_drag() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.card("podcast").becomes("held");
    board.ask(
        "const card = root.querySelector('[data-initiative=podcast] .foot .names');\
         const send = (type, x, y) => card.dispatchEvent(new PointerEvent(type, \
           { pointerType: 'mouse', isPrimary: true, button: 0, clientX: x, clientY: y, bubbles: true, composed: true }));\
         const to = root.querySelector('[data-objective=engagement]').getBoundingClientRect();\
         send('pointerdown', 0, 0); send('pointermove', 50, 50); send('pointermove', to.x + 20, to.y + 20);\
         if (!root.querySelector('[data-target]')) throw new Error('no target');\
         window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));\
         send('pointerup', to.x + 20, to.y + 20);",
        &[],
    );
    is_under(&board, "reach");
    assert_eq!(
        board.ask("return root.querySelector('[data-target], [data-dragged]')", &[]),
        json!(null)
    );
}

#[test]
fn a_narrow_board_opens_on_what_is_mine_and_keeps_the_pages_in_sight() {
    let stage = Stage::with(bench(), "/index.html");
    stage.browser.resize(360, 640);
    stage.go(&address("ben"));
    let board = stage.board();
    board.card("podcast").becomes("held");
    assert_eq!(board.cards(), ["podcast"]);
    board.press_like("Everything");
    board.card("ugc").becomes("free");
    board.select("select[name=objective]", "More people find us");
    stage
        .browser
        .until("one objective", || (board.objectives() == ["reach"]).then_some(()));
    board.select("select[name=objective]", "All objectives");
    board.card("ugc").becomes("free");
    board.ask(
        "scrollTo(0, root.querySelector('.columns').getBoundingClientRect().top + scrollY + 60)",
        &[],
    );
    let tops = board.ask(
        "return ['.pages', '.only'].map((it) => root.querySelector(it).getBoundingClientRect()).every((it) => it.top >= 0 && it.bottom < 120)",
        &[],
    );
    assert_eq!(tops, true);
    expect_no_barriers(&stage.browser, "on a narrow board");
}

#[test]
fn at_320_pixels_nothing_is_lost_at_the_sides() {
    let stage = Stage::with(bench(), "/index.html");
    stage.browser.resize(320, 640);
    for page in ["board", "review", "pitches", "people", "guardrails", "activity"] {
        stage.go(&format!("{}&view={page}", address("ana")));
        let _ = stage.board();
        let over = stage.browser.script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
            &[],
        );
        assert_eq!(over, 0, "{page}");
    }
}

/// Drags the podcasts to the first objective, after so many milliseconds of rest.
#[track_caller]
fn drag(board: &Board<'_>, pointer: &str, rest: u64) {
    let send = "const card = root.querySelector('[data-initiative=podcast] .foot .names');\
         const send = (type, x, y) => card.dispatchEvent(new PointerEvent(type, { pointerType: arguments[0], \
           isPrimary: true, button: 0, clientX: x, clientY: y, bubbles: true, composed: true }));\
         const at = card.getBoundingClientRect();\
         const to = root.querySelector('[data-objective=engagement]').getBoundingClientRect();";
    let pointer = [json!(pointer)];
    board.ask(&format!("{send} send('pointerdown', at.x, at.y);"), &pointer);
    std::thread::sleep(std::time::Duration::from_millis(rest));
    board.ask(
        &format!("{send} send('pointermove', at.x + 9, at.y); send('pointermove', to.x + 30, to.y + 30); send('pointerup', to.x + 30, to.y + 30);"),
        &pointer,
    );
}

#[track_caller]
fn is_under(board: &Board<'_>, objective: &str) {
    board.until(
        &format!("the card under {objective}"),
        &format!(
            "return root.querySelector('[data-initiative=podcast]')?.closest('[data-objective]').dataset.objective === '{objective}'"
        ),
    );
}
