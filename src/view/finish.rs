//! Finishing an initiative: how it went, and what was learned.

use std::rc::Rc;

use web_sys::SubmitEvent;
use yew::prelude::*;

use super::board::Ask;
use super::card::title_of;
use super::dialog::Dialog;
use super::form::Fields;
use super::speech::use_speech;
use crate::app::{Action, State};
use crate::domain::event::Outcome;
use crate::domain::id::InitiativeId;

const OUTCOMES: [(Outcome, &str); 3] = [
    (Outcome::Worked, "finish.worked"),
    (Outcome::Partly, "finish.partly"),
    (Outcome::No, "finish.no"),
];

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) state: Rc<State>,
    pub(super) initiative: InitiativeId,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn FinishDialog(props: &Props) -> Html {
    let speech = use_speech();
    let chosen = use_state_eq(Outcome::default);
    let onsubmit = {
        let (ask, id, outcome) = (props.ask.clone(), props.initiative.clone(), *chosen);
        Callback::from(move |event: SubmitEvent| {
            let Some(fields) = Fields::of(&event) else { return };
            ask.emit(Ask::Do(Action::Finish(id.clone(), outcome, fields.text("learned"))));
        })
    };
    let options = OUTCOMES.map(|(outcome, key)| {
        let onchange = {
            let chosen = chosen.clone();
            Callback::from(move |_: Event| chosen.set(outcome))
        };
        html! {
            <label class="option">
                <input type="radio" name="outcome" checked={*chosen == outcome} {onchange} /><span>{ speech.get(key) }</span>
            </label>
        }
    });
    let title = title_of(&props.state, &props.initiative);
    html! {
        <Dialog title={speech.say("finish.title", &[("title", &title)])} on_close={props.ask.reform(|()| Ask::Close)}>
            <form {onsubmit}>
                <fieldset class="options"><legend>{ speech.get("finish.how") }</legend>{ for options }</fieldset>
                <label>{ speech.get("finish.learned") }<input name="learned" maxlength="1000" autocomplete="off" /></label>
                <div class="dialog-foot"><button type="submit" class="solid">{ speech.get("act.finish") }</button></div>
            </form>
        </Dialog>
    }
}
