//! The goal document as leads meant it: every id resolved, every default filled in.
//!
//! How it is written is the business of `wire`; here is only what it says.

mod cadence;
mod initiative;
mod limits;
mod objective;
mod team;

use std::rc::Rc;

pub use cadence::{Cadence, Interval, ReviewMode};
pub use initiative::{Initiative, InitiativeState, Link, Money, Owner};
pub use limits::{DecisionArea, DelegationLevel, Guardrail, GuardrailKind, OnBreach};
pub use objective::{Band, Baseline, Intent, KeyResult, KeyResultKind, Milestone, Objective, PhasedTarget};
pub use team::{Lead, Member, Team};

use super::calendar::{Day, Period};
use super::id::MemberId;

/// Shared text.
pub type Text = Rc<str>;

/// Where the team is going, written by leads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goals {
    /// Keeps boards apart in a store. Without it a board cannot be shared.
    pub id: Option<Text>,
    /// What this board is called.
    pub title: Text,
    /// The span of days the goals are for.
    pub period: Option<Period>,
    /// IANA name of the zone whose days the team lives in; UTC without one.
    pub time_zone: Option<Text>,
    /// The one sentence everything serves.
    pub north_star: Option<NorthStar>,
    /// Who may act. Empty: anybody under the name they give.
    pub members: Vec<Member>,
    /// Groups that decide or hold seats together.
    pub teams: Vec<Team>,
    /// Who gives feedback on pitches.
    pub pitch_panel: Vec<MemberId>,
    /// What the team wants to reach.
    pub objectives: Vec<Rc<Objective>>,
    /// Limits that leave tactics free.
    pub guardrails: Vec<Guardrail>,
    /// Who may decide what.
    pub decision_areas: Vec<DecisionArea>,
    /// When the team reports and meets.
    pub cadence: Cadence,
}

impl Goals {
    /// All initiatives, column by column.
    pub fn initiatives(&self) -> impl Iterator<Item = (&Rc<Objective>, &Rc<Initiative>)> {
        self.objectives
            .iter()
            .flat_map(|objective| objective.initiatives.iter().map(move |i| (objective, i)))
    }

    /// The currency that the document speaks of first; euros where it speaks of none.
    #[must_use]
    pub fn currency(&self) -> &str {
        let cost = self.initiatives().find_map(|(_, initiative)| initiative.cost.as_ref());
        cost.map_or("EUR", |cost| &cost.currency)
    }
}

/// The one sentence everything serves.
#[derive(Clone, Debug, PartialEq)]
pub struct NorthStar {
    /// The sentence.
    pub statement: Text,
    /// Why it matters.
    pub why: Option<Text>,
    /// The number that shows it.
    pub metric: Option<Metric>,
}

/// A number on its way from a start to a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// What is counted.
    pub title: Text,
    /// In what.
    pub unit: Option<Text>,
    /// Where it began; 0 when the document says nothing.
    pub start: f64,
    /// Where it should be.
    pub target: Option<f64>,
    /// The last value known to the document.
    pub current: Option<f64>,
    /// The day of that value.
    pub as_of: Option<Day>,
}
