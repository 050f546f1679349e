//! Who somebody is: from the name an event bears to a member.

use super::calendar::Day;
use super::goals::{Goals, Owner, Text};
use super::id::MemberId;

/// Somebody who can act on this board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Compares people.
    pub id: MemberId,
    /// Shown on screen.
    pub name: Text,
}

impl Person {
    /// Somebody of whom only the name is known.
    pub(super) fn named(name: &str) -> Self {
        Self {
            id: MemberId::from(name),
            name: name.into(),
        }
    }

    /// The name a colleague would use: its first word.
    #[must_use]
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }

    /// One or two letters for a face without a picture, in the case they were written.
    #[must_use]
    pub fn initials(&self) -> String {
        let mut words = self.name.split_whitespace();
        let first = words.next().and_then(|word| word.chars().next());
        let last = words.last().and_then(|word| word.chars().next());
        first.into_iter().chain(last).collect()
    }
}

impl Goals {
    /// Whether the document says who may act.
    #[must_use]
    pub fn lists_members(&self) -> bool {
        !self.members.is_empty()
    }

    /// Who `by` is. With listed members it is compared with their ids, then names, then former ids; otherwise anybody
    /// with a name is somebody, spaces collapsed and compared without case.
    #[must_use]
    pub fn person(&self, by: &str) -> Option<Person> {
        let name = collapsed(by);
        if name.is_empty() {
            return None;
        }
        if !self.lists_members() {
            return Some(Person {
                id: MemberId::from(name.to_lowercase()),
                name: name.into(),
            });
        }
        let same_name = |other: &str| collapsed(other).to_lowercase() == name.to_lowercase();
        let members = &self.members;
        let found = members
            .iter()
            .find(|m| m.id.as_str() == by)
            .or_else(|| members.iter().find(|m| same_name(&m.name)))
            .or_else(|| members.iter().find(|m| m.formerly.iter().any(|old| &**old == by)))?;
        Some(Person {
            id: found.id.clone(),
            name: found.name.clone(),
        })
    }

    /// Whoever owns a seat in the document, as one person or as a team under its name.
    #[must_use]
    pub fn owner(&self, owner: &Owner) -> Option<Person> {
        match owner {
            Owner::Member(id) => self.person(id.as_str()),
            Owner::Team(id) => self.teams.iter().find(|team| team.id == *id).map(|team| Person {
                id: MemberId::from(id.text()),
                name: team.name.clone(),
            }),
        }
    }

    /// Whether a member is still on the team on `day`.
    #[must_use]
    pub fn is_here(&self, member: &MemberId, day: Day) -> bool {
        let listed = self.members.iter().find(|m| m.id == *member);
        listed.and_then(|m| m.until).is_none_or(|until| day <= until)
    }
}

pub(super) fn collapsed(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
