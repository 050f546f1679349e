//! Making claims certain that have stood for a while: nobody who comes late overtakes them then.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Share;
use crate::app::session::Session;
use crate::domain::board::{Board, Work};
use crate::domain::event::{Body, EventId, Settle};
use crate::domain::id::{InitiativeId, MemberId};
use crate::sync::{Stage, Status};
use crate::web::clock;

/// How long a claim stands before it settles.
const SETTLING_MS: u64 = 10 * 60_000;
/// How much later than the holder others do it at most, and how often it is looked at.
const OTHERS_MS: u64 = 9 * 60_000;
const MINUTE_MS: u64 = 60_000;

impl Share {
    /// After the store was read: settles one claim that is due, if there is one.
    pub(super) fn settle(self: &Rc<Self>, status: &Status) {
        let (now, last) = (clock::now_ms(), self.settled_at.get());
        let fresh = status.trouble.is_none() && status.synced.is_some_and(|synced| synced + MINUTE_MS > now);
        // A clock that was set back must not stop it.
        if !fresh || (now >= last && now < last + MINUTE_MS) {
            return;
        }
        self.settled_at.set(now);
        let Some(session) = self.session() else {
            return;
        };
        let state = session.state();
        let (Some(board), Some(me)) = (&state.board, &state.viewer) else {
            return;
        };
        if state.readonly() {
            return;
        }
        let now = now.saturating_add_signed(status.clock_off);
        let engine = self.engine.borrow();
        let confirmed = |id| engine.stage(id) == Some(Stage::Confirmed);
        if let Some(settle) = due(board, &me.id, now, &confirmed) {
            spawn_local(async move { session.settle(Body::Settle(Box::new(settle))).await });
        }
    }
}

fn due(board: &Board, me: &MemberId, now: u64, confirmed: &dyn Fn(EventId) -> bool) -> Option<Settle> {
    board
        .works()
        .find_map(|(_, initiative, work)| due_on(&initiative.id, work, me, now, confirmed))
}

/// The first seated claim that is due. The holder's own browser settles it first; the others' spread, by the claim's own
/// chance.
fn due_on(
    initiative: &InitiativeId,
    work: &Work,
    me: &MemberId,
    now: u64,
    confirmed: &dyn Fn(EventId) -> bool,
) -> Option<Settle> {
    let holders = work.holders().iter().enumerate();
    let claim = holders.filter(|(_, claim)| !claim.settled).find_map(|(place, claim)| {
        let event = claim.event?;
        let others = if claim.by.id == *me {
            0
        } else {
            MINUTE_MS + u64::from(event.hash[0]) * OTHERS_MS / 256
        };
        let due = event.stamp.ms + SETTLING_MS + others <= now;
        (due && confirmed(event)).then_some((place, event))
    });
    let (place, claim) = claim?;
    Some(Settle {
        initiative: initiative.clone(),
        claim,
        saw: work.queue[..place].iter().filter_map(|claim| claim.event).collect(),
    })
}

impl Session {
    /// Keeps that a claim is certain. Nobody asked for it, so nobody is told.
    async fn settle(&self, body: Body) {
        let Some(me) = self.state().viewer.clone() else {
            return;
        };
        if let Ok(sealed) = self.seal(&body, &me) {
            let _ = self.keep(sealed).await;
        }
    }
}
