//! CouchDB: one document an event, whose id holds the event's id, and a feed of what changes.

mod design;
mod digest;
mod read;
mod write;

use std::collections::BTreeSet;

pub use self::design::{SYNC_ROLE, design_document};
use self::write::Writer;
use super::address::encoded;
use super::engine::{Core, Guard, PATIENCE_MS};
use super::few::Few;
use super::http::{Answer, Request};
use super::trouble::Trouble;
use crate::domain::event::EventId;
use crate::json::quoted;

/// One board's documents in one database.
#[derive(Debug)]
pub(crate) struct Couch {
    db: String,
    /// What the ids of this board's documents begin with.
    prefix: String,
    session: Option<Session>,
    /// Whether it is known to check who made an event.
    guarded: Option<bool>,
    /// A name and a password on their way to the server.
    credentials: Option<(String, String)>,
    /// Up to where the feed was read, in the database's words.
    since: Option<String>,
    /// How many documents the database had, and when it was made.
    count: u64,
    made: Option<String>,
    check: Option<Check>,
    /// When everything is compared again, and when to look whether the database is the one it was.
    check_at: u64,
    look_at: u64,
    step: Step,
    asked: Few<u32, Ask>,
    /// The request that waits for news, and since when.
    watch: Option<(u32, u64)>,
    /// It waited and was told nothing.
    unheard: bool,
    /// Not before this it waits for news again: the server, or a proxy, does not let it wait.
    watch_at: u64,
    writer: Writer,
}

/// Who is signed in.
#[derive(Debug, Default)]
struct Session {
    name: Option<String>,
}

/// A comparison of all ids there with all ids here.
#[derive(Debug, Default)]
struct Check {
    /// Where the feed stood when it began.
    seq: String,
    there: BTreeSet<EventId>,
    /// The document after which the next page begins.
    last: Option<String>,
    /// What is there and not here.
    wanted: Vec<EventId>,
    listed: bool,
}

/// How far a pass has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    None,
    Begin,
    /// The feed was read to its end.
    Read,
}

#[derive(Clone, Debug)]
enum Ask {
    SignIn,
    Session,
    Guard,
    Look,
    Ids {
        docs: bool,
    },
    Wanted(Vec<EventId>),
    Changes,
    Watch,
    Put(Box<[EventId]>),
    /// Whether what was refused is there already.
    Verify {
        ids: Box<[EventId]>,
        why: Few<EventId, Trouble>,
    },
}

const CHECK_MS: u64 = 60 * 60_000;
const LOOK_MS: u64 = 60_000;
/// How long it does not wait for news where that does not work.
const PAUSE_MS: u64 = 5 * 60_000;
/// How many rows are asked for at once.
const PAGE: usize = 1_000;
const WATCH_MS: u64 = 25_000;
/// A wait that ends as soon without news was none.
const NO_WAIT_MS: u64 = 1_000;

impl Couch {
    pub(crate) fn new(db: &str, board: &str) -> Self {
        Self {
            db: db.to_owned(),
            prefix: ["b:", board, ":"].concat(),
            session: None,
            guarded: None,
            credentials: None,
            since: None,
            count: 0,
            made: None,
            check: None,
            check_at: 0,
            look_at: 0,
            step: Step::None,
            asked: Few::default(),
            watch: None,
            unheard: false,
            watch_at: 0,
            writer: Writer::default(),
        }
    }

    pub(crate) fn who(&self) -> Option<&str> {
        self.session.as_ref()?.name.as_deref()
    }

    /// What is known of whether the database checks who made an event.
    pub(crate) fn guard(&self) -> Guard {
        match self.guarded {
            Some(true) if self.who().is_some() => Guard::Names,
            Some(false) => Guard::None,
            _ => Guard::Unknown,
        }
    }

    pub(crate) fn sign_in(&mut self, name: String, password: String) {
        self.credentials = Some((name, password));
        self.guarded = None;
    }

    /// Asks for whatever is due.
    pub(crate) fn plan(&mut self, core: &mut Core) {
        if self.step == Step::None && core.schedule.poll_due() {
            if let Some((watch, _)) = self.watch.take() {
                self.asked.remove(&watch);
                core.cancel(watch);
            }
            core.schedule.pass_begins();
            self.step = Step::Begin;
        }
        if self.step == Step::Begin && !self.is_reading() {
            self.read(core);
        }
        self.write(core);
        if self.step == Step::Read {
            self.step = Step::None;
            core.schedule.pass_ends();
            self.after_pass(core);
            self.write(core);
            self.ask_for_guard(core);
            self.watch(core);
        }
    }

    pub(crate) fn wake(&self, core: &Core) -> Option<u64> {
        self.writer.wake(core.now())
    }

    /// Takes in an answer.
    ///
    /// # Errors
    /// When nothing more should be asked for a while.
    pub(crate) fn answer(&mut self, core: &mut Core, id: u32, answer: &Answer) -> Result<(), Trouble> {
        let Some(ask) = self.asked.remove(&id) else {
            return Ok(());
        };
        let result = match ask {
            Ask::SignIn => self.signed_in(core, answer),
            Ask::Session => self.learned_session(answer),
            Ask::Guard => self.learned_guard(answer),
            Ask::Look => self.looked(core, answer),
            Ask::Ids { docs } => self.listed(core, docs, answer),
            Ask::Wanted(ids) => self.fetched(core, &ids, answer),
            Ask::Changes => self.changed(core, answer),
            Ask::Watch => self.watched(core, answer),
            Ask::Put(ids) => self.put(core, &ids, answer),
            Ask::Verify { ids, why } => self.verified(core, &ids, &why, answer),
        };
        if let Err(trouble) = result {
            self.step = Step::None;
            self.check = None;
            // It may come back as another one.
            self.look_at = 0;
            if trouble == Trouble::SignIn {
                self.session = None;
            }
        }
        result
    }

    /// Nobody answers any more what was asked.
    pub(crate) fn forget_requests(&mut self) {
        self.asked = Few::default();
        self.watch = None;
        self.check = None;
        self.step = Step::None;
        self.writer.idle();
    }

    fn is_reading(&self) -> bool {
        let reads = |ask: &Ask| !matches!(ask, Ask::Watch | Ask::Guard | Ask::Put(_) | Ask::Verify { .. });
        self.asked.iter().any(|(_, ask)| reads(ask))
    }

    fn ask(&mut self, core: &mut Core, ask: Ask, request: Request) -> u32 {
        let patience = match ask {
            Ask::Watch => WATCH_MS + NO_WAIT_MS * 5,
            _ => PATIENCE_MS,
        };
        let id = core.ask(request, patience);
        self.asked.insert(id, ask);
        id
    }

    /// A path within the database.
    fn url(&self, path: &str) -> String {
        [&self.db, path].concat()
    }

    /// The server's session, which stands beside the database.
    fn session_url(&self) -> String {
        let server = self.db.rsplit_once('/').map_or("", |(server, _)| server);
        [server, "/_session"].concat()
    }

    /// The event that a document of this board is.
    fn event_id(&self, document: &str) -> Option<EventId> {
        document.strip_prefix(&self.prefix)?.parse().ok()
    }
}

/// The id of an event's document.
#[must_use]
pub fn document_id(board: &str, id: EventId) -> String {
    ["b:", board, ":", &id.to_string()].concat()
}

fn request(method: &'static str, url: String, body: String) -> Request {
    let mut headers = vec![("Accept", "application/json")];
    if !body.is_empty() {
        headers.push(("Content-Type", "application/json"));
    }
    Request {
        id: 0,
        method,
        url,
        headers,
        body,
        reuse: false,
    }
}

/// A text as a JSON value in an address.
fn parameter(text: &str) -> String {
    encoded(&quoted(text))
}
