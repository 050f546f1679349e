//! What one of the panel thinks of a pitch.

use yew::{Callback, Html};

use crate::app::{Action, State};
use crate::domain::event::{Body, EventId, Subject, View};
use crate::view::ask::Ask;
use crate::view::dialog::dialog;
use crate::view::el::el;
use crate::view::form::{Fields, form, submit_button};
use crate::view::speech::Speech;
use crate::view::subject::title;

/// What one may think, each with the key of its words and its tone.
pub(super) const VIEWS: [(View, &str, &str); 3] = [
    (View::For, "feedback.for", "ok"),
    (View::Unsure, "feedback.unsure", "warn"),
    (View::Against, "feedback.against", "bad"),
];

pub(in crate::view) fn feedback(speech: &Speech, state: &State, pitch: EventId, ask: &Callback<Ask>) -> Html {
    let title = title(state, &Subject::Begun(pitch));
    let submit = {
        let (ask, title) = (ask.clone(), title.clone());
        move |fields: &Fields| {
            let said = fields.text("view");
            let view = VIEWS
                .iter()
                .find(|(_, key, _)| *key == &*said)
                .map_or(View::For, |(view, ..)| *view);
            let line = fields.text("line");
            ask.emit(Ask::Do(Action::Say(
                Box::new(Body::Feedback { pitch, view, line }),
                title.clone(),
            )));
        }
    };
    let mut options = el("fieldset class=options").child(el("legend").words(speech.get("feedback.what")));
    for (view, key, tone) in VIEWS {
        let radio = el("input type=radio name=view").value(key).checked(view == View::For);
        let word = el("span").words(speech.get(key));
        options.add(el("label class=option").class(tone).child(radio).child(word));
    }
    let line = el("input name=line maxlength=500 autocomplete=off");
    let form = form("form", submit)
        .child(options)
        .child(el("label").words(speech.get("feedback.line")).child(line))
        .child(submit_button(speech.get("pitch.feedback")));
    dialog(
        speech,
        speech.say("pitch.feedback.name", &[("title", &title)]),
        ask,
        form.into(),
    )
}
