//! Who is looking: a name from the list, or any name where the document lists none.

use web_sys::SubmitEvent;
use yew::prelude::*;

use super::board::Ask;
use super::dialog::dialog;
use super::face::face;
use super::form::Fields;
use super::speech::Speech;
use crate::app::State;
use crate::domain::goals::Text;

pub(super) fn picker(speech: &Speech, state: &State, ask: &Callback<Ask>) -> Html {
    let Some(board) = &state.board else {
        return Html::default();
    };
    let goals = board.goals();
    let today = state.now.today;
    let here = goals.members.iter().filter(|member| goals.is_here(&member.id, today));
    let choices = here.filter_map(|member| {
        let person = goals.person(member.id.as_str())?;
        let name = Text::from(member.id.as_str());
        let onclick = ask.reform(move |_: MouseEvent| Ask::Am(name.clone()));
        let me = state.viewer.as_ref().is_some_and(|me| me.id == member.id);
        Some(html! {
            <li><button type="button" class="choice" aria-pressed={me.to_string()} {onclick}>
                { face(&person, goals) }<span>{ &*member.name }</span>
            </button></li>
        })
    });
    let onsubmit = {
        let ask = ask.clone();
        Callback::from(move |event: SubmitEvent| {
            let name = Fields::of(&event).map(|fields| fields.text("name"));
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                ask.emit(Ask::Am(name));
            }
        })
    };
    let body = html! {
        <>
            <p class="soft">{ speech.get("picker.why") }</p>
            if goals.lists_members() {
                <ul class="choices">{ for choices }</ul>
            } else {
                <form {onsubmit}>
                    <label>{ speech.get("picker.name") }<input name="name" required=true autocomplete="name" maxlength="80" /></label>
                    <div class="dialog-foot"><button type="submit" class="solid">{ speech.get("picker.submit") }</button></div>
                </form>
            }
        </>
    };
    dialog(speech, speech.get("picker.title"), ask, body)
}
