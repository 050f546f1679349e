//! The bridge between a page and a board: what the shell calls, and what the page hears.
//!
//! The custom element itself is defined by the shell (`shell/alignment-board.js`), because a wasm module cannot define
//! a class that extends `HTMLElement`. The shell is relaxed in what it accepts; here it becomes strict.

mod events;
mod exports;
mod panic;
mod snapshot;
mod styles;
mod tight;

pub use exports::{Board, complete};

/// Runs once when the wasm has loaded, before any board is drawn.
pub fn start() {
    panic::install();
}
