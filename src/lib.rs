//! The Alignment Board.
pub mod app;
pub mod domain;
pub mod element;
pub mod store;
pub mod view;
pub mod web;
pub mod wire;
pub mod words;
