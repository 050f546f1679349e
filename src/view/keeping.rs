//! Where what people do is kept, said honestly, and a copy to save.

use yew::prelude::*;

use super::board::Ask;
use super::dialog::dialog;
use super::speech::Speech;
use crate::app::{Keeping, State};

pub(super) fn keeping(speech: &Speech, state: &State, ask: &Callback<Ask>) -> Html {
    let (title, text) = match &state.keeping {
        Keeping::Opening | Keeping::Browser => ("keeping.browser", "keeping.browser.text"),
        Keeping::Memory => ("keeping.memory", "keeping.memory.text"),
        Keeping::Refused => ("keeping.refused", "keeping.refused.text"),
        Keeping::Unsupported(_) => ("keeping.unsupported", "keeping.unsupported.text"),
    };
    let save = ask.reform(|_: MouseEvent| Ask::SaveCopy);
    let body = html! {
        <>
            <p>{ speech.get(text) }</p>
            <div class="dialog-foot">
                <button type="button" class="wash" onclick={save}>{ speech.get("keeping.save") }</button>
            </div>
        </>
    };
    dialog(speech, speech.get(title), ask, body)
}
