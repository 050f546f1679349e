//! Offering one's seat to somebody, who has to accept it.

use web_sys::SubmitEvent;
use yew::prelude::*;

use super::board::Ask;
use super::card::title_of;
use super::dialog::dialog;
use super::form::Fields;
use super::speech::Speech;
use crate::app::{Action, State};
use crate::domain::id::InitiativeId;

pub(super) fn hand_over(speech: &Speech, state: &State, id: &InitiativeId, ask: &Callback<Ask>) -> Html {
    let Some((board, work)) = state.board.as_ref().and_then(|board| Some((board, board.work(id)?))) else {
        return Html::default();
    };
    let goals = board.goals();
    let onsubmit = {
        let (ask, id) = (ask.clone(), id.clone());
        Callback::from(move |event: SubmitEvent| {
            let to = Fields::of(&event).map(|fields| fields.text("to"));
            if let Some(to) = to.filter(|to| !to.is_empty()) {
                ask.emit(Ask::Do(Action::HandOver(id.clone(), to)));
            }
        })
    };
    let today = state.now.today;
    let takers = goals
        .members
        .iter()
        .filter(|m| goals.is_here(&m.id, today) && !work.holds(&m.id));
    let title = title_of(state, id);
    let body = html! {
        <>
            <form {onsubmit}>
                <p class="soft">{ speech.get("hand-over.why") }</p>
                <label>{ speech.get("hand-over.to") }
                    if goals.lists_members() {
                        <select name="to" required=true>
                            { for takers.map(|member| html! { <option value={member.id.text()}>{ &*member.name }</option> }) }
                        </select>
                    } else {
                        <input name="to" required=true maxlength="80" autocomplete="off" />
                    }
                </label>
                <div class="dialog-foot"><button type="submit" class="solid">{ speech.get("hand-over.submit") }</button></div>
            </form>
        </>
    };
    dialog(speech, speech.say("hand-over.title", &[("title", &title)]), ask, body)
}
