//! Finishing an initiative: how it went, and what was learned.

use yew::{Callback, Html};

use super::ask::Ask;
use super::card::title_of;
use super::dialog::dialog;
use super::el::el;
use super::form::{Fields, form, submit_button};
use super::speech::Speech;
use crate::app::{Action, State};
use crate::domain::event::Outcome;
use crate::domain::id::InitiativeId;

const OUTCOMES: [(Outcome, &str); 3] = [
    (Outcome::Worked, "finish.worked"),
    (Outcome::Partly, "finish.partly"),
    (Outcome::No, "finish.no"),
];

pub(super) fn finish(speech: &Speech, state: &State, id: &InitiativeId, ask: &Callback<Ask>) -> Html {
    let submit = {
        let (ask, id) = (ask.clone(), id.clone());
        move |fields: &Fields| {
            let chosen = OUTCOMES.iter().find(|(_, key)| *key == &*fields.text("outcome"));
            let outcome = chosen.map_or_else(Outcome::default, |(outcome, _)| *outcome);
            ask.emit(Ask::Do(Action::Finish(id.clone(), outcome, fields.text("learned"))));
        }
    };
    let mut options = el("fieldset class=options").child(el("legend").words(speech.get("finish.how")));
    for (outcome, key) in OUTCOMES {
        let radio = el("input type=radio name=outcome")
            .value(key)
            .checked(outcome == Outcome::default());
        let word = el("span").words(speech.get(key));
        options.add(el("label class=option").child(radio).child(word));
    }
    let learned = el("label")
        .words(speech.get("finish.learned"))
        .child(el("input name=learned maxlength=1000 autocomplete=off"));
    let form = form("form", submit)
        .child(options)
        .child(learned)
        .child(submit_button(speech.get("act.finish")));
    let title = title_of(state, id);
    dialog(
        speech,
        speech.say("finish.title", &[("title", &title)]),
        ask,
        form.into(),
    )
}
