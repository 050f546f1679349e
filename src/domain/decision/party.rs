//! Who a name in a decision area means.

use crate::domain::calendar::Day;
use crate::domain::goals::{Goals, Text};
use crate::domain::id::{MemberId, TeamId};
use crate::domain::people::Person;

/// Somebody, or several, who have a part in a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Party {
    /// One member.
    Member(Person),
    /// A team.
    Team {
        /// Its id.
        id: TeamId,
        /// Shown on screen.
        name: Text,
    },
    /// Everybody with a role.
    Role(Text),
    /// Everybody on the board.
    Everybody,
    /// Somebody who is not on the board, as written.
    Outsider(Text),
}

impl Party {
    /// What it is called; nothing for everybody, which each language has its own word for.
    #[must_use]
    pub fn name(&self) -> Option<&Text> {
        match self {
            Self::Member(person) => Some(&person.name),
            Self::Team { name, .. } | Self::Role(name) | Self::Outsider(name) => Some(name),
            Self::Everybody => None,
        }
    }

    /// Whom a name means: a member by id, name or former id, else a team by id or name, else a role, else nobody here.
    /// `None` for a member who has left by `day`.
    pub(super) fn named(goals: &Goals, name: &Text, day: Day) -> Option<Self> {
        let mut teams = goals.teams.iter();
        let team = teams.find(|team| team.id.as_str() == &**name || same(&team.name, name));
        // Where nobody is listed every name is somebody's, so teams come first there.
        if let Some(person) = goals.person(name).filter(|_| goals.lists_members() || team.is_none()) {
            return goals.is_here(&person.id, day).then_some(Self::Member(person));
        }
        if let Some(team) = team {
            return Some(Self::Team {
                id: team.id.clone(),
                name: team.name.clone(),
            });
        }
        let role = goals
            .members
            .iter()
            .flat_map(|m| &m.roles)
            .find(|role| same(role, name));
        Some(role.map_or_else(|| Self::Outsider(name.clone()), |role| Self::Role(role.clone())))
    }

    /// A member, unless they have left by `day`.
    pub(super) fn member(goals: &Goals, id: &MemberId, day: Day) -> Option<Self> {
        let person = goals
            .person(id.as_str())
            .filter(|person| goals.is_here(&person.id, day));
        person.map(Self::Member)
    }

    /// Whether a member is this party, or one of it.
    #[must_use]
    pub fn includes(&self, goals: &Goals, member: &MemberId) -> bool {
        match self {
            Self::Member(person) => person.id == *member,
            Self::Team { id, .. } => {
                let mut teams = goals.teams.iter().filter(|team| team.id == *id);
                teams.any(|team| team.members.contains(member))
            }
            Self::Role(name) => {
                let mut members = goals.members.iter().filter(|m| m.id == *member);
                members.any(|m| m.roles.iter().any(|role| same(role, name)))
            }
            Self::Everybody => true,
            Self::Outsider(_) => false,
        }
    }
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
