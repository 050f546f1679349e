//! Time and chance, the only place they enter from.

use gloo_timers::callback::{Interval, Timeout};
use js_sys::Promise;

/// Milliseconds since 1970 UTC, as this machine's clock has it.
#[must_use]
pub fn now_ms() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// 32 random bits, to tell page loads apart. They guard nothing.
#[must_use]
pub fn random_bits() -> u32 {
    (js_sys::Math::random() * 4_294_967_296.0) as u32
}

/// Calls back every so many milliseconds until dropped.
pub fn every(ms: u32, call: impl FnMut() + 'static) -> Interval {
    Interval::new(ms, call)
}

/// Calls back once after so many milliseconds, unless dropped before.
pub fn after(ms: u32, call: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(ms, call)
}

/// Lets tasks that are queued already run first.
pub async fn next_task() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    // The promise is never rejected.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
