//! The menu of a card, under a finger.

use serde_json::json;

use crate::goals::seen_by;

const MORE: &str = "More for Guest on podcasts";

#[test]
fn a_menu_works_where_a_button_that_is_clicked_gets_no_focus() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.offers(MORE);
    // As Safari does: what is pressed gets no focus, and what had it loses it.
    let safari = "addEventListener('mousedown', (event) => {\
                      if (event.defaultPrevented) return;\
                      root.activeElement?.blur();\
                      event.preventDefault();\
                  });\
                  return true";
    board.ask(safari, &[]);
    let expanded = |what: &str, expanded: &str| {
        stage.browser.until(what, || {
            let is = board.ask(
                "return button(arguments[0])?.getAttribute('aria-expanded')",
                &[json!(MORE)],
            );
            (is == expanded).then_some(())
        });
    };
    board.press(MORE);
    expanded("the menu to be open", "true");
    board.press(MORE);
    expanded("the menu to be closed", "false");
    assert_eq!(board.focus(), MORE);
    board.press(MORE);
    board.press("Release Guest on podcasts");
    board.card("podcast").becomes("free");
}

#[test]
fn what_an_open_menu_offers_stays_as_it_is_while_the_board_changes() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.press("Claim Monthly newsletter");
    board.press("More for Monthly newsletter");
    board.offers("Release Monthly newsletter");
    let offered = || {
        board.ask(
            "return [...focused().closest('ul').querySelectorAll('button')].map(nameOf)",
            &[],
        )
    };
    let before = offered();
    // Somebody else could do as much.
    board.ask("element.release('letter'); return true", &[]);
    board.card("letter").becomes("free");
    assert_eq!(offered(), before);
}
