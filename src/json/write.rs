//! Writes JSON objects of texts and numbers, field by field.

use std::rc::Rc;

use crate::figures;

/// An object that is being written.
#[derive(Debug)]
pub struct Object(String);

impl Object {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self(String::from("{"))
    }

    /// Adds a text; an empty one is left out.
    #[must_use]
    pub fn text(mut self, name: &str, text: &str) -> Self {
        if !text.is_empty() {
            self.name(name);
            quote(text, &mut self.0);
        }
        self
    }

    /// Adds a number; none, or one JSON cannot hold, is left out.
    #[must_use]
    pub fn number(mut self, name: &str, number: Option<f64>) -> Self {
        if let Some(number) = number.filter(|number| number.is_finite()) {
            self.name(name);
            self.0.push_str(&figures::text(number));
        }
        self
    }

    /// Adds a list of texts; an empty one is left out.
    #[must_use]
    pub fn texts(mut self, name: &str, texts: &[Rc<str>]) -> Self {
        if texts.is_empty() {
            return self;
        }
        self.name(name);
        let mut before = '[';
        for text in texts {
            self.0.push(before);
            quote(text, &mut self.0);
            before = ',';
        }
        self.0.push(']');
        self
    }

    /// The finished text.
    #[must_use]
    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }

    fn name(&mut self, name: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        quote(name, &mut self.0);
        self.0.push(':');
    }
}

impl Default for Object {
    fn default() -> Self {
        Self::new()
    }
}

/// A text as JSON.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut json = String::new();
    quote(text, &mut json);
    json
}

fn quote(text: &str, json: &mut String) {
    json.push('"');
    for c in text.chars() {
        let short = match c {
            '"' | '\\' => c,
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            ..' ' => {
                json.push_str("\\u00");
                json.extend([4, 0].map(|shift| char::from(b"0123456789abcdef"[c as usize >> shift & 15])));
                continue;
            }
            _ => {
                json.push(c);
                continue;
            }
        };
        json.push('\\');
        json.push(short);
    }
    json.push('"');
}
