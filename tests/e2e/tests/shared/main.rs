//! One board, several people, each with a browser of their own, at real servers and at bad ones.
//!
//! `BOARD_SERVERS` names the real ones to try; without it, all. A program of its own: each test needs two browsers at
//! once, so they take turns.

mod folder;
mod team;

mod bad;
mod settling;
mod signing_in;
mod together;
