//! Days, and what was perhaps meant by something else.

use super::at::{At, excerpt};
use crate::domain::calendar::{Day, parse_day};
use crate::domain::fault::Problem;
use crate::json::Json;

impl At {
    /// Reads a day.
    pub(super) fn day(&mut self, value: &Json) -> Option<Day> {
        let Some(text) = value.as_str().map(str::trim) else {
            return self.wrong("expected.day", value);
        };
        if let Some(day) = parse_day(text) {
            return Some(day);
        }
        // A moment names a day too.
        let day = text.split_once(['T', ' ']).and_then(|(day, _)| parse_day(day));
        let found = excerpt(value);
        if day.is_some() {
            self.advise(Problem::DayWithTime { found });
            return day;
        }
        self.left_out(Problem::BadDay {
            found,
            nearest: meant(text),
        });
        None
    }

    /// Whether `end`, if both are known, is not before `start`; told at `field`, and then neither counts.
    pub(super) fn in_order(&mut self, field: &str, start: Option<Day>, end: Option<Day>) -> bool {
        let (Some(start), Some(end)) = (start, end) else {
            return true;
        };
        if end < start {
            let problem = Problem::EndBeforeStart { start, end };
            self.field(field, |at| at.left_out(problem));
        }
        start <= end
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
