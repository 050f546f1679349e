//! Reading goal documents: from whatever text a lead published to [`Goals`], with one clear fault per fault.
//!
//! Relaxed outside, strict inside. What cannot be understood is left out, alone, and a [`Fault`] says so; only a text
//! of which nothing can be drawn is refused as a whole. In reading order: `syntax` (the text), `shape`
//! (how a value is read *and* described), `document` (the objects of the format), `resolve` (ids, references,
//! defaults).

mod at;
mod document;
mod ids;
mod kinds;
mod links;
mod lists;
mod numbers;
mod object;
mod resolve;
#[cfg(feature = "schema")]
mod schema;
mod shape;
mod syntax;
mod titles;

#[cfg(feature = "schema")]
pub use schema::schema;

use self::at::At;
use self::document::Document;
use self::shape::Shape;
use crate::domain::fault::{Fault, Problem};
use crate::domain::goals::Goals;
use crate::json::{self, Json};

/// The version of the format that is read here.
pub const FORMAT: u64 = 1;

/// The largest document, in bytes.
pub const SIZE_LIMIT: usize = 16 * 1024 * 1024;

/// How many levels of lists and objects may stand inside each other; the format needs 7.
pub const DEPTH_LIMIT: usize = 32;

/// The longest text of one field, in bytes.
pub const TEXT_LIMIT: usize = 20_000;

/// The most initiatives of one document, all objectives together.
pub const INITIATIVE_LIMIT: usize = 50_000;

/// The most faults that are told one by one.
pub const FAULT_LIMIT: usize = 200;

/// What a document says, and what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What could be read.
    pub goals: Goals,
    /// What is wrong, in the order it was found.
    pub faults: Vec<Fault>,
}

/// Reads a goal document.
///
/// # Errors
/// When nothing can be drawn: too large, empty, a web page, not JSON, too deep, of a newer format, or without title
/// and objectives.
///
/// ```
/// use alignment_board::wire::goals::read;
///
/// let reading = read(r#"{ "title": "Q4", "objectives": ["Our audience talks back"] }"#)?;
/// assert_eq!(reading.goals.objectives[0].id.as_str(), "our-audience-talks-back");
/// assert!(reading.faults.is_empty());
/// # Ok::<(), alignment_board::domain::fault::Fault>(())
/// ```
pub fn read(text: &str) -> Result<Reading, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut at = At::default();
    let value = tree(text, &mut at).map_err(Fault::of_the_whole)?;
    let document = document(&value, &mut at)?;
    let goals = resolve::goals(document, &mut at);
    let mut faults = at.into_faults();
    titles::add(&value, &mut faults);
    Ok(Reading { goals, faults })
}

/// The text as JSON; fields that stand twice are told.
fn tree(text: &str, at: &mut At) -> Result<Json, Problem> {
    if text.len() > SIZE_LIMIT {
        return Err(Problem::TooLarge {
            megabytes: SIZE_LIMIT / (1024 * 1024),
        });
    }
    match text.trim_start().chars().next() {
        None => return Err(Problem::Empty),
        Some('<') => return Err(Problem::WebPage),
        Some(_) => {}
    }
    json::read(text, DEPTH_LIMIT, &mut |steps| at.twice(steps)).map_err(|fault| syntax::problem(text, fault))
}

fn document(value: &Json, at: &mut At) -> Result<Document, Fault> {
    let fatal = |problem| Err(Fault::of_the_whole(problem));
    let Some(fields) = value.as_object() else {
        return fatal(Problem::NotObject {
            found: at::excerpt(value),
        });
    };
    // Asked first: of a newer format nothing else can be trusted.
    match fields.get("format") {
        None | Some(Json::Null) => {}
        Some(found) => match found.as_u64() {
            Some(FORMAT) => {}
            Some(newer) if newer > FORMAT => return fatal(Problem::NewerFormat { found: newer }),
            _ if found.as_str() == Some("1") => {}
            _ => {
                return fatal(Problem::UnknownFormat {
                    found: at::excerpt(found),
                });
            }
        },
    }
    if !fields.contains_key("title") && !fields.contains_key("objectives") {
        let nearest = at.nearest_of(fields.keys().map(|name| &**name), &["title", "objectives"]);
        return fatal(Problem::NotGoals { nearest });
    }
    match Document::read(value, at) {
        Some(document) => Ok(document),
        None => fatal(Problem::NotGoals { nearest: None }),
    }
}
