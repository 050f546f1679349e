//! Numbers by text, looked up at every event.

use std::collections::BTreeMap;
use std::hash::Hasher;

use super::hash::Quick;
use crate::domain::event::Subject;
use crate::domain::goals::Text;

/// Numbers by kind and text. Anybody may choose texts, so this is a tree: texts whose hashes are the same make it no
/// slower. The hash comes first because comparing it looks at no text.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(BTreeMap<(u64, Text), u32>);

/// What is known by its text.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Initiative,
    KeyResult,
    Guardrail,
    Objective,
    Author,
}

impl Kind {
    /// The kind and the text of a subject that is known by one.
    pub(super) fn of(subject: &Subject) -> Option<(Self, Text)> {
        match subject {
            Subject::Initiative(id) => Some((Self::Initiative, id.text())),
            Subject::KeyResult(id) => Some((Self::KeyResult, id.text())),
            Subject::Guardrail(id) => Some((Self::Guardrail, id.text())),
            Subject::Objective(id) => Some((Self::Objective, id.text())),
            Subject::NorthStar | Subject::Begun(_) | Subject::Team | Subject::Erasures => None,
        }
    }
}

impl Names {
    pub(super) fn get(&self, kind: Kind, text: Text) -> Option<u32> {
        self.0.get(&key(kind, text)).copied()
    }

    /// Gives a text a number, if it has none.
    pub(super) fn put(&mut self, kind: Kind, text: Text, number: u32) {
        self.0.entry(key(kind, text)).or_insert(number);
    }
}

fn key(kind: Kind, text: Text) -> (u64, Text) {
    let mut hash = Quick::default();
    hash.write(text.as_bytes());
    // No two kinds have anything in common.
    (hash.finish() & !7 | kind as u64, text)
}
