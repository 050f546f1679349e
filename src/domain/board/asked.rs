//! What else can be asked of a board: ideas, pitches, proposals, questions, decisions, reviews, and who takes part.

use std::rc::Rc;

use super::order::by_event;
use super::slot::{Remark, Signer, State, Voices};
use super::{Aim, Board, Constellation, Decision, Idea, Join, Life, Pitch, Proposal, Question, Review};
use crate::domain::calendar::Day;
use crate::domain::event::{EventId, Subject};
use crate::domain::id::{MemberId, ObjectiveId};
use crate::domain::people::Person;

/// Everything of one kind that events began, oldest first.
macro_rules! all {
    ($($(#[$doc:meta])* $all:ident $one:ident $kind:ident)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $all(&self) -> Vec<&Rc<$kind>> {
            let states = self.slots.iter().map(|slot| &slot.state);
            let mut all: Vec<_> = states
                .filter_map(|state| match state {
                    State::$kind(one) => Some(one),
                    _ => None,
                })
                .collect();
            by_event(&mut all, |one| one.id);
            all
        }

        /// The one of them that an event began.
        #[must_use]
        pub fn $one(&self, id: EventId) -> Option<&Rc<$kind>> {
            match self.state(&Subject::Begun(id))? {
                State::$kind(one) => Some(one),
                _ => None,
            }
        }
    )*};
}

impl Board {
    all! {
        /// The ideas, oldest first.
        ideas idea Idea
        /// The pitches, oldest first.
        pitches pitch Pitch
        /// The proposed objectives and changes, oldest first.
        proposals proposal Proposal
        /// The questions, oldest first.
        questions question Question
        /// The decisions put into the log, oldest first.
        decisions decision Decision
        /// The reviews, oldest first.
        reviews review Review
        /// The wishes to join, oldest first.
        joins join Join
    }

    /// How an objective ended, if it did.
    #[must_use]
    pub fn aim(&self, id: &ObjectiveId) -> Option<&Rc<Aim>> {
        match self.state(&Subject::Objective(id.clone()))? {
            State::Aim(aim) => Some(aim),
            _ => None,
        }
    }

    /// Who is away, and the members' constellations.
    #[must_use]
    pub fn life(&self) -> Option<&Rc<Life>> {
        match self.state(&Subject::Team)? {
            State::Life(life) => Some(life),
            _ => None,
        }
    }

    /// A member's constellations, each with those of its stars that they still hold.
    #[must_use]
    pub fn constellations(&self, member: &MemberId) -> Vec<Constellation> {
        let Some(life) = self.life() else {
            return Vec::new();
        };
        let shown = life.constellations(member).map(|named| {
            let mut named = named.clone();
            named
                .initiatives
                .retain(|id| self.work(id).is_some_and(|work| work.holds(member)));
            named
        });
        shown.filter(|named| !named.initiatives.is_empty()).collect()
    }

    /// What people said of something, oldest first.
    #[must_use]
    pub fn remarks(&self, subject: &Subject) -> &[Remark] {
        self.voices(subject).map_or(&[], |voices| &voices.remarks)
    }

    /// Who supports something or put their name under it, oldest first.
    #[must_use]
    pub fn signers(&self, subject: &Subject) -> &[Signer] {
        self.voices(subject).map_or(&[], |voices| &voices.signers)
    }

    /// How many of how many on the team that day put their names under something: "5 of 7". Without a list of members
    /// nobody knows of how many.
    #[must_use]
    pub fn signed(&self, subject: &Subject, today: Day) -> (usize, Option<usize>) {
        let team = self.team(today);
        let signers = self.signers(subject);
        if !self.goals.lists_members() {
            return (signers.len(), None);
        }
        let here = signers
            .iter()
            .filter(|signer| team.iter().any(|person| person.id == signer.by.id));
        (here.count(), Some(team.len()))
    }

    /// Who is on the team on a day: whom the document lists, and whom leads let in.
    #[must_use]
    pub fn team(&self, today: Day) -> Vec<Person> {
        let listed = self
            .goals
            .members
            .iter()
            .filter(|member| self.goals.is_here(&member.id, today));
        let listed = listed.map(|member| Person {
            id: member.id.clone(),
            name: member.name.clone(),
        });
        listed.chain(self.guests.iter().cloned()).collect()
    }

    /// Who a name means: somebody in the document, or whom leads let in.
    #[must_use]
    pub fn person(&self, name: &str) -> Option<Person> {
        let guest = || {
            let key = super::cast::key(name);
            self.guests.iter().find(|person| person.id == key).cloned()
        };
        self.goals.person(name).or_else(guest)
    }

    /// Whether an accepted change does not hold any more, because the document says something else since.
    #[must_use]
    pub fn is_superseded(&self, proposal: EventId) -> bool {
        self.superseded.contains(&proposal)
    }

    fn voices(&self, subject: &Subject) -> Option<&Voices> {
        self.slot(subject)?.voices.as_deref()
    }
}
