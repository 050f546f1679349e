//! Real servers on the loopback address of this machine, started and killed by tests, and engines that talk to them.

mod client;
mod kind;
mod process;
mod seat;

pub use client::Client;
pub use kind::Kind;
pub use process::Running;
pub use seat::{BOARD, Seat};
