//! What can go wrong with a document, a server or a page, and that the board says what it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use e2e::{Bench, Reply, Stage};
use serde_json::json;

use crate::goals::{bench, team};

const CHILD: &str = "The goals are on the wiki.";
const POLICY: &str = "Content-Security-Policy";

#[test]
fn a_document_that_is_not_there_is_said_to_be_not_found() {
    explains(Bench::new(), "/gone.json", &["not found", "404", "no goal document at"]);
}

#[test]
fn a_server_in_trouble_is_named_with_its_status() {
    explains(
        Bench::new().at("/500.json", Reply::text(500, "Oops")),
        "/500.json",
        &["500"],
    );
}

#[test]
fn a_refusal_says_that_one_may_not_read_it() {
    let words = ["sign in", "signed in", "allowed", "permission", "403"];
    explains(
        Bench::new().at("/403.json", Reply::text(403, "No")),
        "/403.json",
        &words,
    );
}

#[test]
fn an_empty_answer_is_said_to_be_empty() {
    let bench = Bench::new().at("/empty.json", Reply::bytes(200, "application/json", ""));
    explains(bench, "/empty.json", &["empty"]);
}

#[test]
fn a_login_page_in_place_of_the_document_is_recognised() {
    let page = "<!doctype html><title>Sign in</title><form>Password <input type=password></form>";
    let bench = Bench::new().at("/login.json", Reply::bytes(200, "text/html; charset=utf-8", page));
    explains(
        bench,
        "/login.json",
        &["sign in", "signed in", "log in", "login", "web page"],
    );
}

#[test]
fn text_that_is_not_json_is_said_to_be_none_and_where() {
    let bench = Bench::new().at("/words.json", Reply::text(200, "goals: many"));
    explains(bench, "/words.json", &["not json", "json"]);
}

#[test]
fn a_list_in_place_of_a_document_is_said_to_be_one() {
    let bench = Bench::new().goals("/list.json", &json!([1, 2]));
    explains(bench, "/list.json", &["list", "array", "object"]);
}

#[test]
fn a_document_of_seventeen_megabytes_is_too_large() {
    let bench = Bench::new().at(
        "/huge.json",
        Reply::bytes(200, "application/json", vec![b' '; 17 << 20]),
    );
    explains(bench, "/huge.json", &["too large", "too big", "larger"]);
}

#[test]
fn another_origin_that_allows_no_reading_is_named_as_such() {
    let other = bench().start();
    explains(
        Bench::new(),
        &other.address("/team.json"),
        &["access-control-allow-origin", "cors"],
    );
}

#[test]
fn a_server_that_does_not_answer_is_not_blamed_on_anything_else() {
    let gone = Bench::new().start().address("/team.json");
    let said = explains(Bench::new(), &gone, &["answer", "reach", "respond", "connect"]);
    assert!(!said.to_lowercase().contains("access-control"), "{said}");
}

#[test]
fn an_address_that_is_none_is_explained() {
    explains(Bench::new(), "http://[", &["address"]);
}

#[test]
fn another_origin_that_allows_reading_is_read() {
    let other = bench().header("Access-Control-Allow-Origin", "*").start();
    let stage = embed(Bench::new(), &other.address("/team.json"));
    stage.board().card("ugc").becomes("free");
}

#[test]
fn a_policy_without_the_origin_is_named_with_its_directive() {
    let other = bench().header("Access-Control-Allow-Origin", "*").start();
    let page = Bench::new().header(
        POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' blob:",
    );
    explains(page, &other.address("/team.json"), &["connect-src"]);
}

#[test]
fn a_policy_that_forbids_wasm_is_named_with_the_missing_word() {
    let page = bench().header(POLICY, "script-src 'self'");
    let stage = embed(page, "/team.json");
    let said = fault_beside_the_child(&stage);
    assert!(said.contains("'wasm-unsafe-eval'"), "{said}");
}

#[test]
fn a_missing_program_is_explained_too() {
    let page = bench().at("/board_bg.wasm", Reply::text(404, "No such file"));
    let stage = embed(page, "/team.json");
    let _ = fault_beside_the_child(&stage);
}

#[test]
fn a_missing_program_is_explained_in_the_language_of_the_page() {
    let body = "<div lang=\"de\"><alignment-board src=\"/team.json\"></alignment-board></div>";
    let page = bench().at("/board_bg.wasm", Reply::text(404, "No such file"));
    let stage = Stage::with(page.page("/embed.html", body), "/embed.html");
    let board = stage.element("alignment-board");
    board.until(
        "the explanation in German",
        "return root.querySelector('.fault')?.textContent.includes('lässt sich nicht laden (Status 404)')",
    );
}

#[test]
fn one_bad_objective_does_not_take_the_others_with_it() {
    let mut goals = team();
    let good = goals["objectives"].as_array().cloned().unwrap_or_default();
    goals["objectives"] = json!([good[0], 42, { "title": 7 }, good[1]]);
    let stage = embed(Bench::new().goals("/half.json", &goals), "/half.json");
    let board = stage.board();
    board.card("ugc").becomes("free");
    board.card("letter").becomes("free");
}

#[test]
fn leads_are_told_what_to_fix_in_the_document_and_where() {
    let mut goals = team();
    goals["members"][1]["rolse"] = json!(["social"]);
    let bench = Bench::new().goals("/typo.json", &goals);
    let stage = Stage::with(bench, "/index.html?src=typo.json&member=ana&store=memory:");
    let board = stage.board();
    board.click("[part=faults] summary");
    board.says("members[1]");
    board.says("rolse");
    board.says("roles");
}

#[test]
fn trying_again_after_the_server_recovered_draws_the_board() {
    let (down, goals) = (Arc::new(AtomicBool::new(true)), team().to_string());
    let switch = Arc::clone(&down);
    let bench = Bench::new().route(move |request| {
        let down = switch.load(Ordering::SeqCst);
        (request.path == "/moody.json").then(|| match down {
            true => Reply::text(503, "Later"),
            false => Reply::bytes(200, "application/json", goals.clone()),
        })
    });
    let stage = embed(bench, "/moody.json");
    let _ = fault_beside_the_child(&stage);
    down.store(false, Ordering::SeqCst);
    stage.browser.script_later(
        "const done = arguments[arguments.length - 1];
         document.querySelector('alignment-board').reload().then(() => done(true), () => done(false))",
        &[],
    );
    let board = stage.board();
    board.card("ugc").becomes("free");
    assert_eq!(board.alerts(), Vec::<String>::new());
}

/// Embeds this document and expects one fault in place that says one of these words, one event, and the page's own
/// child beside it. Gives the fault.
#[track_caller]
fn explains(bench: Bench, src: &str, words: &[&str]) -> String {
    let stage = embed(bench, src);
    let said = fault_beside_the_child(&stage);
    let lower = said.to_lowercase();
    assert!(
        words.iter().any(|word| lower.contains(word)),
        "None of {words:?} in: {said}"
    );
    stage
        .browser
        .until("board-error", || (!stage.told("board-error").is_empty()).then_some(()));
    assert_eq!(stage.told("board-error").len(), 1, "board-error is told once");
    assert_eq!(stage.told("board-load").len(), 0, "nothing was loaded");
    said
}

#[track_caller]
fn fault_beside_the_child(stage: &Stage) -> String {
    let board = stage.element("alignment-board");
    let said = board.fault();
    assert_eq!(board.alerts().len(), 1, "{:?}", board.alerts());
    let child = board.ask("return shown(element.querySelector('p'))", &[]);
    assert_eq!(child, true, "the page's own child is hidden");
    said
}

#[track_caller]
fn embed(bench: Bench, src: &str) -> Stage {
    let body =
        format!("<alignment-board src=\"{src}\" store=\"memory:\" member=\"ana\"><p>{CHILD}</p></alignment-board>");
    Stage::with(bench.page("/embed.html", &body), "/embed.html")
}
