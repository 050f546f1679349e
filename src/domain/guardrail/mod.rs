//! Guardrails: limits that leave tactics free. What each stands at, and what it says to a new claim.
//!
//! Four kinds: a **metric** that stays in a band, a **budget** in one currency, a **claim limit** for each member, and
//! a **rule** in words, which people keep and no number can judge. Each applies under the objectives it names, or
//! everywhere.
//!
//! They gate writing, never folding: the widget asks [`Limits::may_claim`] before it writes a claim, and a claim once
//! made counts whatever the numbers say later. So an edited number can never unseat anybody.
//!
//! | Kind | Kept | Breached | Unknown |
//! |---|---|---|---|
//! | metric | the latest number is inside the band, and its news is not outdated | it is outside, however old | no number, no day for it, no band, or the news is outdated |
//! | budget | what is counted is at most the limit | it is more | never |
//! | claim limit | nobody has more open claims | somebody has | never |
//!
//! A number that goes silent is not green, but silence does not lift a breach either. Only what is breached, or would
//! be by this claim, stops (`block`) or warns (`warn`). What `repairedBy` lists is never stopped, and a lead may waive
//! a guardrail for one initiative.

mod amount;
mod budget;
mod claims;
mod facts;
mod may_claim;
mod metric;
mod standing;

pub(in crate::domain) use amount::{exceeds, same_currency};
pub use budget::{Counted, Spending};
pub use claims::{ClaimCount, Claims};
pub use facts::{AdjustedCost, Facts, Measurement, Waiver};
pub use may_claim::{Because, Effect, MayClaim, Reason};
pub use metric::{Gauged, Reading};
pub use standing::{Detail, Standing, State};

use super::board::Board;
use super::calendar::{Now, TimeZone};
use super::goals::{Guardrail, Initiative, Objective};
use super::id::InitiativeId;

/// The guardrails of a board at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Limits<'a> {
    /// The board.
    pub board: &'a Board,
    /// What events said of guardrails and costs.
    pub facts: Facts<'a>,
    /// When they are looked at.
    pub now: Now,
    /// Where the team's midnight is.
    pub zone: &'a TimeZone,
}

fn applies(guardrail: &Guardrail, objective: &Objective) -> bool {
    guardrail.objectives.is_empty() || guardrail.objectives.contains(&objective.id)
}

/// Whether an event's word for an initiative, perhaps a former id, means this one.
fn means(named: &InitiativeId, initiative: &Initiative) -> bool {
    *named == initiative.id || initiative.formerly.contains(named)
}
