//! What a board tells the page around it.

use std::rc::Rc;

use super::failure::Failure;
use super::state::State;

/// Told to the page.
#[derive(Debug)]
pub enum Notice<'a> {
    /// The board is drawn.
    Loaded(&'a State),
    /// The board cannot be drawn.
    Failed(&'a Failure),
    /// Somebody is about to change something; answering `false` stops it.
    BeforeChange(&'a Change),
    /// Something was changed, and the browser keeps it.
    Changed(&'a Change),
    /// Sharing goes differently than before.
    Synced(&'a State),
}

/// What a person changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The event's type, such as `claim`.
    pub kind: &'static str,
    /// What it is about: an initiative's id, or empty.
    pub initiative: String,
    /// Who.
    pub by: String,
    /// The event's id, once there is one.
    pub event: Option<String>,
}

/// The page's ear. Every notice goes through one call; its answer counts for [`Notice::BeforeChange`] only.
#[derive(Clone)]
pub struct Hooks(pub Rc<dyn Fn(&Notice<'_>) -> bool>);

impl Default for Hooks {
    fn default() -> Self {
        Self(Rc::new(|_| true))
    }
}

impl std::fmt::Debug for Hooks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hooks")
    }
}
