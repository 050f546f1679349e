//! Money, one currency at a time.

use super::amount::{exceeds, plus, room};
use super::{Limits, State, applies, means, same_currency};
use crate::domain::board::Work;
use crate::domain::goals::{Guardrail, Initiative, InitiativeState, Money};
use crate::domain::id::InitiativeId;
use crate::domain::progress::explain::Source;

/// What a budget has been promised to.
#[derive(Clone, Debug, PartialEq)]
pub struct Spending {
    /// How much there is.
    pub limit: Money,
    /// The sum of what is counted, in the limit's currency.
    pub used: f64,
    /// What is left of the limit; negative when it is exceeded.
    pub room: f64,
    /// What is counted, in the document's order.
    pub counted: Vec<Counted>,
    /// The sums of what would count but is in other currencies, each apart. They are never added or converted.
    pub elsewhere: Vec<Money>,
}

/// One initiative's share of a budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Which.
    pub initiative: InitiativeId,
    /// How much, in the budget's currency.
    pub amount: f64,
    /// Who said so: the document, or a holder who adjusted it.
    pub source: Source,
}

impl Spending {
    pub(super) fn state(&self) -> State {
        if exceeds(self.used, self.limit.amount) {
            State::Breached
        } else {
            State::Kept
        }
    }

    /// Whether this much more would be more than there is.
    pub(super) fn is_exceeded_by(&self, amount: f64) -> bool {
        amount > 0.0 && exceeds(plus(self.used, amount), self.limit.amount)
    }
}

impl Limits<'_> {
    pub(super) fn spending(&self, guardrail: &Guardrail, limit: &Money) -> Spending {
        let mut spending = Spending {
            limit: limit.clone(),
            used: 0.0,
            room: 0.0,
            counted: Vec::new(),
            elsewhere: Vec::new(),
        };
        for (objective, initiative, work) in self.board.works() {
            if !applies(guardrail, objective) || !self.counts(initiative, work) {
                continue;
            }
            let Some((cost, source)) = self.cost(initiative) else {
                continue;
            };
            if same_currency(cost, &limit.currency) {
                spending.used = plus(spending.used, cost.amount);
                spending.counted.push(Counted {
                    initiative: initiative.id.clone(),
                    amount: cost.amount,
                    source,
                });
                continue;
            }
            let mut others = spending.elsewhere.iter_mut();
            match others.find(|other| same_currency(other, &cost.currency)) {
                Some(other) => other.amount = plus(other.amount, cost.amount),
                None => spending.elsewhere.push(cost.clone()),
            }
        }
        spending.room = room(limit.amount, spending.used);
        spending
    }

    /// Whether an initiative's cost counts: it is accepted, held or done. What is free to take costs nothing yet, and
    /// what was dropped costs nothing more.
    pub(super) fn counts(&self, initiative: &Initiative, work: &Work) -> bool {
        match work.state {
            InitiativeState::Done => true,
            InitiativeState::Dropped => false,
            InitiativeState::Open => {
                let accepted = || self.facts.accepted.iter().any(|id| means(id, initiative));
                !work.holders().is_empty() || accepted()
            }
        }
    }

    /// What an initiative costs: as it was adjusted last, else as the document has it.
    pub(super) fn cost<'b>(&'b self, initiative: &'b Initiative) -> Option<(&'b Money, Source)> {
        let mut adjusted = self.facts.costs.iter().rev();
        let Some(last) = adjusted.find(|cost| means(&cost.initiative, initiative)) else {
            return Some((initiative.cost.as_ref()?, Source::Document));
        };
        let source = Source::Event {
            id: last.event,
            by: last.by.clone(),
            day: self.zone.day(last.event.stamp.ms),
        };
        Some((last.cost.as_ref()?, source))
    }
}
