//! Words about an initiative that stand in other logs: a question or a decision for it, a waiver, a constellation. They
//! keep a seat as a word in its own log does.

use super::Ledger;
use super::cast::Cast;
use super::log::Logged;
use super::work::Claim;
use crate::domain::event::{EventId, Subject};
use crate::domain::id::{InitiativeId, MemberId};

/// Somebody spoke of an initiative in another log.
pub(super) struct Mention {
    pub(super) by: MemberId,
    pub(super) event: EventId,
    /// When it was taken back.
    until: Option<EventId>,
}

impl Mention {
    /// What was said there, if it counts; `log` are the entries among which it stands.
    pub(super) fn of(said: &Logged, log: &[Logged], cast: &Cast) -> Option<Self> {
        let event = said.event.id;
        let back = log
            .iter()
            .find(|logged| logged.event.retracts() == Some(event) && logged.stands());
        let author = cast.get(said.author)?.at(event).ok()?;
        said.refused.is_none().then(|| Self {
            by: author.id.clone(),
            event,
            until: back.map(|logged| logged.event.id),
        })
    }

    /// Whether it was not taken back.
    pub(super) fn stands(&self) -> bool {
        self.until.is_none()
    }

    /// Whether it was said at an event, and not taken back by then.
    pub(super) fn known_at(&self, event: EventId) -> bool {
        self.event < event && self.until.is_none_or(|until| event < until)
    }
}

impl Ledger {
    /// Ties a log to an initiative that something in it names.
    #[inline(never)]
    pub(super) fn tie(&mut self, home: u32, to: &Subject) {
        let number = self.slot(to);
        if let Some(log) = self.logs.get_mut(number as usize)
            && !log.mentioned.contains(&home)
        {
            log.mentioned.push(home);
            if let Some(log) = self.logs.get_mut(home as usize) {
                log.mentions.push(number);
            }
        }
    }

    /// Who spoke of an initiative in other logs.
    #[inline(never)]
    pub(super) fn mentions(&self, number: usize) -> Vec<Mention> {
        let Some(own) = self.logs.get(number).filter(|log| !log.mentioned.is_empty()) else {
            return Vec::new();
        };
        let is_it = |named: &InitiativeId| self.board.registry.of(named).is_some_and(|n| n as usize == number);
        let logs = own.mentioned.iter().filter_map(|home| self.logs.get(*home as usize));
        let said = logs.flat_map(|log| {
            let named = |logged: &&Logged| logged.event.mentions().iter().any(is_it);
            let said = log.entries.iter().filter(named);
            said.filter_map(|said| Mention::of(said, &log.entries, &self.cast))
        });
        said.collect()
    }

    /// When the holder of a claim last named its initiative in other logs, in milliseconds: asked, decided, let it pass
    /// a guardrail, or put it into a constellation.
    #[must_use]
    pub fn last_named(&self, initiative: &InitiativeId, claim: &Claim) -> Option<u64> {
        let mentions = self.mentions(self.board.registry.of(initiative)? as usize);
        let own = mentions.iter().filter(|said| said.stands() && claim.is_for(&said.by));
        own.map(|said| said.event.stamp.ms).max()
    }
}
