//! Putting an initiative under another objective.

use yew::Html;

use crate::app::{Action, State};
use crate::domain::event::Body;
use crate::domain::goals::Text;
use crate::domain::id::{InitiativeId, ObjectiveId};
use crate::view::ask::Ask;
use crate::view::card::title_of;
use crate::view::cx::Cx;
use crate::view::dialog::dialog;
use crate::view::el::el;

/// Where to? One button an objective.
pub(in crate::view) fn relocate(cx: Cx<'_>, id: &InitiativeId) -> Html {
    let Some((from, initiative, _)) = cx.board.initiative(id) else {
        return Html::default();
    };
    let mut list = el("div class=choices");
    let others = cx.goals().objectives.iter().filter(|objective| objective.id != from.id);
    for objective in others.filter(|objective| cx.board.aim(&objective.id).is_none_or(|aim| aim.closing.is_none())) {
        list.add(
            el("button type=button class=choice")
                .click(cx.ask, Ask::MoveTo(id.clone(), objective.id.clone()))
                .text(&objective.title),
        );
    }
    let heading = cx.speech.say("act.move.name", &[("title", &initiative.title)]);
    let body = el("div class=body")
        .child(el("p class=soft").words(cx.get("work.move.why")))
        .child(list);
    dialog(cx.speech, heading, cx.ask, body.into())
}

/// What moving it there comes to.
pub(in crate::view) fn relocated(state: &State, id: InitiativeId, objective: ObjectiveId) -> Action {
    let title = title_of(state, &id);
    let body = Body::Move {
        initiative: id,
        objective,
        reason: Text::from(""),
    };
    Action::Say(Box::new(body), title)
}
