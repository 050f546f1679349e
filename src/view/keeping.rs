//! Where what people do is kept, said honestly, and a copy to save.

use yew::{Callback, Html};

use super::board::Ask;
use super::dialog::dialog;
use super::el::{all, el};
use super::speech::Speech;
use crate::app::{Keeping, State};

pub(super) fn keeping(speech: &Speech, state: &State, ask: &Callback<Ask>) -> Html {
    let (title, text) = match &state.keeping {
        Keeping::Opening | Keeping::Browser => ("keeping.browser", "keeping.browser.text"),
        Keeping::Memory => ("keeping.memory", "keeping.memory.text"),
        Keeping::Refused => ("keeping.refused", "keeping.refused.text"),
        Keeping::Unsupported(_) => ("keeping.unsupported", "keeping.unsupported.text"),
    };
    let save = el("button type=button class=wash")
        .click(ask, Ask::SaveCopy)
        .words(speech.get("keeping.save"));
    let body = vec![
        el("p").words(speech.get(text)).into(),
        el("div class=dialog-foot").child(save).into(),
    ];
    dialog(speech, speech.get(title), ask, all(body))
}
