//! JSON text to values and back, small enough for a widget.
//!
//! Why no crate: see “What weighs what” in ARCHITECTURE.md. What is read here is read exactly as `serde_json` reads it;
//! a test compares the two over whatever text there is. Values have its methods by its names.

mod fields;
mod parse;
mod write;

use std::rc::Rc;

pub use self::fields::Fields;
pub use self::parse::{Cause, Fault, Step, parse, read};
pub use self::write::{Object, quoted};

/// What a text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, always finite. JSON knows one kind of number, so `8.0` is `8`.
    Number(f64),
    /// A text.
    Text(Rc<str>),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Fields),
}

/// Beyond this, a number may stand for several whole ones.
const WHOLE_LIMIT: f64 = 9_007_199_254_740_992.0;

impl Json {
    /// A field of an object; of anything else there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The number, if it is a whole one of 0 or more that is exact.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        let number = self.as_f64()?;
        (number.trunc() == number && (0.0..=WHOLE_LIMIT).contains(&number)).then_some(number as u64)
    }

    /// The items, if it is a list.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The fields, if it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Fields> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }
}
