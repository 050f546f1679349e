//! Writing: documents for what the database lacks.

use std::collections::BTreeSet;

use super::super::engine::Core;
use super::super::few::Few;
use super::super::http::Answer;
use super::super::trouble::{Trouble, response};
use super::digest::value;
use super::{Ask, Couch, request};
use crate::domain::event::EventId;
use crate::domain::stamp::TOLERANCE_MS;
use crate::json::{Json, quoted};

#[derive(Debug, Default)]
pub(super) struct Writer {
    busy: bool,
    /// What is not taken from here.
    refused: BTreeSet<EventId>,
    /// What is taken once its time has come.
    early: BTreeSet<EventId>,
    /// Others' events are not taken from here.
    only_own: bool,
    /// What was acknowledged, and in how many passes it was not found since.
    acknowledged: Few<EventId, u8>,
    /// Half of it after each answer that it is too much.
    halvings: u32,
    heal_at: Option<u64>,
}

const MOST: usize = 500;
const LARGEST: usize = 512 * 1024;
const HEAL_MS: u64 = 20_000;
/// What was acknowledged and is not found in so many passes is looked for by comparing everything.
const PASSES: u8 = 2;

impl Writer {
    pub(super) fn idle(&mut self) {
        self.busy = false;
    }

    /// Somebody else may be signed in.
    pub(super) fn begin_anew(&mut self) {
        self.refused.clear();
        self.only_own = false;
    }

    /// Whether something was acknowledged and is not there.
    pub(super) fn misses(&self) -> bool {
        self.acknowledged.len() > 0
    }

    pub(super) fn wake(&self, now: u64) -> Option<u64> {
        let early = self.early.first().map(|id| id.stamp.ms.saturating_sub(TOLERANCE_MS));
        early.into_iter().chain(self.heal_at).filter(|at| *at > now).min()
    }
}

impl Couch {
    /// After a pass it is known what the database lacks.
    pub(super) fn after_pass(&mut self, core: &mut Core) {
        let writer = &mut self.writer;
        let mut missed = 0;
        writer.acknowledged.retain(|id, passes| {
            *passes += 1;
            let missing = core.known.is_absent(*id);
            missed = missed.max(if missing { *passes } else { 0 });
            missing && *passes < PASSES
        });
        // Is it still the database that said so? If so, the feed is not to be believed, and everything is compared.
        if missed > 0 {
            self.look_at = 0;
        }
        if missed >= PASSES {
            self.check_at = 0;
            // Not only when the next wait for news is over.
            core.schedule.poll_now();
        }
        if !core.known.lacks_others() {
            writer.heal_at = None;
        } else if writer.heal_at.is_none() {
            writer.heal_at = Some(core.now() + core.schedule.chance.below(HEAL_MS));
        }
    }

    /// Writes what is waiting.
    pub(super) fn write(&mut self, core: &mut Core) {
        if self.writer.busy || !core.schedule.may_write() {
            return;
        }
        if core.schedule.refusal_ends() {
            self.writer.begin_anew();
        }
        let heals = self.writer.heal_at.is_some_and(|at| at <= core.now());
        if core.known.waiting() == 0 && !heals {
            return;
        }
        let ids = self.chosen(core, heals);
        if ids.is_empty() {
            if heals {
                self.writer.heal_at = None;
            }
            return;
        }
        if !core.has_at_hand(&ids) {
            return;
        }
        let mut body = String::from("{\"docs\":[");
        for (place, id) in ids.iter().enumerate() {
            let Some((by, e)) = core.known.content(*id) else {
                continue;
            };
            let document = [&*self.prefix, &id.to_string()].concat();
            let [document, board, by, e] = [&*document, &core.board, by, e].map(quoted);
            let comma = if place > 0 { "," } else { "" };
            for part in [
                comma,
                "{\"_id\":",
                &document,
                ",\"board\":",
                &board,
                ",\"by\":",
                &by,
                ",\"e\":",
                &e,
                "}",
            ] {
                body.push_str(part);
            }
        }
        body.push_str("]}");
        core.known.put_away(&ids);
        self.writer.busy = true;
        let post = request("POST", self.url("/_bulk_docs"), body);
        self.ask(core, Ask::Put(ids.into()), post);
    }

    fn chosen(&mut self, core: &Core, heals: bool) -> Vec<EventId> {
        let due = core.store_time().saturating_add(TOLERANCE_MS);
        self.writer.early.retain(|id| id.stamp.ms > due);
        let most = (MOST >> self.writer.halvings).max(1);
        let largest = LARGEST >> self.writer.halvings;
        let mut ids = Vec::new();
        let mut size = 0;
        for (id, kept) in core.known.absent() {
            let by = core.known.by(kept);
            let own = self.who() == Some(&**by);
            let wanted = kept.mine || (heals && (own || !self.writer.only_own));
            if !wanted
                || kept.sent
                || kept.length == 0
                || self.writer.refused.contains(&id)
                || self.writer.early.contains(&id)
            {
                continue;
            }
            size += usize::from(kept.length) + 2 * core.board.len() + by.len() + 100;
            if !ids.is_empty() && (size > largest || ids.len() >= most) {
                break;
            }
            ids.push(id);
        }
        ids
    }

    pub(super) fn put(&mut self, core: &mut Core, ids: &[EventId], answer: &Answer) -> Result<(), Trouble> {
        self.writer.busy = false;
        let response = match response(answer) {
            Ok(response) => response,
            Err(trouble) => {
                core.schedule.read_first();
                return Err(trouble);
            }
        };
        match response.status {
            200..300 => {}
            status @ (408 | 429 | 502..=504) => {
                core.schedule.read_first();
                return Err(Trouble::of_status(status));
            }
            401 => {
                self.session = None;
                core.schedule.write_stopped(Trouble::SignIn);
                return Ok(());
            }
            403 | 405 => {
                core.schedule.write_stopped(Trouble::ReadOnly);
                return Ok(());
            }
            413 => {
                match ids {
                    [alone] => {
                        self.writer.refused.insert(*alone);
                        core.schedule.write_refused(Trouble::TooLarge);
                    }
                    _ => self.writer.halvings = (self.writer.halvings + 1).min(16),
                }
                return Ok(());
            }
            status => {
                core.schedule.write_failed(Trouble::of_status(status));
                return Ok(());
            }
        }
        let Ok(Json::List(results)) = value(response) else {
            core.schedule.write_failed(Trouble::of_body(response));
            return Ok(());
        };
        self.sort_out(core, ids, &results);
        Ok(())
    }

    /// What was taken, and what was not. Servers answer in different orders, and some without ids.
    fn sort_out(&mut self, core: &mut Core, ids: &[EventId], results: &[Json]) {
        let mut failed: BTreeSet<EventId> = ids.iter().copied().collect();
        let mut why = Few::default();
        let mut other = Trouble::Conflict;
        for result in results {
            let id = result.get("id").and_then(Json::as_str).and_then(|id| self.event_id(id));
            match (id, refusal(result)) {
                (Some(id), None) => {
                    if failed.remove(&id) && core.known.is_absent(id) {
                        core.known.sent(id, true);
                        self.writer.acknowledged.insert(id, 0);
                    }
                }
                (Some(id), Some(trouble)) => {
                    why.insert(id, trouble);
                }
                (None, Some(trouble)) => other = trouble,
                (None, None) => {}
            }
        }
        core.schedule.poll_now();
        if failed.is_empty() {
            core.schedule.write_works();
            return;
        }
        for id in &failed {
            why.or_insert(*id, || other);
        }
        let ids: Vec<_> = failed.into_iter().collect();
        self.writer.busy = true;
        let post = self.documents(&ids);
        self.ask(core, Ask::Verify { ids: ids.into(), why }, post);
    }

    /// What was refused and is there already is as good as taken. The rest is refused.
    pub(super) fn verified(
        &mut self,
        core: &mut Core,
        ids: &[EventId],
        why: &Few<EventId, Trouble>,
        answer: &Answer,
    ) -> Result<(), Trouble> {
        self.writer.busy = false;
        let found = self
            .take_rows(core, answer)
            .inspect_err(|_| core.schedule.read_first())?;
        let missing = ids.iter().filter(|id| !found.contains(id));
        let mut works = true;
        for id in missing.copied() {
            let mine = core.known.get(id).is_some_and(|kept| kept.mine);
            match why.get(&id).copied().unwrap_or(Trouble::Conflict) {
                Trouble::SignIn if mine => {
                    self.session = None;
                    core.schedule.write_stopped(Trouble::SignIn);
                    works = false;
                }
                Trouble::Clock if id.stamp.ms > core.store_time().saturating_add(TOLERANCE_MS) => {
                    self.writer.early.insert(id);
                    works = works && !mine;
                    if mine {
                        core.schedule.write_refused(Trouble::Clock);
                    }
                }
                trouble @ (Trouble::Conflict | Trouble::Server | Trouble::Clock) if mine => {
                    core.schedule.write_failed(trouble);
                    works = false;
                }
                trouble if mine => {
                    self.writer.refused.insert(id);
                    core.schedule.write_refused(trouble);
                    works = false;
                }
                _ => self.writer.only_own = true,
            }
        }
        if works {
            core.schedule.write_works();
        }
        Ok(())
    }
}

/// Why a document was not taken, if it was not.
fn refusal(result: &Json) -> Option<Trouble> {
    let text = |field| result.get(field).and_then(Json::as_str);
    let error = text("error").or_else(|| result.get("error").and_then(|_| text("name")))?;
    let reason = text("reason").or_else(|| text("message")).unwrap_or_default();
    Some(match error {
        "conflict" => Trouble::Conflict,
        "unauthorized" => Trouble::SignIn,
        "forbidden" if reason.starts_with("clock") => Trouble::Clock,
        "forbidden" => Trouble::NotYours,
        _ => Trouble::Server,
    })
}
