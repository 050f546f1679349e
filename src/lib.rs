//! The Alignment Board.
pub mod domain;
pub mod element;
pub mod web;
pub mod wire;
pub mod words;
