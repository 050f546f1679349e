//! Two people at one board.

use std::sync::{Mutex, MutexGuard, PoisonError};

use e2e::{Bench, Board, Browser, Site};
use serde_json::{Value, json};
use servers::{Kind, Running};

/// Ana leads, Ben and others are members.
pub(crate) fn goals() -> Value {
    json!({
        "format": 1,
        "id": "team-2026",
        "title": "Our team",
        "members": [
            { "id": "ana", "name": "Ana Ruiz", "lead": true },
            { "id": "ben", "name": "Ben Okafor" },
            { "id": "cem", "name": "Cem Aydin" },
            { "id": "dee", "name": "Dee Lund" },
            { "id": "eva", "name": "Eva Horvat" }
        ],
        "objectives": [{ "id": "engagement", "title": "Our audience talks back", "initiatives": [
            { "id": "ugc", "title": "Customer video series" },
            { "id": "replies", "title": "Answer every comment" },
            { "id": "panel", "title": "Customer panel", "seats": 2 },
            { "id": "letter", "title": "Monthly newsletter" },
            { "id": "podcast", "title": "Guest on podcasts" }
        ] }]
    })
}

static TURN: Mutex<()> = Mutex::new(());

/// A page with the team's goals, and a store.
pub(crate) struct Team {
    /// Who wants several browsers at once waits for its turn.
    _turn: MutexGuard<'static, ()>,
    site: Site,
    store: String,
}

impl Team {
    /// At a store that this function starts, given the page's origin.
    pub(crate) fn new<T>(bench: Bench, start: impl FnOnce(&str) -> (T, String)) -> (Self, T) {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let site = bench.goals("/team.json", &goals()).start();
        let (running, store) = start(&origin(&site));
        let team = Self {
            _turn: turn,
            site,
            store,
        };
        (team, running)
    }

    /// At a real server.
    pub(crate) fn at(kind: Kind) -> (Self, Running) {
        Self::new(Bench::new(), |origin| {
            let running = Running::start_for(kind, origin).expect("a server");
            let store = running.store();
            (running, store)
        })
    }

    /// A browser with a profile of its own, in which this member looks at the board.
    pub(crate) fn person(&self, member: &str) -> Browser {
        let browser = Browser::start();
        browser.open(&self.address(member));
        board(&browser).comes_up();
        browser
    }

    /// The board's address for a member.
    pub(crate) fn address(&self, member: &str) -> String {
        let store: String = self
            .store
            .bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect();
        format!(
            "{}/index.html?src=team.json&member={member}&store={store}",
            origin(&self.site)
        )
    }
}

/// The board of a page.
pub(crate) fn board(browser: &Browser) -> Board<'_> {
    Board::at(browser, "alignment-board")
}

fn origin(site: &Site) -> String {
    format!("http://localhost:{}", site.port())
}
