//! Numbers for subjects, so that folding compares no texts.

use std::cell::RefCell;

use super::hash::Map;
use crate::domain::event::Subject;
use crate::domain::goals::Goals;
use crate::domain::id::InitiativeId;

/// Every subject that anything here is about, numbered as they came. Numbers are only ever added and keep their
/// meaning, so boards of different moments share one registry.
#[derive(Debug, Default)]
pub(super) struct Registry(RefCell<Numbers>);

#[derive(Debug, Default)]
struct Numbers {
    by_subject: Map<Subject, u32>,
    /// Apart from the others, because most events name one.
    initiatives: Map<InitiativeId, u32>,
    subjects: Vec<Subject>,
}

impl Registry {
    /// What the document has, its initiatives' former ids included: they lead to what bears a new one.
    pub(super) fn new(goals: &Goals) -> Self {
        let registry = Self::default();
        for always in [Subject::Team, Subject::Erasures, Subject::NorthStar] {
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
                numbers.initiatives.entry(old.clone()).or_insert(number);
            }
        }
        registry
    }

    /// The number of a subject, if it has one.
    pub(super) fn get(&self, subject: &Subject) -> Option<usize> {
        let numbers = self.0.borrow();
        let number = match subject {
            Subject::Initiative(id) => numbers.initiatives.get(id),
            other => numbers.by_subject.get(other),
        };
        number.map(|number| *number as usize)
    }

    /// The number of a subject, a new one if it has none.
    pub(super) fn number(&self, subject: &Subject) -> u32 {
        if let Some(number) = self.get(subject) {
            return u32::try_from(number).unwrap_or(u32::MAX);
        }
        let numbers = &mut *self.0.borrow_mut();
        let number = u32::try_from(numbers.subjects.len()).unwrap_or(u32::MAX);
        numbers.subjects.push(subject.clone());
        match subject {
            Subject::Initiative(id) => numbers.initiatives.insert(id.clone(), number),
            other => numbers.by_subject.insert(other.clone(), number),
        };
        number
    }

    /// The number of an initiative, if it has one.
    pub(super) fn of(&self, initiative: &InitiativeId) -> Option<u32> {
        self.0.borrow().initiatives.get(initiative).copied()
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
