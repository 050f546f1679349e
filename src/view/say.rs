//! A dialog in which somebody says something: a few fields that become one event.

use yew::{Callback, Html};

use super::ask::Ask;
use super::dialog::dialog;
use super::el::{El, el};
use super::form::{Fields, form, submit_button};
use super::speech::Speech;
use crate::app::Action;
use crate::domain::event::Body;
use crate::domain::goals::Text;

/// What is said, and about what.
pub(super) struct Say<'a> {
    /// The dialog's heading.
    pub(super) heading: String,
    /// Why one would; the key of a sentence.
    pub(super) why: Option<&'static str>,
    /// The fields.
    pub(super) fields: Vec<El>,
    /// The key of the word on the last button.
    pub(super) submit: &'static str,
    /// What it is about, for the words that tell it was said.
    pub(super) title: &'a Text,
}

/// `body` makes the event of the fields, or nothing when there is nothing to say.
pub(super) fn say(
    speech: &Speech,
    ask: &Callback<Ask>,
    what: Say<'_>,
    body: impl Fn(&Fields) -> Option<Body> + 'static,
) -> Html {
    said(speech, ask, what, Box::new(body))
}

/// Makes an event of the fields, or nothing.
type Makes = Box<dyn Fn(&Fields) -> Option<Body>>;

#[inline(never)]
fn said(speech: &Speech, ask: &Callback<Ask>, what: Say<'_>, body: Makes) -> Html {
    let submit = {
        let (ask, title) = (ask.clone(), what.title.clone());
        move |fields: &Fields| {
            if let Some(body) = body(fields) {
                ask.emit(Ask::Do(Action::Say(Box::new(body), title.clone())));
            }
        }
    };
    let why = what.why.map(|why| el("p class=soft").words(speech.get(why)));
    let form = form("form", submit).maybe(why);
    let form = what.fields.into_iter().fold(form, El::child);
    let form = form.child(submit_button(speech.get(what.submit)));
    dialog(speech, what.heading, ask, form.into())
}

/// A field with its label above it.
pub(super) fn field(speech: &Speech, key: &'static str, input: &'static str) -> El {
    labelled(speech, key, el(input))
}

/// The same, for a field that holds something.
pub(super) fn labelled(speech: &Speech, key: &'static str, input: El) -> El {
    el("label").words(speech.get(key)).child(input)
}
