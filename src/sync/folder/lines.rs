//! Reads what [`super::Segment`] writes, byte by byte: a large board is read in a fraction of the time that it takes to
//! read it as JSON. What is written in any other way is left to that.

use std::borrow::Cow;

/// An event's id, board, author and body.
pub(super) type Line<'a> = [Cow<'a, str>; 4];

/// Who wrote a segment, and its events; `None` if it is not written as a segment of ours is.
pub(super) fn read(text: &str) -> Option<(Cow<'_, str>, Vec<Line<'_>>)> {
    let mut rest = text;
    pass(&mut rest, "{\"format\":1,\"from\":")?;
    let from = quoted(&mut rest)?;
    if pass(&mut rest, ",\"try\":").is_some() {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    pass(&mut rest, ",\"events\":[")?;
    let mut lines = Vec::new();
    let mut more = rest != "\n]}\n";
    while more {
        pass(&mut rest, "\n{\"id\":")?;
        let id = quoted(&mut rest)?;
        pass(&mut rest, ",\"board\":")?;
        let board = quoted(&mut rest)?;
        pass(&mut rest, ",\"by\":")?;
        let by = quoted(&mut rest)?;
        pass(&mut rest, ",\"e\":")?;
        let e = quoted(&mut rest)?;
        pass(&mut rest, "}")?;
        lines.push([id, board, by, e]);
        more = pass(&mut rest, ",").is_some();
    }
    (rest == "\n]}\n").then_some((from, lines))
}

fn pass(rest: &mut &str, what: &str) -> Option<()> {
    *rest = rest.strip_prefix(what)?;
    Some(())
}

/// A text in quotes, with such escapes as have two characters.
fn quoted<'a>(rest: &mut &'a str) -> Option<Cow<'a, str>> {
    let mut text = rest.strip_prefix('"')?;
    let mut read = Cow::Borrowed("");
    loop {
        let end = text.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..b' '))?;
        let (plain, more) = text.split_at_checked(end)?;
        let mut add = |part: &'a str| match &mut read {
            Cow::Borrowed("") => read = Cow::Borrowed(part),
            other => other.to_mut().push_str(part),
        };
        add(plain);
        let escape = more.as_bytes();
        match escape {
            [b'"', ..] => {
                *rest = &more[1..];
                return Some(read);
            }
            [b'\\', escaped, ..] => {
                add(match escaped {
                    b'"' => "\"",
                    b'\\' => "\\",
                    b'n' => "\n",
                    b'r' => "\r",
                    b't' => "\t",
                    _ => return None,
                });
                text = &more[2..];
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Segment;
    use super::*;
    use crate::domain::stamp::Clock;
    use crate::json::{self, Json};

    fn segment(salt: u32, parts: &[[&str; 3]]) -> String {
        let mut segment = Segment::new("Zoë's \"laptop\"", salt);
        let mut clock = Clock::new(1);
        for [board, by, e] in parts {
            let hash = [7; 12];
            let stamp = clock.tick(1_790_000_000_000);
            segment.add(crate::domain::event::EventId { stamp, hash }, board, by, e);
        }
        segment.end().1
    }

    #[test]
    fn it_reads_what_json_reads() {
        let parts = [
            ["team", "ana", "{\"a\":\"\\\"b\\\" \\\\ c\"}"],
            ["größe", "", "\n\r\t\"\\"],
            ["", "", ""],
        ];
        for (salt, count) in [(0, 0), (0, 1), (7, 3)] {
            let text = segment(salt, &parts[..count]);
            let (from, lines) = read(&text).expect("it is one of ours");
            let json = json::parse(&text).expect("it is JSON");
            assert_eq!(json.get("from").and_then(Json::as_str), Some(&*from));
            let events = json.get("events").and_then(Json::as_array).expect("a list");
            assert_eq!(events.len(), lines.len());
            for (event, line) in events.iter().zip(lines) {
                for (field, value) in ["id", "board", "by", "e"].iter().zip(line) {
                    assert_eq!(event.get(field).and_then(Json::as_str), Some(&*value));
                }
            }
        }
    }

    #[test]
    fn whatever_is_written_in_another_way_is_left_to_json() {
        let good = segment(0, &[["team", "ana", "{}"]]);
        for (from, to) in [
            ("\"board\"", " \"board\""),
            ("ana", "\\u0061na"),
            ("]}\n", "]}"),
            ("{}", "{\u{1}}"),
            ("}\n]", "},\n]"),
            ("\"ana\"", "7"),
        ] {
            let other = good.replace(from, to);
            assert!(other != good && read(&other).is_none(), "{other}");
        }
        for (end, _) in good.char_indices() {
            assert!(read(&good[..end]).is_none(), "{end}");
        }
    }
}
