use crate::goals::seen_by;

const PODCAST: &str = "Guest on podcasts";

#[test]
fn a_check_in_shows_as_the_last_words_on_the_card() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.choose(&format!("Check in on {PODCAST}"), PODCAST);
    board.opens_dialog();
    board.choose_radio("Going well");
    board.fill("dialog[open] [name=line]", "Two episodes recorded.");
    board.press("Check in");
    board.closes_dialog();
    board.card("podcast").says("Two episodes recorded.");
    board.card("podcast").says("Ben");
    board.card("podcast").says("Going well");
    stage.browser.reload();
    stage.board().card("podcast").says("Two episodes recorded.");
}

#[test]
fn who_is_unsure_is_asked_what_will_change_and_who_is_stuck_by_what() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.choose(&format!("Check in on {PODCAST}"), PODCAST);
    board.opens_dialog();
    board.choose_radio("Unsure");
    board.fill("dialog[open] [name=change]", "Ask smaller shows");
    board.choose_radio("Stuck");
    board.fill("dialog[open] [name=blocker]", "No answer from any show");
    board.press("Check in");
    board.closes_dialog();
    board.card("podcast").says("No answer from any show");
    board.card("podcast").says("Stuck");
}

#[test]
fn a_check_in_that_was_not_sent_changes_nothing() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.offers(&format!("Check in on {PODCAST}"));
    let before = board.card("podcast").text();
    board.choose(&format!("Check in on {PODCAST}"), PODCAST);
    board.opens_dialog();
    board.fill("dialog[open] [name=line]", "Never sent.");
    stage.browser.key(e2e::Key::Escape);
    board.closes_dialog();
    assert_eq!(board.card("podcast").text(), before);
}
