//! Pictures of the page, for the people who judge how it looks: `screenshots FOLDER`.
//!
//! `cargo xtask screenshots` runs it with what [`e2e::Setup`] needs.

mod pages;

use std::path::{Path, PathBuf};
use std::{env, fs};

use e2e::{Bench, Board, Stage};
use serde_json::{Value, json};

fn main() {
    let folder: PathBuf = env::args_os()
        .nth(1)
        .map_or_else(|| "screenshots".into(), PathBuf::from);
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{} cannot be made: {error}", folder.display()));
    let bench = Bench::new()
        .goals("/empty.json", &json!({ "title": "A new team", "objectives": [] }))
        .goals("/faults.json", &faults())
        .goals("/long.json", &long());
    let stage = Stage::with(bench, "/index.html");
    for shot in SHOTS {
        take(&stage, shot, &folder);
        println!("{}.png", shot.name);
    }
    pages::take(&Stage::open("/index.html"), &folder);
}

struct Shot {
    name: &'static str,
    size: (u32, u32),
    address: &'static str,
    /// What is done before the picture is taken.
    scene: Scene,
}

#[derive(Clone, Copy)]
enum Scene {
    /// The board as it comes up.
    Board,
    /// The page without a board.
    Start,
    /// A fault in place of the board.
    Fault,
    /// The board from right to left.
    RightToLeft,
    /// The check-in dialog over the board.
    CheckIn,
}

const WIDE: (u32, u32) = (1440, 900);
const PHONE: (u32, u32) = (390, 844);
const NARROW: (u32, u32) = (320, 640);

const SHOTS: &[Shot] = &[
    shot(
        "wide-light",
        WIDE,
        "src=samples/marketing.json&member=ana&theme=light",
        Scene::Board,
    ),
    shot(
        "wide-dark",
        WIDE,
        "src=samples/marketing.json&member=ana&theme=dark",
        Scene::Board,
    ),
    shot(
        "phone",
        PHONE,
        "src=samples/marketing.json&member=ana&theme=light",
        Scene::Board,
    ),
    shot(
        "narrow",
        NARROW,
        "src=samples/marketing.json&member=ana&theme=light",
        Scene::Board,
    ),
    shot(
        "right-to-left",
        WIDE,
        "src=samples/marketing.json&member=ana&theme=light",
        Scene::RightToLeft,
    ),
    shot(
        "check-in",
        WIDE,
        "src=samples/marketing.json&member=ana&theme=light",
        Scene::CheckIn,
    ),
    shot(
        "check-in-phone",
        PHONE,
        "src=samples/marketing.json&member=ana&theme=light",
        Scene::CheckIn,
    ),
    shot("empty", WIDE, "src=empty.json&theme=light", Scene::Board),
    shot("faults", WIDE, "src=faults.json&member=ana&theme=light", Scene::Board),
    shot("not-found", WIDE, "src=gone.json&theme=light", Scene::Fault),
    shot("not-found-phone-dark", PHONE, "src=gone.json&theme=dark", Scene::Fault),
    shot(
        "ten-thousand",
        WIDE,
        "src=long.json&member=ana&theme=light",
        Scene::Board,
    ),
    shot("start", WIDE, "", Scene::Start),
    shot("start-phone", PHONE, "", Scene::Start),
];

const fn shot(name: &'static str, size: (u32, u32), address: &'static str, scene: Scene) -> Shot {
    Shot {
        name,
        size,
        address,
        scene,
    }
}

fn take(stage: &Stage, shot: &Shot, folder: &Path) {
    stage.browser.resize(shot.size.0, shot.size.1);
    match shot.scene {
        Scene::Start => stage.go("/index.html"),
        _ => stage.go(&format!("/index.html?{}&store=memory:", shot.address)),
    }
    match shot.scene {
        Scene::Start => {
            stage.browser.until("the start page", || {
                stage.browser.text().contains("sample").then_some(())
            });
        }
        Scene::Fault => {
            let _ = stage.element("alignment-board").fault();
        }
        Scene::Board => drop(stage.board()),
        Scene::RightToLeft => {
            drop(stage.board());
            stage.browser.script("document.documentElement.dir = 'rtl'", &[]);
        }
        Scene::CheckIn => check_in(&stage.board()),
    }
    let path = folder.join(format!("{}.png", shot.name));
    fs::write(&path, stage.browser.picture())
        .unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
}

/// Checks in on the first card that offers it; takes one first if none does.
fn check_in(board: &Board<'_>) {
    let offered = || {
        board
            .buttons()
            .into_iter()
            .find(|name| name.starts_with("Check in on "))
    };
    if offered().is_none() {
        board.press_like("Claim ");
    }
    let name = board.browser().until("a card to check in on", offered);
    board.press(&name);
    board.opens_dialog();
    board.choose_radio("Unsure");
}

/// What leads get wrong.
fn faults() -> Value {
    json!({
        "title": "A document with faults",
        "members": [{ "id": "ana", "name": "Ana Ruiz", "lead": true }],
        "objectives": [
            { "id": "good", "title": "This one is fine", "initiatives": [{ "id": "one", "title": "And so is this" }] },
            42,
            { "id": "half", "title": "This one is half right", "initiatves": [], "keyResults": [{ "title": 7 }] }
        ]
    })
}

fn long() -> Value {
    let initiatives: Vec<_> = (1..=10_000)
        .map(|n| json!({ "id": format!("i{n}"), "title": format!("Initiative number {n}") }))
        .collect();
    json!({
        "id": "long", "title": "Far too much", "members": [{ "id": "ana", "name": "Ana Ruiz", "lead": true }],
        "objectives": [{ "id": "all", "title": "Everything at once", "initiatives": initiatives }]
    })
}
