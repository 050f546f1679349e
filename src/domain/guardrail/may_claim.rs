//! "May I claim this?", before it is written.

use super::{Detail, Limits, Reading, State, Waiver, applies, means, same_currency};
use crate::domain::goals::{Band, Guardrail, GuardrailKind, Initiative, Money, Objective, OnBreach};
use crate::domain::id::{GuardrailId, InitiativeId, MemberId};

/// Whether a claim may be written.
#[derive(Clone, Debug, PartialEq)]
pub enum MayClaim {
    /// No guardrail has anything to say.
    Yes,
    /// It may, and these should be known first.
    YesBut(Vec<Reason>),
    /// It may not; those that stop it come first, then the others.
    No(Vec<Reason>),
}

/// What a guardrail says to a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Which guardrail.
    pub guardrail: GuardrailId,
    /// What it does to this claim.
    pub effect: Effect,
    /// Why, in numbers.
    pub because: Because,
}

/// What a guardrail does to a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// It stops it.
    Stops,
    /// It warns.
    Warns,
    /// It would, and a lead waived it for this initiative.
    Waived(Waiver),
    /// It would, and this initiative is one that repairs it.
    Repairs,
}

/// Why a guardrail speaks up.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// A metric is outside its band.
    OutOfBand {
        /// Where it should be.
        band: Band,
        /// Where it is.
        latest: Reading,
    },
    /// It would cost more than is left.
    OverBudget {
        /// How much there is.
        limit: Money,
        /// How much of it is promised already.
        used: f64,
        /// What this one costs.
        this: f64,
    },
    /// It costs a currency that no budget here is in, so that nobody can say whether it is covered. This only ever
    /// warns.
    OtherCurrency {
        /// How much there is of the budget's.
        limit: Money,
        /// How much of that is promised already.
        used: f64,
        /// What this one costs.
        this: Money,
    },
    /// It would be one claim too many.
    OverClaims {
        /// How many each may have.
        limit: u32,
        /// How many this member has without it.
        open: u32,
    },
}

impl Limits<'_> {
    /// What the guardrails say to a new claim by `member`; `None` when there is no such initiative. Whether a seat is
    /// free, and whether the member may act at all, is not theirs to say.
    #[must_use]
    pub fn may_claim(&self, member: &MemberId, initiative: &InitiativeId) -> Option<MayClaim> {
        let (objective, initiative, _) = self.board.initiative(initiative)?;
        let guardrails = self.board.goals().guardrails.iter();
        let here = guardrails.filter(|guardrail| applies(guardrail, objective));
        let mut reasons: Vec<_> = here
            .filter_map(|guardrail| self.reason(guardrail, member, objective, initiative))
            .collect();
        reasons.sort_by_key(|reason| reason.effect != Effect::Stops);
        Some(match reasons.first() {
            None => MayClaim::Yes,
            Some(first) if first.effect == Effect::Stops => MayClaim::No(reasons),
            Some(_) => MayClaim::YesBut(reasons),
        })
    }

    /// What a breached guardrail does to an initiative's claims.
    pub(super) fn effect(&self, guardrail: &Guardrail, initiative: &Initiative) -> Effect {
        if guardrail.repaired_by.contains(&initiative.id) {
            return Effect::Repairs;
        }
        let mut waivers = self.facts.waivers.iter().rev();
        let waiver = waivers.find(|w| w.guardrail == guardrail.id && means(&w.initiative, initiative));
        match (waiver, guardrail.on_breach) {
            (Some(waiver), _) => Effect::Waived(waiver.clone()),
            (None, OnBreach::Block) => Effect::Stops,
            (None, OnBreach::Warn) => Effect::Warns,
        }
    }

    fn reason(
        &self,
        guardrail: &Guardrail,
        member: &MemberId,
        objective: &Objective,
        initiative: &Initiative,
    ) -> Option<Reason> {
        let because = self.because(guardrail, member, objective, initiative)?;
        let effect = match (self.effect(guardrail, initiative), &because) {
            (Effect::Stops, Because::OtherCurrency { .. }) => Effect::Warns,
            (effect, _) => effect,
        };
        Some(Reason {
            guardrail: guardrail.id.clone(),
            effect,
            because,
        })
    }

    fn because(
        &self,
        guardrail: &Guardrail,
        member: &MemberId,
        objective: &Objective,
        initiative: &Initiative,
    ) -> Option<Because> {
        let work = self.board.work(&initiative.id)?;
        match self.detail(guardrail) {
            Detail::Metric(gauged) => (gauged.state() == State::Breached).then_some(Because::OutOfBand {
                band: gauged.band,
                latest: gauged.history.into_iter().last()?,
            }),
            Detail::Budget(spending) => {
                let this = self.amount(&spending, initiative);
                if spending.is_exceeded_by(this) {
                    return Some(Because::OverBudget {
                        limit: spending.limit,
                        used: spending.used,
                        this,
                    });
                }
                let (cost, _) = self.cost(initiative)?;
                let asked_before = self.counts(initiative, work);
                let covered = asked_before || cost.amount <= 0.0 || self.has_budget_in(objective, cost);
                (!covered).then(|| Because::OtherCurrency {
                    limit: spending.limit,
                    used: spending.used,
                    this: cost.clone(),
                })
            }
            Detail::Claims(claims) => {
                let already_in = work.queue.iter().any(|claim| claim.by.id == *member);
                let open = claims.of(member);
                (!already_in && open >= claims.limit).then_some(Because::OverClaims {
                    limit: claims.limit,
                    open,
                })
            }
            Detail::Words => None,
        }
    }

    /// Whether any budget that applies is in the currency of this cost.
    fn has_budget_in(&self, objective: &Objective, cost: &Money) -> bool {
        let guardrails = self.board.goals().guardrails.iter();
        let mut here = guardrails.filter(|guardrail| applies(guardrail, objective));
        here.any(
            |guardrail| matches!(&guardrail.kind, GuardrailKind::Budget(limit) if same_currency(limit, &cost.currency)),
        )
    }
}
