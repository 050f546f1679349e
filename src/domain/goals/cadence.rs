//! When the team reports and meets.

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
