//! Every sentence a person reads, by key.
//!
//! A catalogue is a flat JSON object. A value is a sentence with `{name}` places, or an object of plural forms
//! (`one`, `other`, … as in CLDR) chosen by the place `n`. Which form a number takes is told by the caller, who can ask
//! the browser.
//!
//! English is built in. Another language is laid over it, sentence by sentence, from a packed file (`packed`).

mod faults;
mod packed;
mod pseudo;

use std::cell::OnceCell;
use std::hint::black_box;
use std::rc::Rc;

use self::packed::Packed;
use crate::json::{self, Fields, Json};

const ENGLISH: &[u8] = include_bytes!("../lang/en.json");

/// The CLDR plural category that a language, by its BCP 47 tag, has for a number.
pub type Plural = fn(&str, f64) -> String;

/// Sentences above the blank line are there from the beginning, the others when the first of them is asked for: in the
/// widget that text comes with the second file (`xtask/src/split`).
const BLANK: usize = blank_line(ENGLISH);
// With the blank line, so that what ends this text does not begin the next.
static FIRST: [u8; BLANK + 1] = copy(0);
static MORE: [u8; ENGLISH.len() - BLANK] = copy(BLANK);

/// A catalogue of sentences in one language.
#[derive(Debug)]
pub struct Words {
    first: Fields,
    more: OnceCell<Fields>,
    packed: Option<Packed>,
    plural: Plural,
}

impl Words {
    /// The built-in English catalogue.
    #[must_use]
    pub fn english(plural: Plural) -> Self {
        Self::over_english(None, plural)
    }

    /// Another language, with English where it says nothing; nothing if the file was packed for another version.
    #[must_use]
    pub fn translated(file: Rc<str>, plural: Plural) -> Option<Self> {
        Some(Self::over_english(Some(Packed::read(file)?), plural))
    }

    fn over_english(packed: Option<Packed>, plural: Plural) -> Self {
        let mut first = first();
        if let Some(packed) = &packed {
            packed.lay_over(&mut first, 0);
        }
        Self {
            first,
            more: OnceCell::new(),
            packed,
            plural,
        }
    }

    /// The BCP 47 tag of the sentences' language.
    #[must_use]
    pub fn lang(&self) -> &str {
        self.packed.as_ref().map_or("en", Packed::lang)
    }

    /// Whether the language is written from right to left.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        self.packed.as_ref().is_some_and(Packed::is_rtl)
    }

    /// A sentence without places.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A sentence with its places filled in. An unknown key shows itself, so that a test or a tester sees it.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        match self.find(key) {
            Some(Json::Text(text)) => self.fill(text, args),
            Some(Json::Object(forms)) => {
                let n = args.iter().find(|(name, _)| *name == "n").map_or("", |(_, n)| n);
                self.fill(self.form(forms, n.parse().unwrap_or(0)).unwrap_or(key), args)
            }
            _ => key.to_owned(),
        }
    }

    /// A sentence about a number: `n` chooses the plural form, and `shown` is how the reader writes it.
    #[must_use]
    pub fn count(&self, key: &str, n: u32, shown: &str) -> String {
        let args = [("n", shown)];
        match self.find(key) {
            Some(Json::Object(forms)) => self.fill(self.form(forms, n).unwrap_or(key), &args),
            Some(Json::Text(text)) => self.fill(text, &args),
            _ => key.to_owned(),
        }
    }

    fn form<'a>(&self, forms: &'a Fields, n: u32) -> Option<&'a str> {
        let form = forms
            .get(&(self.plural)(self.lang(), f64::from(n)))
            .or_else(|| forms.get("other"));
        form.and_then(Json::as_str)
    }

    /// In a sentence from right to left, what is put in keeps its own direction.
    fn fill(&self, text: &str, args: &[(&str, &str)]) -> String {
        fill(text, args, if self.is_rtl() { ISOLATED } else { ["", ""] })
    }

    /// Whether there is a sentence for the key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    fn find(&self, key: &str) -> Option<&Json> {
        self.first
            .get(key)
            .or_else(|| self.more.get_or_init(|| self.later()).get(key))
    }

    fn later(&self) -> Fields {
        let mut more = later();
        if let Some(packed) = &self.packed {
            packed.lay_over(&mut more, self.first.keys().count());
        }
        more
    }
}

fn first() -> Fields {
    sentences(&["", text(&FIRST[..BLANK]).trim_end().trim_end_matches(','), "}"])
}

/// Called in a way that no compiler sees through, so that it stays a function of its own: the text it reads comes with it.
fn later() -> Fields {
    black_box(come_later as fn() -> Fields)()
}

fn come_later() -> Fields {
    sentences(&["{", text(&MORE), ""])
}

fn sentences(parts: &[&str]) -> Fields {
    match json::parse(&parts.concat()) {
        Ok(Json::Object(sentences)) => sentences,
        _ => Fields::default(),
    }
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap_or_default()
}

/// Where the first blank line begins.
const fn blank_line(text: &[u8]) -> usize {
    let mut at = 0;
    while text[at] != b'\n' || text[at + 1] != b'\n' {
        at += 1;
    }
    at
}

/// A part of the text that is a text of its own to the compiler.
const fn copy<const N: usize>(from: usize) -> [u8; N] {
    let mut part = [0; N];
    let mut at = 0;
    while at < N {
        part[at] = ENGLISH[from + at];
        at += 1;
    }
    part
}

/// First strong isolate, and pop directional isolate.
const ISOLATED: [&str; 2] = ["\u{2068}", "\u{2069}"];

fn fill(text: &str, args: &[(&str, &str)], [before_value, after_value]: [&str; 2]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = args.iter().find(|(arg, _)| *arg == name) {
            filled.extend([before_value, value, after_value]);
        } else if name.contains(|c: char| !c.is_ascii_alphanumeric()) {
            // Brackets a sentence shows, not a place.
            filled.extend(["{", name, "}"]);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}
