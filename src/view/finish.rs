//! Finishing an initiative: how it went, and what was learned.

use web_sys::SubmitEvent;
use yew::prelude::*;

use super::board::Ask;
use super::card::title_of;
use super::dialog::dialog;
use super::form::Fields;
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
    let onsubmit = {
        let (ask, id) = (ask.clone(), id.clone());
        Callback::from(move |event: SubmitEvent| {
            let Some(fields) = Fields::of(&event) else { return };
            let chosen = OUTCOMES.iter().find(|(_, key)| *key == &*fields.text("outcome"));
            let outcome = chosen.map_or_else(Outcome::default, |(outcome, _)| *outcome);
            ask.emit(Ask::Do(Action::Finish(id.clone(), outcome, fields.text("learned"))));
        })
    };
    let options = OUTCOMES.map(|(outcome, key)| {
        html! {
            <label class="option">
                <input type="radio" name="outcome" value={key} checked={outcome == Outcome::default()} /><span>{ speech.get(key) }</span>
            </label>
        }
    });
    let title = title_of(state, id);
    let body = html! {
        <>
            <form {onsubmit}>
                <fieldset class="options"><legend>{ speech.get("finish.how") }</legend>{ for options }</fieldset>
                <label>{ speech.get("finish.learned") }<input name="learned" maxlength="1000" autocomplete="off" /></label>
                <div class="dialog-foot"><button type="submit" class="solid">{ speech.get("act.finish") }</button></div>
            </form>
        </>
    };
    dialog(speech, speech.say("finish.title", &[("title", &title)]), ask, body)
}
