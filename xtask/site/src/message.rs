//! What a route is given, and what it gives back.

/// One request, read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `PUT`, `PROPFIND`, …
    pub method: String,
    /// The path as it was sent, without its query, for example `/samples/minimal.json`.
    pub path: String,
    /// What follows the `?`, or nothing.
    pub query: String,
    /// Names and values, as sent.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// The first header of that name, in whatever case it was sent.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(sent, _)| sent.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// The body as text; bytes that are no UTF-8 become replacement characters.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// What is sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// A reply without a body.
    #[must_use]
    pub fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// Plain text.
    #[must_use]
    pub fn text(status: u16, text: impl Into<String>) -> Self {
        Self::bytes(status, "text/plain; charset=utf-8", text.into())
    }

    /// A body of any type.
    #[must_use]
    pub fn bytes(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            body: body.into(),
            ..Self::empty(status)
        }
        .with("Content-Type", content_type)
    }

    /// The same reply with one more header. A header of that name that was there gives way.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(had, _)| !had.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_found_in_any_case() {
        let request = Request {
            method: "GET".into(),
            path: "/".into(),
            query: String::new(),
            headers: vec![("If-None-Match".into(), "*".into())],
            body: Vec::new(),
        };
        assert_eq!(request.header("if-none-match"), Some("*"));
        assert_eq!(request.header("depth"), None);
    }

    #[test]
    fn a_later_header_replaces_an_earlier_one() {
        let reply = Reply::text(200, "").with("content-type", "application/json");
        assert_eq!(reply.headers, [("content-type".into(), "application/json".into())]);
    }
}
