//! Tiny adapters to what the browser does well. They know nothing of the board.

pub mod clock;
pub mod download;
pub mod fetch;
pub mod intl;
pub mod listener;
