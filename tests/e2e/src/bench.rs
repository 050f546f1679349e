//! The web server of one test.

use serde_json::Value;
use site::{Plan, Reply, Request, Site};

use crate::Setup;

/// The assembled page, and what the test puts beside it.
///
/// Every page made here runs `told.js` first, which keeps what the board said in `told` and what went wrong in
/// `complaints`.
pub struct Bench(Plan);

impl Bench {
    /// The assembled page alone.
    #[must_use]
    pub fn new() -> Self {
        let page = Setup::read().page;
        assert!(
            page.join("index.html").is_file(),
            "BOARD_PAGE is {}, where there is no index.html: run `cargo xtask test`.",
            page.display()
        );
        Self(Plan::of(page)).at("/told.js", Reply::bytes(200, "text/javascript", TOLD))
    }

    /// This reply at this path.
    #[must_use]
    pub fn at(self, path: &str, reply: Reply) -> Self {
        let path = path.to_owned();
        self.route(move |request| (request.path == path).then(|| reply.clone()))
    }

    /// A goal document at this path.
    #[must_use]
    pub fn goals(self, path: &str, goals: &Value) -> Self {
        self.at(path, Reply::bytes(200, "application/json", goals.to_string()))
    }

    /// A page with this body, as a site owner would write it.
    #[must_use]
    pub fn page(self, path: &str, body: &str) -> Self {
        self.at(path, html(body))
    }

    /// Whatever this function answers.
    #[must_use]
    pub fn route(self, route: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static) -> Self {
        Self(self.0.route(route))
    }

    /// The page's own `index.html`, with `told.js` before everything else.
    #[must_use]
    pub fn overheard(self) -> Self {
        self.index("")
    }

    /// The page's own `index.html`, with this script and `told.js` before everything else.
    #[must_use]
    pub fn before_everything(self, script: &str) -> Self {
        self.index(&format!("<script src=\"{script}\"></script>"))
    }

    fn index(self, tag: &str) -> Self {
        let tag = format!("<head>{tag}<script src=\"/told.js\"></script>");
        let path = Setup::read().page.join("index.html");
        let html =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
        self.at("/index.html", Reply::bytes(200, HTML, html.replacen("<head>", &tag, 1)))
    }

    /// A header on every reply.
    #[must_use]
    pub fn header(self, name: &str, value: &str) -> Self {
        Self(self.0.header(name, value))
    }

    /// Serves on a free port.
    #[must_use]
    pub fn start(self) -> Site {
        self.0
            .start()
            .unwrap_or_else(|error| panic!("No server for this test: {error}"))
    }
}

impl Default for Bench {
    fn default() -> Self {
        Self::new()
    }
}

const TOLD: &str = include_str!("told.js");
const HTML: &str = "text/html; charset=utf-8";

fn html(body: &str) -> Reply {
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\" />\
         <meta name=\"viewport\" content=\"width=device-width\" /><title>A page of the team</title>\
         <script src=\"/told.js\"></script><script type=\"module\" src=\"/alignment-board.js\"></script></head>\
         <body><main>{body}</main></body></html>"
    );
    Reply::bytes(200, HTML, page)
}
