//! Carrying out what the engine wants.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Share;
use crate::domain::event::EventId;
use crate::sync::{Answer, Effect, Input, Request, Response};
use crate::web::http::{Asked, Call, Came};
use crate::wire::sealed::Sealed;

/// The headers that the engine reads.
const WANTED: &[&str] = &["date", "retry-after", "content-type"];

impl Share {
    pub(super) fn carry_out(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Send(request) => self.send(request),
            Effect::Cancel(id) => self.calls.borrow_mut().retain(|(call, _)| *call != id),
            Effect::New(events) => self.keep(events),
            Effect::Confirmed(ids) => self.arrived(ids),
            Effect::Fault(fault) => self.fault(&fault),
        }
    }

    fn send(self: &Rc<Self>, request: Request) {
        let Request { id, .. } = request;
        let call = Call::new();
        let came = call.make(
            Asked {
                method: request.method,
                url: request.url,
                headers: request.headers,
                body: request.body,
                reuse: request.reuse,
            },
            WANTED,
        );
        self.calls.borrow_mut().push((id, call));
        let share = Rc::downgrade(self);
        spawn_local(async move {
            let answer = match came.await {
                Came::Answer(status, headers, body) => Answer::Response(Response { status, headers, body }),
                Came::Redirected => Answer::Redirected,
                Came::Nothing => Answer::Unreachable,
                Came::Cut => Answer::Cut,
            };
            let Some(share) = share.upgrade() else {
                return;
            };
            share.calls.borrow_mut().retain(|(call, _)| *call != id);
            // Of a call that was called off the engine knows nothing any more, and does not listen.
            share.input(Input::Answer(id, answer));
        });
    }

    /// Keeps what others did, then shows it. The shared store has it, so it is shown even when this device is full.
    fn keep(self: &Rc<Self>, events: Vec<Sealed>) {
        let share = self.clone();
        spawn_local(async move {
            let _ = share.store.put(&events).await;
            if let Some(session) = share.session() {
                session.take(&events);
                session.show_news();
            }
        });
    }

    /// What was made here is confirmed: it leaves the outbox, for good.
    pub(super) fn arrived(self: &Rc<Self>, ids: Vec<EventId>) {
        let share = self.clone();
        spawn_local(async move {
            if share.store.arrived(&ids).await.is_err() {
                return;
            }
            share.waiting.borrow_mut().retain(|id| !ids.contains(id));
            share.publish();
            share.channel.tell(&share.sharing.borrow().word());
        });
    }
}
