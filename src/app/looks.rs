//! What this browser remembers of how somebody looks at a board: which columns are folded, and that they know what a
//! board is.

use super::session::Session;
use crate::domain::id::ObjectiveId;
use crate::web::storage;

/// Where it is remembered that the first hint was read.
const KNOWN: &str = "alignment-board:known";

impl Session {
    /// Folds a column, or unfolds it again.
    pub fn collapse(&self, objective: &ObjectiveId) {
        let mut folded: Vec<_> = self.state().folded.to_vec();
        match folded.iter().position(|id| id == objective) {
            Some(at) => {
                folded.remove(at);
            }
            None => folded.push(objective.clone()),
        }
        let ids: Vec<_> = folded.iter().map(ObjectiveId::as_str).collect();
        storage::set(&self.own_key("folded"), &ids.join("\n"));
        self.update(|state| state.folded = folded.into());
    }

    /// Somebody has read what a board is; it is the same on all boards.
    pub fn know(&self) {
        storage::set(KNOWN, "yes");
        self.update(|state| state.known = true);
    }

    #[inline(never)]
    fn take_folded(&self, ids: &str) {
        let ids = ids.lines().map(ObjectiveId::from);
        self.update(|state| state.folded = ids.collect());
    }

    /// What was folded and read here before.
    pub(super) fn recall_looks(&self) {
        if storage::get(KNOWN).is_some() {
            self.update(|state| state.known = true);
        }
        if let Some(ids) = storage::get(&self.own_key("folded")) {
            self.take_folded(&ids);
        }
    }
}
