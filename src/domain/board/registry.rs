//! Numbers for subjects, so that folding compares no texts.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::names::{Kind, Names};
use crate::domain::event::{EventId, Subject};
use crate::domain::goals::Goals;
use crate::domain::id::InitiativeId;

/// The first numbers.
const ALWAYS: [Subject; 3] = [Subject::Team, Subject::Erasures, Subject::NorthStar];

/// Every subject that anything here is about, numbered as they came. Numbers are only ever added and keep their
/// meaning, so boards of different moments share one registry.
#[derive(Debug, Default)]
pub(super) struct Registry(RefCell<Numbers>);

#[derive(Debug, Default)]
struct Numbers {
    names: Names,
    /// What events began. Anybody may name events that are none, so this is a tree.
    begun: BTreeMap<EventId, u32>,
    subjects: Vec<Subject>,
}

impl Registry {
    /// What the document has, its initiatives' former ids included: they lead to what bears a new one.
    pub(super) fn new(goals: &Goals) -> Self {
        let registry = Self::default();
        for always in ALWAYS {
            registry.number(&always);
        }
        for objective in &goals.objectives {
            registry.number(&Subject::Objective(objective.id.clone()));
            for key_result in &objective.key_results {
                registry.number(&Subject::KeyResult(key_result.id.clone()));
            }
            for initiative in &objective.initiatives {
                registry.number(&Subject::Initiative(initiative.id.clone()));
            }
        }
        for guardrail in &goals.guardrails {
            registry.number(&Subject::Guardrail(guardrail.id.clone()));
        }
        for (_, initiative) in goals.initiatives() {
            let number = registry.number(&Subject::Initiative(initiative.id.clone()));
            for old in &initiative.formerly {
                let mut numbers = registry.0.borrow_mut();
                numbers.names.put(Kind::Initiative, old.text(), number);
            }
        }
        registry
    }

    /// The number of a subject, if it has one.
    pub(super) fn get(&self, subject: &Subject) -> Option<usize> {
        let numbers = self.0.borrow();
        let number = match (Kind::of(subject), subject) {
            (Some((kind, text)), _) => numbers.names.get(kind, text)?,
            (None, Subject::Begun(id)) => *numbers.begun.get(id)?,
            (None, _) => return ALWAYS.iter().position(|always| always == subject),
        };
        Some(number as usize)
    }

    /// The number of a subject, a new one if it has none.
    pub(super) fn number(&self, subject: &Subject) -> u32 {
        if let Some(number) = self.get(subject).filter(|number| *number < self.len()) {
            return u32::try_from(number).unwrap_or(u32::MAX);
        }
        let numbers = &mut *self.0.borrow_mut();
        let number = u32::try_from(numbers.subjects.len()).unwrap_or(u32::MAX);
        numbers.subjects.push(subject.clone());
        if let Some((kind, text)) = Kind::of(subject) {
            numbers.names.put(kind, text, number);
        } else if let Subject::Begun(id) = subject {
            numbers.begun.insert(*id, number);
        }
        number
    }

    /// The number of an initiative, if it has one.
    pub(super) fn of(&self, initiative: &InitiativeId) -> Option<u32> {
        self.0.borrow().names.get(Kind::Initiative, initiative.text())
    }

    /// The subject of a number.
    pub(super) fn subject(&self, number: usize) -> Option<Subject> {
        self.0.borrow().subjects.get(number).cloned()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.borrow().subjects.len()
    }
}
