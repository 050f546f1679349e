//! One look over the text before it is parsed, for what a parser does not tell: how deep it is, and which fields stand
//! twice in one object (a parser keeps the last and loses the first in silence).

use std::collections::HashSet;

use super::DEPTH_LIMIT;

/// What was seen. Of a text that is not JSON only `too_deep` means something.
pub(super) struct Scan {
    /// The line on which it becomes too deep.
    pub(super) too_deep: Option<usize>,
    /// Path and name of each field that stands twice.
    pub(super) twice: Vec<(String, String)>,
}

enum Frame<'a> {
    List(usize),
    Object {
        seen: HashSet<&'a str>,
        field: &'a str,
        names_field: bool,
    },
}

/// Looks over the text.
pub(super) fn scan(text: &str) -> Scan {
    let bytes = text.as_bytes();
    let mut stack: Vec<Frame> = Vec::new();
    let mut twice = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'"' => {
                let start = i + 1;
                i = end_of_string(bytes, start);
                let name = text.get(start..i).unwrap_or_default();
                if let Some(Frame::Object {
                    seen,
                    field,
                    names_field: true,
                }) = stack.last_mut()
                {
                    *field = name;
                    if !seen.insert(name) {
                        twice.push((path(&stack), name.to_owned()));
                    }
                }
            }
            open @ (b'{' | b'[') => {
                if stack.len() == DEPTH_LIMIT {
                    let line = bytes[..i].iter().filter(|b| **b == b'\n').count() + 1;
                    return Scan {
                        too_deep: Some(line),
                        twice,
                    };
                }
                stack.push(if open == b'[' {
                    Frame::List(0)
                } else {
                    Frame::Object {
                        seen: HashSet::new(),
                        field: "",
                        names_field: true,
                    }
                });
            }
            b'}' | b']' => {
                stack.pop();
            }
            mark @ (b':' | b',') => match stack.last_mut() {
                Some(Frame::Object { names_field, .. }) => *names_field = mark == b',',
                Some(Frame::List(index)) => *index += 1,
                None => {}
            },
            _ => {}
        }
        i += 1;
    }
    Scan { too_deep: None, twice }
}

fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut i = start;
    while i < bytes.len() && bytes[i] != b'"' {
        i += if bytes[i] == b'\\' { 2 } else { 1 };
    }
    i
}

fn path(stack: &[Frame]) -> String {
    let mut path = String::new();
    for frame in stack {
        match frame {
            Frame::List(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
            Frame::Object { field, .. } => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(field);
            }
        }
    }
    path
}
