//! What can be done with an initiative beside having it: split it, move it, drop it, free somebody's seat.

mod free;
mod part_with;
mod relocate;

pub(super) use free::vacate;
pub(super) use part_with::{drop_it, split};
pub(super) use relocate::{relocate, relocated};
