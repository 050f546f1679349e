//! Keeping what was done.

use wasm_bindgen_futures::spawn_local;

use super::action::Denied;
use super::session::Session;
use super::state::Keeping;
use crate::domain::event::EventId;
use crate::web::storage;
use crate::wire::sealed::Sealed;

impl Session {
    /// Keeps an event on this device, and only then shows it and shares it.
    pub(super) async fn keep(&self, sealed: Sealed) -> Result<EventId, Denied> {
        let (store, share) = {
            let core = self.0.core.borrow();
            (core.store.clone().ok_or(Denied::NotReady)?, core.share.clone())
        };
        let (id, events) = (sealed.id, std::slice::from_ref(&sealed));
        let kept = match share {
            Some(_) => store.put_waiting(events).await,
            None => store.put(events).await,
        };
        kept.map_err(Denied::NotKept)?;
        self.take(events);
        self.show();
        if let Some(share) = share {
            share.made(sealed);
        }
        Ok(id)
    }

    /// Asks the browser, once and after the first thing that is worth it, not to forget.
    /// Nobody waits for the answer: Firefox asks the reader, who may never give one.
    pub(super) fn persist(&self) {
        let asked = std::mem::replace(&mut self.0.core.borrow_mut().persisted, true);
        if !asked && matches!(self.keeping(), Keeping::Browser | Keeping::Shared) {
            spawn_local(async {
                storage::persist().await;
            });
        }
    }
}
