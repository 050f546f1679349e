//! Who speaks for the goals.

use super::calendar::Day;
use super::goals::{Goals, Guardrail, KeyResult, Objective};
use super::id::MemberId;

impl Goals {
    /// Whether a member is a lead on `day`. A document without any lead or sponsor gives everybody a lead's rights.
    #[must_use]
    pub fn is_lead(&self, member: &MemberId, day: Day) -> bool {
        let mut leads = self
            .members
            .iter()
            .filter(|m| m.lead != super::goals::Lead::No)
            .peekable();
        if leads.peek().is_none() && self.objectives.iter().all(|o| o.sponsor.is_none()) {
            return true;
        }
        leads.any(|m| m.id == *member && m.lead.on(day))
    }

    /// Whether a member leads this objective: a lead, or its sponsor.
    #[must_use]
    pub fn leads(&self, member: &MemberId, objective: &Objective, day: Day) -> bool {
        objective.sponsor.as_ref() == Some(member) || self.is_lead(member, day)
    }

    /// Whether a member may report a key result's number: its owner, or who leads its objective.
    #[must_use]
    pub fn may_measure(&self, member: &MemberId, objective: &Objective, key_result: &KeyResult, day: Day) -> bool {
        key_result.owner.as_ref() == Some(member) || self.leads(member, objective, day)
    }

    /// Whether a member leads where a guardrail applies: an objective that it names, or everything.
    #[must_use]
    pub fn leads_limit(&self, member: &MemberId, guardrail: &Guardrail, day: Day) -> bool {
        let mut objectives = self
            .objectives
            .iter()
            .filter(|it| guardrail.objectives.contains(&it.id));
        objectives.any(|objective| self.leads(member, objective, day)) || self.is_lead(member, day)
    }

    /// Whether a member may report a guardrail's number: its owner, or who leads where it applies.
    #[must_use]
    pub fn may_watch(&self, member: &MemberId, guardrail: &Guardrail, day: Day) -> bool {
        guardrail.owner.as_ref() == Some(member) || self.leads_limit(member, guardrail, day)
    }
}
