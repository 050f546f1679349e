//! One board, several people, each with a browser of their own, at real servers and at bad ones.
//!
//! `BOARD_SERVERS` names the real ones to try; without it, all. A program of its own: each test needs two browsers at
//! once, so they take turns. `core` runs in every browser, the rest in Chromium alone.

mod folder;
mod team;

mod bad;
mod core;
mod settling;
mod signing_in;
mod together;
