//! Being away for a while, and who helps out.

use yew::Html;

use crate::domain::event::Body;
use crate::view::cx::Cx;
use crate::view::el::el;
use crate::view::form::member_field;
use crate::view::say::{Say, labelled, say};

pub(in crate::view) fn away(cx: Cx<'_>) -> Html {
    let speech = cx.speech;
    let today = cx.state.now.today;
    let me = cx.actor();
    let day = |name| {
        let field = match name {
            "from" => el("input name=from type=date required=required"),
            _ => el("input name=until type=date required=required"),
        };
        field.value(&today.to_string())
    };
    let name = cx.state.viewer.as_ref().map(|viewer| viewer.name.clone());
    let title = name.unwrap_or_else(|| "".into());
    let cover = member_field("cover", cx.goals(), today, |id| Some(id) != me);
    let what = Say {
        heading: speech.get("people.be-away"),
        why: Some("away.why"),
        fields: vec![
            el("div class=pair")
                .child(labelled(speech, "away.from", day("from")))
                .child(labelled(speech, "away.until", day("until"))),
            labelled(speech, "away.cover", cover),
        ],
        submit: "away.submit",
        title: &title,
    };
    say(speech, cx.ask, what, |fields| {
        Some(Body::Away {
            from: fields.text("from").parse().ok()?,
            until: fields.text("until").parse().ok()?,
            cover: fields.text("cover"),
        })
    })
}
