//! What is in the answers of a database.

use super::super::engine::Core;
use super::super::http::{Answer, Response};
use super::super::trouble::{Trouble, success};
use super::Couch;
use crate::domain::event::EventId;
use crate::json::{self, Json};

/// The JSON of a response.
pub(super) fn value(response: &Response) -> Result<Json, Trouble> {
    let json = response.text().and_then(|text| json::parse(text).ok());
    match json {
        Some(json @ (Json::Object(_) | Json::List(_))) => Ok(json),
        _ => Err(Trouble::of_body(response)),
    }
}

/// A list in it, without which it is no answer.
pub(super) fn rows<'a>(json: &'a Json, field: &str) -> Result<&'a [Json], Trouble> {
    json.get(field).and_then(Json::as_array).ok_or(Trouble::Garbled)
}

pub(super) fn number_of(json: &Json, field: &str) -> u64 {
    json.get(field).and_then(Json::as_u64).unwrap_or(0)
}

/// A place in the feed: a number or a text, and in either case only the database knows what it means.
pub(super) fn sequence(json: &Json) -> Option<String> {
    match json {
        Json::Text(text) => Some(text.to_string()),
        _ => Some(json.as_u64()?.to_string()),
    }
}

pub(super) fn session_name(json: &Json) -> Option<String> {
    // In the answer to a sign-in the name stands at the top.
    let context = json.get("userCtx").unwrap_or(json);
    context.get("name").and_then(Json::as_str).map(str::to_owned)
}

/// A part of the feed.
pub(super) struct Feed {
    pub(super) rows: Vec<Json>,
    pub(super) last: String,
}

pub(super) fn changes(response: &Response) -> Result<Feed, Trouble> {
    let json = value(response)?;
    let last = json.get("last_seq").and_then(sequence).ok_or(Trouble::Garbled)?;
    let rows = rows(&json, "results")?.to_vec();
    Ok(Feed { rows, last })
}

impl Couch {
    /// Takes a document, if it is an event of this board and its id says the same.
    pub(super) fn take(&self, core: &mut Core, document: Option<&Json>) -> Option<EventId> {
        let document = document?;
        let [id, board, by, e] =
            ["_id", "board", "by", "e"].map(|field| document.get(field).and_then(Json::as_str).unwrap_or_default());
        let event = core.read(id.strip_prefix(&self.prefix)?, board, by, e.to_owned())?;
        let id = event.id;
        if core.known.get(id).is_none() || core.known.is_absent(id) {
            core.known.found(event);
        }
        Some(id)
    }

    /// Takes all documents of an answer.
    pub(super) fn take_rows(&self, core: &mut Core, answer: &Answer) -> Result<Vec<EventId>, Trouble> {
        let answer = value(success(answer)?)?;
        let rows = rows(&answer, "rows")?;
        Ok(rows.iter().filter_map(|row| self.take(core, row.get("doc"))).collect())
    }
}
