//! What the engine asks for, and what may come of it.

/// A request that whoever drives the engine carries out, with credentials, redirects not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Names it in the answer.
    pub id: u32,
    /// `GET`, `PUT`, `PROPFIND`…
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// Names and values.
    pub headers: Vec<(&'static str, &'static str)>,
    /// Empty when there is none.
    pub body: String,
    /// Whether the browser's cache may answer: only for what never changes under its name. Then a digest is welcome.
    pub reuse: bool,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The server answered, and the body is whole as far as HTTP can tell.
    Response(Response),
    /// A redirect that was not followed: most often the way to a sign-in page.
    Redirected,
    /// No answer, or one that the browser hides: no network, no such host, TLS, CORS.
    Unreachable,
    /// Nothing within the time.
    TimedOut,
    /// The body ended early.
    Cut,
}

/// A server's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// 200, 404…
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// As it came.
    pub body: Vec<u8>,
    /// The SHA-256 of the body, where whoever carried out the request had it computed by something faster than this
    /// program.
    pub digest: Option<[u8; 32]>,
}

impl Response {
    /// The value of a header, its name in any case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim())
    }

    /// The body as text.
    pub(crate) fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.body).ok()
    }

    /// Whether it is a page for people.
    pub(crate) fn is_html(&self) -> bool {
        let typed = self
            .header("content-type")
            .is_some_and(|it| it.starts_with("text/html"));
        let start = self.body.trim_ascii_start();
        let looks = |tag: &[u8]| start.get(..tag.len()).is_some_and(|it| it.eq_ignore_ascii_case(tag));
        typed || looks(b"<!doctype html") || looks(b"<html")
    }
}
