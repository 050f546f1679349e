//! What the cards say to the viewer before a claim, and what the limits say to the claim itself.

use std::rc::Rc;

use super::action::Denied;
use super::session::Session;
use crate::domain::advice::{Advice, advice};
use crate::domain::attention::Scene;
use crate::domain::event::{Clearance, Verdict};
use crate::domain::guardrail::{Effect, MayClaim, Reason};
use crate::domain::id::{InitiativeId, MemberId};

/// Each card's advice. What did not change is the same value from one time to the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advised(Vec<(InitiativeId, Rc<Advice>)>);

impl Advised {
    /// What is to be said of one card.
    #[must_use]
    pub fn of(&self, id: &InitiativeId) -> Option<&Rc<Advice>> {
        let at = self.0.binary_search_by(|(known, _)| known.cmp(id)).ok()?;
        Some(&self.0[at].1)
    }

    /// What there is to say now, with the values of before where they are still true.
    pub(super) fn now(scene: &Scene<'_>, viewer: Option<&MemberId>, before: &Rc<Self>) -> Rc<Self> {
        let mut all = viewer.map(|viewer| advice(scene, viewer)).unwrap_or_default();
        for (id, new) in &mut all {
            if let Some(old) = before.of(id).filter(|old| old == &new) {
                *new = old.clone();
            }
        }
        let all = Self(all);
        if all == **before { before.clone() } else { Rc::new(all) }
    }
}

impl Session {
    /// What the limits say to a claim by the viewer; nothing without one, or without limits.
    #[must_use]
    pub fn may_claim(&self, id: &InitiativeId) -> Option<MayClaim> {
        let viewer = self.state().viewer.clone()?;
        let mut said = None;
        self.look(&mut |scene| {
            if !scene.goals().guardrails.is_empty() {
                said = scene.limits().may_claim(&viewer.id, id);
            }
        });
        said
    }

    /// What is written down with a claim: what the limits said to it.
    pub(super) fn verdict(&self, id: &InitiativeId) -> Result<Option<Box<Verdict>>, Denied> {
        let (answer, reasons) = match self.may_claim(id) {
            None => return Ok(None),
            Some(MayClaim::No(_)) => return Err(Denied::Limit),
            Some(MayClaim::Yes) => (Clearance::Yes, Vec::new()),
            Some(MayClaim::YesBut(reasons)) => (Clearance::But, reasons),
        };
        let warned = reasons.into_iter().filter(warns);
        let guardrails: Vec<_> = warned.map(|reason| reason.guardrail).collect();
        let answer = if guardrails.is_empty() { Clearance::Yes } else { answer };
        Ok(Some(Box::new(Verdict { answer, guardrails })))
    }
}

/// Whether somebody should think again. What was waived, or helps to set the limit right, needs no warning.
fn warns(reason: &Reason) -> bool {
    reason.effect == Effect::Warns
}
