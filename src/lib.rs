//! The Alignment Board.
pub mod element;
