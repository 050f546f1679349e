//! What is wrong with a goal document, as a value: where, what, and whether something had to be left out.
//!
//! The sentence a person reads is made in `words`, from [`Fault::key`] and [`Fault::args`].

use super::calendar::Day;
use crate::figures;

/// One fault of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where: `objectives[2].keyResults[0].target`; empty for the document itself.
    pub path: String,
    /// The title of the innermost thing around it that has one; empty without.
    pub within: Box<str>,
    /// What.
    pub problem: Problem,
    /// True when the part at `path` is missing from the board because of it; false for advice.
    pub left_out: bool,
    /// True when the whole entry that the part at `path` belongs to is missing with it.
    pub whole: bool,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Nothing in it.
    Empty,
    /// A web page, such as a sign-in page that came instead.
    WebPage,
    /// More than is read.
    TooLarge {
        /// The limit.
        megabytes: usize,
    },
    /// Lists and objects stand too deep inside each other.
    TooDeep {
        /// Where it becomes too deep, counted from 1.
        line: usize,
        /// So deep is fine.
        limit: usize,
    },
    /// Not JSON.
    NotJson {
        /// Counted from 1.
        line: usize,
        /// In characters, counted from 1.
        column: usize,
        /// The likely cause.
        slip: Slip,
    },
    /// JSON, but no object.
    NotObject {
        /// What it is.
        found: String,
    },
    /// A later format than this version reads.
    NewerFormat {
        /// Its number.
        found: u64,
    },
    /// No format there is.
    UnknownFormat {
        /// What stands there.
        found: String,
    },
    /// Neither title nor objectives: JSON for something else.
    NotGoals {
        /// A field that is nearly one of the two.
        nearest: Option<String>,
    },
    /// A value of another type than expected.
    WrongType {
        /// The key of the words for what is expected.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A number, true or false in quotes; read anyway.
    Quoted {
        /// Without them.
        found: String,
    },
    /// A number where text is expected; read anyway.
    Unquoted {
        /// The number.
        found: String,
    },
    /// A field that has to be there is not, or cannot be read.
    MissingField {
        /// Its name.
        field: &'static str,
    },
    /// A field nobody reads.
    UnknownField {
        /// The known field that was perhaps meant.
        nearest: Option<String>,
    },
    /// A field that stands twice in one object; the last counts.
    DuplicateField {
        /// Its name.
        field: String,
    },
    /// A word that is none of the fixed ones.
    UnknownWord {
        /// What stands there.
        found: String,
        /// The word that was perhaps meant.
        nearest: Option<String>,
        /// All there are.
        known: Box<str>,
    },
    /// A name of something that is not in the document.
    UnknownReference {
        /// The key of the words for what is named.
        what: &'static str,
        /// The name.
        found: Box<str>,
        /// The name that was perhaps meant.
        nearest: Option<String>,
    },
    /// No day, or none there is.
    BadDay {
        /// What stands there.
        found: String,
        /// The day that was perhaps meant.
        nearest: Option<String>,
    },
    /// A day with a time of day, which is ignored.
    DayWithTime {
        /// What stands there.
        found: String,
    },
    /// A last day before the first.
    EndBeforeStart {
        /// The first day.
        start: Day,
        /// The last day.
        end: Day,
    },
    /// A band whose least is above its most.
    BandUpsideDown {
        /// The least.
        min: f64,
        /// The most.
        max: f64,
    },
    /// An address that is not http, https, mailto or relative.
    BadLink {
        /// The address.
        found: String,
    },
    /// A given id that something else of its kind has.
    DuplicateId {
        /// The id.
        id: String,
        /// Path of the first that has it.
        first: String,
        /// Whether people take such things; they cannot now.
        taken: bool,
    },
    /// A title that gives the same id as another one's.
    SameTitle {
        /// The id.
        id: String,
        /// Path of the first that has it.
        first: String,
        /// Whether people take such things; they cannot now.
        taken: bool,
    },
    /// Neither an id nor a title with letters or digits.
    NoId {
        /// Whether people take such things; they cannot now.
        taken: bool,
    },
    /// A former id that something has today.
    FormerIdInUse {
        /// The id.
        id: String,
    },
    /// Fewer seats than owners; there are as many as owners.
    FewSeats {
        /// The seats.
        seats: usize,
        /// The owners.
        owners: usize,
    },
    /// More items than are read; the rest is left out.
    TooMany {
        /// So many are read.
        limit: usize,
        /// So many there are.
        found: usize,
    },
    /// A longer text than is read; the rest is left out.
    TooLong {
        /// So many bytes are read.
        limit: usize,
    },
    /// More faults than are told one by one.
    MoreFaults {
        /// So many more.
        count: usize,
    },
}

/// The likely cause of a text not being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// It ends too early.
    EndsEarly,
    /// A comma before a closing bracket.
    CommaTooMany,
    /// No comma between two things.
    CommaMissing,
    /// A comment.
    Comment,
    /// Quotes that are not `"`.
    Quotes,
    /// Anything else.
    Other,
}

impl Fault {
    /// A fault of the document as a whole, of which nothing can be drawn.
    #[must_use]
    pub fn of_the_whole(problem: Problem) -> Self {
        Self {
            path: String::new(),
            within: Box::default(),
            problem,
            left_out: true,
            whole: false,
        }
    }

    /// The key of its sentence.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match &self.problem {
            Problem::Empty => "fault.empty",
            Problem::WebPage => "fault.web-page",
            Problem::TooLarge { .. } => "fault.too-large",
            Problem::TooDeep { .. } => "fault.too-deep",
            Problem::NotJson { slip, .. } => slip.key(),
            Problem::NotObject { .. } => "fault.not-object",
            Problem::NewerFormat { .. } => "fault.newer-format",
            Problem::UnknownFormat { .. } => "fault.unknown-format",
            Problem::NotGoals { .. } => "fault.not-goals",
            Problem::WrongType { .. } => "fault.wrong-type",
            Problem::Quoted { .. } => "fault.quoted",
            Problem::Unquoted { .. } => "fault.unquoted",
            Problem::MissingField { .. } => "fault.missing-field",
            Problem::UnknownField { .. } => "fault.unknown-field",
            Problem::DuplicateField { .. } => "fault.duplicate-field",
            Problem::UnknownWord { .. } => "fault.unknown-word",
            Problem::UnknownReference { .. } => "fault.unknown-reference",
            Problem::BadDay { .. } => "fault.bad-day",
            Problem::DayWithTime { .. } => "fault.day-with-time",
            Problem::EndBeforeStart { .. } => "fault.end-before-start",
            Problem::BandUpsideDown { .. } => "fault.band-upside-down",
            Problem::BadLink { .. } => "fault.bad-link",
            Problem::DuplicateId { .. } => "fault.duplicate-id",
            Problem::SameTitle { .. } => "fault.same-title",
            Problem::NoId { .. } => "fault.no-id",
            Problem::FormerIdInUse { .. } => "fault.former-id-in-use",
            Problem::FewSeats { .. } => "fault.few-seats",
            Problem::TooMany { .. } => "fault.too-many",
            Problem::TooLong { .. } => "fault.too-long",
            Problem::MoreFaults { .. } => "fault.more",
        }
    }

    /// The places of its sentence. The values of `expected` and `what` are themselves keys of words.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![("path", self.path.clone()), ("within", self.within.to_string())];
        let mut add = |name, value: &dyn ToString| args.push((name, value.to_string()));
        match &self.problem {
            Problem::Empty | Problem::WebPage | Problem::NotGoals { .. } => {}
            Problem::UnknownField { .. } => {
                let field = self.path.rsplit('.').next().unwrap_or_default();
                add("field", &field);
            }
            Problem::NoId { .. } => {}
            Problem::TooLarge { megabytes } => add("limit", megabytes),
            Problem::TooDeep { line, limit } => {
                add("line", line);
                add("limit", limit);
            }
            Problem::NotJson { line, column, .. } => {
                add("line", line);
                add("column", column);
            }
            Problem::NewerFormat { found } => add("found", found),
            Problem::WrongType { expected, found } => {
                add("expected", expected);
                add("found", found);
            }
            Problem::MissingField { field } => add("field", field),
            Problem::DuplicateField { field } => add("field", field),
            Problem::UnknownWord { found, known, .. } => {
                add("found", found);
                add("known", known);
            }
            Problem::UnknownReference { what, found, .. } => {
                add("what", what);
                add("found", found);
            }
            Problem::NotObject { found }
            | Problem::UnknownFormat { found }
            | Problem::Quoted { found }
            | Problem::Unquoted { found }
            | Problem::BadDay { found, .. }
            | Problem::DayWithTime { found }
            | Problem::BadLink { found } => add("found", found),
            Problem::EndBeforeStart { start, end } => {
                add("start", start);
                add("end", end);
            }
            Problem::BandUpsideDown { min, max } => {
                add("min", &figures::text(*min));
                add("max", &figures::text(*max));
            }
            Problem::DuplicateId { id, first, .. } | Problem::SameTitle { id, first, .. } => {
                add("id", id);
                add("first", first);
            }
            Problem::FormerIdInUse { id } => add("id", id),
            Problem::FewSeats { seats, owners } => {
                add("seats", seats);
                add("owners", owners);
            }
            Problem::TooMany { limit, found } => {
                add("limit", limit);
                add("found", found);
            }
            Problem::TooLong { limit } => add("limit", limit),
            Problem::MoreFaults { count } => add("n", count),
        }
        args
    }

    /// What was perhaps meant.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        match &self.problem {
            Problem::NotGoals { nearest }
            | Problem::UnknownField { nearest }
            | Problem::UnknownWord { nearest, .. }
            | Problem::UnknownReference { nearest, .. }
            | Problem::BadDay { nearest, .. } => nearest.as_deref(),
            _ => None,
        }
    }

    /// Whether something cannot be taken until it is mended.
    #[must_use]
    pub fn locks(&self) -> bool {
        matches!(
            self.problem,
            Problem::DuplicateId { taken: true, .. }
                | Problem::SameTitle { taken: true, .. }
                | Problem::NoId { taken: true }
        )
    }
}

impl Slip {
    fn key(self) -> &'static str {
        match self {
            Self::EndsEarly => "fault.not-json.ends-early",
            Self::CommaTooMany => "fault.not-json.comma-too-many",
            Self::CommaMissing => "fault.not-json.comma-missing",
            Self::Comment => "fault.not-json.comment",
            Self::Quotes => "fault.not-json.quotes",
            Self::Other => "fault.not-json",
        }
    }
}
