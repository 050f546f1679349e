use alignment_board::domain::stamp::Clock;
use alignment_board::store::{Cursor, Guarantee, Kind, Refused, Store, StoreError, open};
use alignment_board::web::clock;
use alignment_board::wire::sealed::{Broken, Sealed};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use crate::conformance::{self, Author, read_all, read_from};

#[wasm_bindgen(module = "/tests/browser/store.js")]
extern "C" {
    async fn append(key: &str, record: &JsValue);
    async fn clear(key: &str);
    async fn upgrade(key: &str);
    async fn exists(key: &str) -> JsValue;
    fn note_durability();
    fn noted_durabilities() -> String;
}

async fn one(key: &str) -> Store {
    let opened = open(key, &[]).await;
    assert_eq!(opened.notice, None);
    assert_eq!(opened.store.kind(), Kind::Browser);
    opened.store
}

async fn two(key: &str) -> (Store, Store) {
    (one(key).await, one(key).await)
}

async fn sleep(ms: i32) {
    let woken = Promise::new(&mut |yes, _| {
        let window = web_sys::window().expect("a page");
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&yes, ms)
            .expect("a timer");
    });
    JsFuture::from(woken).await.expect("no alarm fails");
}

#[wasm_bindgen_test]
async fn what_is_put_comes_back_in_the_order_it_was_put() {
    let (a, b) = two("order").await;
    conformance::what_is_put_comes_back_in_the_order_it_was_put(a, b).await;
}

#[wasm_bindgen_test]
async fn putting_an_event_twice_keeps_it_once() {
    let (a, b) = two("twice").await;
    conformance::putting_an_event_twice_keeps_it_once(a, b).await;
}

#[wasm_bindgen_test]
async fn what_waits_to_be_shared_waits_until_it_has_arrived() {
    let (a, b) = two("waiting").await;
    conformance::what_waits_to_be_shared_waits_until_it_has_arrived(a, b).await;
}

#[wasm_bindgen_test]
async fn a_cursor_leads_to_what_is_newer_and_to_nothing_else() {
    let (a, b) = two("cursor").await;
    conformance::a_cursor_leads_to_what_is_newer_and_to_nothing_else(a, b).await;
}

#[wasm_bindgen_test]
async fn the_others_hear_of_news_until_they_stop_listening() {
    let (a, b) = two("bell").await;
    conformance::the_others_hear_of_news_until_they_stop_listening(a, b, async || sleep(300).await).await;
}

#[wasm_bindgen_test]
async fn what_is_forgotten_is_gone_and_the_rest_stays() {
    let (a, b) = two("forgotten").await;
    conformance::what_is_forgotten_is_gone_and_the_rest_stays(a, b).await;
}

#[wasm_bindgen_test]
async fn nothing_is_put_without_events() {
    let (a, b) = two("nothing").await;
    conformance::nothing_is_put_without_events(a, b).await;
}

#[wasm_bindgen_test]
async fn it_says_that_it_is_durable_and_not_shared() {
    let promise = Guarantee {
        durable: true,
        shared: false,
    };
    assert_eq!(one("honest").await.guarantee(), promise);
}

#[wasm_bindgen_test]
async fn what_is_put_is_on_the_disk_before_it_is_said_to_be_kept() {
    let store = one("strict").await;
    note_durability();
    let kept = store.put(&Author::new("ana", 1).events(1)).await;
    assert_eq!(noted_durabilities(), "strict");
    assert_eq!(kept, Ok(()));
}

#[wasm_bindgen_test]
async fn of_1200_appends_by_four_writers_at_once_none_is_lost() {
    let mut writers = Vec::new();
    for replica in 0..4 {
        let store = one("writers").await;
        writers.push(future_to_promise(async move {
            let mut author = Author::new("ana", replica);
            for _ in 0..300 {
                store.put(&[author.event()]).await.expect("room");
            }
            Ok(JsValue::UNDEFINED)
        }));
    }
    let start = clock::now_ms();
    // A reader that follows by its cursor, meanwhile, must not be led past anything either.
    let reader = one("writers").await;
    let mut cursor = Cursor::default();
    let mut seen = Vec::new();
    while seen.len() < 1_200 {
        let page = read_from(&reader, cursor).await;
        (cursor, seen) = (page.cursor, [seen, page.events].concat());
        sleep(5).await;
    }
    JsFuture::from(Promise::all(&writers.into_iter().collect::<js_sys::Array>()))
        .await
        .expect("writers that end");
    console_log!("1,200 single appends: {} ms", clock::now_ms() - start);
    seen.sort_by_key(|event| event.id);
    seen.dedup_by_key(|event| event.id);
    assert_eq!(seen.len(), 1_200);
    assert_eq!(read_all(&reader).await.len(), 1_200);
}

#[wasm_bindgen_test]
async fn a_hundred_thousand_events_are_kept_and_come_back() {
    let events = Author::new("ana", 1).events(100_000);
    let store = one("many").await;
    let start = clock::now_ms();
    store.put(&events).await.expect("room");
    let kept = clock::now_ms();
    drop(store);
    let back = read_all(&one("many").await).await;
    console_log!(
        "100,000 events: kept in {} ms, read and checked in {} ms",
        kept - start,
        clock::now_ms() - kept
    );
    assert!(back == events);
}

#[wasm_bindgen_test]
async fn a_broken_record_is_reported_and_the_others_still_come() {
    let store = one("broken").await;
    let events = Author::new("ana", 1).events(2);
    store.put(&events[..1]).await.expect("room");
    let forged = Author::new("eve", 2).event();
    append(
        "broken",
        &record(&[
            ("id", &forged.id.to_string()),
            ("board", "board"),
            ("by", "ana"),
            ("e", &forged.e),
        ]),
    )
    .await;
    append("broken", &record(&[("id", "nonsense")])).await;
    append("broken", &record(&[])).await;
    append("broken", &record(&[("n", "a place that is no number")])).await;
    store.put(&events[1..]).await.expect("room");

    let page = read_from(&store, Cursor::default()).await;
    assert_eq!(page.events, events);
    let why: Vec<_> = page.broken.iter().map(|broken| broken.why).collect();
    assert_eq!(why, [Broken::Hash, Broken::Id, Broken::Id]);
    assert_eq!(page.broken[0].id, forged.id.to_string());
}

#[wasm_bindgen_test]
async fn a_board_adopts_what_was_kept_under_its_older_keys() {
    let mut ana = Author::new("ana", 1);
    let old = one("adopted: by src").await;
    let before = ana.events(1_500);
    old.put(&before).await.expect("room");
    let also = [
        "adopted: by src".to_owned(),
        "adopted: never was".to_owned(),
        "adopted: by id".to_owned(),
    ];

    let opened = open("adopted: by id", &also).await;
    assert_eq!((opened.notice, opened.unadopted), (None, vec![]));
    assert!(read_all(&opened.store).await == before);

    // Somebody who has the old document open goes on.
    let after = ana.events(1);
    old.put(&after).await.expect("room");
    let opened = open("adopted: by id", &also).await;
    assert!(read_all(&opened.store).await == [before.clone(), after.clone()].concat());
    assert!(read_all(&old).await == [before, after].concat(), "the old log stays");
    assert_eq!(
        exists("adopted: never was").await,
        JsValue::FALSE,
        "looking creates nothing"
    );
}

#[wasm_bindgen_test]
async fn a_database_that_is_cleared_under_an_open_board_is_made_anew() {
    let store = one("cleared").await;
    let events = Author::new("ana", 1).events(2);
    store.put(&events).await.expect("room");
    let seen = read_from(&store, Cursor::default()).await;
    clear("cleared").await;
    store.put(&events[..1]).await.expect("room");
    assert_eq!(
        read_from(&store, seen.cursor).await.events,
        events[..1],
        "the old cursor starts over"
    );
}

#[wasm_bindgen_test]
async fn a_newer_version_in_another_tab_is_said_to_be_one() {
    let store = one("newer").await;
    upgrade("newer").await;
    let refused = store.put(&Author::new("ana", 1).events(1)).await;
    assert_eq!(refused, Err(StoreError::Refused(Refused::Newer)));
    assert_eq!(open("newer", &[]).await.notice, Some(Refused::Newer));
}

#[wasm_bindgen_test]
async fn the_largest_body_in_any_script_comes_back_as_it_was() {
    let store = one("text").await;
    let body = format!("{{\"line\":\"{}\"}}", "\u{1F680}שלום\u{0}é".repeat(400));
    let stamp = Clock::new(7).tick(1);
    let event = Sealed::new(stamp, "https://host/ö?no", "अना", body).expect("below the limit");
    store.put(std::slice::from_ref(&event)).await.expect("room");
    assert_eq!(read_all(&store).await, [event]);
}

fn record(fields: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), &(*value).into()).expect("a plain object");
    }
    object.into()
}
