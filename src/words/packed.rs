//! A language as a file: the sentences alone, in the order of `lang/en.json`, made by `xtask/src/lang.rs`.
//!
//! The first line holds, between tabs, the version, the language's tag, `ltr` or `rtl`, and its plural categories. Each
//! further line is one sentence; its plural forms, in the order of the categories, stand between tabs. A line that is
//! empty, or missing, is said in English. Of the pseudo-locale there is the first line alone.

use std::rc::Rc;

use super::{ENGLISH, pseudo};
use crate::json::{Fields, Json};

/// Only a file that was packed for the very same English sentences can be read in their order.
const VERSION: u32 = hash(ENGLISH);

const PSEUDO: &str = "en-x-pseudo";

#[derive(Debug)]
pub(super) struct Packed(Rc<str>);

impl Packed {
    /// Nothing, if the file belongs to another version.
    pub(super) fn read(file: Rc<str>) -> Option<Self> {
        let packed = Self(file);
        (packed.head(0).parse() == Ok(VERSION)).then_some(packed)
    }

    pub(super) fn lang(&self) -> &str {
        self.head(1)
    }

    pub(super) fn is_rtl(&self) -> bool {
        self.head(2) == "rtl"
    }

    /// Puts this language's sentences in the place of English ones, of which the first is the `nth` of all.
    pub(super) fn lay_over(&self, english: &mut Fields, nth: usize) {
        if self.lang() == PSEUDO {
            return pseudo::accent(english);
        }
        let mut lines = self.0.split('\n').skip(nth + 1);
        for value in english.values_mut() {
            match lines.next() {
                None => return,
                Some("") => {}
                Some(line) if line.contains('\t') => *value = Json::Object(self.forms(line)),
                Some(line) => *value = Json::Text(line.into()),
            }
        }
    }

    fn forms(&self, line: &str) -> Fields {
        let mut forms = Fields::default();
        for (category, form) in self.header().skip(3).zip(line.split('\t')) {
            forms.insert(category.into(), Json::Text(form.into()));
        }
        forms
    }

    fn head(&self, nth: usize) -> &str {
        self.header().nth(nth).unwrap_or_default()
    }

    fn header(&self) -> impl Iterator<Item = &str> {
        self.0.split('\n').next().unwrap_or_default().split('\t')
    }
}

/// FNV-1a. `xtask/src/lang.rs` has the same.
const fn hash(text: &[u8]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut at = 0;
    while at < text.len() {
        hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}
