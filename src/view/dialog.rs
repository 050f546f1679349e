//! A modal dialog by the browser's own `<dialog>`: it traps focus, closes with Escape and gives focus back.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon;
use super::speech::use_speech;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Its heading, which names it.
    pub(super) title: AttrValue,
    /// Called when it closes, however it does.
    pub(super) on_close: Callback<()>,
    pub(super) children: Children,
}

#[component]
pub(super) fn Dialog(props: &Props) -> Html {
    let speech = use_speech();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
                // Refused only for a dialog that is not in the page, which this one is.
                let _ = dialog.show_modal();
            }
        });
    }
    let close = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let closed = props.on_close.reform(|_: Event| ());
    html! {
        <dialog ref={node} part="dialog" aria-labelledby="dialog-title" onclose={closed}>
            <div class="dialog-head">
                <h2 id="dialog-title">{ &props.title }</h2>
                <button type="button" class="quiet icon-only" aria-label={speech.get("dialog.close")} onclick={close}>
                    { icon::close() }
                </button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}
