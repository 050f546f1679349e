//! What is wrong with a goal document, as a value: where, what, and whether something had to be left out.
//!
//! The sentence a person reads is made in `words`, from [`Fault::key`] and [`Fault::args`].

/// One fault of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where: `objectives[2].keyResults[0].target`; empty for the document itself.
    pub path: String,
    /// What.
    pub problem: Problem,
    /// True when the part at `path` is missing from the board because of it; false for advice.
    pub left_out: bool,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A field nobody reads.
    UnknownField {
        /// The known field that was perhaps meant.
        nearest: Option<String>,
    },
}
