//! Reading: who is signed in, what the database holds, and what changed since.

use super::super::address::encoded;
use super::super::engine::Core;
use super::super::http::Answer;
use super::super::trouble::{Trouble, response, success};
use super::design::is_ours;
use super::digest::{changes, number_of, rows, sequence, session_name, value};
use super::{
    Ask, CHECK_MS, Check, Couch, LOOK_MS, NO_WAIT_MS, PAGE, PAUSE_MS, Session, Step, WATCH_MS, parameter, request,
};
use crate::domain::event::EventId;
use crate::json::{Object, quoted};

impl Couch {
    /// The next step of a pass.
    pub(super) fn read(&mut self, core: &mut Core) {
        if let Some((name, password)) = self.credentials.take() {
            let body = Object::new().text("name", &name).text("password", &password).end();
            let post = request("POST", self.session_url(), body);
            self.ask(core, Ask::SignIn, post);
        } else if self.session.is_none() {
            let get = request("GET", self.session_url(), String::new());
            self.ask(core, Ask::Session, get);
        } else if self.check.is_some() {
            self.go_on_checking(core);
        } else if self.since.is_none() || core.now() >= self.look_at || core.now() >= self.check_at {
            let get = request("GET", self.db.clone(), String::new());
            self.ask(core, Ask::Look, get);
        } else {
            let get = request("GET", self.changes_url(false), String::new());
            self.ask(core, Ask::Changes, get);
        }
    }

    /// Waits for news, where the page can be seen.
    pub(super) fn watch(&mut self, core: &mut Core) {
        let early = core.schedule.poll_due() || core.now() < self.watch_at || self.writer.misses();
        if early || !core.schedule.is_visible() {
            return;
        }
        let get = request("GET", self.changes_url(true), String::new());
        let id = self.ask(core, Ask::Watch, get);
        self.watch = Some((id, core.now()));
        core.schedule.rest_until(core.now() + WATCH_MS * 3);
    }

    fn changes_url(&self, wait: bool) -> String {
        let since = self.since.as_deref().unwrap_or("0");
        let limit = PAGE.to_string();
        let mut url = self.url("/_changes?include_docs=true&limit=");
        for part in [&limit, "&since=", &encoded(since)] {
            url.push_str(part);
        }
        if wait {
            url.push_str("&feed=longpoll&timeout=");
            url.push_str(&WATCH_MS.to_string());
        }
        url
    }

    fn go_on_checking(&mut self, core: &mut Core) {
        let prefix = self.prefix.clone();
        let Some(check) = &mut self.check else {
            return;
        };
        if check.listed {
            let wanted = check.wanted.split_off(check.wanted.len().saturating_sub(PAGE));
            if wanted.is_empty() {
                let check = self.check.take().unwrap_or_default();
                core.known.settle(&check.there);
                self.since = Some(check.seq);
                self.check_at = core.now() + CHECK_MS;
                return self.read(core);
            }
            let post = self.documents(&wanted);
            self.ask(core, Ask::Wanted(wanted), post);
            return;
        }
        // Who knows nothing yet needs every document.
        let docs = core.known.is_empty();
        let start = check.last.clone();
        let limit = PAGE.to_string();
        let mut url = self.url("/_all_docs?limit=");
        url.push_str(&limit);
        if docs {
            url.push_str("&include_docs=true");
        }
        if start.is_some() {
            url.push_str("&skip=1");
        }
        let end = [&prefix, "g"].concat();
        for part in [
            "&startkey=",
            &parameter(&start.unwrap_or(prefix)),
            "&endkey=",
            &parameter(&end),
        ] {
            url.push_str(part);
        }
        let get = request("GET", url, String::new());
        self.ask(core, Ask::Ids { docs }, get);
    }

    /// Asks for some documents.
    pub(super) fn documents(&self, ids: &[EventId]) -> super::Request {
        let mut body = String::from("{\"keys\":[");
        for (place, id) in ids.iter().enumerate() {
            if place > 0 {
                body.push(',');
            }
            body.push_str(&quoted(&[&*self.prefix, &id.to_string()].concat()));
        }
        body.push_str("]}");
        request("POST", self.url("/_all_docs?include_docs=true"), body)
    }

    pub(super) fn signed_in(&mut self, core: &mut Core, answer: &Answer) -> Result<(), Trouble> {
        let answer = value(success(answer)?)?;
        self.session = Some(Session {
            name: session_name(&answer),
        });
        self.writer.begin_anew();
        core.schedule.write_works();
        Ok(())
    }

    pub(super) fn learned_session(&mut self, answer: &Answer) -> Result<(), Trouble> {
        let response = response(answer)?;
        let name = match response.status {
            // A proxy may hide it: then the database itself says what is allowed.
            403..=405 => None,
            _ => session_name(&value(success(answer)?)?),
        };
        self.session = Some(Session { name });
        Ok(())
    }

    /// Asks once, when everything else was read, whether the database checks who made an event.
    pub(super) fn ask_for_guard(&mut self, core: &mut Core) {
        if self.guarded.is_none() && !self.asked.iter().any(|(_, ask)| matches!(ask, Ask::Guard)) {
            let get = request("GET", self.url("/_design/alignment-board"), String::new());
            self.ask(core, Ask::Guard, get);
        }
    }

    /// Another design document than ours promises nothing that is known here.
    pub(super) fn learned_guard(&mut self, answer: &Answer) -> Result<(), Trouble> {
        let Ok(response) = response(answer) else {
            return Ok(());
        };
        let json = value(response).ok();
        let function = json.as_ref().and_then(|json| json.get("validate_doc_update")?.as_str());
        self.guarded = Some(function.is_some_and(is_ours));
        Ok(())
    }

    /// What the database says of itself. Made at another time, or fewer documents than before: it is another one, or
    /// went back to an earlier state.
    pub(super) fn looked(&mut self, core: &mut Core, answer: &Answer) -> Result<(), Trouble> {
        let about = value(success(answer)?)?;
        let count = number_of(&about, "doc_count");
        let seq = about.get("update_seq").and_then(sequence).ok_or(Trouble::Garbled)?;
        let now = core.now();
        let made = about.get("instance_start_time").and_then(sequence);
        let other = made != self.made || count < self.count;
        if self.since.is_none() || other || now >= self.check_at {
            self.check = Some(Check {
                seq,
                ..Check::default()
            });
        }
        self.count = count;
        self.made = made;
        self.look_at = now + LOOK_MS;
        Ok(())
    }

    pub(super) fn listed(&mut self, core: &mut Core, docs: bool, answer: &Answer) -> Result<(), Trouble> {
        let answer = value(success(answer)?)?;
        let rows = rows(&answer, "rows")?;
        let mut there = Vec::new();
        for row in rows {
            let document = row.get("id").and_then(|id| id.as_str()).unwrap_or_default();
            match self.event_id(document) {
                Some(id) if core.known.is_erased(id) => {}
                Some(id) if docs => {
                    if self.take(core, row.get("doc")) == Some(id) {
                        there.push((id, true));
                    }
                }
                Some(id) => there.push((id, core.known.get(id).is_some())),
                None => core.broken(document, crate::wire::sealed::Broken::Id),
            }
        }
        let last = rows.last().and_then(|row| Some(row.get("id")?.as_str()?.to_owned()));
        if let Some(check) = &mut self.check {
            for (id, known) in there {
                check.there.insert(id);
                if !known {
                    check.wanted.push(id);
                }
            }
            check.listed = rows.len() < PAGE;
            check.last = last;
        }
        Ok(())
    }

    pub(super) fn fetched(&mut self, core: &mut Core, ids: &[EventId], answer: &Answer) -> Result<(), Trouble> {
        let found = self.take_rows(core, answer)?;
        if let Some(check) = &mut self.check {
            for id in ids {
                // Gone since, or broken.
                if !found.contains(id) {
                    check.there.remove(id);
                }
            }
        }
        Ok(())
    }

    pub(super) fn changed(&mut self, core: &mut Core, answer: &Answer) -> Result<(), Trouble> {
        let news = self.take_changes(core, answer)?;
        if std::mem::take(&mut self.unheard) && news > 0 {
            self.watch_at = core.now() + PAUSE_MS;
        }
        if news < PAGE && core.now() < self.check_at {
            self.step = Step::Read;
        }
        Ok(())
    }

    pub(super) fn watched(&mut self, core: &mut Core, answer: &Answer) -> Result<(), Trouble> {
        let began = self.watch.take().map_or(0, |(_, at)| at);
        let now = core.now();
        match answer {
            // Some servers wait for ever. Whether there was something to tell shows in the next pass.
            Answer::TimedOut => self.unheard = true,
            // A proxy that cuts long waits is no trouble, but then there is no waiting for a while.
            Answer::Cut | Answer::Unreachable => self.watch_at = now + PAUSE_MS,
            _ => {}
        }
        if let Answer::TimedOut | Answer::Cut | Answer::Unreachable = answer {
            core.schedule.poll_now();
            return Ok(());
        }
        let news = self.take_changes(core, answer)?;
        if news == 0 && now < began + NO_WAIT_MS {
            self.watch_at = now + PAUSE_MS;
        }
        core.schedule.poll_now();
        Ok(())
    }

    /// Takes in what changed, and says how much it was.
    fn take_changes(&mut self, core: &mut Core, answer: &Answer) -> Result<usize, Trouble> {
        let feed = changes(success(answer)?)?;
        for row in &feed.rows {
            let document = row.get("id").and_then(|id| id.as_str()).unwrap_or_default();
            // Other boards of the same database, and design documents.
            let Some(id) = self.event_id(document) else {
                continue;
            };
            if row.get("deleted") == Some(&crate::json::Json::Bool(true)) {
                if core.known.is_present(id) {
                    core.known.gone(id);
                }
            } else {
                self.take(core, row.get("doc"));
            }
        }
        // A feed that goes backwards is that of another database.
        let before = self.since.as_deref().map_or(0, place);
        if place(&feed.last) < before {
            self.check_at = 0;
        }
        self.since = Some(feed.last);
        Ok(feed.rows.len())
    }
}

/// The number that every place in a feed begins with.
fn place(seq: &str) -> u64 {
    let digits = seq.split(|c: char| !c.is_ascii_digit()).next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}
