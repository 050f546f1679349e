//! Who is looking: a name from the list, or any name where the document lists none.

use yew::{Callback, Html};

use super::ask::Ask;
use super::dialog::dialog;
use super::el::{El, all, el, yes_no};
use super::face::face;
use super::form::{Fields, form, submit_button};
use super::speech::Speech;
use crate::app::State;
use crate::domain::goals::{Goals, Text};

pub(super) fn picker(speech: &Speech, state: &State, ask: &Callback<Ask>) -> Html {
    let Some(board) = &state.board else {
        return Html::default();
    };
    let goals = board.goals();
    let choice = if goals.lists_members() {
        members(state, ask, goals)
    } else {
        let ask = ask.clone();
        let submit = move |fields: &Fields| {
            let name = fields.text("name");
            if !name.is_empty() {
                ask.emit(Ask::Am(name));
            }
        };
        let name = el("input name=name required=required autocomplete=name maxlength=80");
        form("form", submit)
            .child(el("label").words(speech.get("picker.name")).child(name))
            .child(submit_button(speech.get("picker.submit")))
    };
    let body = vec![el("p class=soft").words(speech.get("picker.why")).into(), choice.into()];
    dialog(speech, speech.get("picker.title"), ask, all(body))
}

fn members(state: &State, ask: &Callback<Ask>, goals: &Goals) -> El {
    let mut list = el("ul class=choices");
    for member in &goals.members {
        if !goals.is_here(&member.id, state.now.today) {
            continue;
        }
        let Some(person) = goals.person(member.id.as_str()) else {
            continue;
        };
        let me = state.viewer.as_ref().is_some_and(|me| me.id == member.id);
        let choice = el("button type=button class=choice")
            .attr("aria-pressed", yes_no(me))
            .click(ask, Ask::Am(Text::from(member.id.as_str())))
            .child(face(&person, goals))
            .child(el("span").text(&member.name));
        list.add(el("li").child(choice));
    }
    list
}
