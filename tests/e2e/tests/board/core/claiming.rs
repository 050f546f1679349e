use serde_json::Value;

use crate::goals::{address, seen_by};

const UGC: &str = "Customer video series";
const PANEL: &str = "Customer panel";

#[test]
fn a_claim_by_mouse_is_still_there_after_a_reload() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.press(&format!("Claim {UGC}"));
    board.card("ugc").becomes("held");
    board.tells(UGC);
    stage.browser.reload();
    let board = stage.board();
    board.card("ugc").becomes("held");
    board.card("ugc").says("Ana");
}

#[test]
fn a_claim_shows_in_a_second_tab_within_a_second() {
    let stage = seen_by("ana");
    let _ = stage.board();
    let first = stage.browser.tab();
    let second = stage.browser.new_tab();
    stage.go(&address("ben"));
    let board = stage.board();
    board.card("ugc").becomes("free");
    // The tabs take the times themselves, so that the way through the driver does not count.
    board.ask(
        "const note = () => {
           if (!window.seen && root.querySelector('[data-initiative=ugc]')?.dataset.state === 'held') window.seen = Date.now();
         };
         new MutationObserver(note).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });",
        &[],
    );
    stage.browser.look_at(&first);
    board.offers(&format!("Claim {UGC}"));
    let claimed = board.ask(
        &format!("const at = Date.now(); button('Claim {UGC}').click(); return at"),
        &[],
    );
    stage.browser.look_at(&second);
    board.card("ugc").becomes("held");
    board.card("ugc").says("Ana");
    let seen = stage.browser.script("return window.seen", &[]);
    let (Some(claimed), Some(seen)) = (claimed.as_i64(), seen.as_i64()) else {
        panic!("No times: {claimed} and {seen}");
    };
    assert!(seen - claimed < 1000, "It took {} ms", seen - claimed);
}

#[test]
fn a_released_card_is_free_again() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.press(&format!("Claim {UGC}"));
    board.card("ugc").becomes("held");
    board.choose(&format!("Release {UGC}"), UGC);
    board.card("ugc").becomes("free");
    board.offers(&format!("Claim {UGC}"));
}

#[test]
fn undo_takes_a_claim_back_for_good() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.press(&format!("Claim {UGC}"));
    board.card("ugc").becomes("held");
    board.press("Undo");
    board.card("ugc").becomes("free");
    stage.browser.reload();
    stage.board().card("ugc").becomes("free");
}

#[test]
fn two_seats_hold_two_people_and_the_third_waits_until_one_is_free() {
    let stage = seen_by("ana");
    stage.board().press(&format!("Claim {PANEL}"));
    stage.board().card("panel").becomes("held");
    assert_eq!(stage.board().card("panel").seats_free().as_deref(), Some("1"));

    stage.go(&address("ben"));
    let board = stage.board();
    board.choose(&format!("Claim {PANEL}"), PANEL);
    stage.browser.until("no free seat", || {
        (board.card("panel").seats_free()? == "0").then_some(())
    });

    stage.go(&address("cem"));
    let board = stage.board();
    board.choose(&format!("Join the wait list for {PANEL}"), PANEL);
    board.browser().until("a way off the wait list", || {
        let leave = format!("Leave the wait list for {PANEL}");
        (board.has_button(&leave) || board.has_button(&format!("More for {PANEL}"))).then_some(())
    });
    assert!(!holders(&board).contains("Cem"), "{}", holders(&board));

    stage.go(&address("ana"));
    let board = stage.board();
    board.choose(&format!("Release {PANEL}"), PANEL);
    stage.go(&address("cem"));
    let board = stage.board();
    board.choose(&format!("Release {PANEL}"), PANEL);
}

#[test]
fn whoever_waits_can_leave_the_wait_list() {
    let stage = seen_by("cem");
    let board = stage.board();
    board.choose("Join the wait list for Guest on podcasts", "Guest on podcasts");
    board.choose("Leave the wait list for Guest on podcasts", "Guest on podcasts");
    stage.browser.until("the wait list to be offered again", || {
        let names = ["Join the wait list for Guest on podcasts", "More for Guest on podcasts"];
        names.iter().any(|name| board.has_button(name)).then_some(())
    });
}

#[test]
fn done_work_is_marked_and_can_be_reopened() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.press(&format!("Claim {UGC}"));
    board.card("ugc").becomes("held");
    board.choose(&format!("Mark done: {UGC}"), UGC);
    board.opens_dialog();
    board.choose_radio("In part");
    board.press("Mark done");
    board.closes_dialog();
    board.card("ugc").becomes("done");
    board.press("Finished and learned · 1");
    board.choose(&format!("Reopen {UGC}"), UGC);
    board.card("ugc").becomes("held");
}

/// Who is named on the card of the panel.
fn holders(board: &e2e::Board<'_>) -> String {
    let names = board.ask(
        "return textOf(root.querySelector('[data-initiative=panel] .names'))",
        &[],
    );
    match names {
        Value::String(names) => names,
        _ => String::new(),
    }
}
