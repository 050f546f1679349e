//! What the shell calls.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::{Element, HtmlElement};
use yew::AppHandle;

use super::{events, panic, snapshot, styles};
use crate::app::{Action, Denied, Options, Page, Session, Source, Theme};
use crate::domain::event::{CheckIn, Subject};
use crate::domain::id::InitiativeId;
use crate::view::{AlignmentBoard, Msg, Props};
use crate::web::clock;
use crate::web::listener::Listener;

/// How often a board looks at the clock and at its document, in milliseconds.
const MINUTE_MS: u32 = 60_000;

/// Below this width one's own work comes first.
const NARROW_PX: i32 = 480;

/// Called when the whole program is here.
#[wasm_bindgen]
pub fn complete() {
    styles::complete();
    crate::app::complete();
}

/// One board on the page. All methods take `&self`, because a page's listener may call back while one runs.
#[wasm_bindgen]
pub struct Board {
    session: Session,
    app: std::cell::RefCell<Option<AppHandle<AlignmentBoard>>>,
    _alive: (gloo_timers::callback::Interval, Option<Listener>),
    _panics: panic::Watch,
}

#[wasm_bindgen]
impl Board {
    /// Draws a board into `wrapper`, an empty element in an open shadow root. `host` is where events are told.
    /// `options` is `{src, json, page, store, login, member, view, theme, lang, words, hasDir, readonly}`; `first` an
    /// answer to `src` that is on its way already.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, wrapper: Element, options: &JsValue, first: Option<Promise>) -> Self {
        styles::adopt(&wrapper);
        let session = Session::new(read(options), events::hooks(host.clone()));
        let props = Props {
            session: session.clone(),
            narrow: (1..NARROW_PX).contains(&host.client_width()),
        };
        let app = yew::Renderer::<AlignmentBoard>::with_root_and_props(wrapper, props).render();
        session.load(first);
        let ticking = session.clone();
        let mut minute = 0;
        let interval = clock::every(MINUTE_MS, move || {
            ticking.tick();
            minute += 1;
            if minute % 5 == 0 {
                ticking.look_again();
            }
        });
        let focused = session.clone();
        let focus = web_sys::window().map(|window| {
            Listener::new(window, "focus", move |_| {
                focused.tick();
                focused.look_again();
            })
        });
        Self {
            session,
            app: std::cell::RefCell::new(Some(app)),
            _alive: (interval, focus),
            _panics: panic::Watch::new(host),
        }
    }

    /// New attributes or properties.
    pub fn configure(&self, options: &JsValue) {
        self.session.configure(read(options));
    }

    /// A plain copy of what the board shows.
    #[wasm_bindgen(getter)]
    pub fn snapshot(&self) -> JsValue {
        snapshot::of(&self.session.state())
    }

    /// Loads the document again.
    pub fn reload(&self) -> Promise {
        let session = self.session.clone();
        future_to_promise(async move {
            session.load_now(None).await;
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Claims an initiative for the viewer.
    pub fn claim(&self, id: String) -> Promise {
        self.act(Action::Claim(InitiativeId::from(id)))
    }

    /// Gives an initiative back.
    pub fn release(&self, id: String, note: Option<String>) -> Promise {
        self.act(Action::Release(InitiativeId::from(id), note.unwrap_or_default().into()))
    }

    /// Checks in on an initiative: `{value, confidence, note}`; `value` is the percentage that is done.
    #[wasm_bindgen(js_name = checkIn)]
    pub fn check_in(&self, id: String, report: &JsValue) -> Promise {
        let confidence = number(report, "confidence").map(|n| n.clamp(0.0, 10.0) as u8);
        self.act(Action::CheckIn(Box::new(CheckIn {
            on: Subject::Initiative(InitiativeId::from(id)),
            value: None,
            progress: number(report, "value").map(|n| n.clamp(0.0, 100.0)),
            confidence,
            line: text(report, "note").unwrap_or_default().into(),
            change: "".into(),
            blocker: "".into(),
            help: Vec::new(),
        })))
    }

    /// Brings a card into sight, wherever it is; false when there is no such initiative.
    pub fn reveal(&self, id: String) -> bool {
        let id = InitiativeId::from(id);
        let there = self
            .session
            .state()
            .board
            .as_ref()
            .is_some_and(|board| board.initiative(&id).is_some());
        if let Some(app) = self.app.borrow().as_ref().filter(|_| there) {
            app.send_message(Msg::reveal(id));
        }
        there
    }

    /// Opens "Suggest something", filled in with an idea and where to read more.
    pub fn suggest(&self, idea: &str, link: &str) {
        if let Some(app) = self.app.borrow().as_ref() {
            app.send_message(Msg::suggest(idea, link));
        }
    }

    /// `goals`: the document as it was loaded. `events`: what people did, one JSON array.
    pub fn export(&self, format: String) -> Promise {
        let session = self.session.clone();
        future_to_promise(async move {
            match format.as_str() {
                "goals" => Ok(JsValue::from_str(&session.document())),
                "events" => session
                    .events_text()
                    .await
                    .map(JsValue::from)
                    .map_err(|_| error("denied.not-kept")),
                _ => Err(js_sys::Error::new("export takes \"goals\" or \"events\"").into()),
            }
        })
    }

    /// Takes the board off the page for good.
    pub fn destroy(&self) {
        let app = self.app.borrow_mut().take();
        if let Some(app) = app {
            app.destroy();
        }
    }

    fn act(&self, action: Action) -> Promise {
        let session = self.session.clone();
        future_to_promise(async move {
            match session.perform(action).await {
                Ok(id) => Ok(JsValue::from(id.to_string())),
                Err(Denied::Stopped) => Ok(JsValue::NULL),
                Err(denied) => Err(error(denied.key())),
            }
        })
    }
}

/// Reads what the shell hands over. Everything is optional.
fn read(options: &JsValue) -> Options {
    let given = |name: &str| text(options, name).filter(|text| !text.is_empty());
    let source = match (given("json"), given("src")) {
        (Some(json), _) => Source::Inline {
            text: json,
            page: given("page").unwrap_or_default(),
        },
        (None, Some(src)) => Source::Url(src),
        (None, None) => Source::None,
    };
    Options {
        source,
        store: given("store"),
        login: given("login"),
        member: given("member"),
        theme: Theme::read(&given("theme").unwrap_or_default()),
        lang: given("lang").unwrap_or_default(),
        words: given("words").map(Into::into),
        has_dir: get(options, "hasDir").is_truthy(),
        page: Page::read(&given("view").unwrap_or_default()),
        readonly: get(options, "readonly").is_truthy(),
    }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

fn number(object: &JsValue, name: &str) -> Option<f64> {
    get(object, name).as_f64().filter(|n| n.is_finite())
}

/// An error for a developer: the sentence a person would read, and its key as the `code`.
fn error(key: &str) -> JsValue {
    let words = crate::words::Words::english(crate::web::intl::Formats::plural);
    let error = js_sys::Error::new(&words.get(key));
    let _ = js_sys::Reflect::set(&error, &"code".into(), &key.into());
    error.into()
}

/// All that two boards share on one page: the list of names a page may ask for.
#[must_use]
pub(super) fn list(items: impl Iterator<Item = String>) -> Array {
    items.map(JsValue::from).collect()
}
