//! Why a board cannot be drawn, for the person who can do something about it.

use crate::domain::fault::Fault;
use crate::web::fetch::FetchFault;

/// What went wrong. The sentences are in the catalogue, under [`Failure::key`].
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The goals could not be loaded from this address.
    Fetch {
        /// The absolute address.
        url: String,
        /// Why.
        fault: FetchFault,
    },
    /// The goals came and cannot be read.
    Document {
        /// Where from; empty for inline goals.
        url: String,
        /// Why.
        fault: Box<Fault>,
    },
}

impl Failure {
    /// The key of the headline; the key with `.do` tells what can be done.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Fetch { fault, .. } => match fault {
                FetchFault::Address => "failure.address",
                FetchFault::Status(404 | 410) => "failure.not-found",
                FetchFault::Status(401 | 403) => "failure.forbidden",
                FetchFault::Status(_) => "failure.status",
                FetchFault::Policy => "failure.policy",
                FetchFault::Cors => "failure.cors",
                FetchFault::Unreachable => "failure.unreachable",
                FetchFault::Offline => "failure.offline",
                FetchFault::TooLarge => "failure.too-large",
                FetchFault::BrokenOff => "failure.broken-off",
                FetchFault::NotText => "failure.not-text",
            },
            Self::Document { .. } => "failure.document",
        }
    }

    /// Whether trying again may help without anybody changing anything.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Fetch {
                fault: FetchFault::Unreachable
                    | FetchFault::Offline
                    | FetchFault::BrokenOff
                    | FetchFault::Status(500..),
                ..
            }
        )
    }

    /// The places of its sentences.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Fetch { url, fault } => {
                let mut args = vec![("url", url.clone())];
                if let FetchFault::Status(status) = fault {
                    args.push(("status", status.to_string()));
                }
                args
            }
            Self::Document { url, .. } => vec![("url", url.clone())],
        }
    }
}
