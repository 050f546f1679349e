//! Carrying out what the engine wants.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::{Share, with};
use crate::domain::event::EventId;
use crate::sync::{Answer, Effect, Input, Request, Response};
use crate::web::clock;
use crate::web::http::{Asked, Call, Came};
use crate::wire::sealed::Sealed;

/// So many events at once are those of a first visit: there are more to come, and they are shown when none came for a
/// while, or when the first of them have waited for long.
const FEW: usize = 20;
const PAUSE_MS: u32 = 150;
const LONG_MS: u64 = 2_000;
/// So many are kept at once.
const BATCH: usize = 2_500;

/// The headers that the engine reads.
const WANTED: &[&str] = &["date", "retry-after", "content-type"];

impl Share {
    pub(super) fn carry_out(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Send(request) => self.send(request),
            Effect::Cancel(id) => self.calls.borrow_mut().retain(|(call, _)| *call != id),
            Effect::New(events) => self.come(events),
            Effect::Recall(ids) => self.recall_content(ids),
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
                Came::Answer(status, headers, body, digest) => Answer::Response(Response {
                    status,
                    headers,
                    body,
                    digest,
                }),
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

    /// Takes in what others did. Where much comes at once, it is shown and kept together.
    fn come(self: &Rc<Self>, events: Vec<Sealed>) {
        let Some(session) = self.session() else {
            return;
        };
        let opened = session.opened(&events);
        let now = clock::now_ms();
        let mut news = self.news.borrow_mut();
        if news.opened.is_empty() {
            news.since = now;
        }
        news.opened.extend(opened);
        news.sealed.extend(events);
        // A clock that was set back ends a wait as well.
        let waits = (news.since..news.since + LONG_MS).contains(&now);
        let pause = if waits && news.opened.len() >= FEW { PAUSE_MS } else { 0 };
        let many = news.sealed.len() >= BATCH;
        drop(news);
        if many {
            self.keep_news();
        }
        let share = Rc::downgrade(self);
        let timer = clock::after(pause, move || with(&share, |share| share.show_news()));
        *self.news_timer.borrow_mut() = Some(timer);
    }

    /// Shows what others did, and keeps it. The shared store has it, so it is shown before this device keeps it, and
    /// also when this device is full: it comes again.
    pub(super) fn show_news(self: &Rc<Self>) {
        let opened = std::mem::take(&mut self.news.borrow_mut().opened);
        self.keep_news();
        if let Some(session) = self.session().filter(|_| !opened.is_empty()) {
            session.fold(opened);
            session.show_news();
        }
    }

    fn keep_news(self: &Rc<Self>) {
        let events = std::mem::take(&mut self.news.borrow_mut().sealed);
        if events.is_empty() {
            return;
        }
        let store = self.store.clone();
        spawn_local(async move {
            let _ = store.put(&events).await;
        });
    }

    /// The store lost something, or files are to be merged: this device has what it was.
    fn recall_content(self: &Rc<Self>, ids: Vec<EventId>) {
        let share = self.clone();
        spawn_local(async move {
            // What cannot be read now is not there.
            let found = share.store.find(&ids).await.unwrap_or_default();
            share.input(Input::Recalled(found));
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
