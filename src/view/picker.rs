//! Who is looking: a name from the list, or any name where the document lists none.

use std::rc::Rc;

use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use super::board::Ask;
use super::dialog::Dialog;
use super::face::face;
use super::speech::use_speech;
use crate::app::State;
use crate::domain::goals::Text;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) state: Rc<State>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Picker(props: &Props) -> Html {
    let speech = use_speech();
    let input = use_node_ref();
    let Some(board) = &props.state.board else {
        return Html::default();
    };
    let goals = board.goals();
    let today = props.state.now.today;
    let here = goals.members.iter().filter(|member| goals.is_here(&member.id, today));
    let choices = here.filter_map(|member| {
        let person = goals.person(member.id.as_str())?;
        let name = Text::from(member.id.as_str());
        let onclick = props.ask.reform(move |_: MouseEvent| Ask::Am(name.clone()));
        let me = props.state.viewer.as_ref().is_some_and(|me| me.id == member.id);
        Some(html! {
            <li><button type="button" class="choice" aria-pressed={me.to_string()} {onclick}>
                { face(&person, goals) }<span>{ &*member.name }</span>
            </button></li>
        })
    });
    let onsubmit = {
        let (ask, input) = (props.ask.clone(), input.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if !name.trim().is_empty() {
                ask.emit(Ask::Am(name.trim().into()));
            }
        })
    };
    html! {
        <Dialog title={speech.get("picker.title")} on_close={props.ask.reform(|()| Ask::Close)}>
            <p class="soft">{ speech.get("picker.why") }</p>
            if goals.lists_members() {
                <ul class="choices">{ for choices }</ul>
            } else {
                <form {onsubmit}>
                    <label>{ speech.get("picker.name") }<input ref={input} name="name" required=true autocomplete="name" maxlength="80" /></label>
                    <div class="dialog-foot"><button type="submit" class="solid">{ speech.get("picker.submit") }</button></div>
                </form>
            }
        </Dialog>
    }
}
