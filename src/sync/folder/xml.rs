//! A reader of the XML that WebDAV servers send: elements and their text, no more.
//!
//! A browser's `DOMParser` is a Trusted Types sink, so a page with a strict policy cannot use it.

/// A piece of a document. Names come without their prefixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    Start(&'a str),
    Text(String),
    End(&'a str),
}

/// Hands over the pieces, in order. False when the text is not a whole document: cut off, or not XML.
pub(crate) fn read<'a>(text: &'a str, piece: &mut dyn FnMut(Piece<'a>)) -> bool {
    let mut rest = text;
    let mut open: Vec<&str> = Vec::new();
    let mut seen = false;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        if !before.trim().is_empty() {
            match (open.is_empty(), unescaped(before)) {
                (false, Some(text)) => piece(Piece::Text(text)),
                _ => return false,
            }
        }
        rest = match skipped(tag) {
            Skipped::Rest(rest) => rest,
            Skipped::Data(data, rest) => {
                piece(Piece::Text(data.to_owned()));
                rest
            }
            Skipped::Cut => return false,
            Skipped::Nothing => {
                let Some(end) = end_of_tag(tag) else {
                    return false;
                };
                let inside = &tag[1..end];
                if let Some(name) = inside.strip_prefix('/') {
                    if open.pop() != Some(name.trim_end()) {
                        return false;
                    }
                    piece(Piece::End(local(name.trim_end())));
                } else {
                    let (inside, empty) = match inside.strip_suffix('/') {
                        Some(inside) => (inside, true),
                        None => (inside, false),
                    };
                    let name = inside.split_ascii_whitespace().next().unwrap_or_default();
                    if name.is_empty() || !inside.starts_with(name) || (open.is_empty() && seen) {
                        return false;
                    }
                    seen = true;
                    piece(Piece::Start(local(name)));
                    if empty {
                        piece(Piece::End(local(name)));
                    } else {
                        open.push(name);
                    }
                }
                &tag[end + 1..]
            }
        };
    }
    seen && open.is_empty() && rest.trim().is_empty()
}

enum Skipped<'a> {
    /// A comment or an instruction: what follows it.
    Rest(&'a str),
    /// Text that is not escaped, and what follows it.
    Data(&'a str, &'a str),
    /// One of them without an end, or a document type, which no answer has any business with.
    Cut,
    /// An element.
    Nothing,
}

fn skipped(tag: &str) -> Skipped<'_> {
    let past = |start: &str, end: &str| tag.strip_prefix(start).map(|rest| rest.split_once(end));
    if let Some(comment) = past("<!--", "-->").or_else(|| past("<?", "?>")) {
        return comment.map_or(Skipped::Cut, |(_, rest)| Skipped::Rest(rest));
    }
    if let Some(data) = past("<![CDATA[", "]]>") {
        return data.map_or(Skipped::Cut, |(data, rest)| Skipped::Data(data, rest));
    }
    if tag.starts_with("<!") {
        Skipped::Cut
    } else {
        Skipped::Nothing
    }
}

/// Where a tag ends, past attributes whose values may hold `>`.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (place, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(place),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}

fn unescaped(text: &str) -> Option<String> {
    let mut parts = text.split('&');
    let mut whole = parts.next()?.to_owned();
    for part in parts {
        let (name, after) = part.split_once(';')?;
        whole.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => {
                let number = name.strip_prefix('#')?;
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => number.parse(),
                };
                char::from_u32(code.ok()?)?
            }
        });
        whole.push_str(after);
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        let mut told = String::new();
        let whole = read(text, &mut |piece| match piece {
            Piece::Start(name) => told += &["<", name, ">"].concat(),
            Piece::Text(text) => told += text.trim(),
            Piece::End(_) => told.push('/'),
        });
        whole.then_some(told)
    }

    #[test]
    fn elements_come_without_prefixes_and_text_unescaped() {
        let text =
            "<?xml version=\"1.0\"?>\n<D:a xmlns:D=\"DAV:\" x='>'><!-- > --><b>1 &lt; 2 &#38; &#x33;</b><c/></D:a>\n";
        assert_eq!(told(text).as_deref(), Some("<a><b>1 < 2 & 3/<c>//"));
        assert_eq!(told("<a><![CDATA[<b>&amp;]]></a>").as_deref(), Some("<a><b>&amp;/"));
    }

    #[test]
    fn no_beginning_of_a_document_is_taken_for_a_whole_one() {
        let text = "<?xml version=\"1.0\"?><D:a xmlns:D=\"DAV:\"><b>x &amp; y</b><![CDATA[z]]><c d=\"e\"/></D:a>";
        assert!(told(text).is_some());
        for end in 0..text.len() {
            assert_eq!(told(&text[..end]), None, "{}", &text[..end]);
        }
    }

    #[test]
    fn what_is_not_xml_is_refused() {
        for text in [
            "",
            "x",
            "<a></b>",
            "<a/><b/>",
            "<a/>x",
            "<!DOCTYPE html><a/>",
            "<a>&bomb;</a>",
            "< a/>",
            "<>",
            "</a>",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
