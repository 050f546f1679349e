//! Sharing a board through a server that exists already, so that nothing is lost.
//!
//! The [`Engine`] is a state machine without clock, chance or network: the moment, answers and what people do go in,
//! requests and news come out. The same code runs in a browser, against real servers and in a simulation of bad ones.
//!
//! It speaks two protocols. A web folder holds segments that are written once under a name that is the hash of their
//! bytes (`folder`); CouchDB holds one document an event (`couch`). Both follow one law: an event leaves the outbox only
//! when it was read back from the store, and whatever a store lost is put there again by whoever has it.

mod address;
mod chance;
mod couch;
mod date;
mod engine;
mod few;
mod folder;
mod http;
mod skew;
mod trouble;

pub use self::address::{Address, Protocol};
pub use self::chance::Chance;
pub use self::couch::{SYNC_ROLE, design_document, document_id};
pub use self::engine::{Config, Effect, Engine, Fault, Guard, Input, Stage, Status};
pub use self::folder::{Segment, board_folder};
pub use self::http::{Answer, Request, Response};
pub use self::trouble::Trouble;
