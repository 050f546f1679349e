//! What only a browser can show.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

#[path = "../conformance/mod.rs"]
mod conformance;
mod element;
mod refusals;
mod storage;
mod store;
mod texts;
mod zones;

wasm_bindgen_test_configure!(run_in_browser);
