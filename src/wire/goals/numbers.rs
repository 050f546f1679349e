//! Numbers. JSON has no infinity and no NaN, so none comes out of here either.

use super::at::At;
use super::shape::{Range, Shape};
use super::written::{Form, Value};
use crate::domain::fault::Problem;
use crate::figures;
use crate::json::Json;

/// A number of 0 or more.
pub(super) enum Amount {}

/// A whole number of 0 or more.
pub(super) enum Whole {}

/// A whole number of 1 or more.
pub(super) enum Count {}

/// The version of the format.
pub(super) enum Format {}

/// The largest whole number: more days, minutes or seats than anybody means.
const MOST: f64 = 100_000.0;

/// Any number.
pub(super) const NUMBER: Range = Range {
    expected: "expected.number",
    least: f64::MIN,
    most: f64::MAX,
    whole: false,
};

/// Numbers of 0 or more.
pub(super) const AMOUNT: Range = Range {
    expected: "expected.amount",
    least: 0.0,
    ..NUMBER
};

/// Whole numbers of 1 or more.
pub(super) const COUNT: Range = Range {
    expected: "expected.count",
    least: 1.0,
    most: MOST,
    whole: true,
};

const WHOLE: Range = Range {
    expected: "expected.whole",
    least: 0.0,
    ..COUNT
};

macro_rules! numbers {
    ($($form:ty, $shape:expr, $held:ty;)*) => {$(
        impl Form for $form {
            type Held<'a> = $held;

            const SHAPE: Shape = $shape;

            fn held(value: &Value) -> $held {
                number(value) as $held
            }
        }
    )*};
}

numbers! {
    f64, Shape::Number(&NUMBER), f64;
    Amount, Shape::Number(&AMOUNT), f64;
    Whole, Shape::Number(&WHOLE), u32;
    Count, Shape::Number(&COUNT), usize;
    Format, Shape::Format, u64;
}

fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => *number,
        _ => 0.0,
    }
}

impl At {
    /// Reads a number of a range. In quotes it is read as well, and advised against.
    pub(super) fn number(&mut self, range: &Range, value: &Json) -> Option<f64> {
        let quoted = value.as_str().map(str::trim);
        let number = match quoted {
            Some(text) => figures::read(text),
            None => value.as_f64(),
        };
        let fits = |n: &f64| *n >= range.least && *n <= range.most && (!range.whole || n.trunc() == *n);
        let Some(number) = number.filter(fits) else {
            return self.wrong(range.expected, value);
        };
        if let Some(text) = quoted {
            self.advise(Problem::Quoted { found: text.to_owned() });
        }
        // There is one zero on a board.
        Some(number + 0.0)
    }
}
