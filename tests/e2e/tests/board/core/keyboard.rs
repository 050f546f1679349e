use e2e::{Board, Key};

use crate::goals::seen_by;

const UGC: &str = "Customer video series";

#[test]
fn a_claim_and_a_check_in_need_no_mouse_and_the_focus_is_never_lost() {
    let stage = seen_by("ana");
    let board = stage.board();
    tab_to(&board, &format!("Claim {UGC}"));
    stage.browser.key(Key::Enter);
    board.card("ugc").becomes("held");
    focus_is_on(&board, "ugc");

    tab_to(&board, &format!("Check in on {UGC}"));
    stage.browser.key(Key::Enter);
    board.opens_dialog();
    stage.browser.key(Key::Escape);
    board.closes_dialog();
    focus_is_on(&board, "ugc");

    tab_to(&board, &format!("Check in on {UGC}"));
    stage.browser.key(Key::Enter);
    board.opens_dialog();
    board.until(
        "the focus to be in the dialog",
        "return focused()?.closest('dialog[open]') != null",
    );
    choose_by_key(&board, "Going well");
    tab_until(&board, "the line", "return focused()?.name === 'line'");
    stage.browser.type_text("By keyboard.");
    tab_to(&board, "Check in");
    stage.browser.key(Key::Enter);
    board.closes_dialog();
    board.card("ugc").says("By keyboard.");
    focus_is_on(&board, "ugc");
}

#[test]
fn a_menu_opens_with_enter_and_escape_goes_back_to_its_button() {
    let stage = seen_by("ben");
    let board = stage.board();
    let more = "More for Guest on podcasts";
    tab_to(&board, more);
    stage.browser.key(Key::Enter);
    board.until(
        "the focus to be in the menu",
        "return focused()?.closest('li, [role=menu]') != null",
    );
    stage.browser.key(Key::Escape);
    board.browser().until("the focus on the menu's button", || {
        (board.focus() == more).then_some(())
    });
    assert_eq!(
        board.ask("return focused().getAttribute('aria-expanded')", &[]),
        "false"
    );
}

/// Presses Tab until the thing of this name has the focus.
#[track_caller]
fn tab_to(board: &Board<'_>, name: &str) {
    board.offers(name);
    let reached = (0..80).any(|_| {
        let there = board.focus() == name;
        if !there {
            board.browser().key(Key::Tab);
        }
        there
    });
    assert!(
        reached,
        "No Tab leads to “{name}”. The page says:\n{}",
        board.browser().text()
    );
}

#[track_caller]
fn tab_until(board: &Board<'_>, what: &str, question: &str) {
    let reached = (0..40).any(|_| {
        let there = board.ask(question, &[]) == true;
        if !there {
            board.browser().key(Key::Tab);
        }
        there
    });
    assert!(
        reached,
        "No Tab leads to {what}. The page says:\n{}",
        board.browser().text()
    );
}

/// Goes to the radio buttons and along them.
#[track_caller]
fn choose_by_key(board: &Board<'_>, name: &str) {
    tab_until(board, "the radio buttons", "return focused()?.type === 'radio'");
    board.browser().type_text(" ");
    let chosen = (0..5).any(|_| {
        let there = board.focus() == name;
        if !there {
            board.browser().key(Key::Down);
        }
        there
    });
    assert!(chosen, "No arrow leads to “{name}”");
}

#[track_caller]
fn focus_is_on(board: &Board<'_>, initiative: &str) {
    board.until(
        &format!("the focus on the card {initiative}"),
        &format!("return focused()?.closest('[data-initiative]')?.dataset.initiative === '{initiative}'"),
    );
}
