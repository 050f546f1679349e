//! An answer that comes when the test says so.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

use crate::PATIENCE;

/// Keeps whoever waits at it until it is opened, but never longer than a test has patience.
pub struct Gate(Arc<Bar>);

/// The side that waits; given to a route.
#[derive(Clone)]
pub struct Waiting(Arc<Bar>);

#[derive(Default)]
struct Bar {
    open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    /// A closed gate.
    #[must_use]
    pub fn closed() -> Self {
        Self(Arc::default())
    }

    /// What a route waits at.
    #[must_use]
    pub fn waiting(&self) -> Waiting {
        Waiting(Arc::clone(&self.0))
    }

    /// Lets everybody through, now and later.
    pub fn open(&self) {
        *self.0.open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.opened.notify_all();
    }
}

impl Waiting {
    /// Returns when the gate is open. A test that failed opens no gates: its server must be able to end all the same.
    pub fn pass(&self) {
        let open = self.0.open.lock().unwrap_or_else(PoisonError::into_inner);
        let passed = self.0.opened.wait_timeout_while(open, PATIENCE, |open| !*open);
        drop(passed.unwrap_or_else(PoisonError::into_inner));
    }
}
