//! Writes JSON objects of texts and numbers, field by field.
//!
//! serde_json's own writer of a `Value` would bring a second way to print floats along, some 10 KB of tables in the
//! wasm; the standard library's way is there already and exact.

use std::fmt::Display;

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
    pub fn text(self, name: &str, text: &str) -> Self {
        if text.is_empty() {
            self
        } else {
            self.raw(name, quoted(text))
        }
    }

    /// Adds a number; none, or one JSON cannot hold, is left out.
    #[must_use]
    pub fn number(self, name: &str, number: Option<f64>) -> Self {
        match number.filter(|number| number.is_finite()) {
            Some(number) => self.raw(name, number),
            None => self,
        }
    }

    /// Adds a list of texts; an empty one is left out.
    #[must_use]
    pub fn texts(self, name: &str, texts: &[std::rc::Rc<str>]) -> Self {
        if texts.is_empty() {
            return self;
        }
        let texts: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
        self.raw(name, format_args!("[{}]", texts.join(",")))
    }

    /// Adds a list of values that are written already; an empty one is left out.
    #[must_use]
    pub fn list(self, name: &str, values: Vec<String>) -> Self {
        if values.is_empty() {
            return self;
        }
        self.raw(name, format_args!("[{}]", values.join(",")))
    }

    /// How long the text is by now.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "it begins with a bracket and is never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The finished text.
    #[must_use]
    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }

    /// Adds a value that is written already.
    #[must_use]
    pub fn raw(mut self, name: &str, value: impl Display) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        // Writing to a String does not fail.
        let _ = std::fmt::Write::write_fmt(&mut self.0, format_args!("{}:{value}", quoted(name)));
        self
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
    // Fails only for what is not a text.
    serde_json::to_string(text).unwrap_or_default()
}
