//! Writing: what the store lacks goes into a new file, in the folder where the server takes it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::engine::Core;
use super::super::http::Answer;
use super::super::trouble::{Trouble, response};
use super::dir::{Dir, State};
use super::segment::{Name, Segment};
use super::{Ask, Folder, Pass, request};
use crate::domain::event::EventId;

#[derive(Debug)]
pub(super) struct Writer {
    /// Whether a file or a folder is being written.
    busy: bool,
    /// The board's own folder refuses: members write into their own.
    apart: bool,
    /// Members whose folder refuses.
    refused: Vec<Rc<str>>,
    /// A folder of somebody else refused: others' are not tried any more.
    only_own: bool,
    /// The server refused a file in somebody else's folder.
    others_refuse: bool,
    /// Folders that were made since something was last written.
    made: Vec<Rc<str>>,
    /// Events that are too large for the server even alone.
    too_large: BTreeSet<EventId>,
    /// The largest segment, in bytes and in events.
    largest: usize,
    most: usize,
    salt: u32,
    /// When others' events that the store lacks are put there from here.
    heal_at: Option<u64>,
}

const LARGEST: usize = 256 * 1024;
const MOST: usize = 500;
/// Everybody sees at the same time that something is missing. Not everybody must put it back.
const HEAL_MS: u64 = 20_000;

impl Default for Writer {
    fn default() -> Self {
        Self {
            busy: false,
            apart: false,
            refused: Vec::new(),
            only_own: false,
            others_refuse: false,
            made: Vec::new(),
            too_large: BTreeSet::new(),
            largest: LARGEST,
            most: MOST,
            salt: 0,
            heal_at: None,
        }
    }
}

impl Writer {
    pub(super) fn idle(&mut self) {
        self.busy = false;
    }

    pub(super) fn others_refuse(&self) -> bool {
        self.others_refuse
    }

    pub(super) fn is_busy(&self) -> bool {
        self.busy
    }

    pub(super) fn heal_at(&self) -> Option<u64> {
        self.heal_at
    }
}

impl Folder {
    /// After a pass it is known what the store lacks.
    pub(super) fn after_pass(&mut self, core: &mut Core) {
        if core.known.lacks_others() {
            if self.writer.heal_at.is_none() {
                self.writer.heal_at = Some(core.now() + core.schedule.chance.below(HEAL_MS));
            }
        } else {
            self.writer.heal_at = None;
        }
    }

    /// Writes what is waiting: one file at a time, so that what comes meanwhile shares the next.
    pub(super) fn write(&mut self, core: &mut Core) {
        if self.writer.busy || !core.schedule.may_write() {
            return;
        }
        if core.schedule.refusal_ends() {
            self.writer.apart = false;
            self.writer.refused.clear();
            self.writer.only_own = false;
            self.writer.made.clear();
            self.writer.too_large.clear();
        }
        let heals = self.pass == Pass::None && self.writer.heal_at.is_some_and(|at| at <= core.now());
        if core.known.waiting() == 0 && !heals {
            return;
        }
        // Own events come first, for others' may be refused.
        let (dir, ids) = match self.chosen(core, false, heals) {
            (_, none) if none.is_empty() && heals => self.chosen(core, true, heals),
            own => own,
        };
        if ids.is_empty() && self.holds_back_own(core) && !core.schedule.is_refused() {
            core.schedule.write_refused(Trouble::ReadOnly);
        }
        if ids.is_empty() {
            if heals {
                self.writer.heal_at = None;
            }
            return;
        }
        self.put_segment(core, dir, &ids, false);
    }

    /// What goes into the next file, and where.
    fn chosen(&self, core: &Core, others: bool, heals: bool) -> (Rc<str>, Vec<EventId>) {
        let mut dir: Option<Rc<str>> = None;
        let mut ids = Vec::new();
        let mut size = 0;
        for (id, kept) in core.known.absent() {
            let by = core.known.by(kept);
            let target: Rc<str> = if self.writer.apart { by.clone() } else { Rc::from("") };
            let taken = !self.writer.refused.contains(&target) && !self.writer.too_large.contains(&id);
            let here = dir.as_ref().is_none_or(|dir| *dir == target);
            // What was acknowledged is being read back.
            let own = kept.mine || (heals && core.is_by_member(by));
            let wanted = own || (others && !(self.writer.apart && self.writer.only_own));
            if kept.sent || kept.length == 0 || !wanted || !taken || !here {
                continue;
            }
            // About as much as its line in the file.
            size += usize::from(kept.length) + by.len() + core.board.len() + 100;
            if !ids.is_empty() && (size > self.writer.largest || ids.len() >= self.writer.most) {
                break;
            }
            dir = Some(target);
            ids.push(id);
        }
        (dir.unwrap_or_default(), ids)
    }

    /// Whether own events wait for a folder that refuses them.
    fn holds_back_own(&self, core: &Core) -> bool {
        let refused = |by: &Rc<str>| self.writer.apart && self.writer.refused.contains(by);
        core.known
            .absent()
            .any(|(_, kept)| kept.mine && !kept.sent && refused(core.known.by(kept)))
    }

    /// Puts events into a new file, once what they say is at hand.
    pub(super) fn put_segment(&mut self, core: &mut Core, dir: Rc<str>, ids: &[EventId], merged: bool) {
        if !core.has_at_hand(ids) {
            return;
        }
        if !dir.is_empty() && !can_be_a_folder(&dir) {
            self.refused(core, dir);
            return;
        }
        // Servers answer differently to a file in a folder that is not there, nginx with 500.
        if !self.dirs.get(&dir).is_some_and(|dir| dir.exists) && !self.writer.made.contains(&dir) {
            self.make(core, dir);
            return;
        }
        let mut segment = Segment::new(&self.origin, self.writer.salt);
        for id in ids {
            if let Some((by, e)) = core.known.content(*id) {
                segment.add(*id, &core.board, by, e);
            }
        }
        core.known.put_away(ids);
        let (name, body) = segment.end();
        let name: Name = name.into();
        let mut put = request("PUT", self.file_url(&dir, &name));
        put.headers = vec![("Content-Type", "application/json")];
        put.body = body;
        let ids = ids.into();
        self.writer.busy = true;
        self.ask(core, Ask::Put { dir, name, ids, merged }, put);
    }

    /// What came of writing a file.
    pub(super) fn put(
        &mut self,
        core: &mut Core,
        dir: &Rc<str>,
        name: Name,
        ids: &[EventId],
        merged: bool,
        answer: &Answer,
    ) -> Result<(), Trouble> {
        self.writer.busy = false;
        let status = match response(answer) {
            Ok(response) => response.status,
            Err(Trouble::SignIn) => 401,
            Err(trouble) => {
                core.schedule.read_first();
                return Err(trouble);
            }
        };
        if let 200..300 = status {
            self.writer.made.clear();
            core.schedule.write_works();
            let now = core.now();
            let ids = if merged { &[] } else { ids };
            for id in ids {
                core.known.sent(*id, true);
            }
            self.dirs.or_insert(dir.clone(), Dir::default).put(name, ids, now);
            return Ok(());
        }
        let trouble = Trouble::of_status(status);
        if is_everywhere(status) {
            core.schedule.read_first();
            return Err(trouble);
        }
        if merged {
            // Nothing waits for it.
            self.compaction.failed();
            return Ok(());
        }
        let there = self.dirs.get(dir).and_then(|dir| dir.segments.get(&name));
        let read = there.is_some_and(|file| matches!(file.state, State::Read(_)));
        let broken = there.is_some() && !read;
        match status {
            404 | 409 if !broken && !read && !self.writer.made.contains(dir) => {
                if let Some(dir) = self.dirs.get_mut(dir) {
                    dir.exists = false;
                }
            }
            413 => self.smaller(core, ids),
            // It stands there, cut, and the server takes no name twice.
            403 | 405 | 409 | 412 | 423 if broken => {
                self.writer.salt += 1;
                core.schedule.write_failed(trouble);
            }
            _ if read => core.schedule.read_first(),
            412 => core.schedule.read_first(),
            // Apache says 401 to who is signed in and may not write into another's folder.
            401 | 403 | 405 | 501 if !dir.is_empty() && !has_own(core, ids) => {
                self.writer.others_refuse |= !core.is_by_member(dir);
                self.refused(core, dir.clone());
            }
            403 | 405 | 501 => self.refused(core, dir.clone()),
            401 => core.schedule.write_stopped(Trouble::SignIn),
            404 | 409 | 500 if self.writer.made.contains(dir) => {
                // It could not be made, or was made and is not there.
                self.writer.made.clear();
                core.schedule.write_failed(Trouble::Missing);
            }
            423 => {
                self.writer.salt += 1;
                core.schedule.write_failed(trouble);
            }
            _ => core.schedule.write_failed(trouble),
        }
        Ok(())
    }

    fn make(&mut self, core: &mut Core, dir: Rc<str>) {
        self.writer.busy = true;
        self.writer.made.push(dir.clone());
        let make = request("MKCOL", self.url(&dir));
        self.ask(core, Ask::MakeFolder(dir), make);
    }

    /// What came of making a folder.
    pub(super) fn made(&mut self, core: &mut Core, dir: &Rc<str>, answer: &Answer) -> Result<(), Trouble> {
        self.writer.busy = false;
        match response(answer)?.status {
            200..300 => self.dirs.or_insert(dir.clone(), Dir::default).exists = true,
            404 | 409 if !dir.is_empty() && !self.writer.made.iter().any(|made| made.is_empty()) => {
                self.writer.made.retain(|made| made != dir);
                self.make(core, Rc::from(""));
            }
            401 if dir.is_empty() => core.schedule.write_stopped(Trouble::SignIn),
            // It may be there, or there may be a member's folder to try: writing says so.
            401 | 403 | 405 | 501 => {}
            status => {
                // The next attempt makes it again.
                self.writer.made.clear();
                core.schedule.write_failed(match status {
                    404 | 409 => Trouble::Missing,
                    _ => Trouble::of_status(status),
                });
            }
        }
        Ok(())
    }

    /// The server refuses to take files in this folder.
    fn refused(&mut self, core: &Core, dir: Rc<str>) {
        if dir.is_empty() {
            self.writer.apart = true;
            return;
        }
        // If somebody's own events wait for it, the next look at what is to be written says so.
        self.writer.only_own |= !core.is_by_member(&dir);
        self.writer.refused.push(dir);
    }

    fn smaller(&mut self, core: &mut Core, ids: &[EventId]) {
        match ids {
            [alone] => {
                self.writer.too_large.insert(*alone);
                core.schedule.write_refused(Trouble::TooLarge);
            }
            _ => {
                self.writer.largest /= 2;
                self.writer.most = (ids.len() / 2).max(1);
            }
        }
    }
}

fn has_own(core: &Core, ids: &[EventId]) -> bool {
    ids.iter().any(|id| core.known.get(*id).is_some_and(|kept| kept.mine))
}

/// Whether an answer to a write says that the whole server wants to be left alone.
fn is_everywhere(status: u16) -> bool {
    matches!(status, 408 | 429 | 502..=504)
}

/// Whether a member's name can name a folder in an address: some are lost on the way.
fn can_be_a_folder(name: &str) -> bool {
    !name.starts_with('.') && !name.contains(['/', '\\']) && !name.chars().any(char::is_control)
}
