//! Closing an objective: how far it came, what was learned, and whether it goes on.

use std::rc::Rc;

use yew::Html;

use crate::domain::event::{Body, Close, Next, Subject};
use crate::domain::id::ObjectiveId;
use crate::view::cx::Cx;
use crate::view::el::el;
use crate::view::say::{Say, field, labelled, say};
use crate::view::subject;
use crate::web::intl::plain;

pub(in crate::view) fn close_objective(cx: Cx<'_>, id: &ObjectiveId) -> Html {
    let on = Subject::Objective(id.clone());
    let title = subject::title(cx.state, &on);
    let place = cx.goals().objectives.iter().position(|objective| objective.id == *id);
    let reached = place.and_then(|place| cx.state.summaries.get(place)?.progress);
    let reached = reached
        .map(|share| plain((share.clamp(0.0, 1.0) * 100.0).round()))
        .unwrap_or_default();
    let grade = el("input name=grade type=number min=0 max=100 step=any").value(&reached);
    let mut options = el("fieldset class=options").child(el("legend").words(cx.get("closing.next")));
    for (key, checked) in [("closing.carry", true), ("closing.stop", false)] {
        let radio = el("input type=radio name=next").value(key).checked(checked);
        options.add(
            el("label class=option")
                .child(radio)
                .child(el("span").words(cx.get(key))),
        );
    }
    let what = Say {
        heading: cx.speech.say("closing.title", &[("title", &title)]),
        why: Some("closing.why"),
        fields: vec![
            labelled(cx.speech, "closing.grade", grade),
            field(
                cx.speech,
                "closing.lesson",
                "textarea name=lesson rows=2 maxlength=2000",
            ),
            options,
        ],
        submit: "closing.submit",
        title: &title,
    };
    let objective = id.clone();
    say(cx.speech, cx.ask, what, move |fields| {
        Some(Body::CloseObjective(Rc::new(Close {
            objective: objective.clone(),
            grade: fields.number("grade").map(|percent| (percent / 100.0).clamp(0.0, 1.0)),
            lesson: fields.text("lesson"),
            next: match &*fields.text("next") {
                "closing.stop" => Next::Stop,
                _ => Next::Carry,
            },
        })))
    })
}
