//! What a lead erased leaves this device, too.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::session::Session;
use crate::domain::board::Ledger;
use crate::domain::event::{Body, Event, EventId};

/// What may turn out to be erased when these events are folded: they themselves, where anything is erased at all, and what
/// erasures among them name and is here already.
pub(super) fn at_stake(events: &[Rc<Event>], ledger: &Ledger) -> Vec<EventId> {
    let named = |event: &Rc<Event>| match &event.body {
        Body::Erase { ids, .. } => ids.to_vec(),
        _ => Vec::new(),
    };
    let mut stake: Vec<EventId> = events.iter().flat_map(named).collect();
    if stake.is_empty() && ledger.erased().next().is_none() {
        return stake;
    }
    stake.retain(|id| ledger.holds(*id) && !ledger.is_erased(*id));
    stake.extend(events.iter().map(|event| event.id));
    stake
}

impl Session {
    /// Takes from this device what was erased. If that fails, the next opening of the board tries again.
    #[inline(never)]
    pub(super) fn forget(&self, erased: Vec<EventId>) {
        let store = self.0.core.borrow().store.clone();
        if let Some(store) = store {
            spawn_local(async move {
                let _ = store.forget(&erased).await;
            });
        }
    }
}
