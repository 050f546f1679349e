//! What every pretended server can do.

use std::collections::BTreeSet;

use alignment_board::domain::event::EventId;
use alignment_board::sync::{Request, Response};

/// What a server says.
pub(crate) enum Reply {
    Now(Response),
    /// It waits for news, and has none yet.
    Later,
}

pub(crate) trait Server: Send {
    /// Serves a request of somebody who is signed in.
    fn serve(&mut self, now: u64, who: &str, request: &Request) -> Reply;

    /// The same state, apart from it.
    fn copy(&self) -> Box<dyn Server>;

    /// The events it has, where they count.
    fn events(&self) -> BTreeSet<EventId>;
}
