//! A shape is one kind of value of the format: how it is read from JSON, and how JSON Schema describes it. Both stand
//! side by side, so that neither can change alone.

#[cfg(feature = "schema")]
use serde_json::{Map, Value, json};

use super::TEXT_LIMIT;
use super::at::{At, begin, excerpt};
use crate::domain::calendar::{Day, parse_day};
use crate::domain::fault::Problem;
use crate::domain::goals::Text;
use crate::figures;
use crate::json::Json;

/// A kind of value of the format.
pub(super) trait Shape: Sized {
    /// How many of it a list may hold.
    const MOST: usize = 1_000;

    /// Whether a plain string may stand for it, and so for a list of one.
    const WORD: bool = false;

    /// Reads it; what is wrong is told to `at`, and `None` means it is left out.
    fn read(value: &Json, at: &mut At) -> Option<Self>;

    /// Its JSON Schema. Objects are put into `defs` by name and referred to.
    #[cfg(feature = "schema")]
    fn schema(defs: &mut Map<String, Value>) -> Value;
}

impl Shape for Text {
    const WORD: bool = true;

    fn read(value: &Json, at: &mut At) -> Option<Self> {
        match value {
            Json::Text(text) => {
                let mut text = text.trim();
                if text.len() > TEXT_LIMIT {
                    text = begin(text, TEXT_LIMIT);
                    at.advise(Problem::TooLong { limit: TEXT_LIMIT });
                }
                (!text.is_empty()).then(|| text.into())
            }
            Json::Number(number) => {
                let text = figures::text(*number);
                at.advise(Problem::Unquoted { found: text.clone() });
                Some(text.into())
            }
            other => at.wrong("expected.text", other),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "string" })
    }
}

impl Shape for bool {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        match value {
            Json::Bool(yes) => Some(*yes),
            Json::Text(text) if matches!(&**text, "true" | "false") => {
                at.advise(Problem::Quoted {
                    found: text.to_string(),
                });
                Some(&**text == "true")
            }
            other => at.wrong("expected.yes-or-no", other),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Shape for Day {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        let Some(text) = value.as_str().map(str::trim) else {
            return at.wrong("expected.day", value);
        };
        if let Some(day) = parse_day(text) {
            return Some(day);
        }
        // A moment names a day too.
        let day = text.split_once(['T', ' ']).and_then(|(day, _)| parse_day(day));
        let found = excerpt(value);
        if day.is_some() {
            at.advise(Problem::DayWithTime { found });
            return day;
        }
        at.left_out(Problem::BadDay {
            found,
            nearest: meant(text),
        });
        None
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}

/// The day that was meant by `31.10.2026`, `10/31/2026` or `2026-1-5`, if only one can have been.
fn meant(text: &str) -> Option<String> {
    let mut numbers = text.split(['.', '-', '/']).map(|part| part.trim().parse::<u32>().ok());
    let (a, b, c) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() {
        return None;
    }
    let (year, orders): (u32, &[(u32, u32)]) = if a > 31 {
        (a, &[(b, c)])
    } else if text.contains('/') && a != b {
        (c, &[(a, b), (b, a)])
    } else {
        (c, &[(b, a)])
    };
    let year = i32::try_from(year).ok().filter(|year| (1900..3000).contains(year))?;
    let mut days = orders
        .iter()
        .filter_map(|(month, day)| Day::from_ymd_opt(year, *month, *day));
    let day = days.next()?;
    days.next().is_none().then(|| day.to_string())
}
