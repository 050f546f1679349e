//! What the board is to somebody who hears it, and to somebody whose finger is wider than a mouse.

use e2e::{Bench, PAGES, Stage};
use serde_json::{Value, json};

use crate::goals::{governed, seen_by, team};

/// Fails unless all of these are heard, in this order.
#[track_caller]
fn hears(stage: &Stage, wanted: &[(&str, &str)]) {
    let heard = stage.browser.heard();
    let mut rest = heard.iter();
    for (role, name) in wanted {
        let found = rest.any(|(heard_role, heard_name)| heard_role == role && heard_name == name);
        assert!(found, "no {role} “{name}” there in {heard:#?}");
    }
}

#[test]
fn a_board_is_heard_as_headings_with_their_cards_and_what_can_be_done() {
    let stage = seen_by("ben");
    stage.board().card("podcast").becomes("held");
    hears(
        &stage,
        &[
            ("heading", "Every small shop in the country knows us"),
            ("navigation", "Pages of the board"),
            ("button", "Map"),
            ("search", ""),
            ("searchbox", "Search initiatives"),
            ("heading", "Our audience talks back"),
            ("button", "Customer video series"),
            ("button", "Claim Customer video series"),
            ("heading", "More people find us"),
            ("button", "Guest on podcasts"),
            ("button", "Check in on Guest on podcasts"),
        ],
    );
}

#[test]
fn a_check_in_is_heard_as_a_dialog_with_a_name_and_named_fields() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.press("Check in on Guest on podcasts");
    board.opens_dialog();
    hears(
        &stage,
        &[
            ("dialog", "Check in: Guest on podcasts"),
            ("group", "How is it going?"),
            ("radio", "Going well"),
            ("radio", "Unsure"),
            ("radio", "Stuck"),
            ("button", "Check in"),
        ],
    );
}

#[test]
fn the_map_is_heard_as_a_tree_of_what_hangs_together() {
    let stage = Stage::with(
        Bench::new().goals("/team.json", &team()),
        "/index.html?src=team.json&member=ben&view=map",
    );
    stage
        .board()
        .until("the map", "return root.querySelector('[data-star]') !== null");
    let heard = stage.browser.heard();
    let items: Vec<_> = heard
        .iter()
        .filter(|(role, _)| role == "treeitem")
        .map(|(_, name)| &**name)
        .collect();
    assert!(heard.iter().any(|(role, _)| role == "tree"), "{heard:#?}");
    for named in ["Our audience talks back", "Customer video series", "Guest on podcasts"] {
        assert!(
            items.iter().any(|item| item.starts_with(named)),
            "no {named} in {items:#?}"
        );
    }
}

/// What the live regions said, one after the other.
const LISTEN: &str = "
    window.heard = [];
    const regions = '[role=status], [role=alert], [aria-live]';
    const hear = () => {
        for (const region of root.querySelectorAll(regions)) {
            const text = region.textContent.trim();
            if (text && region.said !== text) { region.said = text; window.heard.push(text); }
        }
    };
    hear();
    new MutationObserver(hear).observe(root, { subtree: true, childList: true, characterData: true });
    return true";

#[test]
fn what_was_done_is_said_aloud_once_and_so_is_what_came_of_undoing_it() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.card("ugc").becomes("free");
    board.ask(LISTEN, &[]);
    board.press("Claim Customer video series");
    board.card("ugc").becomes("held");
    let heard = |what: &str| {
        stage.browser.until(&format!("“{what}” to be heard"), || {
            let heard = stage.browser.script("return window.heard", &[]);
            let times = heard
                .as_array()
                .into_iter()
                .flatten()
                .filter(|said| **said == json!(what))
                .count();
            (times > 0).then_some(times)
        })
    };
    assert_eq!(heard("You have Customer video series."), 1);
    board.press("Undo");
    board.card("ugc").becomes("free");
    assert_eq!(heard("You have Customer video series."), 1, "not again");
    let all = stage.browser.script("return window.heard", &[]);
    assert!(
        all.as_array().is_some_and(|all| all.len() >= 2),
        "undoing is heard, too: {all}"
    );
}

#[test]
fn whatever_a_finger_is_to_press_is_as_high_as_a_finger() {
    let stage = Stage::with(Bench::new().goals("/team.json", &governed()), "/index.html");
    stage.browser.is_touched();
    stage.browser.resize(390, 800);
    for page in PAGES {
        stage.go(&format!("/index.html?src=team.json&member=ana&view={page}"));
        let board = stage.board();
        board.until("the news", "return root.querySelector('.for-you .news') !== null");
        // In a table of numbers 24 pixels do, as between lines of text.
        let low = board.ask(
            "// What a finger meets may reach beyond what is seen.
             const reach = (it) => {
                 const around = getComputedStyle(it, '::before');
                 const own = it.getBoundingClientRect().height;
                 return around.position === 'absolute' ? Math.max(own, parseFloat(around.blockSize)) : own;
             };
             return [...root.querySelectorAll('button, select, summary, input:not([type=radio], [type=checkbox], [type=range])')]
                .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height > 0)
                .filter((it) => reach(it) < (it.closest('td, p, li, dd, svg') ? 24 : 43.5))
                .map((it) => `${it.textContent.trim() || it.ariaLabel || it.name}: ${reach(it)}`)",
            &[],
        );
        assert_eq!(low, Value::Array(Vec::new()), "on the page {page}");
    }
}
