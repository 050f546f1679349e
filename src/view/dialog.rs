//! A modal dialog by the browser's own `<dialog>`: it traps focus, closes with Escape and gives focus back.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::board::Ask;
use super::icon;
use super::speech::Speech;

/// Opens a dialog with a heading that names it, and asks to close it however it closes.
pub(super) fn dialog(speech: &Speech, title: String, ask: &Callback<Ask>, body: Html) -> Html {
    html! { <Modal {title} close={speech.get("dialog.close")} ask={ask.clone()} {body} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    title: String,
    close: String,
    ask: Callback<Ask>,
    body: Html,
}

struct Modal(NodeRef);

impl Component for Modal {
    type Message = ();
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self(NodeRef::default())
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props {
            title,
            close,
            ask,
            body,
        } = ctx.props();
        let node = self.0.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        };
        html! {
            <dialog ref={self.0.clone()} part="dialog" aria-labelledby="dialog-title" onclose={ask.reform(|_: Event| Ask::Close)}>
                <div class="dialog-head">
                    <h2 id="dialog-title">{ title }</h2>
                    <button type="button" class="quiet icon-only" aria-label={close.clone()} {onclick}>{ icon::close() }</button>
                </div>
                { body.clone() }
            </dialog>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        if let Some(dialog) = self.0.cast::<HtmlDialogElement>().filter(|_| first) {
            // Refused only for a dialog that is not in the page, which this one is.
            let _ = dialog.show_modal();
        }
    }
}
