//! The program is two files; the second one comes when it comes.

use std::sync::Arc;

use e2e::{Gate, PATIENCE, Reply, Stage};

use crate::goals::{address, bench};

const REST: &str = "/board_rest.wasm";
const UGC: &str = "Customer video series";

#[test]
fn a_board_stands_and_can_be_searched_before_the_second_file_has_come() {
    // Now and then a visit needs a function that hardly any needs, and waits for it: what all need is what counts.
    let alone = (0..3).any(|_| stands_alone());
    assert!(
        alone,
        "a function is missing in xtask/src/split/later.txt: `cargo xtask record`"
    );
}

/// Opens and searches a board of which the second file does not come; whether the page had not to stop for it.
fn stands_alone() -> bool {
    let (stage, gate) = held_up();
    let board = stage.element("alignment-board");
    let is_drawn = "return root?.querySelector('[data-initiative=podcast]')?.textContent.includes('Ben')";
    stage.browser.within(PATIENCE * 2, "the board to be drawn", || {
        (board.ask(is_drawn, &[]) == true).then_some(())
    });
    board.fill("input[type=search]", "video");
    board.until(
        "only what was searched for",
        "return root.querySelectorAll('[data-initiative]').length === 1",
    );
    let alone = !asked_at_once(&stage);
    gate.open();
    board.press(&format!("Claim {UGC}"));
    board.card("ugc").becomes("held");
    alone
}

#[test]
fn whoever_is_quicker_than_the_second_file_is_not_refused() {
    let (stage, _gate) = held_up();
    let board = stage.board();
    board.offers(&format!("Claim {UGC}"));
    // In one and the same task, so that the file comes when the click is waiting for it already.
    board.ask(&format!("fetch('{CLICKED}'); button('Claim {UGC}').click()"), &[]);
    board.card("ugc").becomes("held");
    assert!(asked_at_once(&stage));
    stage.browser.reload();
    stage.board().card("ugc").becomes("held");
}

#[test]
fn what_comes_later_has_its_words_and_its_styles() {
    let stage = Stage::with(bench(), "/index.html?src=team.json");
    let board = stage.board();
    board.press("Who are you?");
    assert!(board.opens_dialog().contains("This browser remembers it."));
    board.until(
        "a dialog in its styles",
        "return getComputedStyle(root.querySelector('dialog')).borderTopLeftRadius === '18px'",
    );
}

#[test]
fn what_stands_before_the_second_file_stands_so_afterwards() {
    for address in [
        address("ana"),
        "/index.html?src=samples/marketing.json&member=ana".to_owned(),
    ] {
        stands_as_afterwards(&address);
    }
}

fn stands_as_afterwards(address: &str) {
    let (stage, gate) = held_up();
    stage.go(address);
    let board = stage.board();
    let shown = || {
        board.ask(
            "return [...root.querySelectorAll('.top, .faults, .head .row, .head .status, .card .title, .card .foot .who')].map((it) => it.textContent)",
            &[],
        )
    };
    board.until("the board", "return root.querySelector('.columns .card') !== null");
    let before = shown();
    gate.open();
    board.says("Nothing waits for you.");
    assert_eq!(before, shown());
}

#[test]
fn a_second_file_that_is_missing_is_named() {
    let stage = Stage::with(bench().at(REST, Reply::text(404, "No such file")), &address("ana"));
    let board = stage.element("alignment-board");
    let said = board.fault();
    assert!(said.contains("board_rest.wasm") && said.contains("404"), "{said}");
}

/// Where the page says that somebody clicks.
const CLICKED: &str = "/clicked";

/// A board of which the second file waits until the gate is opened, or somebody clicks.
fn held_up() -> (Stage, Arc<Gate>) {
    let gate = Arc::new(Gate::closed());
    let (waiting, opens) = (gate.waiting(), Arc::clone(&gate));
    let bench = bench().route(move |request| {
        match request.path.as_str() {
            REST => waiting.pass(),
            CLICKED => opens.open(),
            _ => {}
        }
        None
    });
    (Stage::with(bench, &address("ana")), gate)
}

/// Whether the page stopped to wait for the second file.
fn asked_at_once(stage: &Stage) -> bool {
    let script = format!(
        "return performance.getEntriesByType('resource').some((it) => it.name.includes('{REST}') && it.initiatorType === 'xmlhttprequest')"
    );
    stage.browser.script(&script, &[]) == true
}
