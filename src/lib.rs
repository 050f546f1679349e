//! The Alignment Board: leaders set where a team goes, people choose how.
//!
//! A widget for any page, in Rust and Yew. As a library it is two things: the pure model ([`domain`] and the formats in
//! [`wire`]), which runs anywhere, and the Yew component [`view::AlignmentBoard`], which draws an [`app::Session`].
//!
//! In reading order: [`domain`] is the rules, [`wire`] the formats, [`store`] where events are kept, [`app`] one board
//! on one page, [`words`] every sentence, [`view`] what people see, [`element`] the bridge to the page, and [`web`] the
//! small things the browser does for us; [`json`], [`figures`] and [`letters`] are what all texts are made of. Imports point one way: `element → view → app → {store, wire} → domain`.

pub mod app;
pub mod domain;
pub mod element;
pub mod figures;
pub mod json;
pub mod letters;
pub mod store;
pub mod sync;
pub mod view;
pub mod web;
pub mod wire;
pub mod words;
