//! A folder on a web server: segments that are written once, under the hash of their bytes.
//!
//! The board's folder holds segments of everybody where everybody may write there. Where the server lets each member
//! write into a folder of her own name only, there are such folders in it, and in each only her own events count.

mod compact;
mod dir;
mod lines;
mod listing;
mod read;
mod segment;
mod write;
mod xml;

use std::rc::Rc;

use self::compact::Compaction;
use self::dir::Dir;
use self::segment::Name;
pub use self::segment::{Segment, board_folder};
use self::write::Writer;
use super::address::encoded;
use super::engine::{Core, Guard};
use super::few::Few;
use super::http::{Answer, Request};
use super::trouble::Trouble;
use crate::domain::event::EventId;

/// One board's folder.
#[derive(Debug)]
pub(crate) struct Folder {
    /// The store's folder, in which the board's is.
    base: String,
    root: String,
    origin: String,
    lists: Lists,
    /// The board's folder under the empty name, members' under theirs.
    dirs: Few<Rc<str>, Dir>,
    asked: Few<u32, Ask>,
    pass: Pass,
    /// When everything is listed again, whatever the server says of changes.
    whole_at: u64,
    writer: Writer,
    compaction: Compaction,
}

/// How the server lists a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lists {
    Unknown,
    Dav,
    /// nginx; `above`: whether the store's own folder can be listed, too, which tells cheaply what changed.
    Index {
        above: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pass {
    None,
    /// It is asked what changed.
    Asking,
    /// What changed is read.
    Reading,
}

/// What a request was for.
#[derive(Clone, Debug)]
enum Ask {
    Changes,
    List {
        dir: Rc<str>,
        at: u64,
        index: bool,
    },
    Get(Rc<str>, Name),
    Put {
        dir: Rc<str>,
        name: Name,
        ids: Box<[EventId]>,
        /// Whether it holds what this origin has in other segments.
        merged: bool,
    },
    MakeFolder(Rc<str>),
    /// Whether anything may be deleted, found out with a name that nothing has.
    MayDelete,
    Delete(Rc<str>, Name),
}

const WHOLE_MS: u64 = 5 * 60_000;
/// Twice as many as a browser keeps connections to one host under HTTP/1.1, so that none of them waits for us.
const AT_ONCE: usize = 12;

impl Folder {
    pub(crate) fn new(base: &str, board: &str, origin: String) -> Self {
        Self {
            base: base.to_owned(),
            root: [base, &board_folder(board), "/"].concat(),
            origin,
            lists: Lists::Unknown,
            dirs: Few::of(vec![(Rc::from(""), Dir::default())]),
            asked: Few::default(),
            pass: Pass::None,
            whole_at: 0,
            writer: Writer::default(),
            compaction: Compaction::default(),
        }
    }

    /// Asks for whatever is due.
    pub(crate) fn plan(&mut self, core: &mut Core) {
        if self.pass == Pass::None && core.schedule.poll_due() {
            self.begin(core);
        }
        self.write(core);
        self.fetch(core);
        if self.pass == Pass::Reading && self.is_quiet(core.now()) {
            self.pass = Pass::None;
            core.schedule.pass_ends();
            self.after_pass(core);
            self.write(core);
            self.compact(core);
        }
    }

    pub(crate) fn wake(&self, core: &Core) -> Option<u64> {
        let now = core.now();
        let fetches = self.dirs.iter().filter_map(|(_, dir)| dir.next_fetch(now));
        fetches.chain(self.writer.heal_at().filter(|at| *at > now)).min()
    }

    /// Takes in an answer.
    ///
    /// # Errors
    /// When nothing more should be asked for a while.
    pub(crate) fn answer(&mut self, core: &mut Core, id: u32, answer: &Answer) -> Result<(), Trouble> {
        let Some(ask) = self.asked.remove(&id) else {
            return Ok(());
        };
        let result = match ask.clone() {
            Ask::Changes => self.changes(core, answer),
            Ask::List { dir, at, index } => self.listed(core, &dir, at, index, answer),
            Ask::Get(dir, name) => self.got(core, &dir, &name, answer),
            Ask::Put { dir, name, ids, merged } => self.put(core, &dir, name, &ids, merged, answer),
            Ask::MakeFolder(dir) => self.made(core, &dir, answer),
            Ask::MayDelete => self.may_delete(core, answer),
            Ask::Delete(dir, name) => self.deleted(core, &dir, &name, answer),
        };
        if result.is_err() {
            self.undo(&ask, core.now());
            self.pass = Pass::None;
        }
        result
    }

    /// Nobody answers any more what was asked.
    pub(crate) fn forget_requests(&mut self) {
        for (_, ask) in std::mem::take(&mut self.asked).into_entries() {
            self.undo(&ask, 0);
        }
        self.pass = Pass::None;
    }

    /// What was asked for is to be asked for again.
    fn undo(&mut self, ask: &Ask, now: u64) {
        match ask {
            Ask::List { dir, .. } => {
                if let Some(dir) = self.dirs.get_mut(dir) {
                    dir.listing = false;
                    dir.stale = true;
                }
            }
            Ask::Get(dir, name) => {
                if let Some(dir) = self.dirs.get_mut(dir) {
                    dir.retry(name, false, now);
                }
            }
            Ask::Put { .. } | Ask::MakeFolder(_) => self.writer.idle(),
            Ask::Changes | Ask::MayDelete | Ask::Delete(..) => {}
        }
    }

    fn ask(&mut self, core: &mut Core, ask: Ask, request: Request) {
        let id = core.ask(request, super::engine::PATIENCE_MS);
        self.asked.insert(id, ask);
    }

    /// What is known of whether the server checks names.
    pub(crate) fn guard(&self) -> Guard {
        let (mut common, mut apart) = (false, false);
        for (name, _) in self.dirs.iter().filter(|(_, dir)| dir.segments.len() > 0) {
            common |= name.is_empty();
            apart |= !name.is_empty();
        }
        match (common, apart) {
            (true, _) => Guard::None,
            (false, true) if self.writer.others_refuse() => Guard::Refused,
            (false, true) => Guard::Apart,
            (false, false) => Guard::Unknown,
        }
    }

    /// The address of a folder.
    fn url(&self, dir: &str) -> String {
        match dir {
            "" => self.root.clone(),
            member => [&self.root, &*encoded(member), "/"].concat(),
        }
    }

    fn file_url(&self, dir: &str, name: &str) -> String {
        [&self.url(dir), name, ".json"].concat()
    }

    /// Whether everything that is to be read now has been.
    fn is_quiet(&self, now: u64) -> bool {
        let reads = |ask: &Ask| matches!(ask, Ask::Changes | Ask::List { .. } | Ask::Get(..));
        let open = |dir: &Dir| dir.stale || dir.listing || dir.is_due(now);
        !self.asked.iter().any(|(_, ask)| reads(ask)) && !self.dirs.iter().any(|(_, dir)| open(dir))
    }
}

fn request(method: &'static str, url: String) -> Request {
    Request {
        id: 0,
        method,
        url,
        headers: Vec::new(),
        body: String::new(),
        reuse: false,
    }
}

/// The folders among some entries that can be a member's.
fn members(entries: &[listing::Entry]) -> impl Iterator<Item = &listing::Entry> {
    let hidden = |name: &str| name.is_empty() || name.starts_with('.');
    entries
        .iter()
        .filter(move |entry| entry.is_folder && !hidden(&entry.name))
}

/// The segments among some entries, and their sizes.
fn segments(entries: &[listing::Entry]) -> Few<Name, Option<usize>> {
    let files = entries.iter().filter(|entry| !entry.is_folder);
    let segments = files.filter_map(|entry| Some((segment::name_of(&entry.name)?.into(), entry.size)));
    Few::of(segments.collect())
}
