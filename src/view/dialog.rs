//! A modal dialog by the browser's own `<dialog>`: it traps focus, closes with Escape and gives focus back.

use web_sys::HtmlDialogElement;
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

use super::board::Ask;
use super::el::{component, el};
use super::icon;
use super::speech::Speech;

/// Opens a dialog with a heading that names it, and asks to close it however it closes.
pub(super) fn dialog(speech: &Speech, title: String, ask: &Callback<Ask>, body: Html) -> Html {
    let close = speech.get("dialog.close");
    let ask = ask.clone();
    let props = Props {
        title,
        close,
        ask,
        body,
    };
    component::<Modal>(props, None)
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
        let shut = el("button type=button class='quiet icon-only'")
            .attr("aria-label", close)
            .on("click", move |_| {
                if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                    dialog.close();
                }
            })
            .child(icon::close());
        let head = el("div class=dialog-head")
            .child(el("h2 id=dialog-title").text(title))
            .child(shut);
        let ask = ask.clone();
        el("dialog part=dialog aria-labelledby=dialog-title")
            .node(&self.0)
            .on("close", move |_| ask.emit(Ask::Close))
            .child(head)
            .html(body.clone())
            .into()
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        if let Some(dialog) = self.0.cast::<HtmlDialogElement>().filter(|_| first) {
            // Refused only for a dialog that is not in the page, which this one is.
            let _ = dialog.show_modal();
        }
    }
}
