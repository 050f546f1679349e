//! What a board needs until it stands on the screen: opens one of the program that watches itself, and prints the
//! numbers of the functions that ran.
//!
//! `cargo xtask record` runs it with what [`e2e::Setup`] needs.

use e2e::Stage;

const VIDEOS: &str = "Customer video series";

fn main() {
    let stage = Stage::open(&address("marketing", "&member=ben"));
    happens(&stage);
    // From here on it counts: each page is loaded anew.
    stage.browser.reload();
    let board = stage.board();
    board.card("ugc").becomes("held");
    board.card("ugc").says("Two videos cut.");
    let all = board.cards().len();
    board.fill("input[type=search]", "video");
    stage
        .browser
        .until("the search to show less", || (board.cards().len() < all).then_some(()));
    print_what_ran(&stage);
    let boards = [
        ("marketing", "&member=ana"),
        ("marketing", "&lang=de"),
        ("minimal", "&store=memory:"),
        ("large", ""),
    ];
    // Some functions run only now and then.
    for (sample, more) in boards.iter().cycle().take(16) {
        stage.go(&address(sample, more));
        let _ = stage.board();
        print_what_ran(&stage);
    }
    stage.browser.resize(320, 640);
    stage.go(&address("minimal", "&readonly"));
    let _ = stage.board();
    print_what_ran(&stage);
}

fn address(sample: &str, more: &str) -> String {
    format!("/index.html?src=samples/{sample}.json{more}")
}

fn print_what_ran(stage: &Stage) {
    let ran = stage.browser.script_later(RAN, &[]);
    println!("{}", ran.as_str().unwrap_or_default());
}

const RAN: &str = "const done = arguments[arguments.length - 1];
import('./board.js').then((it) => it.default()).then((wasm) => {
  done(Object.keys(wasm).filter((it) => it.startsWith('ran:') && wasm[it].value).map((it) => it.slice(4)).join(' '));
});";

/// What is there already when the board is opened.
fn happens(stage: &Stage) {
    let board = stage.board();
    board.press(&format!("Claim {VIDEOS}"));
    board.card("ugc").becomes("held");
    board.choose(&format!("Check in on {VIDEOS}"), VIDEOS);
    board.opens_dialog();
    board.choose_radio("Going well");
    board.fill("dialog[open] [name=line]", "Two videos cut.");
    board.press("Check in");
    board.closes_dialog();
    board.card("ugc").says("Two videos cut.");
}
