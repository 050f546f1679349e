//! Making a pitch of an idea, together with somebody.

use yew::{Callback, Html};

use crate::app::{Action, State};
use crate::domain::event::{Body, EventId};
use crate::view::ask::Ask;
use crate::view::dialog::dialog;
use crate::view::el::el;
use crate::view::form::{Fields, form, member_field, submit_button};
use crate::view::speech::Speech;

pub(in crate::view) fn draft(speech: &Speech, state: &State, idea: EventId, ask: &Callback<Ask>) -> Html {
    let Some((board, found)) = state.board.as_ref().and_then(|board| Some((board, board.idea(idea)?))) else {
        return Html::default();
    };
    let submit = {
        let (ask, title) = (ask.clone(), found.text.clone());
        move |fields: &Fields| {
            let coach = fields.text("coach");
            if !coach.is_empty() {
                ask.emit(Ask::Do(Action::Say(
                    Box::new(Body::Draft { idea, coach }),
                    title.clone(),
                )));
            }
        }
    };
    let me = state.viewer.as_ref().map(|me| &me.id);
    let coach = member_field("coach", board.goals(), state.now.today, |id| Some(id) != me);
    let form = form("form", submit)
        .child(el("p class=soft").words(speech.get("draft.why")))
        .child(el("label").words(speech.get("draft.coach")).child(coach))
        .child(submit_button(speech.get("ideas.draft")));
    dialog(speech, speech.get("ideas.draft"), ask, form.into())
}
