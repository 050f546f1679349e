//! What the goal document and the set of events fold into.
//!
//! A [`Ledger`] takes events in any order and keeps a [`Board`], a plain value to draw. Each thing that events are about
//! folds alone, from its own events in their order, so an event that arrives late refolds one card and not the board.

mod aim;
mod asked;
mod before;
mod cast;
mod charter;
mod columns;
mod context;
mod decision;
mod effects;
mod erasures;
mod filing;
mod hash;
mod idea;
mod join;
mod ledger;
mod life;
mod log;
mod measured;
mod mention;
mod names;
mod order;
mod pitch;
mod proposal;
mod reach;
mod refusal;
mod registry;
mod replay;
mod review;
mod ruling;
mod shared;
mod slot;
mod trial;
mod work;

use std::rc::Rc;

pub use aim::{Aim, Closing};
pub use decision::{Answered, Decision, Question};
pub(crate) use hash::Map;
pub use idea::{Draft, Idea};
pub use join::Join;
pub use ledger::{Added, Ledger};
pub use life::{Away, Constellation, Life};
pub use log::Logged;
pub use measured::{Measured, Report, Waiver};
pub use pitch::{Feedback, Pitch, PitchState, Revision};
pub use proposal::{Proposal, Proposed};
pub use refusal::Refusal;
pub use review::{Entry, Review, Said};
pub use ruling::{Ruled, Rulings};
pub use slot::{Remark, Signer};
pub use work::{Claim, Finish, Offer, Spoken, Work};

use self::registry::Registry;
use self::shared::Shared;
use self::slot::{Slot, State};
use super::event::{EventId, Subject};
use super::goals::{Goals, Initiative, Objective};
use super::id::{InitiativeId, KeyResultId};
use super::people::Person;

/// The board as of some set of events. Cheap to clone: everything that can be large is shared.
#[derive(Clone, Debug)]
pub struct Board {
    goals: Rc<Goals>,
    registry: Rc<Registry>,
    slots: Shared<Slot>,
    /// The numbers of each objective's initiatives, in the order they are shown.
    columns: Vec<Rc<Vec<u32>>>,
    superseded: Rc<Vec<EventId>>,
    guests: Rc<Vec<Person>>,
}

/// Numbers differ with the order of arrival; what they stand for does not.
impl PartialEq for Board {
    fn eq(&self, other: &Self) -> bool {
        let values = (&self.superseded, &self.guests) == (&other.superseded, &other.guests)
            && (Rc::ptr_eq(&self.goals, &other.goals) || self.goals == other.goals);
        if Rc::ptr_eq(&self.registry, &other.registry) && self.slots.len() == other.slots.len() {
            return values && self.slots.same(&other.slots, |a, b| a == b);
        }
        values && self.holds(other) && other.holds(self)
    }
}

impl Board {
    /// The board before anybody did anything.
    #[must_use]
    pub fn new(goals: Rc<Goals>) -> Self {
        Ledger::new(goals).board().clone()
    }

    /// Whether all there is here is the same there.
    fn holds(&self, other: &Self) -> bool {
        self.slots.iter().enumerate().all(|(number, slot)| {
            let there = || Some(other.slot(&self.registry.subject(number)?));
            there().is_some_and(|there| there.unwrap_or(&Slot::default()) == slot)
        })
    }

    fn slot(&self, subject: &Subject) -> Option<&Slot> {
        self.slots.get(self.registry.get(subject)?)
    }

    fn state(&self, subject: &Subject) -> Option<&State> {
        self.slot(subject).map(|slot| &slot.state)
    }

    fn work_at(&self, number: u32) -> Option<&Rc<Work>> {
        match &self.slots.get(number as usize)?.state {
            State::Work(work) => Some(work),
            _ => None,
        }
    }

    /// What leads wrote, with what was accepted and what holders changed.
    #[must_use]
    pub fn goals(&self) -> &Rc<Goals> {
        &self.goals
    }

    /// An initiative, its objective and its state; former ids find it too.
    #[must_use]
    pub fn initiative(&self, id: &InitiativeId) -> Option<(&Rc<Objective>, &Rc<Initiative>, &Rc<Work>)> {
        let work = self.work(id)?;
        let objective = self.goals.objectives.iter().find(|o| o.id == work.objective)?;
        Some((objective, &work.initiative, work))
    }

    /// The state of an initiative.
    #[must_use]
    pub fn work(&self, id: &InitiativeId) -> Option<&Rc<Work>> {
        match self.state(&Subject::Initiative(id.clone()))? {
            State::Work(work) => Some(work),
            _ => None,
        }
    }

    /// What is known of a key result's number.
    #[must_use]
    pub fn measured(&self, id: &KeyResultId) -> Option<&Rc<Measured>> {
        self.number(&Subject::KeyResult(id.clone()))
    }

    /// What is known of the number of a key result, a guardrail or the North Star.
    #[must_use]
    pub fn number(&self, subject: &Subject) -> Option<&Rc<Measured>> {
        match self.state(subject)? {
            State::Measured(measured) => Some(measured),
            _ => None,
        }
    }

    /// All initiatives with their states, column by column.
    pub fn works(&self) -> impl Iterator<Item = (&Rc<Objective>, &Rc<Initiative>, &Rc<Work>)> {
        let columns = self.goals.objectives.iter().zip(&self.columns);
        columns.flat_map(move |(objective, column)| {
            let works = column.iter().filter_map(|number| self.work_at(*number));
            works.map(move |work| (objective, &work.initiative, work))
        })
    }
}
