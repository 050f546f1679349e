//! What is known of one folder.

use super::super::engine::Core;
use super::super::few::Few;
use super::segment::Name;
use crate::domain::event::EventId;

/// Servers tell changes by the second. A listing that was asked for this long after a change was first seen has all of
/// that second in it.
const SETTLED_MS: u64 = 2_000;

/// A folder with segments: the board's own, or that of one member.
#[derive(Debug, Default)]
pub(crate) struct Dir {
    modified: String,
    /// When that was first seen.
    since: u64,
    /// When the last complete listing was asked for.
    listed: Option<u64>,
    /// Whether it is known to be there.
    pub(crate) exists: bool,
    /// Whether it has to be listed.
    pub(crate) stale: bool,
    pub(crate) listing: bool,
    pub(crate) segments: Few<Name, File>,
    /// Those of them that are to be fetched.
    unread: Vec<Name>,
}

#[derive(Debug)]
pub(crate) struct File {
    pub(crate) state: State,
    /// When it was put from here, else 0: a listing that was asked for earlier may lack it.
    put: u64,
    /// The events that were put in it from here.
    sent: Box<[EventId]>,
    /// Whether a listing showed it.
    pub(crate) listed: bool,
}

#[derive(Debug)]
pub(crate) enum State {
    /// To be fetched at a time, after so many tries.
    Unread {
        tries: u32,
        at: u64,
    },
    Asked {
        tries: u32,
    },
    /// Read, and whole.
    Read(Contents),
}

#[derive(Debug)]
pub(crate) struct Contents {
    pub(crate) ids: Box<[EventId]>,
    /// Whether it was written by this origin, and holds nothing but `ids`.
    pub(crate) own: bool,
    pub(crate) size: usize,
    pub(crate) at: u64,
}

impl File {
    fn unread(now: u64) -> Self {
        Self {
            state: State::Unread { tries: 0, at: now },
            put: 0,
            sent: Box::default(),
            listed: true,
        }
    }

    /// Whether it may still be what was read. A server that lost its power may have kept a name and not what it stood
    /// for.
    fn may_be(&self, size: Option<usize>) -> bool {
        match (&self.state, size) {
            (State::Read(contents), Some(size)) => contents.size == size,
            _ => true,
        }
    }
}

impl Dir {
    /// Takes note of when the server says it last changed.
    pub(crate) fn seen(&mut self, modified: &str, now: u64) {
        if modified != self.modified {
            self.modified = modified.to_owned();
            self.since = now;
            self.stale = true;
        }
        self.since = self.since.min(now);
        let settled = self.listed.is_some_and(|listed| listed >= self.since + SETTLED_MS);
        if modified.is_empty() || !settled {
            self.stale = true;
        }
    }

    /// Takes in a complete listing that was asked for at `asked`: names and sizes.
    pub(crate) fn listed(&mut self, names: &Few<Name, Option<usize>>, asked: u64, core: &mut Core) {
        let gone = |(name, file): (&Name, &File)| {
            let same = names.get(name).is_some_and(|size| file.may_be(*size));
            (!same && file.put < asked).then(|| name.clone())
        };
        let gone: Vec<_> = self.segments.iter().filter_map(gone).collect();
        for name in gone {
            self.remove(&name, core);
        }
        for (name, _) in names.iter() {
            let now = core.now();
            let file = self.segments.or_insert(name.clone(), || {
                self.unread.push(name.clone());
                File::unread(now)
            });
            file.listed = true;
        }
        self.listed = Some(asked);
        self.stale = false;
    }

    /// Takes note that a segment is not there any more.
    pub(crate) fn remove(&mut self, name: &Name, core: &mut Core) {
        let Some(file) = self.segments.remove(name) else {
            return;
        };
        self.unread.retain(|unread| unread != name);
        for id in file.sent {
            core.known.sent(id, false);
        }
        if let State::Read(contents) = file.state {
            for id in contents.ids {
                core.known.gone(id);
            }
        }
    }

    /// Takes note that a segment was put from here and acknowledged.
    pub(crate) fn put(&mut self, name: Name, ids: &[EventId], now: u64) {
        let file = self.segments.or_insert(name.clone(), || File {
            listed: false,
            ..File::unread(now)
        });
        self.exists = true;
        file.put = now;
        file.sent = ids.into();
        if !matches!(file.state, State::Read(_)) {
            file.state = State::Unread { tries: 0, at: now };
            self.want(name);
        }
    }

    fn want(&mut self, name: Name) {
        if !self.unread.contains(&name) {
            self.unread.push(name);
        }
    }

    /// Whether a segment is to be fetched now.
    pub(crate) fn is_due(&self, now: u64) -> bool {
        self.due(now).is_some()
    }

    fn due(&self, now: u64) -> Option<&Name> {
        self.unread
            .iter()
            .find(|name| self.fetch_at(name).is_some_and(|at| at <= now))
    }

    fn fetch_at(&self, name: &Name) -> Option<u64> {
        match self.segments.get(name)?.state {
            State::Unread { at, .. } => Some(at),
            _ => None,
        }
    }

    /// The next segment that is to be fetched now, and whether any copy of it will do. It counts as asked for.
    pub(crate) fn take_due(&mut self, now: u64) -> Option<(Name, bool)> {
        let name = self.due(now)?.clone();
        self.unread.retain(|unread| *unread != name);
        let file = self.segments.get_mut(&name)?;
        let State::Unread { tries, .. } = file.state else {
            return None;
        };
        file.state = State::Asked { tries };
        // What was put from here is read from the store itself, and so is what was once found broken.
        Some((name, tries == 0 && file.put == 0))
    }

    /// What was asked for did not come, or came broken (`tried`): it is asked for again at a time. Gives how often it
    /// came broken.
    pub(crate) fn retry(&mut self, name: &Name, tried: bool, at: u64) -> u32 {
        let Some(file) = self.segments.get_mut(name) else {
            return 0;
        };
        let State::Asked { tries } = file.state else {
            return 0;
        };
        let tries = tries + u32::from(tried);
        file.state = State::Unread { tries, at };
        self.want(name.clone());
        tries
    }

    /// Whether an answer to a request for this segment is waited for.
    pub(crate) fn is_asked(&self, name: &Name) -> bool {
        let file = self.segments.get(name);
        file.is_some_and(|file| matches!(file.state, State::Asked { .. }))
    }

    /// The events that were put in it from here.
    pub(crate) fn sent(&self, name: &Name) -> &[EventId] {
        self.segments.get(name).map_or(&[], |file| &file.sent)
    }

    /// Takes note that a segment was read.
    pub(crate) fn read(&mut self, name: &Name, contents: Contents) {
        if let Some(file) = self.segments.get_mut(name) {
            file.state = State::Read(contents);
        }
    }

    /// When the next segment is to be fetched that is not to be fetched now.
    pub(crate) fn next_fetch(&self, now: u64) -> Option<u64> {
        let times = self.unread.iter().filter_map(|name| self.fetch_at(name));
        times.filter(|at| *at > now).min()
    }
}
