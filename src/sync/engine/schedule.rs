//! When to ask: polling, hurry, and holding back after failures.

use super::super::chance::Chance;
use super::super::trouble::Trouble;

const VISIBLE_MS: u64 = 5_000;
/// Where something happens, more will: who works together must not wait for each other.
const LIVELY_MS: u64 = 1_500;
/// How long it stays lively after something happened.
const CALM_MS: u64 = 60_000;
const HIDDEN_MS: u64 = 60_000;
/// How long a refusal to write is believed.
const REFUSED_MS: u64 = 5 * 60_000;

#[derive(Debug)]
pub(crate) struct Schedule {
    now: u64,
    pub(crate) chance: Chance,
    visible: bool,
    online: bool,
    leads: bool,
    poll_at: u64,
    /// Until when it is lively.
    calm_at: u64,
    /// Nothing is asked before.
    retry_at: u64,
    /// The server said so: not even hurry asks before.
    held_until: u64,
    failures: u32,
    pub(super) trouble: Option<Trouble>,
    pub(super) synced: Option<u64>,
    in_pass: bool,
    write_at: u64,
    write_failures: u32,
    /// How long a refusal is believed.
    refused_until: u64,
    pub(super) writing: Option<Trouble>,
    /// Whether a write may have happened that nobody heard of: the store is read before the next one.
    read_first: bool,
}

impl Schedule {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            now: 0,
            chance: Chance::new(seed),
            visible: true,
            online: true,
            leads: false,
            poll_at: 0,
            calm_at: 0,
            retry_at: 0,
            held_until: 0,
            failures: 0,
            trouble: None,
            synced: None,
            in_pass: false,
            write_at: 0,
            write_failures: 0,
            refused_until: 0,
            writing: None,
            read_first: true,
        }
    }

    pub(crate) fn now(&self) -> u64 {
        self.now
    }

    /// The moment. A clock that was set back takes what is planned along.
    pub(super) fn clock(&mut self, now: u64) {
        if let Some(back) = self.now.checked_sub(now).filter(|back| *back > 0) {
            let times = [
                &mut self.poll_at,
                &mut self.calm_at,
                &mut self.retry_at,
                &mut self.held_until,
                &mut self.write_at,
                &mut self.refused_until,
            ];
            for at in times {
                if *at < u64::MAX {
                    *at = at.saturating_sub(back);
                }
            }
        }
        self.now = now;
    }

    pub(super) fn see(&mut self, visible: bool) {
        if visible && !self.visible {
            self.poll_at = self.now;
        }
        self.visible = visible;
    }

    /// Asks at once, unless the server said when.
    pub(super) fn hurry(&mut self) {
        self.poll_at = self.now;
        self.stir();
        self.retry_at = self.held_until;
        self.write_at = self.held_until;
        self.refused_until = self.refused_until.min(self.now);
    }

    pub(super) fn network(&mut self, online: bool) {
        if online && !self.online {
            self.hurry();
        }
        self.online = online;
    }

    pub(super) fn lead(&mut self, leads: bool) {
        if leads && !self.leads {
            self.poll_at = self.now;
            self.stir();
            self.read_first = true;
        }
        self.leads = leads;
        self.in_pass = false;
    }

    /// Something was done here.
    pub(super) fn changed(&mut self) {
        self.poll_at = self.now;
        self.stir();
    }

    /// Something happened, here or elsewhere.
    pub(super) fn stir(&mut self) {
        self.calm_at = self.now + CALM_MS;
    }

    pub(super) fn may_ask(&self) -> bool {
        self.is_active() && self.now >= self.retry_at
    }

    pub(crate) fn poll_due(&self) -> bool {
        self.now >= self.poll_at
    }

    pub(crate) fn is_visible(&self) -> bool {
        self.visible
    }

    /// A pass begins; what happens from now on needs another one.
    pub(crate) fn pass_begins(&mut self) {
        self.poll_at = u64::MAX;
        self.in_pass = true;
    }

    /// A pass went through: here and the store are in step, but for what is still to be written.
    pub(crate) fn pass_ends(&mut self) {
        self.in_pass = false;
        self.failures = 0;
        self.trouble = None;
        self.read_first = false;
        self.synced = Some(self.now);
        let interval = match self.visible {
            true if self.now < self.calm_at => LIVELY_MS,
            true => VISIBLE_MS,
            false => HIDDEN_MS,
        };
        // A tenth of chance, so that a hundred boards that were opened together do not ask together.
        let wait = interval - self.chance.below(interval / 10);
        self.poll_at = self.poll_at.min(self.now + wait);
    }

    /// The next pass begins at once.
    pub(crate) fn poll_now(&mut self) {
        self.poll_at = self.now;
    }

    /// Reading failed, or everything did.
    pub(super) fn failed(&mut self, trouble: Trouble, until: Option<u64>) {
        self.in_pass = false;
        self.trouble = Some(trouble);
        self.held_until = until.unwrap_or(0);
        // Requests that were on their way together fail together, and that is one failure.
        if self.now >= self.retry_at {
            self.failures += 1;
            self.retry_at = self.now + self.chance.backoff(self.failures);
        }
        if self.held_until > self.now {
            self.retry_at = self.held_until + self.chance.backoff(1);
        }
        self.poll_at = self.retry_at;
    }

    pub(crate) fn may_write(&self) -> bool {
        self.now >= self.write_at && !self.read_first
    }

    /// A write may have happened without our knowing.
    pub(crate) fn read_first(&mut self) {
        self.read_first = true;
        self.poll_at = self.now;
    }

    /// A write failed in a way that may pass.
    pub(crate) fn write_failed(&mut self, trouble: Trouble) {
        self.write_failures += 1;
        self.writing = Some(trouble);
        self.write_at = self.now + self.chance.backoff(self.write_failures);
        self.read_first = true;
        self.poll_at = self.poll_at.min(self.write_at);
    }

    /// Some own events are refused by a rule of the store. It is asked again now and then, for rules change.
    pub(crate) fn write_refused(&mut self, trouble: Trouble) {
        self.writing = Some(trouble);
        self.refused_until = self.now + REFUSED_MS;
    }

    /// Nothing can be written before somebody does something.
    pub(crate) fn write_stopped(&mut self, trouble: Trouble) {
        self.write_refused(trouble);
        self.write_at = self.refused_until;
    }

    /// The store takes what is written.
    pub(crate) fn write_works(&mut self) {
        self.write_failures = 0;
        if !self.is_refused() {
            self.writing = None;
        }
    }

    /// Whether a refusal is believed at the moment.
    pub(crate) fn is_refused(&self) -> bool {
        self.refused_until > 0
    }

    /// Whether a refusal has been believed long enough. Then it is forgotten.
    pub(crate) fn refusal_ends(&mut self) -> bool {
        let ends = self.refused_until > 0 && self.now >= self.refused_until;
        if ends {
            self.refused_until = 0;
        }
        ends
    }

    /// Nothing has to be asked before, unless something happens.
    pub(crate) fn rest_until(&mut self, at: u64) {
        self.poll_at = at;
    }

    pub(super) fn is_active(&self) -> bool {
        self.leads && self.online
    }

    pub(super) fn is_online(&self) -> bool {
        self.online
    }

    /// When there is something to do by this schedule; `writes`: whether something waits to be written.
    pub(super) fn wake(&self, planned: Option<u64>, writes: bool) -> Option<u64> {
        if !self.is_active() {
            return None;
        }
        let ahead = |at: u64| (writes && at > self.now).then_some(at);
        let polls = (!self.in_pass).then_some(self.poll_at);
        let times = [planned, ahead(self.write_at), ahead(self.refused_until), polls];
        let next = times.into_iter().flatten().min()?;
        Some(next.max(self.retry_at))
    }
}
