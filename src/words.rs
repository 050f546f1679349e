//! Every sentence a person reads, by key.
//!
//! A catalogue is a flat JSON object. A value is a sentence with `{name}` places, or an object of plural forms
//! (`one`, `other`, … as in CLDR) chosen by the place `n`. Which form a number takes is told by the caller, who can ask
//! the browser.

mod faults;

use crate::json::{self, Fields, Json};

const ENGLISH: &str = include_str!("../lang/en.json");

/// A catalogue of sentences in one language.
#[derive(Debug)]
pub struct Words {
    sentences: Fields,
    plural: fn(f64) -> String,
}

impl Words {
    /// The built-in English catalogue. `plural` names the CLDR plural category of a number.
    #[must_use]
    pub fn english(plural: fn(f64) -> String) -> Self {
        let sentences = match json::parse(ENGLISH) {
            Ok(Json::Object(sentences)) => sentences,
            _ => Fields::default(),
        };
        Self { sentences, plural }
    }

    /// A sentence without places.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A sentence with its places filled in. An unknown key shows itself, so that a test or a tester sees it.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        match self.sentences.get(key) {
            Some(Json::Text(text)) => fill(text, args),
            Some(Json::Object(forms)) => {
                let n = args.iter().find(|(name, _)| *name == "n").map_or("", |(_, n)| n);
                fill(self.form(forms, n.parse().unwrap_or(0)).unwrap_or(key), args)
            }
            _ => key.to_owned(),
        }
    }

    /// A sentence about a number: `n` chooses the plural form, and `shown` is how the reader writes it.
    #[must_use]
    pub fn count(&self, key: &str, n: u32, shown: &str) -> String {
        let args = [("n", shown)];
        match self.sentences.get(key) {
            Some(Json::Object(forms)) => fill(self.form(forms, n).unwrap_or(key), &args),
            Some(Json::Text(text)) => fill(text, &args),
            _ => key.to_owned(),
        }
    }

    fn form<'a>(&self, forms: &'a Fields, n: u32) -> Option<&'a str> {
        let form = forms.get(&(self.plural)(f64::from(n))).or_else(|| forms.get("other"));
        form.and_then(Json::as_str)
    }

    /// Whether there is a sentence for the key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.sentences.contains_key(key)
    }
}

fn fill(text: &str, args: &[(&str, &str)]) -> String {
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
            filled.push_str(value);
        } else if name.contains(|c: char| !c.is_ascii_alphanumeric()) {
            // Brackets a sentence shows, not a place.
            filled.extend(["{", name, "}"]);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}
