//! The events about one thing, in their order, each with its verdict.

use std::rc::Rc;

use super::Refusal;
use super::context::Context;
use super::order::by_event;
use super::slot::{Slot, begun};
use crate::domain::calendar::{Day, day_of};
use crate::domain::event::{Body, Event, EventId};
use crate::domain::people::Person;

/// An event and whether it counted.
#[derive(Clone, Debug)]
pub struct Logged {
    /// The event.
    pub event: Rc<Event>,
    /// Why it does not count, if it does not.
    pub refused: Option<Refusal>,
    /// Taken back later on.
    pub retracted: bool,
    /// The number of its author's name.
    pub(super) author: u32,
}

/// Authors' numbers differ from ledger to ledger.
impl PartialEq for Logged {
    fn eq(&self, other: &Self) -> bool {
        (&self.event, self.refused, self.retracted) == (&other.event, other.refused, other.retracted)
    }
}

impl Logged {
    pub(super) fn new(event: Rc<Event>, author: u32) -> Self {
        Self {
            event,
            refused: None,
            retracted: false,
            author,
        }
    }

    /// Whether it counts and was not taken back.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.refused.is_none() && !self.retracted
    }
}

/// An event that is about to be judged.
pub(super) struct Act<'a> {
    pub(super) event: &'a Event,
    pub(super) by: Person,
}

impl Act<'_> {
    pub(super) fn id(&self) -> EventId {
        self.event.id
    }

    pub(super) fn ms(&self) -> u64 {
        self.event.id.stamp.ms
    }

    /// The UTC day of its stamp.
    pub(super) fn day(&self) -> Day {
        day_of(self.ms())
    }
}

/// What folds a log: one thing's state.
pub(super) trait Fold {
    /// Who made an event, if they may act at all.
    fn author(&self, cx: &Context<'_>, entry: &Logged) -> Result<Person, Refusal> {
        cx.author(entry)
    }

    /// Applies an event.
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal>;

    /// Takes `target`, an event of `past` that counted, back, as the event `at` has it.
    fn retract(&mut self, cx: &Context<'_>, past: &[Logged], target: &Event, at: EventId) -> Result<(), Refusal>;

    /// Whether people may support it or put their names under it.
    fn signable(&self, _body: &Body) -> bool {
        false
    }

    /// A later version did something here.
    fn lock(&mut self) {}
}

/// The events about one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    pub(super) entries: Vec<Logged>,
    /// The last event's id; looked at for every event that comes, so kept here.
    pub(super) last: Option<EventId>,
    /// What its events depend on beyond itself: see [`super::reach`].
    pub(super) needs: u8,
    /// When it is folded: see [`super::reach`].
    pub(super) layer: u8,
    /// The event that began what it is about, if one did.
    pub(super) root: Option<EventId>,
    /// The initiatives that something in it names, by number.
    pub(super) mentions: Vec<u32>,
    /// The logs that name it.
    pub(super) mentioned: Vec<u32>,
    /// To be folded anew.
    pub(super) dirty: bool,
    /// Not in order until then.
    pub(super) unsorted: bool,
    /// The state is what it is before any event.
    pub(super) clean: bool,
}

impl Log {
    /// Puts the entries in order.
    pub(super) fn sort(&mut self) {
        if std::mem::take(&mut self.unsorted) {
            by_event(&mut self.entries, |logged| logged.event.id);
        }
        self.last = self.entries.last().map(|logged| logged.event.id);
    }
}

/// Judges the entries from `first` on, and applies to `slot` those that count. With a `root`, nothing counts unless
/// that event does.
pub(super) fn fold(cx: &Context<'_>, entries: &mut [Logged], first: usize, slot: &mut Slot, root: Option<EventId>) {
    for i in first..entries.len() {
        let (past, rest) = entries.split_at_mut(i);
        let Some(entry) = rest.first_mut() else { return };
        entry.retracted = false;
        if root == Some(entry.event.id) {
            *slot = Slot::new(begun(&entry.event));
        }
        let verdict = judge(cx, past, entry, slot, root);
        if let Ok(Some(place)) = verdict {
            past[place].retracted = true;
        }
        entry.refused = verdict.err();
        // With what began it everything is gone.
        let named = if entry.event.retracts().is_some() {
            entry.event.retracts()
        } else {
            Some(entry.event.id)
        };
        let retracts = entry.event.retracts().is_some();
        if root.is_some() && named == root && verdict.is_ok() == retracts {
            *slot = Slot::default();
        }
    }
}

/// The verdict on an entry that comes after all of `past`; `slot` is as it would be after it.
pub(super) fn try_out(
    cx: &Context<'_>,
    past: &[Logged],
    entry: &Logged,
    slot: &mut Slot,
    root: Option<EventId>,
) -> Result<(), Refusal> {
    if root == Some(entry.event.id) {
        *slot = Slot::new(begun(&entry.event));
    }
    judge(cx, past, entry, slot, root).map(|_| ())
}

/// Applies what counts; with the place of what was taken back.
fn judge(
    cx: &Context<'_>,
    past: &[Logged],
    entry: &Logged,
    slot: &mut Slot,
    root: Option<EventId>,
) -> Result<Option<usize>, Refusal> {
    let event = &*entry.event;
    let missing = match root {
        Some(root) if root == event.id => false,
        Some(root) => !find(past, root).is_some_and(|place| past[place].stands()),
        None => false,
    };
    if let Some(target) = event.retracts() {
        let place = retractable(cx, past, entry, slot, target)?;
        let target = past[place].event.clone();
        slot.retract(cx, past, &target, event.id)?;
        return Ok(Some(place));
    }
    if missing {
        return Err(Refusal::NothingThere);
    }
    let state = slot.state().ok_or(Refusal::NotInDocument)?;
    if let Body::Unknown { .. } = event.body {
        state.lock();
        return Err(Refusal::Newer);
    }
    let by = state.author(cx, entry)?;
    slot.apply(cx, &Act { event, by }).map(|()| None)
}

fn find(entries: &[Logged], id: EventId) -> Option<usize> {
    // What others name is mostly what began the log.
    if entries.first().is_some_and(|first| first.event.id == id) {
        return Some(0);
    }
    entries.binary_search_by_key(&id, |logged| logged.event.id).ok()
}

/// Where the target of a retract stands, if it may be taken back: one's own, counting, not a retract itself, and
/// nobody else has built upon it.
#[inline(never)]
fn retractable(
    cx: &Context<'_>,
    past: &[Logged],
    entry: &Logged,
    slot: &mut Slot,
    target: EventId,
) -> Result<usize, Refusal> {
    let state = slot.state().ok_or(Refusal::NothingToRetract)?;
    let by = state.author(cx, entry)?.id;
    let own = |other: &Logged| state.author(cx, other).is_ok_and(|person| person.id == by);
    let place = find(past, target).ok_or(Refusal::NothingToRetract)?;
    let found = &past[place];
    if !own(found) {
        return Err(Refusal::NotOwn);
    }
    if found.event.retracts().is_some() {
        return Err(Refusal::IsRetract);
    }
    if !found.stands() {
        return Err(Refusal::NothingToRetract);
    }
    let built_upon = |later: &Logged| later.event.names() == Some(target) && later.stands() && !own(later);
    if past[place..].iter().any(built_upon) {
        return Err(Refusal::BuiltUpon);
    }
    Ok(place)
}
