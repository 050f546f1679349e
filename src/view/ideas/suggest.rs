//! Suggesting something: one line, and where to read more.

use yew::{Callback, Html};

use crate::app::Action;
use crate::domain::event::Body;
use crate::domain::goals::{Link, Text};
use crate::view::ask::Ask;
use crate::view::dialog::dialog;
use crate::view::el::el;
use crate::view::form::{Fields, form, submit_button};
use crate::view::speech::Speech;

/// What would you do? `text` and `link` are what an address says of it already.
pub(in crate::view) fn suggest(speech: &Speech, text: &Text, link: &Text, ask: &Callback<Ask>) -> Html {
    let submit = {
        let ask = ask.clone();
        move |fields: &Fields| {
            let (text, href) = (fields.text("text"), fields.text("link"));
            let links = (!href.is_empty()).then(|| Link {
                label: href.clone(),
                href,
            });
            let idea = Body::Idea {
                text: text.clone(),
                links: links.into_iter().collect(),
            };
            ask.emit(Ask::Do(Action::Say(Box::new(idea), text)));
        }
    };
    let text = el("textarea name=text rows=3 required=required maxlength=1000 autofocus=autofocus").value(text);
    let form =
        form("form", submit)
            .child(el("label").words(speech.get("suggest.text")).child(text))
            .child(el("label").words(speech.get("suggest.link")).child(
                el("input name=link type=url maxlength=500 placeholder='https://' autocomplete=off").value(link),
            ))
            .child(submit_button(speech.get("ideas.suggest")));
    dialog(speech, speech.get("ideas.suggest"), ask, form.into())
}
