//! Reading: what changed, what is in a folder, what is in a file.

use std::rc::Rc;

use super::super::engine::{Core, Fault};
use super::super::http::{Answer, Response};
use super::super::trouble::{Trouble, response};
use super::dir::{Contents, Dir};
use super::listing::{self, CHANGES, CONTENTS, Entry};
use super::segment::{self, Name};
use super::{AT_ONCE, Ask, Folder, Lists, Pass, WHOLE_MS, members, request, segments};

impl Folder {
    /// Begins a pass: by listing everything now and then, else by asking what changed.
    pub(super) fn begin(&mut self, core: &mut Core) {
        core.schedule.pass_begins();
        let now = core.now();
        if now >= self.whole_at || self.lists == Lists::Unknown {
            self.whole_at = now + WHOLE_MS;
            self.dirs.iter_mut().for_each(|(_, dir)| dir.stale = true);
            self.pass = Pass::Reading;
            return;
        }
        // Where members have folders, one listing of the board's folder tells of them all.
        let alone = self.dirs.len() == 1;
        let (url, depth) = match self.lists {
            Lists::Index { above: true } if alone => (self.base.clone(), None),
            Lists::Index { above: false } if alone => {
                self.dirs.iter_mut().for_each(|(_, dir)| dir.stale = true);
                self.pass = Pass::Reading;
                return;
            }
            Lists::Index { .. } => (self.root.clone(), None),
            Lists::Dav | Lists::Unknown => (self.root.clone(), Some(if alone { "0" } else { "1" })),
        };
        self.pass = Pass::Asking;
        self.look(core, Ask::Changes, url, depth);
    }

    /// Lists what has to be listed, and fetches what was not read yet.
    pub(super) fn fetch(&mut self, core: &mut Core) {
        if self.pass == Pass::Reading {
            // The board's folder comes first, for it tells how the server lists, and which others there are.
            let stale = self.dirs.iter().filter(|(_, dir)| dir.stale && !dir.listing);
            let mut stale: Vec<Rc<str>> = stale.map(|(name, _)| name.clone()).collect();
            if self.lists == Lists::Unknown {
                stale.truncate(1);
            }
            for name in stale {
                if self.asked.len() >= AT_ONCE {
                    return;
                }
                self.list(core, name);
            }
        }
        while self.asked.len() < AT_ONCE {
            let now = core.now();
            let due = |(dir, it): (&Rc<str>, &mut Dir)| Some((dir.clone(), it.take_due(now)?));
            let Some((dir, (name, reuse))) = self.dirs.iter_mut().find_map(due) else {
                return;
            };
            let mut get = request("GET", self.file_url(&dir, &name));
            get.reuse = reuse;
            self.ask(core, Ask::Get(dir, name), get);
        }
    }

    fn list(&mut self, core: &mut Core, name: Rc<str>) {
        let index = matches!(self.lists, Lists::Index { .. });
        let url = self.url(&name);
        if let Some(dir) = self.dirs.get_mut(&name) {
            dir.listing = true;
        }
        let at = core.now();
        let ask = Ask::List { dir: name, at, index };
        self.look(core, ask, url, (!index).then_some("1"));
    }

    fn look(&mut self, core: &mut Core, ask: Ask, url: String, depth: Option<&'static str>) {
        let mut look = request(if depth.is_some() { "PROPFIND" } else { "GET" }, url);
        match depth {
            Some(depth) => {
                look.headers = vec![("Depth", depth), ("Content-Type", "application/xml")];
                let body = if matches!(ask, Ask::Changes) { CHANGES } else { CONTENTS };
                body.clone_into(&mut look.body);
            }
            None => look.headers = vec![("Accept", "application/json")],
        }
        self.ask(core, ask, look);
    }

    /// What changed.
    pub(super) fn changes(&mut self, core: &mut Core, answer: &Answer) -> Result<(), Trouble> {
        let response = response(answer)?;
        let now = core.now();
        let alone = self.dirs.len() == 1;
        self.pass = Pass::Reading;
        let entries = match (response.status, self.lists) {
            (207, Lists::Dav) => {
                let (itself, entries) = listing::dav(response)?;
                self.note("", &itself.modified, now);
                entries
            }
            (200, Lists::Index { .. }) if !(alone && response.is_html()) => {
                let entries = listing::index(response)?;
                if alone {
                    let folder = self.root[self.base.len()..].trim_end_matches('/');
                    let itself = entries.iter().find(|entry| entry.is_folder && entry.name == folder);
                    let modified = itself.map(|entry| entry.modified.clone()).unwrap_or_default();
                    self.note("", &modified, now);
                    return Ok(());
                }
                // The board's own change time is not in its own index. Its files are.
                self.take(core, "", now, Some(&entries));
                entries
            }
            // The store's folder does not want to be listed.
            (200 | 403 | 404, Lists::Index { .. }) if alone => {
                self.lists = Lists::Index { above: false };
                self.note("", "", now);
                return Ok(());
            }
            (404 | 410, _) => return self.vanished(core),
            (status, _) => return Err(Trouble::of_status(status)),
        };
        for entry in members(&entries) {
            self.note(&entry.name, &entry.modified, now);
        }
        Ok(())
    }

    /// What is in a folder.
    pub(super) fn listed(
        &mut self,
        core: &mut Core,
        dir: &str,
        at: u64,
        index: bool,
        answer: &Answer,
    ) -> Result<(), Trouble> {
        let response = response(answer)?;
        let entries = match response.status {
            207 if !index => {
                self.lists = Lists::Dav;
                let (itself, entries) = listing::dav(response)?;
                self.note(dir, &itself.modified, core.now());
                entries
            }
            200 if index => {
                let entries = listing::index(response)?;
                if self.lists == Lists::Unknown {
                    self.lists = Lists::Index { above: true };
                }
                entries
            }
            404 | 410 if dir.is_empty() => return self.vanished(core),
            404 | 410 => {
                self.take(core, dir, at, None);
                return Ok(());
            }
            _ if !index && self.lists == Lists::Unknown && is_not_spoken(response) => {
                let url = self.url(dir);
                let dir = dir.into();
                self.look(core, Ask::List { dir, at, index: true }, url, None);
                return Ok(());
            }
            _ if index && self.lists == Lists::Unknown => return Err(no_listing(response)),
            status => return Err(Trouble::of_status(status)),
        };
        self.take(core, dir, at, Some(&entries));
        if dir.is_empty() {
            for entry in members(&entries) {
                self.note(&entry.name, &entry.modified, core.now());
            }
        }
        Ok(())
    }

    /// The board has no folder: nothing was written yet, or the store went back to before.
    fn vanished(&mut self, core: &mut Core) -> Result<(), Trouble> {
        let at = core.now();
        let dirs: Vec<_> = self.dirs.iter().map(|(name, _)| name.clone()).collect();
        for dir in dirs {
            self.take(core, &dir, at, None);
            if !dir.is_empty() {
                self.dirs.remove(&dir);
            }
        }
        // Whether it comes to be is seen by listing it.
        self.whole_at = 0;
        Ok(())
    }

    /// Takes in what is in a folder; `None` if there is no such folder.
    fn take(&mut self, core: &mut Core, dir: &str, at: u64, entries: Option<&[Entry]>) {
        if let Some(dir) = self.dirs.get_mut(dir) {
            dir.listing = false;
            dir.exists = entries.is_some();
            dir.listed(&segments(entries.unwrap_or_default()), at, core);
        }
    }

    /// Takes note of when a folder last changed; one that is new here has to be listed.
    fn note(&mut self, dir: &str, modified: &str, now: u64) {
        self.dirs.or_insert(dir.into(), Dir::default).seen(modified, now);
    }

    /// What is in a file.
    pub(super) fn got(&mut self, core: &mut Core, dir: &str, name: &Name, answer: &Answer) -> Result<(), Trouble> {
        let body = match answer {
            Answer::Cut => None,
            _ => {
                let response = response(answer)?;
                match response.status {
                    200 if response.is_html() => return Err(Trouble::Html),
                    200 => Some(response),
                    // Listed, and yet not there or not to be read: it comes, or goes from the listing.
                    403 | 404 | 410 => None,
                    status => return Err(Trouble::of_status(status)),
                }
            }
        };
        let Some(it) = self.dirs.get_mut(dir).filter(|it| it.is_asked(name)) else {
            return Ok(());
        };
        let Some(read) = body.and_then(|body| segment::read(name, body, core)) else {
            let at = core.now() + core.schedule.chance.backoff(2);
            let tries = it.retry(name, true, at);
            // One torn answer is nothing to speak of.
            if tries == 2 {
                core.fault(Fault::Unreadable { name: name.to_string() });
                // If it was put from here, it is put once more.
                for id in it.sent(name) {
                    core.known.sent(*id, false);
                }
            }
            return Ok(());
        };
        let mut own = read.whole && read.from == self.origin;
        let mut ids = Vec::with_capacity(read.events.len());
        for event in read.events {
            if !dir.is_empty() && event.by != dir {
                let folder = dir.to_owned();
                core.fault(Fault::Forged { folder, by: event.by });
                own = false;
            } else if !core.known.is_erased(event.id) {
                ids.push(event.id);
                core.known.found(event);
            }
        }
        let contents = Contents {
            ids: ids.into(),
            own,
            size: body.map_or(0, |body| body.body.len()),
            at: core.now(),
        };
        it.read(name, contents);
        Ok(())
    }
}

/// Whether an answer to a PROPFIND may come from a server that does not speak WebDAV.
fn is_not_spoken(response: &Response) -> bool {
    matches!(response.status, 200 | 400 | 403 | 405 | 415 | 501)
}

fn no_listing(response: &Response) -> Trouble {
    match response.status {
        403 | 405 | 501 => Trouble::NoListing,
        status => Trouble::of_status(status),
    }
}
