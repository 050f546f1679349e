//! Why something needs attention.

use super::Group;
use crate::domain::calendar::Day;
use crate::domain::event::EventId;
use crate::domain::goals::{Band, Money, OnBreach, Text};
use crate::domain::people::Person;

/// The reason, with what its sentence needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// A guardrail is breached.
    Breached {
        /// What that does to new claims.
        on_breach: OnBreach,
        /// In numbers.
        breach: Breach,
    },
    /// Somebody asks for help, and none of those asked has answered.
    HelpWanted {
        /// The check-in.
        event: EventId,
        /// Who asks.
        by: Person,
        /// Who is asked.
        of: Vec<Person>,
        /// What is in the way; may be empty.
        blocker: Text,
    },
    /// The last confidence is off track: 3 or less of 10.
    LowConfidence {
        /// Whose.
        by: Person,
        /// 0 to 3.
        confidence: u8,
        /// What is in the way; may be empty.
        blocker: Text,
    },
    /// Something is in the way, at whatever confidence.
    Blocked {
        /// Who says so.
        by: Person,
        /// What.
        blocker: Text,
    },
    /// Somebody has it, and its due day is over.
    Overdue {
        /// When it should have been done.
        due: Day,
        /// How many days ago that was.
        days: i64,
    },
    /// Somebody has more open claims than a claim limit allows.
    OverClaimed {
        /// Who.
        person: Person,
        /// How many they have.
        open: u32,
        /// How many they may have.
        limit: u32,
    },
    /// A question that nobody has answered.
    Unanswered {
        /// Who asks.
        by: Person,
        /// Who is asked and can answer; may be nobody.
        of: Vec<Person>,
        /// How many days ago.
        days: i64,
    },
    /// A pitch that nobody has decided since it was said last.
    Pitched {
        /// Whose.
        by: Person,
        /// How many days ago it was said.
        days: i64,
    },
    /// A proposed objective or change that nobody has decided.
    Proposed {
        /// Whose.
        by: Person,
        /// How many days ago.
        days: i64,
    },
    /// There is no number that would show whether it is reached. For those who lead it.
    NotMeasurable,
    /// Its holder has done nothing about it for too long.
    Idle {
        /// Who.
        holder: Person,
        /// For how many whole days.
        days: u64,
        /// Whether that is long enough for somebody else to take over.
        may_be_taken: bool,
    },
    /// A check-in is overdue and its grace is over.
    Outdated {
        /// When it was due.
        due: Day,
        /// How many days ago that was.
        days: i64,
    },
    /// An objective under which there is no work.
    NoInitiative,
    /// A key result that no open initiative moves.
    Unmoved,
    /// An initiative that nobody holds.
    Unowned {
        /// When it should be done.
        due: Option<Day>,
    },
    /// An initiative that moves no key result, although its objective has some.
    Orphaned,
}

/// A breach in numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Breach {
    /// A metric is outside its band.
    OutOfBand {
        /// In what.
        unit: Option<Text>,
        /// Where it should be.
        band: Band,
        /// Where it is.
        value: f64,
        /// Since when; unknown where the document gives no day.
        since: Option<Day>,
    },
    /// More is promised than there is.
    OverBudget {
        /// How much there is.
        limit: Money,
        /// How much is promised, in the same currency.
        used: f64,
    },
}

impl Why {
    /// Where it stands in the list.
    #[must_use]
    pub fn group(&self) -> Group {
        match self {
            Self::Breached { .. }
            | Self::HelpWanted { .. }
            | Self::LowConfidence { .. }
            | Self::Blocked { .. }
            | Self::Overdue { .. }
            | Self::OverClaimed { .. } => Group::Stuck,
            Self::Unanswered { .. } | Self::Pitched { .. } | Self::Proposed { .. } | Self::NotMeasurable => {
                Group::Decision
            }
            Self::Idle { .. } | Self::Outdated { .. } => Group::Quiet,
            Self::NoInitiative | Self::Unmoved | Self::Unowned { .. } | Self::Orphaned => Group::Nobody,
        }
    }

    /// The key of its sentence.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Breached {
                breach: Breach::OutOfBand { .. },
                ..
            } => "attention.out-of-band",
            Self::Breached {
                breach: Breach::OverBudget { .. },
                ..
            } => "attention.over-budget",
            Self::HelpWanted { .. } => "attention.help-wanted",
            Self::LowConfidence { .. } => "attention.low-confidence",
            Self::Blocked { .. } => "attention.blocked",
            Self::Overdue { .. } => "attention.overdue",
            Self::OverClaimed { .. } => "attention.over-claimed",
            Self::Unanswered { .. } => "attention.unanswered",
            Self::Pitched { .. } => "attention.pitched",
            Self::Proposed { .. } => "attention.proposed",
            Self::NotMeasurable => "attention.not-measurable",
            Self::Idle { .. } => "attention.idle",
            Self::Outdated { .. } => "attention.outdated",
            Self::NoInitiative => "attention.no-initiative",
            Self::Unmoved => "attention.unmoved",
            Self::Unowned { .. } => "attention.unowned",
            Self::Orphaned => "attention.orphaned",
        }
    }

    /// What comes first: by group, by kind, then the worse of one kind.
    pub(super) fn weight(&self) -> (Group, u8, i64) {
        let (kind, size) = match self {
            Self::Breached {
                on_breach: OnBreach::Block,
                ..
            } => (0, 0),
            Self::Breached { .. } => (1, 0),
            Self::HelpWanted { .. } => (2, 0),
            Self::LowConfidence { confidence, .. } => (3, -i64::from(*confidence)),
            Self::Blocked { .. } => (4, 0),
            Self::Overdue { days, .. } => (5, *days),
            Self::OverClaimed { open, limit, .. } => (6, i64::from(*open) - i64::from(*limit)),
            Self::Unanswered { days, .. } => (0, *days),
            Self::Pitched { days, .. } => (1, *days),
            Self::Proposed { days, .. } => (2, *days),
            Self::NotMeasurable => (3, 0),
            Self::Idle { days, .. } => (0, i64::try_from(*days).unwrap_or(i64::MAX)),
            Self::Outdated { days, .. } => (1, *days),
            Self::NoInitiative => (0, 0),
            Self::Unmoved => (1, 0),
            Self::Unowned { due } => (2, due.map_or(-i64::MAX, |due| -i64::from(due.to_epoch_days()))),
            Self::Orphaned => (3, 0),
        };
        (self.group(), kind, -size)
    }
}
