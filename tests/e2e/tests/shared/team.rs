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
        let site = bench.overheard().goals("/team.json", &goals()).start();
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

    /// A browser that looks at another page of the same server.
    pub(crate) fn look(&self, path: &str) -> Browser {
        let browser = Browser::start();
        browser.open(&format!("{}{path}", origin(&self.site)));
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

/// Who holds and who waits, of every card.
pub(crate) fn claims(browser: &Browser) -> Value {
    let cards = "const { objectives } = element.board; return objectives.flatMap((it) => it.initiatives)\
                 .map(({ id, state, holders, waiting }) => [id, state, holders, waiting]);";
    board(browser).ask(cards, &[])
}

/// How many changes wait to be confirmed, as the page is told.
pub(crate) fn waits(browser: &Browser) -> u64 {
    told(browser, "waiting")
        .and_then(|waits| waits.as_u64())
        .unwrap_or(u64::MAX)
}

/// Waits until the store was read once.
pub(crate) fn in_touch(browser: &Browser) {
    browser.until("the store to be read", || told(browser, "synced"));
}

/// What the page was last told about sharing, unless it is `null`.
pub(crate) fn told(browser: &Browser, what: &str) -> Option<Value> {
    let last = "return window.told.findLast(({ type }) => type === 'board-sync')?.detail[arguments[0]] ?? null";
    Some(browser.script(last, &[json!(what)])).filter(|told| !told.is_null())
}

/// The board of a page.
pub(crate) fn board(browser: &Browser) -> Board<'_> {
    Board::at(browser, "alignment-board")
}

fn origin(site: &Site) -> String {
    format!("http://localhost:{}", site.port())
}
