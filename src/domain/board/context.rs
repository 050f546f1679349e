//! What judging an event needs to know beyond the thing it is about.

use super::cast::{Author, Cast};
use super::charter::Charter;
use super::life::Away;
use super::log::Logged;
use super::mention::Mention;
use super::refusal::Refusal;
use crate::domain::calendar::Day;
use crate::domain::event::EventId;
use crate::domain::goals::{Goals, Objective};
use crate::domain::id::{MemberId, ObjectiveId};
use crate::domain::people::Person;

/// The goals with what was accepted, and the people.
pub(super) struct Context<'a> {
    /// What leads wrote, and nothing else.
    pub(super) document: &'a Goals,
    /// The document with accepted objectives and changes, without what events made of initiatives.
    pub(super) charter: &'a Goals,
    /// The same, to look objectives up.
    pub(super) aims: &'a Charter,
    pub(super) cast: &'a Cast,
    pub(super) aways: &'a [Away],
    /// Who spoke of the initiative in other logs.
    pub(super) mentions: &'a [Mention],
    /// The author of an event that is only tried out, when nobody has seen them yet.
    pub(super) stranger: Option<&'a Author>,
    /// Whether an event is only tried out.
    pub(super) trial: bool,
}

impl Context<'_> {
    /// Who made an event, if they may act at all.
    pub(super) fn author(&self, entry: &Logged) -> Result<Person, Refusal> {
        let author = self.who(entry)?;
        author.at(entry.event.id).cloned()
    }

    /// The same, of those only whom the document lets act.
    pub(super) fn listed(&self, entry: &Logged) -> Result<Person, Refusal> {
        self.who(entry)?.listed(entry.event.id).cloned()
    }

    fn who(&self, entry: &Logged) -> Result<&Author, Refusal> {
        self.cast.get(entry.author).or(self.stranger).ok_or(Refusal::NotListed)
    }

    /// Who somebody is whom an event names.
    pub(super) fn person(&self, name: &str, at: EventId) -> Option<Person> {
        self.cast.person(self.charter, name, at)
    }

    /// An objective of the document or an accepted one.
    pub(super) fn objective(&self, id: &ObjectiveId) -> Option<&Objective> {
        self.aims.objective(id)
    }

    /// Whether somebody speaks for the goals on that day.
    pub(super) fn is_lead(&self, member: &MemberId, day: Day) -> Result<(), Refusal> {
        if self.charter.is_lead(member, day) {
            Ok(())
        } else {
            Err(Refusal::NotLead)
        }
    }

    /// Whether somebody leads an objective on that day: a lead, or its sponsor.
    pub(super) fn leads(&self, member: &MemberId, objective: &ObjectiveId, day: Day) -> Result<(), Refusal> {
        let sponsors = self
            .objective(objective)
            .is_some_and(|o| o.sponsor.as_ref() == Some(member));
        if sponsors { Ok(()) } else { self.is_lead(member, day) }
    }

    /// Whether somebody speaks for the team: a lead, or any objective's sponsor.
    pub(super) fn speaks(&self, member: &MemberId, day: Day) -> Result<(), Refusal> {
        let sponsors = self
            .charter
            .objectives
            .iter()
            .any(|o| o.sponsor.as_ref() == Some(member));
        if sponsors { Ok(()) } else { self.is_lead(member, day) }
    }
}
