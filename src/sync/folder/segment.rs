//! A segment: some events in one file, whose name is the hash of its bytes.

use std::rc::Rc;

use sha2::{Digest, Sha256};

use super::super::engine::Core;
use super::super::http::Response;
use super::lines;
use crate::domain::event::EventId;
use crate::json::{self, Json, quoted};
use crate::wire::sealed::Sealed;

/// A file's name without its `.json`: 32 hex digits.
pub(crate) type Name = Rc<str>;

const DIGITS: usize = 32;

/// What is written to a web folder: some events, one a line, in a JSON object.
#[derive(Debug)]
pub struct Segment(String);

impl Segment {
    /// An empty one by this writer. Where the server refuses a name, `salt` gives the same events another one.
    #[must_use]
    pub fn new(origin: &str, salt: u32) -> Self {
        let mut text = ["{\"format\":1,\"from\":", &quoted(origin)].concat();
        if salt > 0 {
            text.push_str(",\"try\":");
            text.push_str(&salt.to_string());
        }
        text.push_str(",\"events\":[");
        Self(text)
    }

    /// Adds an event.
    pub fn add(&mut self, id: EventId, board: &str, by: &str, e: &str) {
        if self.0.ends_with('}') {
            self.0.push(',');
        }
        let [board, by, e] = [board, by, e].map(quoted);
        let id = id.to_string();
        for part in [
            "\n{\"id\":\"",
            &id,
            "\",\"board\":",
            &board,
            ",\"by\":",
            &by,
            ",\"e\":",
            &e,
            "}",
        ] {
            self.0.push_str(part);
        }
    }

    /// Its name and its bytes.
    #[must_use]
    pub fn end(mut self) -> (String, String) {
        self.0.push_str("\n]}\n");
        (hash(self.0.as_bytes()), self.0)
    }
}

/// What a file holds.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) from: String,
    /// Those that are whole and of this board.
    pub(crate) events: Vec<Sealed>,
    /// Whether that is all there is in it.
    pub(crate) whole: bool,
}

/// Reads a file; `None` if its bytes are not what its name says. What else is wrong is reported, and the rest counts.
pub(crate) fn read(name: &str, response: &Response, core: &mut Core) -> Option<Read> {
    let digest = response.digest.unwrap_or_else(|| Sha256::digest(&response.body).into());
    if hex(&digest) != name {
        return None;
    }
    let text = response.text()?;
    let mut read = Read {
        from: String::new(),
        events: Vec::new(),
        whole: false,
    };
    if let Some((from, lines)) = lines::read(text) {
        read.from = from.into_owned();
        let count = lines.len();
        for [id, board, by, e] in lines {
            read.events.extend(core.read(&id, &board, &by, e.into_owned()));
        }
        read.whole = read.events.len() == count;
        return Some(read);
    }
    // Whoever wrote it as it is meant something else by it than we do: there is nothing to fetch again.
    let Ok(json) = json::parse(text) else {
        return Some(read);
    };
    read.from = text_of(&json, "from").to_owned();
    let events = json.get("events").and_then(Json::as_array).unwrap_or_default();
    for event in events {
        let [id, board, by, e] = ["id", "board", "by", "e"].map(|field| text_of(event, field));
        read.events.extend(core.read(id, board, by, e.to_owned()));
    }
    read.whole = read.events.len() == events.len();
    Some(read)
}

fn text_of<'a>(json: &'a Json, field: &str) -> &'a str {
    json.get(field).and_then(Json::as_str).unwrap_or_default()
}

/// The name of a segment that a file name stands for.
pub(crate) fn name_of(file: &str) -> Option<&str> {
    let name = file.strip_suffix(".json")?;
    let hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    (name.len() == DIGITS && name.as_bytes().iter().all(hex)).then_some(name)
}

/// The folder of a board within its store: the id, as far as every server and file system takes it as a name. Boards
/// whose ids differ in case may meet in one folder; each reads only its own events there.
#[must_use]
pub fn board_folder(board: &str) -> String {
    const LONGEST: usize = 60;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !board.is_empty() && board.len() <= LONGEST && board.chars().all(plain) {
        return board.to_owned();
    }
    let mut name: String = board
        .chars()
        .take(LONGEST / 2)
        .map(|c| if plain(c) { c } else { '-' })
        .collect();
    name.push('-');
    name.push_str(&hash(board.as_bytes())[..12]);
    name
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(digest: &[u8]) -> String {
    let mut text = String::with_capacity(DIGITS);
    for byte in &digest[..DIGITS / 2] {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_has_a_folder_whatever_its_id() {
        assert_eq!(board_folder("marketing-2026-q4"), "marketing-2026-q4");
        for board in ["", "..", "a/b", "größer", "x y", &"long".repeat(40)] {
            let name = board_folder(board);
            assert!(
                name.len() <= 60
                    && name
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
            );
        }
        assert_ne!(board_folder("a/b"), board_folder("a b"));
    }

    #[test]
    fn only_names_of_segments_are_names_of_segments() {
        assert!(name_of("0123456789abcdef0123456789abcdef.json").is_some());
        for file in [
            "index.html",
            "0123.json",
            "0123456789ABCDEF0123456789abcdef.json",
            "0123456789abcdef0123456789abcdef",
        ] {
            assert!(name_of(file).is_none(), "{file}");
        }
    }
}
