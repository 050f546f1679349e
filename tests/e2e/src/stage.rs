//! A server and a browser that looks at it.

use serde_json::Value;
use site::Site;

use crate::{Bench, Board, Browser};

/// What most tests need.
pub struct Stage {
    /// The browser; closed before its server ends.
    pub browser: Browser,
    /// The server.
    pub site: Site,
}

impl Stage {
    /// The assembled page alone, opened at this path.
    #[track_caller]
    #[must_use]
    pub fn open(path: &str) -> Self {
        Self::with(Bench::new(), path)
    }

    /// This server, opened at this path.
    #[track_caller]
    #[must_use]
    pub fn with(bench: Bench, path: &str) -> Self {
        let stage = Self {
            site: bench.start(),
            browser: Browser::start(),
        };
        stage.go(path);
        stage
    }

    /// Opens another path of the same server.
    #[track_caller]
    pub fn go(&self, path: &str) {
        self.browser.open(&self.site.address(path));
    }

    /// The only board of the page, once it is up.
    #[track_caller]
    #[must_use]
    pub fn board(&self) -> Board<'_> {
        self.board_at("alignment-board")
    }

    /// The board that this selector finds, once it is up.
    #[track_caller]
    #[must_use]
    pub fn board_at(&self, selector: &str) -> Board<'_> {
        let board = self.element(selector);
        board.comes_up();
        board
    }

    /// The board that this selector finds, whether it is up or not.
    #[must_use]
    pub fn element(&self, selector: &str) -> Board<'_> {
        Board::at(&self.browser, selector)
    }

    /// What the page heard from its boards: `{ type, id, at, composed, detail }` each, in order.
    #[track_caller]
    #[must_use]
    pub fn told(&self, kind: &str) -> Vec<Value> {
        let told = self.browser.script("return window.told;", &[]);
        let told = told.as_array().cloned().unwrap_or_default();
        told.into_iter().filter(|event| event["type"] == kind).collect()
    }

    /// What went wrong on the page: errors nobody caught, and what its policy refused.
    #[track_caller]
    #[must_use]
    pub fn complaints(&self) -> Vec<String> {
        let complaints = self.browser.script("return window.complaints;", &[]);
        let complaints = complaints.as_array().cloned().unwrap_or_default();
        complaints
            .iter()
            .map(|it| it.as_str().unwrap_or_default().to_owned())
            .collect()
    }
}
