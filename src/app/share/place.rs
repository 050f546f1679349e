//! What a `store` attribute names.

use crate::sync::Address;
use crate::web::fetch;

/// Where events go.
pub(in crate::app) enum Place {
    /// This browser.
    Browser,
    /// This page's memory.
    Memory,
    /// A store that is shared.
    Shared(Address),
    /// Nothing that this version knows.
    Unknown,
}

impl Place {
    /// Reads a `store` attribute; what is not absolute is relative to the page.
    pub(in crate::app) fn named(store: Option<&str>) -> Self {
        const COUCH: &str = "couchdb+";
        match store.unwrap_or_default() {
            "" => Self::Browser,
            "memory:" => Self::Memory,
            text => {
                let (kind, rest) = text.strip_prefix(COUCH).map_or(("", text), |rest| (COUCH, rest));
                let url = fetch::absolute(rest).unwrap_or_default();
                Address::parse(&[kind, &url].concat()).map_or(Self::Unknown, Self::Shared)
            }
        }
    }
}
