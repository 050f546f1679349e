//! The goal document as leads meant it: every id resolved, every default filled in.
//!
//! How it is written is the business of `wire`; here is only what it says.

use std::rc::Rc;

use super::calendar::{Day, Period};
use super::id::{AreaId, GuardrailId, InitiativeId, KeyResultId, MemberId, ObjectiveId, TeamId};

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

/// Somebody on the team.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Named by events.
    pub id: MemberId,
    /// Shown on screen.
    pub name: Text,
    /// Whether this member speaks for the goals.
    pub lead: Lead,
    /// What they do.
    pub roles: Vec<Text>,
    /// A picture from the page's own origin.
    pub avatar: Option<Text>,
    /// Who advises them.
    pub mentor: Option<MemberId>,
    /// How to reach them: a link.
    pub contact: Option<Text>,
    /// Their last day on the team.
    pub until: Option<Day>,
    /// Ids they had before.
    pub formerly: Vec<Text>,
}

/// When a member is a lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lead {
    /// Never.
    #[default]
    No,
    /// Always.
    Yes,
    /// From the first day to the last, both included.
    During {
        /// First day; open when absent.
        from: Option<Day>,
        /// Last day; open when absent.
        until: Option<Day>,
    },
}

impl Lead {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn on(self, day: Day) -> bool {
        match self {
            Self::No => false,
            Self::Yes => true,
            Self::During { from, until } => {
                from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
            }
        }
    }
}

/// A group of members.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// Named by seats and decision areas.
    pub id: TeamId,
    /// Shown on screen.
    pub name: Text,
    /// Who is in it.
    pub members: Vec<MemberId>,
}

/// Something the team wants to reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    /// Unique in the document.
    pub id: ObjectiveId,
    /// The objective in words.
    pub title: Text,
    /// Why it matters.
    pub why: Option<Text>,
    /// The lead of this objective.
    pub sponsor: Option<MemberId>,
    /// Promise or stretch.
    pub intent: Intent,
    /// Its share in roll-ups, at least 0.
    pub weight: f64,
    /// Words to find it by.
    pub tags: Vec<Text>,
    /// How we'll know.
    pub key_results: Vec<KeyResult>,
    /// What people can take.
    pub initiatives: Vec<Rc<Initiative>>,
}

/// How much of an objective is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Intent {
    /// All of it.
    #[default]
    Committed,
    /// 70% is good.
    Aspirational,
}

/// A number, list or fact that shows whether an objective is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyResult {
    /// Unique in the document.
    pub id: KeyResultId,
    /// In words.
    pub title: Text,
    /// In what it is counted.
    pub unit: Option<Text>,
    /// What counts as progress.
    pub kind: KeyResultKind,
    /// The last value known to the document.
    pub current: Option<f64>,
    /// The day of that value.
    pub as_of: Option<Day>,
    /// What the start meant in absolute terms.
    pub baseline: Option<Baseline>,
    /// Who reports it.
    pub owner: Option<MemberId>,
    /// How it is measured.
    pub how: Option<Text>,
    /// Where the number comes from: a link.
    pub source: Option<Text>,
    /// First day of its pace line; the period's when absent.
    pub from: Option<Day>,
    /// Last day of its pace line; the period's when absent.
    pub due: Option<Day>,
    /// Its share in the objective's progress, at least 0.
    pub weight: f64,
    /// Values expected on the way, by day.
    pub phased_targets: Vec<PhasedTarget>,
}

/// What counts as progress of a key result.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyResultKind {
    /// From a start to a target, up or down. Without a target it is not measurable.
    Reach {
        /// 0 when the document says nothing.
        start: f64,
        /// Where it should be.
        target: Option<f64>,
    },
    /// Inside a band.
    Stay(Band),
    /// A list, each done or not.
    Milestones(Vec<Milestone>),
    /// Done or not.
    Done,
}

/// Limits a value should stay in, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// Not below.
    pub min: Option<f64>,
    /// Not above.
    pub max: Option<f64>,
}

impl Band {
    /// Whether a value is inside.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        self.min.is_none_or(|min| value >= min) && self.max.is_none_or(|max| value <= max)
    }
}

/// A step of a key result.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// In words.
    pub title: Text,
    /// Reached or not.
    pub done: bool,
    /// When it should be.
    pub due: Option<Day>,
}

/// What a key result's start meant in absolute terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// The value.
    pub value: f64,
    /// In what.
    pub unit: Option<Text>,
    /// On which day.
    pub on: Option<Day>,
}

/// A value expected on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhasedTarget {
    /// The day.
    pub on: Day,
    /// The value.
    pub value: f64,
}

/// Work under one objective, which people take.
#[derive(Clone, Debug, PartialEq)]
pub struct Initiative {
    /// Unique in the document.
    pub id: InitiativeId,
    /// Whether the id can be relied on. False when two titles derive the same id: such an initiative cannot be claimed.
    pub claimable: bool,
    /// In words.
    pub title: Text,
    /// More words.
    pub description: Option<Text>,
    /// What it moves.
    pub key_results: Vec<KeyResultId>,
    /// As the document has it.
    pub state: InitiativeState,
    /// Who holds it from the start: members' ids, or a team's.
    pub owners: Vec<Owner>,
    /// How many may hold it, at least 1 and at least the number of owners.
    pub seats: usize,
    /// When it should be done.
    pub due: Option<Day>,
    /// What it costs.
    pub cost: Option<Money>,
    /// Which decisions it touches.
    pub decision_area: Option<AreaId>,
    /// Words to find it by.
    pub tags: Vec<Text>,
    /// A good place to start.
    pub first_step: bool,
    /// Its own small number: shown, never rolled up.
    pub signal: Option<Metric>,
    /// Where to read more.
    pub links: Vec<Link>,
    /// Ids it had before; claims on them count for it.
    pub formerly: Vec<InitiativeId>,
}

/// Who holds a seat from the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// One person.
    Member(MemberId),
    /// A team, for which any of its members acts.
    Team(TeamId),
}

/// Whether work is to be had, finished or given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InitiativeState {
    /// Can be worked on.
    #[default]
    Open,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
}

/// An amount in a currency. Currencies are never added to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// How much.
    pub amount: f64,
    /// ISO 4217 code.
    pub currency: Text,
}

/// A place to read more.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// What it is called.
    pub label: Text,
    /// http, https, mailto or relative; anything else was refused when the document was read.
    pub href: Text,
}

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

/// When the team reports and meets.
#[derive(Clone, Debug, PartialEq)]
pub struct Cadence {
    /// How often a check-in is due; `None` when the document asks for none.
    pub check_in: Option<Interval>,
    /// The weekday it is due on.
    pub day: chrono::Weekday,
    /// How many days late is still fine.
    pub grace_days: u32,
    /// How the review is held.
    pub review_mode: ReviewMode,
    /// Minutes each member has in a live review.
    pub review_minutes_per_member: u32,
    /// Silence after which a holder is nudged, in days.
    pub idle_after_days: u32,
    /// Silence after which somebody else may take over, in days.
    pub reclaim_after_days: u32,
}

impl Default for Cadence {
    fn default() -> Self {
        Self {
            check_in: Some(Interval::Weekly),
            day: chrono::Weekday::Mon,
            grace_days: 2,
            review_mode: ReviewMode::Live,
            review_minutes_per_member: 2,
            idle_after_days: 10,
            reclaim_after_days: 14,
        }
    }
}

/// How often something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// Every day.
    Daily,
    /// Every 7 days.
    Weekly,
    /// Every 14 days.
    Biweekly,
    /// Every 28 days, so that the weekday stays.
    Monthly,
}

impl Interval {
    /// Its length in days.
    #[must_use]
    pub fn days(self) -> u64 {
        match self {
            Self::Daily => 1,
            Self::Weekly => 7,
            Self::Biweekly => 14,
            Self::Monthly => 28,
        }
    }
}

/// How the weekly review is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReviewMode {
    /// In the room, one after the other.
    #[default]
    Live,
    /// Written before; the meeting discusses what is stuck.
    Before,
}
