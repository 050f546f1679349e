//! What the format is, as data. The reader (`read`) and the published schema (`schema`) go through the same tables, so
//! that neither can say what the other does not.

/// A kind of value of the format.
pub(super) enum Shape {
    /// A text.
    Text,
    /// True or false.
    Flag,
    /// A day, ISO 8601.
    Day,
    /// A number.
    Number(&'static Range),
    /// The version of the format, which is known to be right by the time it is read.
    Format,
    /// The address of a link.
    Href,
    /// How to reach somebody: a link, or a bare mail address.
    Contact,
    /// An ISO 4217 code.
    Currency,
    /// One of some fixed words.
    Word(&'static [&'static str]),
    /// One of some fixed words, or its number, counted from 1.
    Numbered(&'static [&'static str]),
    /// True or false, or from a day until a day.
    Lead,
    /// A number, or true or false for done or not.
    Current,
    /// A number of 0 or more, or an amount of money.
    Limit,
    /// An object.
    Object(&'static Table),
    /// Any number of something.
    List(&'static Shape),
}

/// Which numbers are meant.
pub(super) struct Range {
    /// The key of the words for them.
    pub(super) expected: &'static str,
    /// The least of them.
    pub(super) least: f64,
    /// The largest of them.
    pub(super) most: f64,
    /// Whether they are whole.
    pub(super) whole: bool,
}

/// An object of the format.
pub(super) struct Table {
    /// The key of the words for it.
    pub(super) expected: &'static str,
    /// The field a plain string stands for.
    pub(super) short: Option<&'static str>,
    /// How many of it a list may hold.
    pub(super) most: usize,
    /// Its fields.
    pub(super) fields: &'static [Field],
    /// Its name and what it is, for the schema.
    #[cfg(feature = "schema")]
    pub(super) about: (&'static str, &'static str),
}

/// A field of an object.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) need: Need,
    pub(super) shape: Shape,
    /// What it is, for the schema.
    #[cfg(feature = "schema")]
    pub(super) about: &'static str,
}

/// What it means that a field is absent.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Need {
    /// Nothing.
    Optional,
    /// It is told, and the rest is read.
    Wanted,
    /// The whole object is left out.
    Required,
}

/// How many of something a list may hold, if nothing else is said.
pub(super) const MOST: usize = 1_000;

impl Shape {
    /// How many of it a list may hold.
    pub(super) fn most(&self) -> usize {
        match self {
            Self::Object(table) => table.most,
            _ => MOST,
        }
    }

    /// Whether a plain string may stand for it, and so for a list of one.
    pub(super) fn is_word(&self) -> bool {
        match self {
            Self::Text => true,
            Self::Object(table) => table.short.is_some(),
            _ => false,
        }
    }
}
