//! Tiny adapters to what the browser does well. They know nothing of the board.

pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod download;
pub mod fetch;
pub mod http;
pub mod indexed_db;
pub mod intl;
pub mod lead;
pub mod listener;
pub mod rare;
pub mod storage;
pub mod window;
