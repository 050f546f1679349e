//! Where a store is, and how names become parts of addresses.

/// What is spoken to a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Segments in a folder on a web server.
    Folder,
    /// Documents in CouchDB.
    Couch,
}

/// An absolute address of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What is spoken there.
    pub protocol: Protocol,
    /// `http` or `https`; of a folder with `/` at its end, of a database without.
    pub url: String,
}

impl Address {
    /// Reads `https://host/team/board/` or `couchdb+https://host/db`; `None` for anything else, and for an address with
    /// a name and password in it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (protocol, url) = match text.strip_prefix("couchdb+") {
            Some(url) => (Protocol::Couch, url),
            None => (Protocol::Folder, text),
        };
        let url = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if host.is_empty() || host.contains('@') || (protocol == Protocol::Couch && path.is_empty()) {
            return None;
        }
        let url = match protocol {
            Protocol::Folder => [url, "/"].concat(),
            Protocol::Couch => url.to_owned(),
        };
        Some(Self { protocol, url })
    }
}

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// A name as one part of an address.
pub(crate) fn encoded(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push('%');
            text.extend([byte >> 4, byte & 15].map(|digit| char::from(HEX[usize::from(digit)])));
        }
    }
    text
}

/// The name that a part of an address stands for.
pub(crate) fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        bytes.push((digit()? << 4 | digit()?) as u8);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_end_in_a_slash_and_databases_do_not() {
        let url = |text| Address::parse(text).map(|address| (address.protocol, address.url));
        assert_eq!(
            url("https://h/team"),
            Some((Protocol::Folder, "https://h/team/".into()))
        );
        assert_eq!(url("http://h"), Some((Protocol::Folder, "http://h/".into())));
        assert_eq!(
            url("couchdb+http://h/db/"),
            Some((Protocol::Couch, "http://h/db".into()))
        );
        for text in [
            "",
            "memory:",
            "ftp://h/x",
            "https://",
            "couchdb+https://h/",
            "https://ana:secret@h/",
        ] {
            assert_eq!(Address::parse(text), None, "{text}");
        }
    }

    #[test]
    fn names_survive_being_parts_of_an_address() {
        for name in ["ana", "Zoë Müller", "100%", "a/b?c#d", "視聴"] {
            let part = encoded(name);
            assert!(
                part.bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte))
            );
            assert_eq!(decoded(&part).as_deref(), Some(name));
        }
        assert_eq!(decoded("%"), None);
        assert_eq!(decoded("%ff"), None, "not UTF-8");
    }
}
