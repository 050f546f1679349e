//! Who is on the team.

use super::Text;
use crate::domain::calendar::Day;
use crate::domain::id::{MemberId, TeamId};

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
