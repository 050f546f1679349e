//! The map: the North Star, the objectives around it, and initiatives as stars.

use e2e::{Bench, Board, Key, Stage, expect_no_barriers};
use serde_json::{Value, json};

use crate::goals::team;

const ADDRESS: &str = "/index.html?src=team.json&member=ben&view=map";

fn open() -> Stage {
    drawn(Bench::new().goals("/team.json", &team()), ADDRESS)
}

fn drawn(bench: Bench, address: &str) -> Stage {
    let stage = Stage::with(bench, address);
    stage
        .board()
        .until("the map", "return root.querySelector('[data-star]') !== null");
    stage
}

/// So many initiatives under four objectives; every second one is somebody's.
fn many(count: usize) -> Value {
    let mut goals = team();
    goals["id"] = json!("many");
    let objectives = (0..4).map(|n| {
        let initiatives = (n..count).step_by(4).map(|k| {
            let mut it = json!({ "id": format!("i{k}"), "title": format!("Initiative with number {k}") });
            if k.is_multiple_of(2) {
                let owner = ["ana", "ben", "cem"][k % 3];
                it["owners"] = json!([owner]);
            }
            it
        });
        json!({ "id": format!("o{n}"), "title": format!("Objective {n}"), "initiatives": initiatives.collect::<Vec<_>>() })
    });
    goals["objectives"] = json!(objectives.collect::<Vec<_>>());
    goals
}

/// What is seen of the map, as its view box.
fn sight(board: &Board<'_>) -> Vec<f64> {
    let text = board.ask("return root.querySelector('svg.chart').getAttribute('viewBox')", &[]);
    let sides = text.as_str().unwrap_or_default().split(' ').map(str::parse);
    sides.collect::<Result<_, _>>().expect("four numbers")
}

fn waits_for_focus(board: &Board<'_>, name: &str) {
    board.browser().until(&format!("the focus on “{name}”"), || {
        board.focus().starts_with(name).then_some(())
    });
}

fn titles(board: &Board<'_>) -> usize {
    let shown = board.ask("return all('.titles .title-of').length", &[]);
    usize::try_from(shown.as_u64().unwrap_or_default()).unwrap_or_default()
}

#[test]
fn the_map_shows_the_north_star_objectives_holders_and_initiatives() {
    let stage = open();
    let board = stage.board();
    let text = board.ask(
        "return [...root.querySelectorAll('svg.chart text')].map((it) => [...it.children].map((line) => line.textContent).join(' ')).join(' | ')",
        &[],
    );
    let text = text.as_str().unwrap_or_default().to_owned();
    for words in [
        "Every small shop in the country knows us",
        "Our audience talks back",
        "More people find us",
        "Customer video series",
        "Guest on podcasts",
        "Ben",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(titles(&board), 5);
    let free = board.ask("return root.querySelectorAll('.stars .free .plus').length", &[]);
    assert_eq!(free, 4);
}

#[test]
fn the_way_to_the_map_stands_after_the_board() {
    let stage = drawn(Bench::new().goals("/team.json", &team()), ADDRESS);
    let board = stage.board();
    let pages = board.ask("return all('nav.pages > button').map(nameOf).slice(0, 2).join()", &[]);
    assert_eq!(pages, "Board,Map");
    board.press("Board");
    board.card("ugc").becomes("free");
    board.press("Map");
    board.until("the map", "return root.querySelector('[data-star]') !== null");
}

#[test]
fn the_keyboard_goes_from_star_to_star_and_opens_one_and_comes_back() {
    let stage = open();
    let board = stage.board();
    board.ask("root.querySelector('.sky').focus()", &[]);
    stage.browser.key(Key::Tab);
    waits_for_focus(&board, "Our audience talks back");
    stage.browser.key(Key::Right);
    waits_for_focus(&board, "Customer video series · Free to take");
    stage.browser.key(Key::End);
    waits_for_focus(&board, "Monthly newsletter · Free to take");
    stage.browser.key(Key::Up);
    waits_for_focus(&board, "Guest on podcasts · Ben");
    stage.browser.key(Key::Left);
    waits_for_focus(&board, "More people find us");
    stage.browser.key(Key::Down);
    stage.browser.key(Key::Enter);
    assert!(board.opens_dialog().contains("Guest on podcasts"));
    stage.browser.key(Key::Escape);
    board.closes_dialog();
    waits_for_focus(&board, "Guest on podcasts · Ben");
    // The Tab key comes back to where it was.
    stage.browser.key(Key::Tab);
    stage.browser.chord(Key::Shift, Key::Tab);
    waits_for_focus(&board, "Guest on podcasts · Ben");
}

#[test]
fn a_click_on_a_star_opens_it_and_one_on_an_objective_explains_it() {
    let stage = open();
    let board = stage.board();
    board.click("[data-star='0'] .hit");
    assert!(board.opens_dialog().contains("Customer video series"));
    stage.browser.key(Key::Escape);
    board.closes_dialog();
    board.click("[data-place='1'] .mark");
    assert!(board.opens_dialog().contains("More people find us"));
}

#[test]
fn whatever_has_the_focus_tells_all_about_itself() {
    let stage = open();
    let board = stage.board();
    board.ask("root.querySelector('[data-star=\"3\"]').focus()", &[]);
    let told = board.until("more about it", "return root.querySelector('.callout')?.textContent");
    assert!(told.as_str().is_some_and(|told| told.contains("Ben")), "{told}");
    stage.browser.key(Key::Escape);
    board.until("it to go", "return root.querySelector('.callout') === null");
}

#[test]
fn one_goes_nearer_and_back_by_keys_buttons_and_wheel_and_looks_around() {
    let stage = open();
    let board = stage.board();
    let whole = sight(&board);
    let nearer = |what: &str, than: f64| {
        stage
            .browser
            .until(what, || (sight(&board)[2] < than - 1.0).then_some(()));
    };
    let all_of_it = |what: &str| {
        stage.browser.until(what, || (sight(&board) == whole).then_some(()));
    };
    board.press("Closer");
    nearer("the button to go nearer", whole[2]);
    board.press("All of it");
    all_of_it("the button to show all");
    board.ask("root.querySelector('.sky').focus()", &[]);
    stage.browser.type_text("+");
    nearer("the key to go nearer", whole[2]);
    let before = sight(&board);
    stage.browser.key(Key::Right);
    stage.browser.until("the arrow to look to the right", || {
        (sight(&board)[0] > before[0] + 1.0).then_some(())
    });
    stage.browser.type_text("0");
    all_of_it("the key to show all");
    let wheel = "const sky = root.querySelector('svg.chart'); const at = sky.getBoundingClientRect();
        return sky.dispatchEvent(new WheelEvent('wheel', { deltaY: -100, ctrlKey: arguments[0], bubbles: true,
          composed: true, cancelable: true, clientX: at.x + 20, clientY: at.y + 20 }))";
    assert_eq!(board.ask(wheel, &[json!(false)]), true, "the page scrolls");
    assert_eq!(board.ask(wheel, &[json!(true)]), false);
    nearer("the wheel to go nearer", whole[2]);
    let near = sight(&board);
    assert!((near[0] - whole[0]) * 3.0 < (whole[2] - near[2]), "towards the mouse");
}

#[test]
fn a_drag_looks_around_and_opens_nothing() {
    let stage = open();
    let board = stage.board();
    let whole = sight(&board);
    board.press("Closer");
    stage
        .browser
        .until("it to be nearer", || (sight(&board)[2] < whole[2] - 1.0).then_some(()));
    let before = sight(&board);
    board.ask(
        "const svg = root.querySelector('svg.chart'); const at = svg.getBoundingClientRect();
         const star = root.querySelector('[data-star] .hit');
         const send = (kind, x) => star.dispatchEvent(new PointerEvent(kind, { pointerId: 1, button: 0, bubbles: true,
           composed: true, clientX: at.x + x, clientY: at.y + 200 }));
         send('pointerdown', 400); send('pointermove', 350); send('pointermove', 300); send('pointerup', 300);",
        &[],
    );
    stage
        .browser
        .until("another sight", || (sight(&board)[0] > before[0] + 1.0).then_some(()));
    assert!(board.dialog().is_none());
}

#[test]
fn many_stars_show_their_titles_from_near() {
    let stage = drawn(Bench::new().goals("/team.json", &many(120)), ADDRESS);
    let board = stage.board();
    let stars = board.ask("return root.querySelectorAll('[data-star]').length", &[]);
    assert_eq!((stars, titles(&board)), (json!(120), 0));
    for _ in 0..6 {
        board.press("Closer");
    }
    board.until("the titles", "return all('.titles .title-of').length > 0");
}

#[test]
fn no_text_is_wider_than_its_place() {
    let stage = drawn(Bench::new().goals("/team.json", &many(40)), ADDRESS);
    let board = stage.board();
    let upon = board.ask(
        "const boxes = [...root.querySelectorAll('svg.chart text')].map((it) => [it.textContent, it.getBoundingClientRect()]);
         return boxes.flatMap(([a, one], n) => boxes.slice(n + 1)
           .filter(([, two]) => one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 3 && two.top < one.bottom - 3)
           .map(([b]) => `${a} / ${b}`))",
        &[],
    );
    assert_eq!(upon, json!([]));
}

/// What was handed to the person as a file: its name and its text, or the first bytes of a picture.
fn saved(stage: &Stage, button: &str) -> (String, String) {
    let board = stage.board();
    board.ask(
        "window.saved = [];
         HTMLAnchorElement.prototype.click = function () { saved.push([this.download, window.blobs.get(this.href)]); };
         if (!window.blobs) {
           window.blobs = new Map();
           const make = URL.createObjectURL;
           URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blobs.set(url, blob); return url; };
         }",
        &[],
    );
    board.press(button);
    board.until("a file", "return window.saved.length > 0");
    let file = stage.browser.script_later(
        "const [name, blob] = saved[0]; const done = arguments[arguments.length - 1];
         const text = blob.type === 'image/png'
           ? createImageBitmap(blob).then((it) => `${blob.type} ${it.width} ${it.height}`)
           : blob.text();
         text.then((text) => done([name, text]), (error) => done([name, String(error)]));",
        &[],
    );
    let part = |n: usize| file[n].as_str().unwrap_or_default().to_owned();
    (part(0), part(1))
}

#[test]
fn the_map_is_kept_as_svg_that_needs_nothing_else() {
    let stage = open();
    let (name, text) = saved(&stage, "Save as SVG");
    assert_eq!(name, "Our team.svg");
    let read = stage.browser.script(
        "const read = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
         return [read.documentElement.nodeName, read.querySelectorAll('parsererror, style, [style], [class]').length,
           [...read.querySelectorAll('title')].map((it) => it.textContent).join(' | '),
           read.querySelector('text').getAttribute('fill')];",
        &[json!(text)],
    );
    assert_eq!((&read[0], &read[1]), (&json!("svg"), &json!(0)));
    let titles = read[2].as_str().unwrap_or_default();
    for title in [
        "Customer video series",
        "Answer every comment",
        "Customer panel",
        "Monthly newsletter",
        "Guest on podcasts",
    ] {
        assert!(titles.contains(title), "{title} in {titles}");
    }
    assert!(read[3].as_str().is_some_and(|fill| fill.starts_with("rgb")), "{read}");
}

#[test]
fn the_map_is_kept_as_png() {
    let stage = open();
    let (name, text) = saved(&stage, "Save as PNG");
    assert_eq!(name, "Our team.png");
    assert!(text.starts_with("image/png 2"), "{text}");
}

#[test]
fn a_strict_policy_lets_the_map_be_kept() {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' blob:";
    let bench = Bench::new()
        .goals("/team.json", &team())
        .page(
            "/page.html",
            "<alignment-board src=\"team.json\" member=\"ben\" view=\"map\"></alignment-board>",
        )
        .header("Content-Security-Policy", policy);
    let stage = drawn(bench, "/page.html");
    assert!(saved(&stage, "Save as PNG").1.starts_with("image/png"));
    assert_eq!(stage.complaints(), Vec::<String>::new());
}

#[test]
fn the_same_stars_stand_in_a_list() {
    let stage = open();
    let board = stage.board();
    board.press("5 stars as a list");
    board.press("Guest on podcasts");
    assert!(board.opens_dialog().contains("Guest on podcasts"));
}

#[test]
fn a_narrow_map_is_higher_than_wide_and_its_list_is_open() {
    let stage = open();
    stage.browser.resize(320, 700);
    let board = stage.board();
    stage.browser.until("a tall map", || {
        let sides = sight(&board);
        (sides[3] > sides[2]).then_some(())
    });
    board.until("the list", "return all('.map-list li').length === 5");
    let fits = board.ask("return element.scrollWidth <= element.clientWidth", &[]);
    assert_eq!(fits, true);
}

#[test]
fn without_a_north_star_the_map_says_so_and_without_objectives_what_to_do() {
    let mut goals = team();
    goals["northStar"] = Value::Null;
    let stage = drawn(Bench::new().goals("/team.json", &goals), ADDRESS);
    let text = stage
        .board()
        .ask("return root.querySelector('.north.none').textContent", &[]);
    assert_eq!(text, "No North Star yet");
    goals["objectives"] = json!([]);
    let stage = Stage::with(Bench::new().goals("/team.json", &goals), ADDRESS);
    stage.board().says("There are no objectives in this document yet.");
}

#[test]
fn the_map_has_no_barriers() {
    let stage = open();
    for theme in ["light", "dark"] {
        stage.go(&format!("{ADDRESS}&theme={theme}"));
        let board = stage.board();
        board.until("the map", "return root.querySelector('[data-star]') !== null");
        expect_no_barriers(&stage.browser, theme);
    }
    stage.board().ask("document.documentElement.dir = 'rtl'", &[]);
    expect_no_barriers(&stage.browser, "from right to left");
    stage.browser.resize(320, 700);
    stage
        .board()
        .until("the list", "return all('.map-list li').length === 5");
    expect_no_barriers(&stage.browser, "narrow");
}

#[test]
fn more_than_two_thousand_initiatives_are_too_many_for_a_map_and_the_page_says_so() {
    let bench = Bench::new().goals("/team.json", &many(2_001));
    let stage = Stage::with(bench, ADDRESS);
    stage.board().says("2,001 initiatives are too many for one map.");
}
