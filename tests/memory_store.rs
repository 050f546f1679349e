//! The memory store, which works without a browser.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use alignment_board::store::{Guarantee, Kind, Store, memory};

mod conformance;

fn two(key: &str) -> (Store, Store) {
    (memory(key), memory(key))
}

/// Memory never waits.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("memory made somebody wait"),
    }
}

#[test]
fn what_is_put_comes_back_in_the_order_it_was_put() {
    let (a, b) = two("order");
    ready(conformance::what_is_put_comes_back_in_the_order_it_was_put(a, b));
}

#[test]
fn putting_an_event_twice_keeps_it_once() {
    let (a, b) = two("twice");
    ready(conformance::putting_an_event_twice_keeps_it_once(a, b));
}

#[test]
fn what_waits_to_be_shared_waits_until_it_has_arrived() {
    let (a, b) = two("waiting");
    ready(conformance::what_waits_to_be_shared_waits_until_it_has_arrived(a, b));
}

#[test]
fn a_cursor_leads_to_what_is_newer_and_to_nothing_else() {
    let (a, b) = two("cursor");
    ready(conformance::a_cursor_leads_to_what_is_newer_and_to_nothing_else(a, b));
}

#[test]
fn the_others_hear_of_news_until_they_stop_listening() {
    let (a, b) = two("bell");
    ready(conformance::the_others_hear_of_news_until_they_stop_listening(
        a,
        b,
        async || {},
    ));
}

#[test]
fn what_is_forgotten_is_gone_and_the_rest_stays() {
    let (a, b) = two("forgotten");
    ready(conformance::what_is_forgotten_is_gone_and_the_rest_stays(a, b));
}

#[test]
fn nothing_is_put_without_events() {
    let (a, b) = two("nothing");
    ready(conformance::nothing_is_put_without_events(a, b));
}

#[test]
fn boards_with_different_keys_do_not_know_each_other() {
    let events = conformance::Author::new("ana", 1).events(1);
    ready(memory("one").put(&events)).expect("room");
    assert_eq!(ready(conformance::read_all(&memory("another"))), []);
}

#[test]
fn what_a_board_put_is_there_when_it_comes_back() {
    let events = conformance::Author::new("ana", 1).events(1);
    ready(memory("returns").put(&events)).expect("room");
    assert_eq!(ready(conformance::read_all(&memory("returns"))), events);
}

#[test]
fn it_says_that_it_is_not_durable() {
    let store = memory("honest");
    assert_eq!(store.kind(), Kind::Memory);
    let promise = Guarantee {
        durable: false,
        shared: false,
    };
    assert_eq!(store.guarantee(), promise);
}
