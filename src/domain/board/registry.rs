//! Numbers for subjects, so that folding compares no texts.

use std::cell::RefCell;

use super::names::{Kind, Name, Names};
use crate::domain::event::Subject;
use crate::domain::goals::Goals;
use crate::domain::id::InitiativeId;

/// The first numbers.
const ALWAYS: [Subject; 3] = [Subject::Team, Subject::Erasures, Subject::NorthStar];

fn always(subject: &Subject) -> Option<usize> {
    ALWAYS.iter().position(|always| always == subject)
}

/// Every subject that anything here is about, numbered as they came. Numbers are only ever added and keep their
/// meaning, so boards of different moments share one registry.
#[derive(Debug, Default)]
pub(super) struct Registry(RefCell<Numbers>);

#[derive(Debug, Default)]
struct Numbers {
    names: Names,
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
        for (_, initiative) in goals.initiatives().filter(|(_, i)| !i.formerly.is_empty()) {
            let number = registry.number(&Subject::Initiative(initiative.id.clone()));
            for old in &initiative.formerly {
                let mut numbers = registry.0.borrow_mut();
                numbers.names.put(Name::new(Kind::Initiative, old.text()), number);
            }
        }
        registry
    }

    /// The number of a subject, if it has one.
    pub(super) fn get(&self, subject: &Subject) -> Option<usize> {
        let Some(name) = Name::of(subject) else {
            return always(subject);
        };
        self.0.borrow().names.get(&name).map(|number| number as usize)
    }

    /// The number of a subject, a new one if it has none.
    pub(super) fn number(&self, subject: &Subject) -> u32 {
        let numbers = &mut *self.0.borrow_mut();
        let new = u32::try_from(numbers.subjects.len()).unwrap_or(u32::MAX);
        let number = match Name::of(subject) {
            Some(name) => numbers.names.put(name, new),
            None => always(subject).and_then(|n| u32::try_from(n).ok()).unwrap_or(new),
        };
        if number >= new {
            numbers.subjects.push(subject.clone());
        }
        number
    }

    /// The number of an initiative, if it has one.
    pub(super) fn of(&self, initiative: &InitiativeId) -> Option<u32> {
        let name = Name::new(Kind::Initiative, initiative.text());
        self.0.borrow().names.get(&name)
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
