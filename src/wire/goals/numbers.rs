//! Numbers. JSON has no infinity and no NaN, so none comes out of here either.

#[cfg(feature = "schema")]
use serde_json::{Map, Value, json};

use super::at::At;
use super::shape::Shape;
use crate::domain::fault::Problem;
use crate::figures;
use crate::json::Json;

/// A number of 0 or more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount(pub(super) f64);

/// A whole number of 0 or more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole(pub(super) u32);

/// A whole number of 1 or more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count(pub(super) u32);

/// The version of the format, which is known to be right by the time it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Format;

/// The largest whole number: more days, minutes or seats than anybody means.
const MOST: u32 = 100_000;

impl Shape for f64 {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        number(value, at, "expected.number", |_| true)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "number" })
    }
}

impl Shape for Amount {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        number(value, at, "expected.amount", |n| n >= 0.0).map(Self)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "number", "minimum": 0 })
    }
}

impl Shape for Whole {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        whole(value, at, "expected.whole", 0).map(Self)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": MOST })
    }
}

impl Shape for Count {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        whole(value, at, "expected.count", 1).map(Self)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "integer", "minimum": 1, "maximum": MOST })
    }
}

impl Shape for Format {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        Count::read(value, at).map(|_| Self)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "const": super::FORMAT })
    }
}

fn whole(value: &Json, at: &mut At, expected: &'static str, least: u32) -> Option<u32> {
    let fits = |n: f64| n.fract() == 0.0 && n >= f64::from(least) && n <= f64::from(MOST);
    number(value, at, expected, fits).map(|n| n as u32)
}

/// A number that `fits`. In quotes it is read as well, and advised against.
fn number(value: &Json, at: &mut At, expected: &'static str, fits: impl Fn(f64) -> bool) -> Option<f64> {
    let quoted = value.as_str().map(str::trim);
    let number = match quoted {
        Some(text) => figures::read(text),
        None => value.as_f64(),
    };
    let Some(number) = number.filter(|n| n.is_finite() && fits(*n)) else {
        return at.wrong(expected, value);
    };
    if let Some(text) = quoted {
        at.advise(Problem::Quoted { found: text.to_owned() });
    }
    // There is one zero on a board.
    Some(number + 0.0)
}
