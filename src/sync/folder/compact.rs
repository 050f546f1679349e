//! Compaction: who wrote many small files merges them into one, and deletes what that one holds after reading it back.
//!
//! Safe whoever does it, and however often: a file is deleted only for a larger one that was read back from the store,
//! or for an equal one of a lower name. So of all files with an event, the largest is never deleted.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::engine::Core;
use super::super::few::sort;
use super::super::http::Answer;
use super::super::trouble::{Trouble, response};
use super::dir::{Contents, Dir, State};
use super::segment::Name;
use super::{Ask, Folder, request};
use crate::domain::event::EventId;

#[derive(Debug, Default)]
pub(super) struct Compaction {
    allowed: Option<bool>,
    /// The next look at it.
    at: u64,
}

/// So many files of one's own are too many.
const MANY: usize = 16;
/// A file of this size stays as it is.
const LARGE: usize = 256 * 1024;
/// How long the merged file must have been there before others go.
const SETTLED_MS: u64 = 60_000;
const EVERY_MS: u64 = 60_000;
/// No file has this name, for it would have to be its own hash.
const NOBODY: &str = "00000000000000000000000000000000";

impl Compaction {
    pub(super) fn failed(&mut self) {
        self.allowed = Some(false);
    }
}

impl Folder {
    /// One step, after a pass in which everything was read.
    pub(super) fn compact(&mut self, core: &mut Core) {
        if self.compaction.allowed == Some(false) || core.now() < self.compaction.at || self.writer.is_busy() {
            return;
        }
        self.compaction.at = core.now() + EVERY_MS;
        let names: Vec<_> = self.dirs.iter().map(|(name, _)| name.clone()).collect();
        for dir in names {
            let Some(known) = self.dirs.get(&dir) else {
                continue;
            };
            let doomed = doomed(known, core.now());
            let small = small(known, &doomed);
            if small.len() < MANY && doomed.is_empty() {
                continue;
            }
            if self.compaction.allowed.is_none() {
                let probe = request("DELETE", self.file_url(&dir, NOBODY));
                self.ask(core, Ask::MayDelete, probe);
                return;
            }
            let ids: BTreeSet<EventId> = small.iter().flat_map(|contents| contents.ids.iter().copied()).collect();
            let many = small.len() >= MANY;
            for name in doomed {
                let delete = request("DELETE", self.file_url(&dir, &name));
                self.ask(core, Ask::Delete(dir.clone(), name), delete);
            }
            if many {
                let there = |id: &EventId| core.known.get(*id).is_some_and(|kept| kept.length > 0);
                let ids: Vec<_> = ids.into_iter().filter(there).collect();
                self.put_segment(core, dir, &ids, true);
                if !self.writer.is_busy() {
                    // The device is asked for them first.
                    self.compaction.at = core.now();
                }
                return;
            }
        }
    }

    /// Whether the server deletes at all.
    pub(super) fn may_delete(&mut self, core: &mut Core, answer: &Answer) -> Result<(), Trouble> {
        let status = response(answer)?.status;
        match status {
            200..300 | 404 | 410 => {
                self.compaction.allowed = Some(true);
                self.compaction.at = core.now();
            }
            401 | 403 | 405 | 501 => self.compaction.allowed = Some(false),
            _ => {}
        }
        Ok(())
    }

    pub(super) fn deleted(
        &mut self,
        core: &mut Core,
        dir: &Rc<str>,
        name: &Name,
        answer: &Answer,
    ) -> Result<(), Trouble> {
        match response(answer)?.status {
            200..300 | 404 | 410 => {
                if let Some(dir) = self.dirs.get_mut(dir) {
                    dir.remove(name, core);
                }
            }
            401 | 403 | 405 | 501 => self.compaction.allowed = Some(false),
            _ => {}
        }
        Ok(())
    }
}

/// Own files that were read, the largest first; of equal ones the lowest name.
fn own(dir: &Dir) -> Vec<(&Name, &Contents, bool)> {
    let files = dir.segments.iter().filter_map(|(name, file)| match &file.state {
        State::Read(contents) if contents.own => Some((name, contents, file.listed)),
        _ => None,
    });
    let mut own: Vec<_> = files.collect();
    let size = |it: &(&Name, &Contents, bool)| it.1.ids.len();
    sort(&mut own, &mut |a, b| (size(b), a.0) < (size(a), b.0));
    own
}

/// Own files whose every event is in a file before them that has been there for a while.
fn doomed(dir: &Dir, now: u64) -> Vec<Name> {
    let own = own(dir);
    let mut doomed = Vec::new();
    for (place, (_, larger, listed)) in own.iter().enumerate() {
        let settled = *listed && larger.at + SETTLED_MS <= now;
        if !settled || doomed.contains(own[place].0) {
            continue;
        }
        let all: BTreeSet<EventId> = larger.ids.iter().copied().collect();
        for (name, smaller, _) in &own[place + 1..] {
            if smaller.ids.iter().all(|id| all.contains(id)) && !doomed.contains(*name) {
                doomed.push((*name).clone());
            }
        }
    }
    doomed
}

/// Own files that are small, and whose events are not all in another one already.
fn small<'a>(dir: &'a Dir, doomed: &[Name]) -> Vec<&'a Contents> {
    let own = own(dir);
    let mut small: Vec<&Contents> = Vec::new();
    let mut seen: BTreeSet<EventId> = BTreeSet::new();
    for (name, contents, _) in own {
        let fresh = contents.ids.iter().any(|id| !seen.contains(id));
        seen.extend(contents.ids.iter().copied());
        if fresh && contents.size < LARGE && !doomed.contains(name) {
            small.push(contents);
        }
    }
    small
}
