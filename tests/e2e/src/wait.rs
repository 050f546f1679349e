//! Waiting for something to become true.

use std::thread;
use std::time::{Duration, Instant};

/// How long a test waits for anything before it fails.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(25);

/// Looks again and again until there is something to see.
///
/// # Errors
/// When the patience is over: how long it was.
pub(crate) fn poll<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Result<T, Duration> {
    let end = Instant::now() + patience;
    loop {
        if let Some(seen) = look() {
            return Ok(seen);
        }
        if Instant::now() >= end {
            return Err(patience);
        }
        thread::sleep(PAUSE);
    }
}
