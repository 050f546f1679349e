//! Browsers that do not let a page store anything, acted out by replacing what they offer.

use alignment_board::store::{Guarantee, Kind, Opened, Refused, StoreError, open};
use alignment_board::web::storage;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::conformance::{Author, read_all};

#[wasm_bindgen(module = "/tests/browser/refusals.js")]
extern "C" {
    fn hide();
    fn forbid();
    fn refuse(name: &str);
    fn ignore();
    fn fill();
    fn refuse_storage();
    fn without_channels();
    fn allow();
    async fn refused_in_a_sandbox() -> JsValue;
}

/// What opening comes to in a browser that is made to act like this.
async fn opened(key: &str, act: impl FnOnce()) -> Opened {
    act();
    let opened = open(key, &["an older key".to_owned()]).await;
    allow();
    opened
}

async fn falls_back(key: &str, act: impl FnOnce(), why: Refused) {
    let opened = opened(key, act).await;
    assert_eq!(opened.notice, Some(why));
    assert_eq!(opened.store.kind(), Kind::Memory);
    let promise = Guarantee {
        durable: false,
        shared: false,
    };
    assert_eq!(opened.store.guarantee(), promise);
    let events = Author::new("ana", 1).events(2);
    opened.store.put(&events).await.expect("memory works");
    assert_eq!(read_all(&opened.store).await, events);
}

#[wasm_bindgen_test]
async fn without_indexed_db_it_falls_back_to_memory() {
    falls_back("hidden", hide, Refused::Absent).await;
}

#[wasm_bindgen_test]
async fn where_site_data_are_blocked_it_falls_back_to_memory() {
    falls_back("forbidden", forbid, Refused::Forbidden).await;
}

#[wasm_bindgen_test]
async fn in_a_sandboxed_frame_it_falls_back_to_memory() {
    assert_eq!(refused_in_a_sandbox().await, "SecurityError", "what is acted out below");
    falls_back("sandboxed", || refuse("SecurityError"), Refused::Forbidden).await;
}

#[wasm_bindgen_test]
async fn on_a_full_disk_it_falls_back_to_memory() {
    falls_back("no room", || refuse("QuotaExceededError"), Refused::Full).await;
}

#[wasm_bindgen_test]
async fn a_browser_that_never_answers_is_not_waited_for() {
    falls_back("silent", ignore, Refused::NoAnswer).await;
}

#[wasm_bindgen_test]
async fn what_no_board_knows_is_told_in_the_browsers_words() {
    let words = "UnknownError: as the test asked".to_owned();
    falls_back("damaged", || refuse("UnknownError"), Refused::Other(words)).await;
}

#[wasm_bindgen_test]
async fn an_event_for_which_there_is_no_room_is_said_not_to_be_kept() {
    let store = open("full", &[]).await.store;
    let events = Author::new("ana", 1).events(1);
    fill();
    let refused = store.put(&events).await;
    allow();
    assert_eq!(refused, Err(StoreError::Full));
    assert_eq!(read_all(&store).await, []);
    store.put(&events).await.expect("room again");
    assert_eq!(read_all(&store).await, events);
}

#[wasm_bindgen_test]
async fn without_channels_it_still_keeps() {
    let opened = opened("mute", without_channels).await;
    assert_eq!(opened.notice, None);
    let _watch = opened.store.watch(|| {});
    let events = Author::new("ana", 1).events(1);
    opened.store.put(&events).await.expect("room");
    assert_eq!(read_all(&opened.store).await, events);
}

#[wasm_bindgen_test]
async fn where_nothing_may_be_remembered_nothing_is_and_nothing_throws() {
    refuse_storage();
    storage::set("refused-test", "ana");
    let got = storage::get("refused-test");
    storage::remove("refused-test");
    allow();
    assert_eq!(got, None);
}
