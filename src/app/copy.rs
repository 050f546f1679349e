//! A copy of everything, to keep or to take along.

use std::collections::BTreeSet;

use wasm_bindgen_futures::spawn_local;

use super::session::Session;
use super::state::What;
use crate::domain::goals::Text;
use crate::json::Object;
use crate::store::{Cursor, StoreError};
use crate::web::{clipboard, download};
use crate::wire::sealed::Sealed;

impl Session {
    /// What people did, as one JSON array of events in their stored form.
    ///
    /// # Errors
    /// When the browser cannot read its store.
    pub async fn events_text(&self) -> Result<String, StoreError> {
        let store = self.0.core.borrow().store.clone();
        let (mut events, mut seen) = (Vec::new(), BTreeSet::new());
        let mut cursor = Cursor::default();
        while let Some(store) = &store {
            let page = store.since(cursor).await?;
            if page.events.is_empty() && page.cursor == cursor {
                break;
            }
            cursor = page.cursor;
            let once = page.events.iter().filter(|event| seen.insert(event.id));
            events.extend(once.map(sealed_text));
        }
        Ok(format!("[{}]", events.join(",\n")))
    }

    /// Hands the person one file with the goals and the events.
    pub fn save_copy(&self) {
        let session = self.clone();
        spawn_local(async move {
            let Ok(events) = session.events_text().await else {
                return;
            };
            let goals = session.document();
            let goals = if goals.is_empty() { "null" } else { &*goals };
            download::save(
                "alignment-board.json",
                &format!("{{\"goals\":{goals},\"events\":{events}}}"),
            );
        });
    }

    /// Puts words where the person can paste them, and says so.
    pub fn copy(&self, text: String) {
        let session = self.clone();
        spawn_local(async move {
            let what = if clipboard::write(&text).await {
                What::Copied
            } else {
                What::NotCopied
            };
            session.happen(what, Text::from(""), None);
        });
    }

    /// The document as it was loaded.
    #[must_use]
    pub fn document(&self) -> std::rc::Rc<str> {
        self.0.core.borrow().text.clone()
    }
}

fn sealed_text(sealed: &Sealed) -> String {
    let object = Object::new().text("id", &sealed.id.to_string());
    object
        .text("board", &sealed.board)
        .text("by", &sealed.by)
        .text("e", &sealed.e)
        .end()
}
