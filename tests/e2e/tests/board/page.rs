//! The standalone page.

use std::env;
use std::fs;

use e2e::{Reply, Stage};
use serde_json::json;

use crate::goals::{address, bench, team};

const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; \
                      img-src 'self' blob:";

#[test]
fn a_strict_policy_has_nothing_to_refuse() {
    let bench = bench().overheard().header("Content-Security-Policy", STRICT);
    let stage = Stage::with(bench, &address("ana"));
    let board = stage.board();
    board.press("Claim Customer video series");
    board.card("ugc").becomes("held");
    board.choose("Check in on Customer video series", "Customer video series");
    board.opens_dialog();
    board.choose_radio("Going well");
    board.fill("dialog[open] [name=line]", "Under a strict policy.");
    board.press("Check in");
    board.card("ugc").says("Under a strict policy.");
    assert_eq!(stage.complaints(), Vec::<String>::new());
    stage.go("/index.html");
    stage.browser.until("the start page", || {
        stage.browser.text().contains("sample").then_some(())
    });
    assert_eq!(stage.complaints(), Vec::<String>::new());
}

#[test]
fn nothing_is_asked_of_any_other_server() {
    let stage = Stage::with(bench(), &address("ana"));
    let _ = stage.board();
    let foreign = stage.browser.script(
        "return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith(location.origin))",
        &[],
    );
    assert_eq!(foreign, json!([]));
}

#[test]
fn a_file_of_this_computer_can_be_opened() {
    let file = env::temp_dir().join(format!("board-e2e-{}.json", std::process::id()));
    fs::write(&file, team().to_string())
        .unwrap_or_else(|error| panic!("{} cannot be written: {error}", file.display()));
    let stage = Stage::open("/index.html");
    let path = file.to_string_lossy().into_owned();
    let browser = &stage.browser;
    browser.type_into("the file field", &path, || {
        browser.script("return document.querySelector('input[type=file]')", &[])
    });
    stage.board().says("Every small shop in the country knows us");
    // It lies in the folder for such files; a file that stays does no harm.
    let _ = fs::remove_file(&file);
}

#[test]
fn nothing_has_to_be_scrolled_sideways_on_320_pixels() {
    let stage = Stage::open("/index.html");
    stage.browser.resize(320, 640);
    stage.browser.until("the start page", || {
        stage.browser.text().contains("sample").then_some(())
    });
    assert_eq!(stage.browser.script(TOO_WIDE, &[]), json!([]), "on the start page");
    stage.go("/index.html?src=gone.json");
    let _ = stage.element("alignment-board").fault();
    assert_eq!(stage.browser.script(TOO_WIDE, &[]), json!([]), "beside a fault");
    stage.go("/index.html?src=samples/marketing.json&store=memory:&member=ana");
    let board = stage.board();
    assert_eq!(stage.browser.script(TOO_WIDE, &[]), json!([]), "on the sample");
    let claim = board.buttons().into_iter().find(|name| name.starts_with("Claim "));
    let title = claim
        .as_deref()
        .and_then(|name| name.strip_prefix("Claim "))
        .map(str::to_owned);
    let title = title.unwrap_or_else(|| panic!("Nothing is free in the sample: {:?}", board.buttons()));
    board.press(&format!("Claim {title}"));
    board.choose(&format!("Check in on {title}"), &title);
    board.opens_dialog();
    assert_eq!(stage.browser.script(TOO_WIDE, &[]), json!([]), "in a dialog");
}

#[test]
fn a_page_in_a_frame_tells_its_parent_how_high_it_is() {
    let listen = "addEventListener('message', ({ data }) => { if (data.type === 'alignment-board-height') window.height = data.height; });";
    let bench = bench().at("/listen.js", Reply::bytes(200, "text/javascript", listen)).page(
        "/frame.html",
        "<script src=\"/listen.js\"></script><iframe src=\"/index.html?src=team.json&amp;store=memory:\" title=\"Our goals\"></iframe>",
    );
    let stage = Stage::with(bench, "/frame.html");
    stage.browser.until("the height", || {
        stage
            .browser
            .script("return window.height ?? null", &[])
            .as_f64()
            .filter(|height| *height > 200.0)
    });
}

#[test]
fn a_theme_in_the_address_is_the_boards() {
    let background = |theme: &str| {
        let stage = Stage::with(bench(), &format!("{}&theme={theme}", address("ana")));
        stage.board().ask(
            "let it = root.querySelector('[part=board]');
             while (it && getComputedStyle(it).backgroundColor === 'rgba(0, 0, 0, 0)') it = it.parentElement ?? it.getRootNode().host;
             return getComputedStyle(it ?? document.documentElement).backgroundColor",
            &[],
        )
    };
    assert_ne!(background("light"), background("dark"));
}

/// What sticks out of a page that is wider than its window; nothing if it is not.
const TOO_WIDE: &str = "
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const out = [];
    const look = (root) => {
      for (const it of root.querySelectorAll('*')) {
        if (it.getBoundingClientRect().right > page.clientWidth + 1) out.push(`${it.localName}.${it.className}`);
        if (it.shadowRoot) look(it.shadowRoot);
      }
    };
    look(document);
    return [`${page.scrollWidth} of ${page.clientWidth}`, ...out.slice(0, 20)];
";
