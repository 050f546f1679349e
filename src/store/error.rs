use crate::web::indexed_db::Fault;

/// Why a store could not do what it was asked. Nothing that was not confirmed before is kept for sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no room left.
    Full,
    /// The store cannot be opened any more.
    Refused(Refused),
    /// It was closed in the middle: its data were cleared, or the browser gave up on it. Trying again may help.
    Gone,
    /// Something else, in the browser's words.
    Other(String),
}

/// Why the browser keeps nothing for this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It has no IndexedDB, or hides it, as some private windows do.
    Absent,
    /// It does not allow it here: a sandboxed frame, or blocked site data.
    Forbidden,
    /// There is no room for even an empty database.
    Full,
    /// It does not answer.
    NoAnswer,
    /// A newer version of the board wrote there; loading the page again brings that version.
    Newer,
    /// Something else, in the browser's words.
    Other(String),
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Thrown { name, message } => match name.as_str() {
                "QuotaExceededError" => Self::Full,
                // A transaction that the browser gives up on, and one on a connection that is closed.
                "AbortError" | "InvalidStateError" => Self::Gone,
                _ => Self::Other(format!("{name}: {message}")),
            },
            fault => Self::Refused(fault.into()),
        }
    }
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Absent => Self::Absent,
            Fault::NoAnswer => Self::NoAnswer,
            Fault::Thrown { name, message } => match name.as_str() {
                // Private windows of older Firefoxes throw the last one.
                "SecurityError" | "NotAllowedError" | "InvalidStateError" => Self::Forbidden,
                "QuotaExceededError" => Self::Full,
                "VersionError" => Self::Newer,
                _ => Self::Other(format!("{name}: {message}")),
            },
        }
    }
}
