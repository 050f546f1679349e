//! Where what people do is kept, said honestly, and a copy to save.

use std::rc::Rc;

use yew::prelude::*;

use super::board::Ask;
use super::dialog::Dialog;
use super::speech::use_speech;
use crate::app::{Keeping, State};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) state: Rc<State>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn KeepingDialog(props: &Props) -> Html {
    let speech = use_speech();
    let (title, text) = match &props.state.keeping {
        Keeping::Opening | Keeping::Browser => ("keeping.browser", "keeping.browser.text"),
        Keeping::Memory => ("keeping.memory", "keeping.memory.text"),
        Keeping::Refused => ("keeping.refused", "keeping.refused.text"),
        Keeping::Unsupported(_) => ("keeping.unsupported", "keeping.unsupported.text"),
    };
    let save = props.ask.reform(|_: MouseEvent| Ask::SaveCopy);
    html! {
        <Dialog title={speech.get(title)} on_close={props.ask.reform(|()| Ask::Close)}>
            <p>{ speech.get(text) }</p>
            <div class="dialog-foot">
                <button type="button" class="wash" onclick={save}>{ speech.get("keeping.save") }</button>
            </div>
        </Dialog>
    }
}
