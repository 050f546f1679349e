//! What can go wrong with a store, each with a sentence that says what to do.

use super::http::{Answer, Response};

/// Why there is no sync, or no writing, right now. Nothing is lost by any of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// No answer that may be read: network, name, TLS or CORS.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// An answer that ended early.
    Cut,
    /// 401, or a redirect to a sign-in page.
    SignIn,
    /// 403 to reading.
    Forbidden,
    /// Writing is refused.
    ReadOnly,
    /// The store refuses events of somebody else than who is signed in.
    NotYours,
    /// 404: there is no such folder or database.
    Missing,
    /// The server does not list its folder.
    NoListing,
    /// 409.
    Conflict,
    /// 412.
    Precondition,
    /// 413.
    TooLarge,
    /// 423.
    Locked,
    /// 429, or 503 with a time to come back.
    Busy,
    /// 507.
    Full,
    /// Any other 5xx.
    Server,
    /// A page for people where data was expected.
    Html,
    /// Data that cannot be read.
    Garbled,
    /// The store refuses events of the future: this device's clock is ahead.
    Clock,
    /// Any other answer.
    Unexpected,
}

impl Trouble {
    /// The key of its sentence.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unreachable => "sync.unreachable",
            Self::TimedOut => "sync.timed-out",
            Self::Cut => "sync.cut",
            Self::SignIn => "sync.sign-in",
            Self::Forbidden => "sync.forbidden",
            Self::ReadOnly => "sync.read-only",
            Self::NotYours => "sync.not-yours",
            Self::Missing => "sync.missing",
            Self::NoListing => "sync.no-listing",
            Self::Conflict => "sync.conflict",
            Self::Precondition => "sync.precondition",
            Self::TooLarge => "sync.too-large",
            Self::Locked => "sync.locked",
            Self::Busy => "sync.busy",
            Self::Full => "sync.full",
            Self::Server => "sync.server",
            Self::Html => "sync.html",
            Self::Garbled => "sync.garbled",
            Self::Clock => "sync.clock",
            Self::Unexpected => "sync.unexpected",
        }
    }

    /// What a status that is no success means, whatever was asked.
    pub(crate) fn of_status(status: u16) -> Self {
        match status {
            300..=399 | 401 | 407 | 511 => Self::SignIn,
            403 => Self::Forbidden,
            404 | 410 => Self::Missing,
            409 => Self::Conflict,
            412 => Self::Precondition,
            413 | 414 => Self::TooLarge,
            423 => Self::Locked,
            408 | 504 => Self::TimedOut,
            429 => Self::Busy,
            507 => Self::Full,
            500..600 => Self::Server,
            _ => Self::Unexpected,
        }
    }

    /// Why a body that came with success cannot be used.
    pub(crate) fn of_body(response: &Response) -> Self {
        if response.is_html() { Self::Html } else { Self::Garbled }
    }
}

/// The response, if there is one.
pub(crate) fn response(answer: &Answer) -> Result<&Response, Trouble> {
    match answer {
        Answer::Response(response) => Ok(response),
        Answer::Redirected => Err(Trouble::SignIn),
        Answer::Unreachable => Err(Trouble::Unreachable),
        Answer::TimedOut => Err(Trouble::TimedOut),
        Answer::Cut => Err(Trouble::Cut),
    }
}

/// The response, if it is a success.
pub(crate) fn success(answer: &Answer) -> Result<&Response, Trouble> {
    let response = response(answer)?;
    match response.status {
        200..300 => Ok(response),
        status => Err(Trouble::of_status(status)),
    }
}
