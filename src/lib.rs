//! The Alignment Board.
pub mod domain;
pub mod element;
pub mod wire;
pub mod words;
