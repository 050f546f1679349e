//! The bridge to the page: what the shell hands over, what the page hears, and what is left when a board goes.

use std::cell::RefCell;
use std::rc::Rc;

use alignment_board::domain::event::{Body, Comment, Subject};
use alignment_board::domain::stamp::Clock;
use alignment_board::element::Board;
use alignment_board::store::open;
use alignment_board::wire::event;
use alignment_board::wire::sealed::Sealed;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CustomEvent, Element, HtmlElement, ShadowRootInit, ShadowRootMode, window};

use crate::conformance::read_all;

const TEAM: &str = r#"{
  "title": "Element", "members": [{ "id": "ana", "name": "Ana Ruiz" }, { "id": "ben", "name": "Ben" }],
  "objectives": [{ "id": "talk", "title": "Talk", "initiatives": [{ "id": "video", "title": "Video" }, { "id": "press", "title": "Press" }] }]
}"#;

/// A host on the page with a board in its shadow root, and what the page heard from it. Gone when dropped.
struct Stage {
    host: HtmlElement,
    wrapper: Element,
    board: Board,
    heard: Rc<RefCell<Vec<(String, JsValue)>>>,
    _ears: Vec<Closure<dyn FnMut(CustomEvent)>>,
}

impl Stage {
    /// A board for these options, with an ear on each of its events; `before` answers `board-before-change`.
    fn new(options: &[(&str, &str)], before: fn(&CustomEvent)) -> Self {
        let document = window().and_then(|window| window.document()).expect("a page");
        let host: HtmlElement = document.create_element("div").expect("an element").unchecked_into();
        document.body().expect("a body").append_child(&host).expect("appended");
        let root = host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .expect("a shadow root");
        let wrapper = document.create_element("div").expect("an element");
        root.append_child(&wrapper).expect("appended");
        let heard = Rc::new(RefCell::new(Vec::new()));
        let ears = ["board-load", "board-error", "board-before-change", "board-change"].map(|name| {
            let heard = heard.clone();
            let ear = Closure::new(move |event: CustomEvent| {
                if name == "board-before-change" {
                    before(&event);
                }
                heard.borrow_mut().push((event.type_(), event.detail()));
            });
            let listener: &JsValue = ear.as_ref();
            host.add_event_listener_with_callback(name, listener.unchecked_ref())
                .expect("a listener");
            ear
        });
        let board = Board::new(host.clone(), wrapper.clone(), &object(options), None);
        Self {
            host,
            wrapper,
            board,
            heard,
            _ears: ears.into(),
        }
    }

    /// The detail of the first event of this name, as soon as there is one.
    async fn hears(&self, name: &str) -> JsValue {
        until(|| {
            let heard = self.heard.borrow();
            heard
                .iter()
                .find(|(heard, _)| heard == name)
                .map(|(_, detail)| detail.clone())
        })
        .await
    }

    fn heard(&self, name: &str) -> usize {
        self.heard.borrow().iter().filter(|(heard, _)| heard == name).count()
    }

    /// How many elements the board has drawn that this selector finds.
    fn drawn(&self, selector: &str) -> u32 {
        self.wrapper.query_selector_all(selector).expect("a selector").length()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.board.destroy();
        self.host.remove();
    }
}

/// Looks again after each turn of the browser, and gives up after some thousand.
async fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    for _ in 0..2_000 {
        if let Some(seen) = look() {
            return seen;
        }
        TimeoutFuture::new(5).await;
    }
    panic!("It did not come.");
}

fn object(fields: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), &(*value).into()).expect("a field");
    }
    object.into()
}

fn get(object: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(object.clone(), |value, name| {
        Reflect::get(&value, &name.into()).unwrap_or(JsValue::UNDEFINED)
    })
}

fn text(object: &JsValue, path: &str) -> String {
    get(object, path).as_string().unwrap_or_default()
}

async fn answer(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}

/// Options for the team as somebody sees it. Boards of one page share what is kept, so each test names its own page.
fn team<'a>(page: &'a str, member: &'a str) -> [(&'a str, &'a str); 4] {
    [("json", TEAM), ("page", page), ("store", "memory:"), ("member", member)]
}

#[wasm_bindgen_test]
async fn a_board_tells_that_it_is_drawn_and_gives_a_plain_copy() {
    let stage = Stage::new(&team("/board-copy", "ana"), |_| {});
    let loaded = stage.hears("board-load").await;
    assert_eq!(text(&loaded, "title"), "Element");
    assert!(get(&loaded, "id").is_null());
    let copy = stage.board.snapshot();
    assert_eq!(text(&copy, "viewer"), "ana");
    assert_eq!(text(&copy, "objectives.0.initiatives.1.id"), "press");
    assert_eq!(text(&copy, "objectives.0.initiatives.1.state"), "free");
    until(|| (stage.drawn("article[data-initiative]") == 2).then_some(())).await;
}

#[wasm_bindgen_test]
async fn a_change_is_told_before_and_after_and_answers_with_its_event() {
    let stage = Stage::new(&team("/change-event", "ana"), |_| {});
    stage.hears("board-load").await;
    let id = answer(stage.board.claim("video".to_owned())).await.expect("claimed");
    let before = stage.hears("board-before-change").await;
    let after = stage.hears("board-change").await;
    assert_eq!(
        (text(&before, "type"), text(&before, "by")),
        ("claim".into(), "ana".into())
    );
    assert!(get(&before, "event").is_null());
    assert_eq!(get(&after, "event"), id);
    assert_eq!(
        text(&stage.board.snapshot(), "objectives.0.initiatives.0.holders.0"),
        "ana"
    );
}

#[wasm_bindgen_test]
async fn what_the_page_prevents_does_not_happen_and_answers_null() {
    let stage = Stage::new(&team("/the-null", "ana"), |event| event.prevent_default());
    stage.hears("board-load").await;
    assert_eq!(answer(stage.board.claim("video".to_owned())).await, Ok(JsValue::NULL));
    assert_eq!(stage.heard("board-change"), 0);
    assert_eq!(
        text(&stage.board.snapshot(), "objectives.0.initiatives.0.state"),
        "free"
    );
}

#[wasm_bindgen_test]
async fn what_cannot_be_done_rejects_with_a_sentence_and_its_code() {
    let stage = Stage::new(
        &[&team("/read-only", "ana")[..], &[("readonly", "yes")]].concat(),
        |_| {},
    );
    stage.hears("board-load").await;
    let refused = answer(stage.board.claim("video".to_owned()))
        .await
        .expect_err("read only");
    assert_eq!(text(&refused, "code"), "denied.read-only");
    assert!(text(&refused, "message").contains(' '), "a sentence");
}

#[wasm_bindgen_test]
async fn goals_that_cannot_be_read_are_told_as_an_error() {
    let stage = Stage::new(&[("json", "{"), ("store", "memory:")], |_| {});
    let failed = stage.hears("board-error").await;
    assert!(text(&failed, "code").starts_with("fault."), "{}", text(&failed, "code"));
    assert_eq!(stage.heard("board-load"), 0);
}

#[wasm_bindgen_test]
async fn new_options_take_effect_and_other_goals_are_loaded() {
    let stage = Stage::new(&team("/options-loaded", "ana"), |_| {});
    stage.hears("board-load").await;
    stage.board.configure(&object(&team("/options-loaded", "ben")));
    until(|| (text(&stage.board.snapshot(), "viewer") == "ben").then_some(())).await;
    assert_eq!(stage.heard("board-load"), 1, "the same goals are not loaded again");
    let other = r#"{ "title": "Other", "objectives": [] }"#;
    stage.board.configure(&object(&[("json", other), ("store", "memory:")]));
    until(|| (text(&stage.board.snapshot(), "title") == "Other").then_some(())).await;
}

#[wasm_bindgen_test]
async fn a_listener_may_call_back_into_the_board_while_it_is_told() {
    let stage = Rc::new(Stage::new(&team("/listener-told", "ana"), |_| {}));
    stage.hears("board-load").await;
    let seen = Rc::new(RefCell::new(String::new()));
    let ear = {
        let (stage, seen) = (Rc::downgrade(&stage), seen.clone());
        Closure::<dyn FnMut(CustomEvent)>::new(move |_| {
            let Some(stage) = stage.upgrade() else { return };
            *seen.borrow_mut() = text(&stage.board.snapshot(), "title");
            stage.board.configure(&object(&team("/listener-told", "ben")));
        })
    };
    let listener: &JsValue = ear.as_ref();
    stage
        .host
        .add_event_listener_with_callback("board-before-change", listener.unchecked_ref())
        .expect("a listener");
    answer(stage.board.claim("video".to_owned())).await.expect("claimed");
    assert_eq!(*seen.borrow(), "Element");
    assert_eq!(text(&stage.board.snapshot(), "viewer"), "ben");
}

#[wasm_bindgen_test]
async fn a_board_that_is_destroyed_leaves_nothing_drawn() {
    let stage = Stage::new(&team("/board-drawn", "ana"), |_| {});
    stage.hears("board-load").await;
    stage.board.destroy();
    until(|| (stage.wrapper.child_element_count() == 0).then_some(())).await;
    stage.board.destroy();
}

#[wasm_bindgen_test]
async fn an_export_gives_the_document_and_the_events() {
    let stage = Stage::new(&team("/export-events", "ana"), |_| {});
    stage.hears("board-load").await;
    answer(stage.board.claim("video".to_owned())).await.expect("claimed");
    let goals = answer(stage.board.export("goals".to_owned())).await;
    assert_eq!(goals, Ok(JsValue::from(TEAM)));
    let events = answer(stage.board.export("events".to_owned())).await.expect("events");
    let events: Array = js_sys::JSON::parse(&events.as_string().unwrap_or_default())
        .expect("JSON")
        .unchecked_into();
    assert_eq!(events.length(), 1);
    assert!(answer(stage.board.export("xml".to_owned())).await.is_err());
}

#[wasm_bindgen_test]
async fn what_a_lead_erased_leaves_this_device_whether_it_came_before_or_after() {
    let goals = r#"{ "id": "erased", "title": "Erased", "members": [{ "id": "ana", "lead": true }, { "id": "ben" }],
        "objectives": [{ "title": "Talk", "initiatives": [{ "id": "video", "title": "Video" }] }] }"#;
    let mut clock = Clock::new(1);
    let mut seal = |by: &str, body: &Body| {
        let stamp = clock.tick(1_790_000_000_000);
        Sealed::new(stamp, "erased", by, event::text(body)).expect("a small body")
    };
    let mut say = || {
        seal(
            "ben",
            &Body::Comment(Box::new(Comment {
                on: Subject::Initiative("video".into()),
                line: "Call 555 1234.".into(),
            })),
        )
    };
    let (before, after) = (say(), say());
    let ids = vec![before.id, after.id];
    let erase = seal(
        "ana",
        &Body::Erase {
            ids: ids.clone(),
            reason: "A phone number.".into(),
        },
    );
    let there = open("erased", &[]).await.store;
    there.put(&[before, erase]).await.expect("room");
    let stage = Stage::new(&[("json", goals), ("member", "ben")], |_| {});
    stage.hears("board-load").await;
    let gone = async || {
        for _ in 0..200 {
            if there.find(&ids).await.expect("a store that can be read").is_empty() {
                return true;
            }
            TimeoutFuture::new(5).await;
        }
        false
    };
    assert!(gone().await, "what was here");
    there.put(&[after]).await.expect("room");
    assert!(gone().await, "what came later");
    assert_eq!(read_all(&there).await.len(), 1);
}
