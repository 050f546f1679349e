//! Other pages.

/// Opens a page in a new tab, which knows nothing of this one.
pub fn open(url: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.open_with_url_and_target_and_features(url, "_blank", "noopener");
    }
}
