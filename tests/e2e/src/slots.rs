//! How many browsers run at once.

use std::sync::{Condvar, Mutex, PoisonError};

/// Browsers are heavy, and a busy machine makes tests that wait for something fail.
const AT_ONCE: usize = 2;

static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

/// The right to run one browser; given back when dropped.
pub(crate) struct Slot(());

impl Slot {
    /// Waits for its turn.
    pub(crate) fn take() -> Self {
        // A failed test poisons nothing: the count is right whatever happened.
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running = ENDED
            .wait_while(running, |running| *running >= AT_ONCE)
            .unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self(())
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}
