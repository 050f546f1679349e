//! Columns that somebody folded, as this browser remembers them.

use super::session::Session;
use crate::domain::id::ObjectiveId;
use crate::web::storage;

impl Session {
    /// Folds a column, or unfolds it again.
    pub fn fold(&self, objective: &ObjectiveId) {
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

    /// What was folded here before.
    pub(super) fn recall_folded(&self) {
        if let Some(ids) = storage::get(&self.own_key("folded")) {
            let ids = ids.lines().map(ObjectiveId::from);
            self.update(|state| state.folded = ids.collect());
        }
    }
}
