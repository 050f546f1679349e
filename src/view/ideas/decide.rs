//! A lead's word on a pitch, with the reason.

use yew::{Callback, Html};

use crate::app::{Action, State};
use crate::domain::event::{Body, EventId, Ruling, Subject};
use crate::view::ask::Ask;
use crate::view::dialog::dialog;
use crate::view::el::el;
use crate::view::form::{Fields, form, submit_button};
use crate::view::speech::Speech;
use crate::view::subject::title;

pub(in crate::view) fn decide(
    speech: &Speech,
    state: &State,
    target: EventId,
    verdict: Ruling,
    ask: &Callback<Ask>,
) -> Html {
    let title = title(state, &Subject::Begun(target));
    let submit = {
        let (ask, title) = (ask.clone(), title.clone());
        move |fields: &Fields| {
            let decide = Body::Decide {
                target,
                verdict,
                reason: fields.text("reason"),
            };
            ask.emit(Ask::Do(Action::Say(Box::new(decide), title.clone())));
        }
    };
    let (act, name, why) = match verdict {
        Ruling::Accept => ("pitch.accept", "pitch.accept.name", "decide.accept"),
        Ruling::Return => ("pitch.return", "pitch.return.name", "decide.return"),
        Ruling::Park => ("pitch.park", "pitch.park.name", "decide.park"),
    };
    let reason = el("textarea name=reason rows=2 maxlength=1000 autofocus=autofocus")
        .flag("required", verdict != Ruling::Accept);
    let form = form("form", submit)
        .child(el("p class=soft").words(speech.get(why)))
        .child(el("label").words(speech.get("decide.reason")).child(reason))
        .child(submit_button(speech.get(act)));
    dialog(speech, speech.say(name, &[("title", &title)]), ask, form.into())
}
