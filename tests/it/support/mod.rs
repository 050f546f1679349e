//! What the tests share: goals in a line, and a team that acts on them.

mod arbitrary;
mod bodies;
mod document;
mod team;

pub(crate) use arbitrary::{finite, sealed, seen, story};
pub(crate) use bodies::body;
pub(crate) use document::{day, document, goals, initiative, key_result, member, objective};
pub(crate) use team::{Team, at, event, seal, utc};
