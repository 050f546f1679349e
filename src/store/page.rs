use crate::wire::sealed::{Broken, Sealed};

/// How far a reader has come in one store. The default is the beginning; a cursor means nothing to another board's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// Counts how often the store was opened anew. What is behind a new opening may be another log, so an older
    /// cursor starts over, which costs time and no truth: events are a set.
    pub(super) opening: u32,
    /// The last place read.
    pub(super) place: u64,
}

/// Some of what is newer than a cursor, in the order it was stored. When there is nothing more, it holds nothing and
/// its cursor is the one that was asked with.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Events whose seal is whole.
    pub events: Vec<Sealed>,
    /// What cannot be counted.
    pub broken: Vec<BrokenRecord>,
    /// Where to go on.
    pub cursor: Cursor,
}

/// A stored record that is not the event it claims to be. It stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenRecord {
    /// The id it bears, as found.
    pub id: String,
    /// What is wrong with it.
    pub why: Broken,
}
