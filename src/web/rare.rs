//! What is rarely waited for.

use std::pin::Pin;

/// The same future behind a pointer: what waits for it does not take its code in, so that it can come later
/// (`xtask/src/split`).
#[inline(never)]
pub fn rare<'a, T>(future: impl Future<Output = T> + 'a) -> Pin<Box<dyn Future<Output = T> + 'a>> {
    Box::pin(future)
}
