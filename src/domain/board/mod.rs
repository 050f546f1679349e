//! What the goal document and the set of events fold into.
//!
//! A [`Ledger`] takes events in any order and keeps a [`Board`], a plain value to draw. Each initiative and key result
//! folds alone, from its own events in their order, so an event that arrives late refolds one card and not the board.

mod ledger;
mod log;
mod measured;
mod refusal;
mod work;

use std::collections::HashMap;
use std::rc::Rc;

pub use ledger::{Added, Ledger};
pub use log::Logged;
pub use measured::{Measured, Report};
pub use refusal::Refusal;
pub use work::{Claim, Finish, Offer, Spoken, Work};

use super::goals::{Goals, Initiative, Objective};
use super::id::{InitiativeId, KeyResultId};

/// The board as of some set of events. Cheap to clone: everything that can be large is shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    goals: Rc<Goals>,
    index: Rc<Index>,
    works: Vec<Rc<Work>>,
    measured: Vec<Rc<Measured>>,
}

/// Where things stand in the document, by id.
#[derive(Debug, Default, PartialEq)]
struct Index {
    initiatives: HashMap<InitiativeId, usize>,
    key_results: HashMap<KeyResultId, usize>,
    /// Objective and initiative of each work.
    places: Vec<(usize, usize)>,
    /// Objective and key result of each measurement.
    rows: Vec<(usize, usize)>,
}

impl Index {
    fn new(goals: &Goals) -> Self {
        let mut index = Self::default();
        for (o, objective) in goals.objectives.iter().enumerate() {
            for (k, key_result) in objective.key_results.iter().enumerate() {
                index.key_results.insert(key_result.id.clone(), index.rows.len());
                index.rows.push((o, k));
            }
            for (i, initiative) in objective.initiatives.iter().enumerate() {
                index.initiatives.insert(initiative.id.clone(), index.places.len());
                index.places.push((o, i));
            }
        }
        for (number, (_, initiative)) in goals.initiatives().enumerate() {
            for old in &initiative.formerly {
                index.initiatives.entry(old.clone()).or_insert(number);
            }
        }
        index
    }
}

impl Board {
    /// The board before anybody did anything.
    #[must_use]
    pub fn new(goals: Rc<Goals>) -> Self {
        let index = Rc::new(Index::new(&goals));
        let works = goals
            .initiatives()
            .map(|(_, i)| Rc::new(Work::new(&goals, i)))
            .collect();
        let measured = goals
            .objectives
            .iter()
            .flat_map(|o| &o.key_results)
            .map(|k| Rc::new(Measured::new(k)))
            .collect();
        Self {
            goals,
            index,
            works,
            measured,
        }
    }

    /// What leads wrote.
    #[must_use]
    pub fn goals(&self) -> &Rc<Goals> {
        &self.goals
    }

    /// An initiative, its objective and its state; former ids find it too.
    #[must_use]
    pub fn initiative(&self, id: &InitiativeId) -> Option<(&Rc<Objective>, &Rc<Initiative>, &Rc<Work>)> {
        let number = *self.index.initiatives.get(id)?;
        let (o, i) = self.index.places[number];
        let objective = &self.goals.objectives[o];
        Some((objective, &objective.initiatives[i], &self.works[number]))
    }

    /// The state of an initiative.
    #[must_use]
    pub fn work(&self, id: &InitiativeId) -> Option<&Rc<Work>> {
        self.initiative(id).map(|(_, _, work)| work)
    }

    /// What is known of a key result's number.
    #[must_use]
    pub fn measured(&self, id: &KeyResultId) -> Option<&Rc<Measured>> {
        self.index.key_results.get(id).map(|number| &self.measured[*number])
    }

    /// All initiatives with their states, column by column.
    pub fn works(&self) -> impl Iterator<Item = (&Rc<Objective>, &Rc<Initiative>, &Rc<Work>)> {
        self.goals.initiatives().zip(&self.works).map(|((o, i), w)| (o, i, w))
    }
}
