//! The page's address, after its `#`.

use wasm_bindgen::JsValue;
use web_sys::window;

/// What stands after the `#`; empty where nothing does.
#[must_use]
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok());
    hash.map(|hash| hash.trim_start_matches('#').to_owned())
        .unwrap_or_default()
}

/// Puts something there, without a step in the history and without telling the page.
pub fn replace_fragment(text: &str) {
    let address = with_fragment(text);
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Refused in a sandbox, and where it is done too often; what is in the address then stays.
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
}

/// The page's address with something else after its `#`, and without one for nothing.
#[must_use]
pub fn with_fragment(text: &str) -> String {
    let address = window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    let address = address.split('#').next().unwrap_or_default();
    if text.is_empty() {
        address.to_owned()
    } else {
        [address, "#", text].concat()
    }
}

/// A text as part of an address.
#[must_use]
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// And back; what no browser wrote is left as it is.
#[must_use]
pub fn decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), Into::into)
}
