//! What a guardrail stands at today.

use super::{Claims, Effect, Gauged, Limits, Spending, applies, same_currency};
use crate::domain::goals::{Guardrail, GuardrailKind, Initiative, InitiativeState, Objective, OnBreach};
use crate::domain::id::{GuardrailId, InitiativeId};

/// A guardrail today.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Which.
    pub guardrail: GuardrailId,
    /// Whether it is kept.
    pub state: State,
    /// Its numbers.
    pub detail: Detail,
    /// What it does to the claims it affects.
    pub on_breach: OnBreach,
    /// Initiatives for which a new claim is stopped or warned about today: all that are open there when a metric is
    /// breached, and those that cost more than is left of a budget. A claim limit affects members and no initiative.
    /// What repairs it, and what it was waived for, is not among them.
    pub affected: Vec<InitiativeId>,
}

/// Whether a guardrail is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is.
    Kept,
    /// It is not.
    Breached,
    /// There is no number that says so, or no news of it.
    Unknown,
    /// It is a rule in words.
    InWords,
}

/// A guardrail's numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// Of a metric.
    Metric(Gauged),
    /// Of a budget.
    Budget(Spending),
    /// Of a claim limit.
    Claims(Claims),
    /// A rule has none.
    Words,
}

impl Limits<'_> {
    /// What each guardrail stands at, in the document's order.
    #[must_use]
    pub fn standings(&self) -> Vec<Standing> {
        let guardrails = self.board.goals().guardrails.iter();
        guardrails.map(|guardrail| self.standing(guardrail)).collect()
    }

    /// What one guardrail stands at.
    #[must_use]
    pub fn standing(&self, guardrail: &Guardrail) -> Standing {
        let detail = self.detail(guardrail);
        let affected = self.board.works().filter(|(objective, initiative, work)| {
            let open = work.state == InitiativeState::Open && initiative.claimable && !work.locked;
            open && self.affects(guardrail, &detail, objective, initiative)
        });
        Standing {
            guardrail: guardrail.id.clone(),
            state: match &detail {
                Detail::Metric(gauged) => gauged.state(),
                Detail::Budget(spending) => spending.state(),
                Detail::Claims(claims) => claims.state(),
                Detail::Words => State::InWords,
            },
            on_breach: guardrail.on_breach,
            affected: affected.map(|(_, initiative, _)| initiative.id.clone()).collect(),
            detail,
        }
    }

    pub(super) fn detail(&self, guardrail: &Guardrail) -> Detail {
        match &guardrail.kind {
            GuardrailKind::Metric {
                band, current, as_of, ..
            } => Detail::Metric(self.gauged(guardrail, *band, *current, *as_of)),
            GuardrailKind::Budget(limit) => Detail::Budget(self.spending(guardrail, limit)),
            GuardrailKind::ClaimLimit(limit) => Detail::Claims(self.claims(guardrail, *limit)),
            GuardrailKind::Rule => Detail::Words,
        }
    }

    fn affects(&self, guardrail: &Guardrail, detail: &Detail, objective: &Objective, initiative: &Initiative) -> bool {
        let breach = match detail {
            Detail::Metric(gauged) => gauged.state() == State::Breached,
            Detail::Budget(spending) => spending.is_exceeded_by(self.amount(spending, initiative)),
            Detail::Claims(_) | Detail::Words => false,
        };
        breach
            && applies(guardrail, objective)
            && matches!(self.effect(guardrail, initiative), Effect::Stops | Effect::Warns)
    }

    /// What an initiative would add to a budget: nothing when it is counted already or costs another currency.
    pub(super) fn amount(&self, spending: &Spending, initiative: &Initiative) -> f64 {
        let work = self.board.work(&initiative.id);
        if work.is_some_and(|work| self.counts(initiative, work)) {
            return 0.0;
        }
        match self.cost(initiative) {
            Some((cost, _)) if same_currency(cost, &spending.limit.currency) => cost.amount,
            _ => 0.0,
        }
    }
}
