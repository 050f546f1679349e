//! What events weigh in memory, counted by the allocator.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::load::Load;
use crate::{fold, opened};

/// Bytes an event.
pub(crate) struct Weight {
    /// The event alone, opened.
    pub(crate) event: usize,
    /// The event and what is folded from it; the document and an empty board are not counted.
    pub(crate) folded: usize,
}

/// Weighs the events of a load.
pub(crate) fn of(load: &Load) -> Weight {
    let events = load.sealed.len();
    let (event, opened_events) = counted(|| opened(&load.sealed));
    drop(opened_events);
    let (empty, ledger) = counted(|| fold(&load.goals, vec![]));
    drop(ledger);
    let (full, ledger) = counted(|| fold(&load.goals, opened(&load.sealed)));
    drop(ledger);
    Weight {
        event: event / events,
        folded: full.saturating_sub(empty) / events,
    }
}

/// How many bytes making something leaves allocated.
fn counted<T>(make: impl FnOnce() -> T) -> (usize, T) {
    LIVE.store(0, Ordering::Relaxed);
    COUNTING.store(true, Ordering::Relaxed);
    let made = make();
    COUNTING.store(false, Ordering::Relaxed);
    (LIVE.load(Ordering::Relaxed), made)
}

/// Off while anything is timed.
static COUNTING: AtomicBool = AtomicBool::new(false);
static LIVE: AtomicUsize = AtomicUsize::new(0);

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: everything is passed on to the system's allocator; only numbers are kept beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if COUNTING.load(Ordering::Relaxed) {
            LIVE.fetch_add(layout.size(), Ordering::Relaxed);
        }
        // SAFETY: as promised by who calls.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        if COUNTING.load(Ordering::Relaxed) {
            LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        }
        // SAFETY: as promised by who calls.
        unsafe { System.dealloc(place, layout) }
    }
}
