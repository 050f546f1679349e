use crate::goals::{address, seen_by};

const PODCAST: &str = "Guest on podcasts";

#[test]
fn a_card_is_handed_over_when_the_other_accepts() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.choose(&format!("Hand over {PODCAST}"), PODCAST);
    board.opens_dialog();
    board.select("dialog[open] select[name=to]", "Cem Aydin");
    board.press("Offer it");
    board.closes_dialog();
    board.card("podcast").says("Ben");

    stage.go(&address("cem"));
    let board = stage.board();
    board.press(&format!("Accept {PODCAST}"));
    board.card("podcast").becomes("held");
    board.browser().until("Cem to have it", || {
        let text = board.card("podcast").text();
        (text.contains("Cem") && !text.contains("Ben")).then_some(())
    });
    board.choose(&format!("Release {PODCAST}"), PODCAST);
    board.card("podcast").becomes("free");
}
