//! What is wrong with a text that is not JSON, for somebody who wrote it by hand.

use serde_json::Error;

use super::at::begin;
use crate::domain::fault::{Problem, Slip};

/// Where it stops being JSON, and the slip that is the likely cause.
pub(super) fn problem(text: &str, error: &Error) -> Problem {
    let line = error.line();
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let before = begin(text, start + error.column().saturating_sub(1));
    let after = &text[before.len()..];
    let column = before.len() - before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before[before.len() - column..].chars().count() + 1;
    let slip = if error.is_eof() {
        Slip::EndsEarly
    } else {
        slip(before, after)
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
