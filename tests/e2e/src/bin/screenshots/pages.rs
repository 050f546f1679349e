//! Each page of a team's quarter, in six conditions.

use std::fs;
use std::path::Path;

use e2e::{PAGES, Stage};

/// How somebody sees a page: how wide, what the address says, and what the system says.
struct Condition {
    name: &'static str,
    width: u32,
    more: &'static str,
    system: &'static [(&'static str, &'static str)],
    right_to_left: bool,
}

const LIGHT: Condition = Condition {
    name: "light",
    width: 1440,
    more: "&theme=light",
    system: &[],
    right_to_left: false,
};

const CONDITIONS: [Condition; 6] = [
    LIGHT,
    Condition {
        name: "dark",
        more: "&theme=dark",
        ..LIGHT
    },
    Condition {
        name: "narrow",
        width: 320,
        ..LIGHT
    },
    Condition {
        name: "wall",
        width: 2560,
        ..LIGHT
    },
    Condition {
        name: "right-to-left",
        right_to_left: true,
        ..LIGHT
    },
    Condition {
        name: "forced-colours",
        more: "",
        system: &[("forced-colors", "active")],
        ..LIGHT
    },
];

/// Higher than any page is.
const HIGHEST: u32 = 4000;

pub(crate) fn take(stage: &Stage, folder: &Path) {
    happens(stage);
    for condition in CONDITIONS {
        stage.browser.system_says(condition.system);
        for page in PAGES {
            stage.browser.resize(condition.width, 900);
            go(stage, page, "ana", condition.more);
            stage.board().until("the news", NEWS);
            if condition.right_to_left {
                stage.browser.script("document.documentElement.dir = 'rtl'", &[]);
            }
            let height = stage
                .browser
                .script("return document.documentElement.scrollHeight", &[]);
            let height = height.as_u64().and_then(|height| u32::try_from(height).ok());
            stage
                .browser
                .resize(condition.width, height.unwrap_or(HIGHEST).min(HIGHEST));
            let name = format!("{page}-{}.png", condition.name);
            fs::write(folder.join(&name), stage.browser.picture())
                .unwrap_or_else(|error| panic!("{name} cannot be written: {error}"));
            println!("{name}");
        }
    }
    stage.browser.system_says(&[]);
}

fn go(stage: &Stage, page: &str, member: &str, more: &str) {
    stage.go(&format!(
        "/index.html?src=samples/marketing.json&member={member}&view={page}{more}"
    ));
    let _ = stage.board();
}

/// A week of a team, so that there is something to see.
fn happens(stage: &Stage) {
    go(stage, "review", "ana", "");
    stage.board().press("Begin this week’s review");
    stage.board().offers("Say your part, Ana");
    go(stage, "pitches", "ben", "");
    let board = stage.board();
    board.suggest("Let shops film their opening hour");
    board.press("Pitch it: Let shops film their opening hour");
    board.opens_dialog();
    board.select("dialog[open] [name=moves]", "Something else here");
    board.click("dialog[open] [type=submit]");
    board.closes_dialog();
    for (member, claims) in [("ben", 2), ("chiara", 2), ("dev", 1)] {
        go(stage, "board", member, "");
        stage.board().until("the news", NEWS);
        for _ in 0..claims {
            stage.browser.script_later(CLAIM, &[]);
        }
    }
}

const NEWS: &str = "return root.querySelector('.for-you .news') !== null";

const CLAIM: &str = "const done = arguments[arguments.length - 1];
const board = document.querySelector('alignment-board');
const free = board.board.objectives.flatMap((it) => it.initiatives).find((it) => it.state === 'free');
board.claim(free.id).then(() => board.checkIn(free.id, { value: 30, confidence: 5, note: 'Half of it is shot.' })).then(() => done(), done);";
