//! Limits that leave tactics free, and who may decide what.

use super::{Band, Money, Text};
use crate::domain::calendar::Day;
use crate::domain::id::{AreaId, GuardrailId, InitiativeId, MemberId, ObjectiveId};

/// A limit that leaves tactics free.
#[derive(Clone, Debug, PartialEq)]
pub struct Guardrail {
    /// Unique in the document.
    pub id: GuardrailId,
    /// In words.
    pub title: Text,
    /// What is limited.
    pub kind: GuardrailKind,
    /// Who watches it.
    pub owner: Option<MemberId>,
    /// Where it applies; everywhere when empty.
    pub objectives: Vec<ObjectiveId>,
    /// What a breach does to new claims.
    pub on_breach: OnBreach,
    /// Initiatives that mend a breach; never stopped by it.
    pub repaired_by: Vec<InitiativeId>,
}

/// What a guardrail limits.
#[derive(Clone, Debug, PartialEq)]
pub enum GuardrailKind {
    /// A number that stays in a band.
    Metric {
        /// In what.
        unit: Option<Text>,
        /// The band.
        band: Band,
        /// The last value known to the document.
        current: Option<f64>,
        /// The day of that value.
        as_of: Option<Day>,
    },
    /// Open claims of one person.
    ClaimLimit(u32),
    /// Money.
    Budget(Money),
    /// A rule in words.
    Rule,
}

/// What a breach does to new claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnBreach {
    /// Warns.
    #[default]
    Warn,
    /// Stops.
    Block,
}

/// Who may decide what.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionArea {
    /// Unique in the document.
    pub id: AreaId,
    /// In words.
    pub title: Text,
    /// How far it is delegated.
    pub level: DelegationLevel,
    /// Roles, names or teams it is delegated to.
    pub delegates: Vec<Text>,
    /// Up to how much.
    pub up_to: Option<Money>,
    /// Who decides above that.
    pub approver: Option<MemberId>,
    /// Who decides together.
    pub with: Vec<Text>,
    /// Who is asked first.
    pub consult: Vec<Text>,
    /// Who is told afterwards.
    pub inform: Vec<Text>,
    /// What each decides alone, in words.
    pub alone: Vec<Text>,
    /// What is decided together, in words.
    pub together: Vec<Text>,
}

/// The seven levels of delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DelegationLevel {
    /// 1: the lead decides.
    Tell = 1,
    /// 2: the lead decides and explains.
    Sell,
    /// 3: the lead asks, then decides.
    Consult,
    /// 4: decided together.
    Agree,
    /// 5: the member asks, then decides.
    Advise,
    /// 6: the member decides and tells.
    Inquire,
    /// 7: the member decides.
    Delegate,
}
