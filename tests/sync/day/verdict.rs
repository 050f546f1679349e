//! What has to hold in the end, and what nobody could have kept.

use std::collections::BTreeSet;

use alignment_board::domain::event::EventId;

use super::Day;

impl Day {
    /// Whether all agree and nothing is missing.
    pub(super) fn verdict(&self) -> Result<(), String> {
        let here = || self.members.iter().filter(|member| member.engine.is_some());
        let mut expected = self.confirmed.clone();
        for member in here() {
            let status = member.status().ok_or("nobody")?;
            if status.waiting > 0 || status.trouble.is_some() {
                return Err(format!("{} is not through: {status:?}", member.name));
            }
            expected.extend(member.local.keys());
        }
        for member in here() {
            let missing: Vec<_> = expected.iter().filter(|id| !member.local.contains_key(id)).collect();
            if !missing.is_empty() {
                return Err(format!("{} lacks {missing:?}", member.name));
            }
        }
        let there = self.server.events();
        match expected.iter().find(|id| !there.contains(id)) {
            Some(id) => Err(format!("the server lacks {id}")),
            None => Ok(()),
        }
    }

    /// What the server lost by its own fault is at risk. It is gone for good when nobody has it who is here or comes
    /// back.
    pub(super) fn lost(&mut self, before: &BTreeSet<EventId>) {
        let there = self.server.events();
        self.at_risk.extend(before.difference(&there));
        self.at_risk.retain(|id| !there.contains(id));
        let has = |id: &EventId| {
            self.members
                .iter()
                .any(|it| it.is_expected() && it.local.contains_key(id))
        };
        let gone: Vec<_> = self.at_risk.iter().filter(|id| !has(id)).copied().collect();
        self.confirmed.retain(|id| !gone.contains(id));
    }
}
