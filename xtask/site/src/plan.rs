//! What a server will serve, before it runs.

use std::io;
use std::path::{Path, PathBuf};

use crate::{Reply, Request, Site, files};

type Route = Box<dyn Fn(&Request) -> Option<Reply> + Send + Sync>;

/// A folder, the routes in front of it, and the headers of every reply.
pub struct Plan {
    folder: PathBuf,
    routes: Vec<Route>,
    headers: Vec<(String, String)>,
}

impl Plan {
    /// Serves the files of this folder.
    #[must_use]
    pub fn of(folder: impl AsRef<Path>) -> Self {
        Self {
            folder: folder.as_ref().to_owned(),
            routes: Vec::new(),
            headers: Vec::new(),
        }
    }

    /// Asks this route before the folder. Routes are asked in the order they were added; the first reply is sent.
    #[must_use]
    pub fn route(mut self, route: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static) -> Self {
        self.routes.push(Box::new(route));
        self
    }

    /// Adds a header to every reply, unless the reply has one of that name already.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Serves on a free port.
    ///
    /// # Errors
    /// When the machine has no free port to give.
    pub fn start(self) -> io::Result<Site> {
        self.start_on(0)
    }

    /// Serves on this port of 127.0.0.1.
    ///
    /// # Errors
    /// When the port is taken, or may not be used.
    pub fn start_on(self, port: u16) -> io::Result<Site> {
        Site::start(self, port)
    }

    pub(crate) fn answer(&self, request: &Request) -> Reply {
        let routed = self.routes.iter().find_map(|route| route(request));
        let mut reply = routed.unwrap_or_else(|| files::answer(&self.folder, request));
        let always = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")];
        let asked = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in asked.chain(always) {
            if !reply.headers.iter().any(|(had, _)| had.eq_ignore_ascii_case(name)) {
                reply.headers.push((name.to_owned(), value.to_owned()));
            }
        }
        reply
    }
}
