//! What the page hears: DOM events on the element, bubbling and composed, with plain objects as `detail`.

use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use super::exports::list;
use crate::app::{Change, Failure, Hooks, Notice, State};

/// Tells a host element what happens on its board.
pub(super) fn hooks(host: HtmlElement) -> Hooks {
    Hooks(Rc::new(move |notice| match notice {
        Notice::Loaded(state) => send(&host, "board-load", false, &loaded(state)),
        Notice::Failed(failure) => send(&host, "board-error", false, &failed(failure)),
        Notice::BeforeChange(change) => send(&host, "board-before-change", true, &changed(change)),
        Notice::Synced(state) => send(&host, "board-sync", false, &synced(state)),
        Notice::Changed(change) => send(&host, "board-change", false, &changed(change)),
    }))
}

/// Sends an event; false when a listener prevented it.
fn send(host: &HtmlElement, name: &str, cancelable: bool, detail: &JsValue) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(detail);
    let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) else {
        return true;
    };
    host.dispatch_event(&event).unwrap_or(true)
}

fn loaded(state: &State) -> JsValue {
    let goals = state.board.as_ref().map(|board| board.goals().clone());
    let title = goals.as_ref().map(|goals| goals.title.to_string()).unwrap_or_default();
    let id = goals.and_then(|goals| goals.id.as_deref().map(str::to_owned));
    object(&[
        ("title", title.into()),
        ("id", id.map_or(JsValue::NULL, JsValue::from)),
        (
            "faults",
            list(state.faults.iter().map(|fault| fault.path.clone())).into(),
        ),
    ])
}

fn failed(failure: &Failure) -> JsValue {
    let url = match failure {
        Failure::Fetch { url, .. } | Failure::Document { url, .. } => url,
    };
    let code = match failure {
        Failure::Document { fault, .. } => fault.key(),
        Failure::Fetch { .. } => failure.key(),
    };
    object(&[("code", code.into()), ("url", url.into())])
}

fn synced(state: &State) -> JsValue {
    let sharing = state.sharing.as_deref();
    let trouble = sharing.and_then(|sharing| sharing.trouble.as_ref().or(sharing.writing.as_ref()));
    let synced = sharing.and_then(|sharing| sharing.synced);
    object(&[
        ("waiting", (state.pending.len() as f64).into()),
        ("synced", synced.map_or(JsValue::NULL, |ms| (ms as f64).into())),
        ("code", trouble.map_or(JsValue::NULL, |key| (&**key).into())),
    ])
}

fn changed(change: &Change) -> JsValue {
    object(&[
        ("type", change.kind.into()),
        ("initiative", change.initiative.as_str().into()),
        ("by", change.by.as_str().into()),
        ("event", change.event.as_deref().map_or(JsValue::NULL, JsValue::from)),
    ])
}

pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
