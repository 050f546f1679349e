//! Offering one's seat to somebody, who has to accept it.

use yew::{Callback, Html};

use super::ask::Ask;
use super::card::title_of;
use super::dialog::dialog;
use super::el::el;
use super::form::{Fields, form, member_field, submit_button};
use super::speech::Speech;
use crate::app::{Action, State};
use crate::domain::id::InitiativeId;

pub(super) fn hand_over(speech: &Speech, state: &State, id: &InitiativeId, ask: &Callback<Ask>) -> Html {
    let Some((board, work)) = state.board.as_ref().and_then(|board| Some((board, board.work(id)?))) else {
        return Html::default();
    };
    let goals = board.goals();
    let submit = {
        let (ask, id) = (ask.clone(), id.clone());
        move |fields: &Fields| {
            let to = fields.text("to");
            if !to.is_empty() {
                ask.emit(Ask::Do(Action::HandOver(id.clone(), to)));
            }
        }
    };
    let to = member_field("to", goals, state.now.today, |member| !work.holds(member));
    let form = form("form", submit)
        .child(el("p class=soft").words(speech.get("hand-over.why")))
        .child(el("label").words(speech.get("hand-over.to")).child(to))
        .child(submit_button(speech.get("hand-over.submit")));
    let title = title_of(state, id);
    dialog(
        speech,
        speech.say("hand-over.title", &[("title", &title)]),
        ask,
        form.into(),
    )
}
