//! Where what people do is kept, said honestly, and a copy to save.

use yew::{Callback, Html};

use super::ask::Ask;
use super::dialog::dialog;
use super::el::{all, el};
use super::sharing;
use super::speech::Speech;
use crate::app::{Keeping, State};

pub(super) fn keeping(speech: &Speech, state: &State, ask: &Callback<Ask>) -> Html {
    let (title, text) = match &state.keeping {
        Keeping::Opening | Keeping::Browser => ("keeping.browser", "keeping.browser.text"),
        Keeping::Memory => ("keeping.memory", "keeping.memory.text"),
        Keeping::Refused => ("keeping.refused", "keeping.refused.text"),
        Keeping::Unsupported(_) => ("keeping.unsupported", "keeping.unsupported.text"),
        Keeping::NoId => ("keeping.unsupported", "notice.no-id"),
        Keeping::Shared => ("keeping.shared", "keeping.never-synced"),
    };
    let sharing = state.sharing.as_deref();
    let said = match sharing {
        Some(sharing) => sharing::sentences(speech, state, sharing),
        None => vec![speech.get(text)],
    };
    let unknown = sharing.filter(|sharing| sharing.database && sharing.who.is_none());
    let save = el("button type=button class=wash")
        .click(ask, Ask::SaveCopy)
        .words(speech.get("keeping.save"));
    let foot = el("div class=dialog-foot")
        .maybe(unknown.map(|sharing| sharing::sign_in(speech, sharing, ask)))
        .child(save);
    let mut body: Vec<Html> = said.into_iter().map(|words| el("p").words(words).into()).collect();
    body.push(foot.into());
    dialog(speech, speech.get(title), ask, all(body))
}
