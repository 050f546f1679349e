//! What the tests share: goals in a line, and a team that acts on them.

mod acts;
mod arbitrary;
mod bodies;
mod document;
pub(crate) mod says;
mod team;

pub(crate) use arbitrary::{HOURS, finite, sealed, seen, stories, story};
pub(crate) use bodies::body;
pub(crate) use document::{day, document, goals, initiative, key_result, member, objective};
pub(crate) use team::{Team, at, event, seal};
