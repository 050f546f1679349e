//! What is wrong with a text that is not JSON, for somebody who wrote it by hand.

use super::DEPTH_LIMIT;
use super::at::begin;
use crate::domain::fault::{Problem, Slip};
use crate::json::{Cause, Fault};

/// Where it stops being JSON, and the slip that is the likely cause.
pub(super) fn problem(text: &str, fault: Fault) -> Problem {
    let before = begin(text, fault.place);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let slip = match fault.cause {
        Cause::TooDeep => {
            return Problem::TooDeep {
                line,
                limit: DEPTH_LIMIT,
            };
        }
        Cause::EndsEarly => Slip::EndsEarly,
        Cause::NotJson => slip(before, text.get(before.len()..).unwrap_or_default()),
    };
    Problem::NotJson { line, column, slip }
}

fn slip(before: &str, after: &str) -> Slip {
    let last = before.trim_end().chars().next_back();
    match (last, after.trim_start().chars().next()) {
        (Some(','), Some('}' | ']' | ',')) => Slip::CommaTooMany,
        (_, Some('/' | '#')) | (Some('/'), _) => Slip::Comment,
        (_, Some('\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»')) => Slip::Quotes,
        (Some('"' | '}' | ']' | '0'..='9' | 'e' | 'l'), Some('"' | '{' | '[')) => Slip::CommaMissing,
        _ => Slip::Other,
    }
}
