//! Keeps events until the page is left. Boards of one page with the same key share them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Cursor, Page, Watch};
use crate::domain::event::EventId;
use crate::wire::sealed::Sealed;

/// How many events a page holds.
const PAGE: usize = 1_000;

thread_local! {
    static SHELVES: RefCell<Vec<Rc<Shelf>>> = const { RefCell::new(Vec::new()) };
}

/// One board's view of a shelf.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    shelf: Rc<Shelf>,
    /// Tells this one's watchers from the others', who alone are called when it puts something.
    who: u32,
}

/// What all boards with one key share.
struct Shelf {
    key: String,
    /// In the order they were put; what was erased left its place.
    events: RefCell<Vec<Option<Sealed>>>,
    /// In order. A tree would be 2 KB of code for a store that keeps nothing.
    ids: RefCell<Vec<EventId>>,
    /// What waits for a shared store, in order.
    waiting: RefCell<Vec<EventId>>,
    watchers: RefCell<Vec<Watcher>>,
    /// The last number given to a board or a watcher.
    last: Cell<u32>,
}

#[derive(Clone)]
struct Watcher {
    number: u32,
    who: u32,
    call: Rc<dyn Fn()>,
}

impl Memory {
    pub(super) fn open(key: &str) -> Self {
        let shelf = SHELVES.with_borrow_mut(|shelves| {
            if let Some(shelf) = shelves.iter().find(|shelf| shelf.key == key) {
                return shelf.clone();
            }
            let shelf = Rc::new(Shelf::new(key));
            shelves.push(shelf.clone());
            shelf
        });
        let who = shelf.number();
        Self { shelf, who }
    }

    pub(super) fn since(&self, cursor: Cursor) -> Page {
        let kept = self.shelf.events.borrow();
        let start = usize::try_from(cursor.place).unwrap_or(usize::MAX).min(kept.len());
        let end = (start + PAGE).min(kept.len());
        Page {
            events: kept[start..end].iter().flatten().cloned().collect(),
            broken: Vec::new(),
            cursor: Cursor {
                place: end as u64,
                ..cursor
            },
        }
    }

    pub(super) fn put(&self, events: &[Sealed]) {
        let before = self.shelf.events.borrow().len();
        for event in events {
            let mut ids = self.shelf.ids.borrow_mut();
            if let Err(place) = ids.binary_search(&event.id) {
                ids.insert(place, event.id);
                self.shelf.events.borrow_mut().push(Some(event.clone()));
            }
        }
        if self.shelf.events.borrow().len() > before {
            self.ring();
        }
    }

    pub(super) fn put_waiting(&self, events: &[Sealed]) {
        let mut waiting = self.shelf.waiting.borrow_mut();
        for event in events {
            if let Err(place) = waiting.binary_search(&event.id) {
                waiting.insert(place, event.id);
            }
        }
        drop(waiting);
        self.put(events);
    }

    pub(super) fn find(&self, ids: &[EventId]) -> Vec<Sealed> {
        let events = self.shelf.events.borrow();
        let found = events.iter().flatten().filter(|event| ids.contains(&event.id));
        found.cloned().collect()
    }

    pub(super) fn forget(&self, ids: &[EventId]) {
        let mut events = self.shelf.events.borrow_mut();
        for event in events.iter_mut() {
            if event.as_ref().is_some_and(|event| ids.contains(&event.id)) {
                *event = None;
            }
        }
    }

    pub(super) fn waiting(&self) -> Vec<EventId> {
        self.shelf.waiting.borrow().clone()
    }

    pub(super) fn arrived(&self, events: &[EventId]) {
        self.shelf.waiting.borrow_mut().retain(|id| !events.contains(id));
    }

    pub(super) fn watch(&self, call: Rc<dyn Fn()>) -> Watch {
        let (number, who) = (self.shelf.number(), self.who);
        self.shelf.watchers.borrow_mut().push(Watcher { number, who, call });
        let shelf = self.shelf.clone();
        Watch::new(move || shelf.watchers.borrow_mut().retain(|watcher| watcher.number != number))
    }

    /// Works on a copy, for who is called may watch, put, or stop watching.
    fn ring(&self) {
        let watchers = self.shelf.watchers.borrow().clone();
        watchers
            .iter()
            .filter(|watcher| watcher.who != self.who)
            .for_each(|watcher| (watcher.call)());
    }
}

impl Shelf {
    fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            events: RefCell::default(),
            ids: RefCell::default(),
            waiting: RefCell::default(),
            watchers: RefCell::default(),
            last: Cell::new(0),
        }
    }

    fn number(&self) -> u32 {
        self.last.set(self.last.get() + 1);
        self.last.get()
    }
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shelf").field("key", &self.key).finish_non_exhaustive()
    }
}
