//! The element on somebody's page: its attributes, properties, methods, events and children.

use std::sync::{Arc, Mutex};

use e2e::{Bench, Board, Gate, Reply, Stage};
use serde_json::{Value, json};

use crate::goals::{bench, team};

const ELEMENT: &str =
    "<alignment-board src=\"/team.json\" store=\"memory:\" member=\"ana\"><p>Wait a moment.</p></alignment-board>";
const CLAIM: &str = "Claim Customer video series";

#[test]
fn the_pages_own_children_show_until_the_board_is_up() {
    let gate = Gate::closed();
    let (waiting, goals) = (gate.waiting(), team().to_string());
    let bench = Bench::new().page("/embed.html", ELEMENT).route(move |request| {
        (request.path == "/team.json").then(|| {
            waiting.pass();
            Reply::bytes(200, "application/json", goals.clone())
        })
    });
    let stage = Stage::with(bench, "/embed.html");
    let board = stage.element("alignment-board");
    assert_eq!(board.ask(CHILD_SHOWS, &[]), true);
    gate.open();
    board.comes_up();
    board.card("ugc").becomes("free");
    assert_eq!(board.ask(CHILD_SHOWS, &[]), false);
}

#[test]
fn goals_can_stand_in_the_page_itself() {
    let body = format!(
        "<alignment-board store=\"memory:\" member=\"ana\"><script type=\"application/json\">{}</script></alignment-board>",
        team()
    );
    let stage = Stage::with(Bench::new().page("/embed.html", &body), "/embed.html");
    let board = stage.board();
    board.press(CLAIM);
    board.card("ugc").becomes("held");
}

#[test]
fn goals_can_be_given_as_a_property_before_and_after_the_element_knows_itself() {
    let early = format!("document.querySelector('#early').goals = {};", team());
    let bench = Bench::new()
        .at("/early.js", Reply::bytes(200, "text/javascript", early))
        .page(
            "/embed.html",
            "<alignment-board id=\"early\" store=\"memory:\"></alignment-board>\
             <alignment-board id=\"late\" store=\"memory:\"></alignment-board><script src=\"/early.js\"></script>",
        );
    let stage = Stage::with(bench, "/embed.html");
    stage.board_at("#early").card("ugc").becomes("free");
    let late = stage.element("#late");
    late.ask("element.goals = arguments[0]", &[team()]);
    late.comes_up();
    late.card("ugc").becomes("free");
    assert_eq!(late.ask("return element.goals.title", &[]), "Our team");
}

#[test]
fn loading_is_told_once_to_the_whole_page() {
    let stage = embedded();
    stage
        .browser
        .until("board-load", || (!stage.told("board-load").is_empty()).then_some(()));
    let told = stage.told("board-load");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["composed"], true);
    assert_eq!(stage.complaints(), Vec::<String>::new());
}

#[test]
fn a_page_can_refuse_a_change_before_it_happens() {
    let stage = embedded();
    let board = stage.board();
    board.ask(
        "element.addEventListener('board-before-change', (event) => event.preventDefault(), { once: true })",
        &[],
    );
    board.press(CLAIM);
    stage.browser.until("the question", || {
        (!stage.told("board-before-change").is_empty()).then_some(())
    });
    assert_eq!(board.card("ugc").state().as_deref(), Some("free"));
    assert_eq!(stage.told("board-change").len(), 0);
    board.press(CLAIM);
    board.card("ugc").becomes("held");
    assert_eq!(stage.told("board-change").len(), 1);
}

#[test]
fn a_script_can_claim_check_in_and_release() {
    let stage = embedded();
    let board = stage.board();
    assert_eq!(call(&board, "claim('ugc')")["ok"], true);
    board.card("ugc").becomes("held");
    assert_eq!(
        call(&board, "checkIn('ugc', { confidence: 8, note: 'By a script.' })")["ok"],
        true
    );
    board.card("ugc").says("By a script.");
    assert_eq!(call(&board, "release('ugc', 'No time')")["ok"], true);
    board.card("ugc").becomes("free");
}

#[test]
fn a_script_that_names_something_unknown_is_told_why_it_cannot() {
    let stage = embedded();
    let board = stage.board();
    let answer = call(&board, "claim('nothing')");
    assert_eq!(answer["ok"], false, "{answer}");
    assert!(answer["said"].as_str().is_some_and(|said| !said.is_empty()), "{answer}");
}

#[test]
fn a_script_gets_the_document_and_what_people_did() {
    let stage = embedded();
    let board = stage.board();
    assert_eq!(call(&board, "claim('ugc')")["ok"], true);
    let goals = call(&board, "export('goals').then((text) => JSON.parse(text).title)");
    assert_eq!(goals["value"], "Our team");
    let events = call(&board, "export('events').then((text) => JSON.parse(text).length)");
    assert_eq!(events["value"], 1);
    assert_eq!(call(&board, "export('stone tablets')")["ok"], false);
}

#[test]
fn a_changed_attribute_counts_at_once() {
    let stage = embedded();
    let board = stage.board();
    board.offers(CLAIM);
    board.ask("element.setAttribute('member', 'ben')", &[]);
    board.offers("Check in on Guest on podcasts");
    board.ask("element.setAttribute('readonly', '')", &[]);
    stage
        .browser
        .until("no more actions", || (!board.has_button(CLAIM)).then_some(()));
}

#[test]
fn the_board_can_be_read_by_a_script() {
    let stage = embedded();
    let board = stage.board();
    let read = board.ask(
        "return typeof element.board === 'object' && element.board !== null",
        &[],
    );
    assert_eq!(read, true);
}

#[test]
fn reload_reads_the_document_again_and_keeps_the_claims() {
    let (title, shared) = (Arc::new(Mutex::new("Before")), team());
    let current = Arc::clone(&title);
    let bench = Bench::new().page("/embed.html", ELEMENT).route(move |request| {
        (request.path == "/team.json").then(|| {
            let mut goals = shared.clone();
            let title = current.lock().map_or("", |title| *title);
            goals["objectives"][0]["title"] = json!(title);
            Reply::bytes(200, "application/json", goals.to_string())
        })
    });
    let stage = Stage::with(bench, "/embed.html");
    let board = stage.board();
    board.says("Before");
    board.press(CLAIM);
    board.card("ugc").becomes("held");
    if let Ok(mut title) = title.lock() {
        *title = "Afterwards";
    }
    call(&board, "reload()");
    board.says("Afterwards");
    board.card("ugc").becomes("held");
}

#[test]
fn a_board_that_is_moved_in_the_page_is_not_drawn_anew() {
    let stage = embedded();
    let board = stage.board();
    board.press(CLAIM);
    board.card("ugc").becomes("held");
    board.fill("input[type=search]", "customer");
    stage
        .browser
        .until("the filter", || (board.cards() == ["ugc", "panel"]).then_some(()));
    board.ask(
        "window.before = root.querySelector('[part=board]');
         const aside = document.body.appendChild(document.createElement('aside'));
         aside.append(element);",
        &[],
    );
    // Only what survived a few more turns of the page's loop was really kept.
    stage.browser.script_later(
        "const done = arguments[0]; setTimeout(() => requestAnimationFrame(() => done(true)), 50)",
        &[],
    );
    assert_eq!(
        board.ask("return root.querySelector('[part=board]') === window.before", &[]),
        true
    );
    board.card("ugc").becomes("held");
    assert_eq!(board.cards(), ["ugc", "panel"]);
    board.choose("Release Customer video series", "Customer video series");
    stage
        .browser
        .until("the release", || (board.card("ugc").state()? == "free").then_some(()));
}

#[test]
fn a_board_that_is_taken_away_and_put_back_works_again() {
    let stage = embedded();
    let board = stage.board();
    board.ask("window.kept = element; element.remove();", &[]);
    stage.browser.script_later("setTimeout(arguments[0], 50)", &[]);
    board.ask("document.body.append(window.kept)", &[]);
    board.comes_up();
    board.press(CLAIM);
    board.card("ugc").becomes("held");
    assert_eq!(stage.complaints(), Vec::<String>::new());
}

#[test]
fn fifty_boards_that_came_and_went_leave_no_listeners_behind() {
    let bench = bench()
        .at("/count.js", Reply::bytes(200, "text/javascript", COUNT))
        .page("/embed.html", &format!("<script src=\"/count.js\"></script>{ELEMENT}"));
    let stage = Stage::with(bench, "/embed.html");
    stage.board().ask("element.remove()", &[]);
    let after = |boards: usize| {
        let count = stage.browser.script_later(CYCLE, &[json!(boards)]);
        count.as_i64().unwrap_or_else(|| panic!("No count: {count}"))
    };
    let few = after(5);
    let many = after(50);
    assert!(
        many <= few,
        "{few} listeners on the page after 5 boards, {many} after 55"
    );
}

#[test]
fn two_elements_for_two_documents_do_not_know_each_other() {
    let mut other = team();
    other["id"] = json!("other");
    let bench = bench().goals("/other.json", &other).page(
        "/embed.html",
        "<alignment-board id=\"a\" src=\"/team.json\" member=\"ana\"></alignment-board>\
         <alignment-board id=\"b\" src=\"/other.json\" member=\"ana\"></alignment-board>",
    );
    let stage = Stage::with(bench, "/embed.html");
    let (a, b) = (stage.board_at("#a"), stage.board_at("#b"));
    a.press(CLAIM);
    a.card("ugc").becomes("held");
    b.press("Claim Monthly newsletter");
    b.card("letter").becomes("held");
    assert_eq!(b.card("ugc").state().as_deref(), Some("free"));
    assert_eq!(a.card("letter").state().as_deref(), Some("free"));
}

#[test]
fn two_elements_for_the_same_board_and_store_agree_at_once() {
    let bench = bench().page(
        "/embed.html",
        "<alignment-board id=\"a\" src=\"/team.json\" member=\"ana\"></alignment-board>\
         <alignment-board id=\"b\" src=\"/team.json\" member=\"ben\"></alignment-board>",
    );
    let stage = Stage::with(bench, "/embed.html");
    let (a, b) = (stage.board_at("#a"), stage.board_at("#b"));
    a.press(CLAIM);
    b.card("ugc").becomes("held");
    b.card("ugc").says("Ana");
}

#[test]
fn text_of_the_document_is_text_and_a_link_that_runs_script_is_none() {
    let mut goals = team();
    let evil = "<img src=x onerror=\"window.ran = true\"><b>bold</b>";
    goals["objectives"][0]["title"] = json!(evil);
    goals["objectives"][0]["initiatives"][0]["title"] = json!(evil);
    goals["objectives"][0]["initiatives"][0]["links"] =
        json!([{ "label": "Brief", "href": "javascript:window.ran = true" }]);
    let stage = Stage::with(
        Bench::new().goals("/team.json", &goals).page("/embed.html", ELEMENT),
        "/embed.html",
    );
    let board = stage.board();
    board.says("<b>bold</b>");
    assert_eq!(
        board.ask(
            "return root.querySelectorAll('img[src=x], b, a[href^=\"javascript:\"]').length",
            &[]
        ),
        0
    );
    assert_eq!(stage.browser.script("return window.ran ?? null", &[]), Value::Null);
}

fn embedded() -> Stage {
    Stage::with(bench().page("/embed.html", ELEMENT), "/embed.html")
}

/// Calls a method of the element: `{ ok, value, said }`.
#[track_caller]
fn call(board: &Board<'_>, method: &str) -> Value {
    board.browser().script_later(
        &format!(
            "const done = arguments[arguments.length - 1];
             Promise.resolve().then(() => document.querySelector('alignment-board').{method})
               .then((value) => done({{ ok: true, value: value ?? null }}), (error) => done({{ ok: false, said: String(error?.message ?? error) }}))"
        ),
        &[],
    )
}

const CHILD_SHOWS: &str = "return shown(element.querySelector('p'))";

/// Counts the listeners on what all boards of a page share.
const COUNT: &str = "
    window.listeners = 0;
    const shared = (target) => target === window || target === document || target === document.body
      || target instanceof MediaQueryList;
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (...all) {
      if (shared(this ?? window)) window.listeners += 1;
      return addEventListener.apply(this, all);
    };
    EventTarget.prototype.removeEventListener = function (...all) {
      if (shared(this ?? window)) window.listeners -= 1;
      return removeEventListener.apply(this, all);
    };
";

const CYCLE: &str = "
    const [boards, done] = arguments;
    (async () => {
      for (let n = 0; n < boards; n += 1) {
        const board = document.createElement('alignment-board');
        for (const [name, value] of [['src', '/team.json'], ['store', 'memory:'], ['member', 'ana']]) board.setAttribute(name, value);
        const up = new Promise((resolve) => board.addEventListener('board-load', resolve, { once: true }));
        document.body.append(board);
        await up;
        board.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
      return window.listeners;
    })().then(done, (error) => done(String(error)));
";
