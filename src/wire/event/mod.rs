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

use std::cell::RefCell;
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
        by: author(&sealed.by),
        body: types::read(&value).unwrap_or_else(|| unknown(&value)),
    })
}

thread_local! {
    /// Those whose events came lately, each where its letters say.
    static AUTHORS: RefCell<Vec<Rc<str>>> = RefCell::new(vec![Rc::default(); 256]);
}

/// A name, mostly the same copy of it: a team does many things and has few names.
fn author(by: &str) -> Rc<str> {
    let place = by
        .bytes()
        .fold(0, |sum: u8, byte| sum.wrapping_mul(31).wrapping_add(byte));
    AUTHORS.with_borrow_mut(|lately| match lately.get_mut(usize::from(place)) {
        Some(known) if **known == *by => known.clone(),
        Some(other) => {
            *other = Rc::from(by);
            other.clone()
        }
        None => Rc::from(by),
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
