//! Where the reader is in the document, and what it has found wrong so far.

use super::FAULT_LIMIT;
use crate::domain::fault::{Fault, Problem};
use crate::domain::goals::Text;
use crate::domain::nearest::nearest;
use crate::figures;
use crate::json::{Json, Step};

/// The reader's place and its list of faults.
#[derive(Debug, Default)]
pub(super) struct At {
    path: String,
    faults: Vec<Fault>,
    more: usize,
    compared: usize,
}

/// How many words may be compared in search of nearest ones, per document: a comparison is slow, faults can be many.
const COMPARE_LIMIT: usize = 40_000;

/// The longest word, in bytes, that is compared or shown whole.
const WORD_LIMIT: usize = 60;

impl At {
    /// Reads inside a field.
    pub(super) fn field<R>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> R) -> R {
        let length = self.path.len();
        add_field(&mut self.path, name);
        let result = read(self);
        self.path.truncate(length);
        result
    }

    /// Reads inside an item of a list.
    pub(super) fn item<R>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> R) -> R {
        let length = self.path.len();
        add_item(&mut self.path, index);
        let result = read(self);
        self.path.truncate(length);
        result
    }

    /// Reads inside an item of a field that is a list.
    pub(super) fn item_of<R>(&mut self, name: &str, index: usize, read: impl FnOnce(&mut Self) -> R) -> R {
        self.field(name, |at| at.item(index, read))
    }

    /// Something is wrong here, and this part is left out because of it.
    #[inline(never)]
    pub(super) fn left_out(&mut self, problem: Problem) {
        self.fault_at(self.path.clone(), problem, true);
    }

    /// Something is wrong here, and was read anyway.
    #[inline(never)]
    pub(super) fn advise(&mut self, problem: Problem) {
        self.fault_at(self.path.clone(), problem, false);
    }

    /// Something is wrong elsewhere.
    #[inline(never)]
    pub(super) fn fault_at(&mut self, path: String, problem: Problem, left_out: bool) {
        if self.faults.len() == FAULT_LIMIT {
            self.more += 1;
            return;
        }
        self.faults.push(Fault {
            path,
            within: Box::default(),
            problem,
            left_out,
            whole: false,
        });
    }

    /// A field that its object has already.
    #[inline(never)]
    pub(super) fn twice(&mut self, steps: &[Step]) {
        if self.faults.len() == FAULT_LIMIT {
            self.more += 1;
            return;
        }
        let mut path = String::new();
        let mut last = String::new();
        for step in steps {
            match step {
                Step::Field(name) => {
                    last = cut(name);
                    add_field(&mut path, &last);
                }
                Step::Item(index) => add_item(&mut path, *index),
            }
        }
        self.fault_at(path, Problem::DuplicateField { field: last }, false);
    }

    /// A value of another type than expected; left out.
    #[inline(never)]
    pub(super) fn wrong<T>(&mut self, expected: &'static str, found: &Json) -> Option<T> {
        self.left_out(Problem::WrongType {
            expected,
            found: excerpt(found),
        });
        None
    }

    /// Whether a text is one line, as what events are sealed with must be; else it is left out.
    pub(super) fn is_line(&mut self, text: &Text) -> bool {
        let line = !text.contains('\n');
        if !line {
            self.wrong::<()>("expected.line", &Json::Text(text.clone()));
        }
        line
    }

    /// Whether nearest words are no longer looked for.
    fn has_compared_enough(&self) -> bool {
        self.more > 0 || self.compared >= COMPARE_LIMIT
    }

    /// How many faults were told so far.
    pub(super) fn told(&self) -> usize {
        self.faults.len() + self.more
    }

    /// The whole entry around the last fault is missing because of it.
    pub(super) fn left_out_whole(&mut self) {
        if let Some(fault) = self.faults.last_mut() {
            fault.whole = true;
        }
    }

    /// Whether the document itself is read.
    pub(super) fn is_outermost(&self) -> bool {
        self.path.is_empty()
    }

    /// The known word nearest to one that is not known.
    #[inline(never)]
    pub(super) fn nearest(&mut self, word: &str, known: &mut dyn Iterator<Item = &str>) -> Option<String> {
        if word.len() > WORD_LIMIT || self.has_compared_enough() {
            return None;
        }
        let mut left = COMPARE_LIMIT.saturating_sub(self.compared);
        let alike = known.filter(|known| known.len().abs_diff(word.len()) <= 1 + word.len() / 2);
        let found = nearest(
            word,
            alike
                .inspect(|_| left = left.saturating_sub(1))
                .take(COMPARE_LIMIT - self.compared),
        );
        self.compared = COMPARE_LIMIT - left;
        found.map(str::to_owned)
    }

    /// Which of `words` a value is, compared without case.
    pub(super) fn word(&mut self, value: &Json, words: &[&str]) -> Option<usize> {
        let text = value.as_str().unwrap_or_default().trim();
        let found = words.iter().position(|word| word.eq_ignore_ascii_case(text));
        if found.is_none() {
            let nearest = self.nearest(text, &mut words.iter().copied());
            self.left_out(Problem::UnknownWord {
                found: excerpt(value),
                nearest,
                known: words.join(", ").into(),
            });
        }
        found
    }

    /// All that was found.
    pub(super) fn into_faults(mut self) -> Vec<Fault> {
        if self.more > 0 {
            self.faults.push(Fault {
                path: String::new(),
                within: Box::default(),
                problem: Problem::MoreFaults { count: self.more },
                left_out: false,
                whole: false,
            });
        }
        self.faults
    }
}

fn add_field(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}

fn add_item(path: &mut String, index: usize) {
    path.push('[');
    path.push_str(&index.to_string());
    path.push(']');
}

/// A value as a person recognises it, never long.
#[inline(never)]
pub(super) fn excerpt(value: &Json) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(yes) => yes.to_string(),
        Json::Number(number) => figures::text(*number),
        Json::Text(text) => {
            let mut quoted = String::from("\"");
            quoted.push_str(&cut(text));
            quoted.push('"');
            quoted
        }
        Json::List(_) => "[ … ]".to_owned(),
        Json::Object(_) => "{ … }".to_owned(),
    }
}

/// The beginning of a text.
pub(super) fn cut(text: &str) -> String {
    let begin = begin(text, WORD_LIMIT);
    let mut short = begin.to_owned();
    if begin.len() < text.len() {
        short.push('…');
    }
    short
}

/// At most `length` bytes of the beginning of a text.
pub(super) fn begin(text: &str, length: usize) -> &str {
    let mut end = length.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}
