//! The board in a browser, used as a person would.
//!
//! `core` holds the journeys that every browser has to pass; the rest runs in Chromium alone. The suite is one
//! program, so that `cargo test -p e2e -- core` chooses by the module's name.

mod access;
mod activity;
mod arranging;
mod conditions;
mod constellations;
mod core;
mod details;
mod embedding;
mod failures;
mod for_you;
mod goals;
mod ideas;
mod languages;
mod limited;
mod limits;
mod map;
mod menu;
mod moving;
mod page;
mod people;
mod print;
mod review;
mod scale;
mod screen_reader;
mod storage;
