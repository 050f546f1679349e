//! What a card says before somebody takes it, and a claim that a limit has something to say to.

use e2e::{Bench, Gate, Stage, expect_no_barriers};
use serde_json::{Value, json};

use crate::goals::governed;

const BEN: &str = "/index.html?src=team.json&member=ben";

/// One card in a decision area, over its limit; the limit on costs warns, or stops.
fn team(on_breach: &str) -> Bench {
    let mut goals = governed();
    goals["guardrails"][0]["onBreach"] = json!(on_breach);
    goals["guardrails"][0]["objectives"] = json!(["engagement"]);
    goals["guardrails"][0]["repairedBy"] = json!(["replies"]);
    goals["objectives"][0]["initiatives"][0]["decisionArea"] = json!("social");
    goals["objectives"][0]["initiatives"][0]["cost"] = json!({ "amount": 2000, "currency": "EUR" });
    Bench::new().goals("/team.json", &goals)
}

#[test]
fn a_card_says_whom_to_ask_when_it_costs_more_than_the_viewer_may_decide() {
    let stage = Stage::with(team("warn"), BEN);
    stage.board().card("ugc").says("€1,000 over your limit: ask Ana");
}

#[test]
fn a_limit_that_is_not_kept_speaks_up_on_the_cards_it_affects_and_on_no_others() {
    let stage = Stage::with(team("block"), BEN);
    let board = stage.board();
    board
        .card("ugc")
        .says("Cost per customer: out of bounds, new claims wait");
    assert!(board.card("replies").text().contains("Free to take"));
    assert!(board.card("letter").text().contains("Free to take"));
}

#[test]
fn nothing_moves_when_the_cards_say_more() {
    let gate = Gate::closed();
    let waiting = gate.waiting();
    let bench = team("block").route(move |request| {
        if request.path == "/board_rest.wasm" {
            waiting.pass();
        }
        None
    });
    let stage = Stage::with(bench, BEN);
    let board = stage.board();
    let places = || {
        board.ask(
            "return all('article').map((it) => { const { x, y, width, height } = it.getBoundingClientRect(); \
             return [x, y, width, height].join(' ') }).join('; ')",
            &[],
        )
    };
    board.card("letter").becomes("free");
    let before = places();
    gate.open();
    board.card("ugc").says("over your limit");
    board.card("ugc").says("new claims wait");
    assert_eq!(before, places());
}

#[test]
fn a_claim_that_a_limit_stops_says_why_in_numbers_and_what_can_be_taken_instead() {
    let stage = Stage::with(team("block"), BEN);
    let board = stage.board();
    board.press("Claim Customer video series");
    let said = board.opens_dialog();
    assert!(said.contains("It is 60 EUR now. The limit: At most 50 EUR."), "{said}");
    assert!(said.contains("Answer every comment"), "{said}");
    assert!(!said.contains("Claim it all the same"), "{said}");
    expect_no_barriers(&stage.browser, "before a claim that is stopped");
    assert_eq!(claimed(&stage, "ugc"), "denied.limit");
    board.card("ugc").becomes("free");
}

#[test]
fn a_claim_that_a_limit_warns_about_asks_once_and_is_kept_with_what_the_limit_said() {
    let stage = Stage::with(team("warn"), BEN);
    let board = stage.board();
    board.press("Claim Customer video series");
    board.opens_dialog();
    board.press("Claim it all the same");
    board.closes_dialog();
    board.card("ugc").becomes("held");
    let events = stage.browser.script_later(
        "const done = arguments[0]; document.querySelector('alignment-board').export('events').then(done, done)",
        &[],
    );
    let events: Vec<Value> = serde_json::from_str(events.as_str().unwrap_or_default()).expect("a list of events");
    let body: Value = serde_json::from_str(events[0]["e"].as_str().unwrap_or_default()).expect("a body");
    assert_eq!(
        body["verdict"],
        json!({ "answer": "but", "guardrails": ["cost", "wip"] })
    );
}

/// What a page's own script is told that claims.
fn claimed(stage: &Stage, id: &str) -> Value {
    stage.browser.script_later(
        "const done = arguments[1]; \
         document.querySelector('alignment-board').claim(arguments[0]).then(done, (error) => done(error.code))",
        &[json!(id)],
    )
}
