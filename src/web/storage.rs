//! What a browser remembers for a page: small texts by key, and whether it promises to keep what is stored.
//!
//! Nothing here fails: a browser that refuses remembers nothing, and a board works without.

use wasm_bindgen_futures::JsFuture;
use web_sys::{Storage, window};

/// The text remembered under `key`.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    local()?.get_item(key).ok()?
}

/// Remembers `text` under `key`, where the browser lets it.
pub fn set(key: &str, text: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(key, text);
    }
}

/// Forgets what was remembered under `key`.
pub fn remove(key: &str) {
    if let Some(storage) = local() {
        let _ = storage.remove_item(key);
    }
}

/// Asks the browser not to clear this site's storage when space runs short; true when it promises so. On a page
/// without TLS there is nobody to ask, which counts as no.
pub async fn persist() -> bool {
    let Some(Ok(answer)) = window().map(|window| window.navigator().storage().persist()) else {
        return false;
    };
    JsFuture::from(answer).await.is_ok_and(|granted| granted.is_truthy())
}

/// Refused by throwing in a sandbox, and by being absent elsewhere.
fn local() -> Option<Storage> {
    window()?.local_storage().ok()?
}
