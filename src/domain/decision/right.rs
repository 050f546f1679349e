//! "May I decide this?"

use super::{Answer, Answered, Party};
use crate::domain::board::Board;
use crate::domain::calendar::Day;
use crate::domain::goals::{DecisionArea, DelegationLevel, Goals, Money, Objective, Text};
use crate::domain::guardrail::{exceeds, same_currency};
use crate::domain::id::{AreaId, InitiativeId, MemberId};

/// A member asks who decides something.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What leads wrote.
    pub goals: &'a Goals,
    /// Who asks.
    pub member: &'a MemberId,
    /// In which area.
    pub area: &'a DecisionArea,
    /// Under which objective, whose sponsor approves where no approver is named.
    pub objective: Option<&'a Objective>,
    /// For which initiative, if for one.
    pub initiative: Option<&'a InitiativeId>,
    /// How much it is about, if it is about money.
    pub amount: Option<&'a Money>,
    /// Questions answered before, in the events' order.
    pub answers: &'a [Answered],
    /// On which day: authority may begin and end.
    pub day: Day,
}

/// Who decides, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Right {
    /// Said to the member who asks.
    pub answer: Answer,
    /// Why.
    pub why: Why,
    /// With whom the `together` matters are decided.
    pub with: Vec<Party>,
    /// What each decides alone, in the document's words.
    pub alone: Vec<Text>,
    /// What is decided together, in the document's words.
    pub together: Vec<Text>,
}

/// What an answer hangs on.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// The decision area.
    pub area: AreaId,
    /// How far it is delegated.
    pub level: DelegationLevel,
    /// Up to how much, if there is a limit.
    pub limit: Option<Money>,
    /// How much it is about, if known.
    pub amount: Option<Money>,
    /// What the amount is to the limit. It makes no difference at levels 1 to 3.
    pub over: Over,
    /// The last answer to this very question, if it was asked before.
    pub answered: Option<Answered>,
}

/// What an amount is to a limit.
#[derive(Clone, Debug, PartialEq)]
pub enum Over {
    /// Not more, or one of the two is not known.
    Within,
    /// More, by so much.
    By(Money),
    /// In another currency.
    NotComparable,
}

impl<'a> Question<'a> {
    /// Who decides about an initiative: in its decision area, for `amount` or else what the document says it costs.
    /// `None` when there is no such initiative, or it touches no area: then how is up to whoever does it.
    #[must_use]
    pub fn about(
        board: &'a Board,
        member: &'a MemberId,
        initiative: &InitiativeId,
        amount: Option<&'a Money>,
        answers: &'a [Answered],
        day: Day,
    ) -> Option<Self> {
        let (objective, initiative, _) = board.initiative(initiative)?;
        let goals = board.goals();
        let area = initiative.decision_area.as_ref()?;
        Some(Self {
            goals,
            member,
            area: goals.decision_areas.iter().find(|a| a.id == *area)?,
            objective: Some(objective),
            initiative: Some(&initiative.id),
            amount: amount.or(initiative.cost.as_ref()),
            answers,
            day,
        })
    }

    /// Who decides.
    #[must_use]
    pub fn right(&self) -> Right {
        let area = self.area;
        let over = self.over();
        let answer = self.settled(self.by_level(&over));
        Right {
            answer,
            why: Why {
                area: area.id.clone(),
                level: area.level,
                limit: area.up_to.clone(),
                amount: self.amount.cloned(),
                over,
                answered: self.replies().next_back().cloned(),
            },
            with: self.named(&area.with),
            alone: area.alone.clone(),
            together: area.together.clone(),
        }
    }

    fn over(&self) -> Over {
        match (self.amount, &self.area.up_to) {
            (Some(amount), Some(limit)) if !same_currency(amount, &limit.currency) => Over::NotComparable,
            (Some(amount), Some(limit)) if exceeds(amount.amount, limit.amount) => Over::By(Money {
                amount: amount.amount - limit.amount,
                currency: limit.currency.clone(),
            }),
            _ => Over::Within,
        }
    }

    /// The answers to this very question, in their order.
    pub(super) fn replies(&self) -> impl DoubleEndedIterator<Item = &'a Answered> {
        let (area, initiative, amount) = (&self.area.id, self.initiative, self.amount);
        let (member, answers) = (self.member, self.answers);
        answers
            .iter()
            .filter(move |answered| answered.settles(member, area, initiative, amount))
    }

    /// Whom these names mean, each once; who has left is left out.
    pub(super) fn named(&self, names: &[Text]) -> Vec<Party> {
        let parties = names.iter().filter_map(|name| Party::named(self.goals, name, self.day));
        let mut named = Vec::new();
        join(&mut named, parties);
        named
    }
}

/// Adds to a list what is not in it.
pub(super) fn join(list: &mut Vec<Party>, more: impl IntoIterator<Item = Party>) {
    for party in more {
        if !list.contains(&party) {
            list.push(party);
        }
    }
}
