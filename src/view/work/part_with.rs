//! Dropping an initiative, and dividing it.

use yew::Html;

use crate::domain::event::Body;
use crate::domain::goals::Text;
use crate::domain::id::InitiativeId;
use crate::view::card::title_of;
use crate::view::cx::Cx;
use crate::view::say::{Say, field, say};

/// Giving it up, for a reason that everybody sees.
pub(in crate::view) fn drop_it(cx: Cx<'_>, id: &InitiativeId) -> Html {
    let title = title_of(cx.state, id);
    let what = Say {
        heading: cx.speech.say("work.drop.name", &[("title", &title)]),
        why: Some("work.drop.why"),
        fields: vec![
            field(
                cx.speech,
                "decide.reason",
                "textarea name=reason rows=2 maxlength=1000 required=required autofocus=autofocus",
            ),
            field(
                cx.speech,
                "finish.learned",
                "input name=learned maxlength=1000 autocomplete=off",
            ),
        ],
        submit: "work.drop",
        title: &title,
    };
    let initiative = id.clone();
    say(cx.speech, cx.ask, what, move |fields| {
        Some(Body::Drop {
            initiative: initiative.clone(),
            reason: fields.text("reason"),
            learned: fields.text("learned"),
        })
    })
}

/// Dividing it into parts, one a line.
pub(in crate::view) fn split(cx: Cx<'_>, id: &InitiativeId) -> Html {
    let title = title_of(cx.state, id);
    let what = Say {
        heading: cx.speech.say("work.split.name", &[("title", &title)]),
        why: Some("work.split.why"),
        fields: vec![field(
            cx.speech,
            "work.split.parts",
            "textarea name=parts rows=4 maxlength=2000 required=required autofocus=autofocus",
        )],
        submit: "work.split",
        title: &title,
    };
    let initiative = id.clone();
    say(cx.speech, cx.ask, what, move |fields| {
        let text = fields.text("parts");
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let parts: Vec<_> = lines.map(Text::from).collect();
        (!parts.is_empty()).then(|| Body::Split {
            initiative: initiative.clone(),
            parts,
        })
    })
}
