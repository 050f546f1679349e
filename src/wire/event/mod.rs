//! Bodies of events as JSON text, in both directions.
//!
//! A body is an object with a `type`. What is not understood, a type or a field of a later version, is not lost: the
//! sealed text is what is kept and passed on. `types.rs` lists every type with its fields, once: what is read, what is
//! written and what is known all come from there.

mod change;
mod field;
mod lists;
mod record;
#[cfg(feature = "schema")]
pub mod reference;
mod types;
mod words;

use std::rc::Rc;

use super::sealed::Sealed;
use crate::domain::event::{Body, Event};
use crate::domain::id::InitiativeId;
use crate::json::{self, Json};

pub use types::{KINDS, kind, text};

/// Opens a sealed event. A body of an unknown type, or one that lacks what its type needs, is [`Body::Unknown`].
#[must_use]
pub fn open(sealed: &Sealed) -> Rc<Event> {
    let value = json::parse(&sealed.e).unwrap_or_default();
    Rc::new(Event {
        id: sealed.id,
        by: Rc::from(sealed.by.as_str()),
        body: types::read(&value).unwrap_or_else(|| unknown(&value)),
    })
}

fn unknown(value: &Json) -> Body {
    let text = |name: &str| value.get(name).and_then(Json::as_str);
    let kind = text("type").unwrap_or_default();
    // A known type with a faulty body comes from no later version: it says nothing and locks nothing.
    let later = !KINDS.iter().any(|(known, _)| *known == kind);
    Body::Unknown {
        kind: kind.into(),
        initiative: text("initiative").filter(|_| later).map(InitiativeId::from),
    }
}
