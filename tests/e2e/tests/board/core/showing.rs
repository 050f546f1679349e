use std::fs;

use e2e::{Setup, Stage};
use serde_json::Value;

use crate::goals::{address, bench, seen_by};

#[test]
fn the_sample_shows_its_north_star_objectives_and_cards() {
    let sample = sample("marketing");
    let stage = Stage::open("/index.html?src=samples/marketing.json&store=memory:&member=ana");
    let board = stage.board();
    board.says(text(&sample["northStar"]["statement"]));
    let objectives = list(&sample["objectives"]);
    assert_eq!(board.objectives().len(), objectives.len());
    board.ask("all('.finished > summary').forEach((it) => it.click())", &[]);
    for objective in objectives {
        board.says(text(&objective["title"]));
        for initiative in list(&objective["initiatives"]) {
            board.says(initiative.as_str().unwrap_or(text(&initiative["title"])));
        }
    }
    assert_eq!(board.alerts(), Vec::<String>::new());
}

#[test]
fn a_card_says_that_it_is_free_or_who_has_it() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.card("ugc").becomes("free");
    board.card("ugc").says("Free to take");
    board.card("podcast").becomes("held");
    board.card("podcast").says("Ben");
    assert_eq!(board.card("panel").seats_free().as_deref(), Some("2"));
}

#[test]
fn the_filters_show_what_they_name_and_everything_again() {
    let stage = seen_by("ben");
    let board = stage.board();
    board.press_like("Mine");
    stage
        .browser
        .until("only Ben's card", || (board.cards() == ["podcast"]).then_some(()));
    board.press_like("Free to take");
    stage.browser.until("only free cards", || {
        (board.cards() == ["ugc", "replies", "panel", "letter"]).then_some(())
    });
    board.press_like("Everything");
    stage
        .browser
        .until("all cards", || (board.cards().len() == 5).then_some(()));
    board.fill("input[type=search]", "newsletter");
    stage
        .browser
        .until("only the newsletter", || (board.cards() == ["letter"]).then_some(()));
}

#[test]
fn a_board_can_be_filtered_by_member() {
    let stage = seen_by("ana");
    let board = stage.board();
    board.select("select[name=member]", "Ben Okafor");
    stage
        .browser
        .until("only Ben's card", || (board.cards() == ["podcast"]).then_some(()));
}

#[test]
fn a_read_only_board_shows_everything_and_offers_no_action() {
    let stage = Stage::with(bench(), &format!("{}&readonly", address("ana")));
    let board = stage.board();
    board.card("podcast").says("Ben");
    let actions = [
        "Claim",
        "Release",
        "Check in",
        "Join the wait list",
        "Hand over",
        "Mark",
        "Reopen",
        "More for",
    ];
    let offered: Vec<_> = board
        .buttons()
        .into_iter()
        .filter(|name| actions.iter().any(|action| name.starts_with(action)))
        .collect();
    assert_eq!(offered, Vec::<String>::new());
}

#[test]
fn the_start_page_offers_samples_and_an_address() {
    let stage = Stage::open("/index.html");
    let browser = &stage.browser;
    let links = browser.until("links to samples", || {
        let links = browser.script(
            "return [...document.querySelectorAll('a[href]')].map((it) => it.href).filter((it) => it.includes('samples/'))",
            &[],
        );
        links.as_array().filter(|links| !links.is_empty()).cloned()
    });
    for sample in ["marketing", "minimal", "large"] {
        assert!(
            links.iter().any(|link| text(link).contains(&format!("{sample}.json"))),
            "{sample}: {links:?}"
        );
    }
    browser.type_into("the address field", "samples/minimal.json\n", || {
        browser.script("return document.querySelector('input[name=src]')", &[])
    });
    let title = sample("minimal")["title"].clone();
    stage.board().says(text(&title));
}

/// A sample of the page under test.
fn sample(name: &str) -> Value {
    let path = Setup::read().page.join(format!("samples/{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{} is not JSON: {error}", path.display()))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
