//! What every store must do, whatever keeps the events. Each check gets two openings of one board's store, still empty.

use std::cell::Cell;
use std::rc::Rc;

use alignment_board::domain::stamp::Clock;
use alignment_board::store::{Cursor, Page, Store};
use alignment_board::wire::sealed::Sealed;

/// A member's page: makes events as one replica does.
pub(crate) struct Author {
    name: String,
    clock: Clock,
    now_ms: u64,
}

impl Author {
    pub(crate) fn new(name: &str, replica: u32) -> Self {
        Self {
            name: name.to_owned(),
            clock: Clock::new(replica),
            now_ms: 1_790_000_000_000,
        }
    }

    pub(crate) fn event(&mut self) -> Sealed {
        self.now_ms += 1;
        let stamp = self.clock.tick(self.now_ms);
        let body = format!(r#"{{"type":"claim","initiative":"video-{}"}}"#, self.now_ms);
        Sealed::new(stamp, "board", &self.name, body).expect("a small body")
    }

    pub(crate) fn events(&mut self, count: usize) -> Vec<Sealed> {
        (0..count).map(|_| self.event()).collect()
    }
}

/// Everything after `cursor`, and where that leads.
pub(crate) async fn read_from(store: &Store, mut cursor: Cursor) -> Page {
    let mut all = Page {
        events: Vec::new(),
        broken: Vec::new(),
        cursor,
    };
    loop {
        let page = store.since(cursor).await.expect("a store that can be read");
        all.events.extend(page.events);
        all.broken.extend(page.broken);
        if page.cursor == cursor {
            return all;
        }
        cursor = page.cursor;
        all.cursor = cursor;
    }
}

pub(crate) async fn read_all(store: &Store) -> Vec<Sealed> {
    read_from(store, Cursor::default()).await.events
}

pub(crate) async fn what_is_put_comes_back_in_the_order_it_was_put(a: Store, b: Store) {
    let mut events = Author::new("ana", 1).events(2_500);
    events.reverse();
    a.put(&events).await.expect("room");
    assert!(read_all(&a).await == events);
    assert!(read_all(&b).await == events);
}

pub(crate) async fn putting_an_event_twice_keeps_it_once(a: Store, b: Store) {
    let events = Author::new("ana", 1).events(3);
    a.put(&events[..2]).await.expect("room");
    b.put(&events).await.expect("what is there already is no error");
    a.put(&[events[0].clone(), events[0].clone()])
        .await
        .expect("nor twice in one go");
    assert_eq!(read_all(&a).await, events);
}

pub(crate) async fn what_waits_to_be_shared_waits_until_it_has_arrived(a: Store, b: Store) {
    let mut ana = Author::new("ana", 1);
    let (own, others) = (ana.events(3), ana.events(2));
    let waiting = async |store: &Store| store.waiting().await.expect("a store that can be read");
    a.put(&others).await.expect("kept");
    a.put_waiting(&own).await.expect("kept");
    a.put_waiting(&own[..1]).await.expect("kept");
    let ids: Vec<_> = own.iter().map(|event| event.id).collect();
    assert_eq!(waiting(&b).await, ids);
    assert_eq!(read_all(&b).await.len(), 5);
    b.arrived(&[ids[1], others[0].id]).await.expect("noted");
    assert_eq!(waiting(&a).await, [ids[0], ids[2]]);
    assert_eq!(read_all(&a).await.len(), 5);
}

pub(crate) async fn a_cursor_leads_to_what_is_newer_and_to_nothing_else(a: Store, b: Store) {
    let mut ana = Author::new("ana", 1);
    let (first, then) = (ana.events(2), ana.events(2));
    a.put(&first).await.expect("room");
    let seen = read_from(&b, Cursor::default()).await;
    assert_eq!(seen.events, first);
    a.put(&then).await.expect("room");
    a.put(&first).await.expect("room");
    let newer = read_from(&b, seen.cursor).await;
    assert_eq!(newer.events, then);
    assert_eq!(read_from(&b, newer.cursor).await.events, []);
}

/// `settle` waits until what is on its way has arrived.
pub(crate) async fn the_others_hear_of_news_until_they_stop_listening(a: Store, b: Store, settle: impl AsyncFn()) {
    let mut ana = Author::new("ana", 1);
    let event = ana.event();
    let (own, others) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let count = |heard: &Rc<Cell<u32>>| {
        let heard = heard.clone();
        move || heard.set(heard.get() + 1)
    };
    let own_watch = a.watch(count(&own));
    let watch = b.watch(count(&others));

    a.put(std::slice::from_ref(&event)).await.expect("room");
    settle().await;
    assert_eq!((own.get(), others.get()), (0, 1));

    a.put(&[event]).await.expect("room");
    settle().await;
    assert_eq!(others.get(), 1, "nothing new, no ring");

    drop(watch);
    a.put(&ana.events(1)).await.expect("room");
    settle().await;
    assert_eq!(others.get(), 1, "no longer listening");
    drop(own_watch);
}

pub(crate) async fn nothing_is_put_without_events(a: Store, b: Store) {
    a.put(&[]).await.expect("nothing to do");
    assert_eq!(read_all(&b).await, []);
}

pub(crate) async fn what_is_forgotten_is_gone_and_the_rest_stays(a: Store, b: Store) {
    let mut ana = Author::new("ana", 1);
    let (alone, many) = (ana.events(3), ana.events(700));
    a.put(&alone).await.expect("room");
    a.put(&many).await.expect("room");
    // One that came alone and among others.
    a.put(&many[5..6]).await.expect("room");
    let first = read_from(&b, Cursor::default()).await;
    let erased = [alone[1].id, many[5].id, many[600].id];
    let found = b.find(&erased).await.expect("a store that can be read");
    assert!(erased.iter().all(|id| found.iter().any(|event| event.id == *id)));
    b.forget(&erased).await.expect("forgotten");
    for store in [&a, &b] {
        assert_eq!(store.find(&erased).await.expect("a store that can be read"), []);
        let left = read_all(store).await;
        assert!(left.iter().all(|event| !erased.contains(&event.id)));
        let kept = alone.iter().chain(&many).filter(|event| !erased.contains(&event.id));
        assert!(kept.clone().all(|event| left.contains(event)) && kept.count() == left.len());
    }
    // Places are as they were.
    let newer = ana.events(2);
    a.put(&newer).await.expect("room");
    assert_eq!(read_from(&b, first.cursor).await.events, newer);
}
