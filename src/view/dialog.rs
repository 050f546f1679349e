//! A modal dialog by the browser's own `<dialog>`: it traps focus, closes with Escape and gives focus back.

use web_sys::HtmlDialogElement;
use yew::{Callback, Html, NodeRef};

use super::ask::Ask;
use super::el::{El, el};
use super::icon;
use super::part::{Link, Part, part};
use super::speech::Speech;

/// Opens a dialog with a heading that names it, and asks to close it however it closes.
pub(super) fn dialog(speech: &Speech, title: String, ask: &Callback<Ask>, body: Html) -> Html {
    let shown = Shown {
        title,
        close: speech.get("dialog.close"),
        ask: ask.clone(),
        body,
    };
    part::<Modal>(shown, None)
}

#[derive(PartialEq)]
struct Shown {
    title: String,
    close: String,
    ask: Callback<Ask>,
    body: Html,
}

struct Modal(NodeRef);

impl Part for Modal {
    type Shown = Shown;

    fn new(_shown: &Shown) -> Self {
        Self(NodeRef::default())
    }

    fn draw(&self, shown: &Shown, _link: &Link) -> El {
        let node = self.0.clone();
        let shut = el("button type=button class='quiet icon-only'")
            .attr("aria-label", &shown.close)
            .on("click", move |_| {
                if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                    dialog.close();
                }
            })
            .child(icon::close());
        let head = el("div class=dialog-head")
            .child(el("h2 id=dialog-title").text(&shown.title))
            .child(shut);
        el("dialog part=dialog aria-labelledby=dialog-title")
            .node(&self.0)
            .asks("close", &shown.ask, Ask::Close)
            .child(head)
            .html(shown.body.clone())
    }

    fn drawn(&mut self, _link: &Link, first: bool) {
        if let Some(dialog) = self.0.cast::<HtmlDialogElement>().filter(|_| first) {
            // Refused only for a dialog that is not in the page, which this one is.
            let _ = dialog.show_modal();
        }
    }
}
