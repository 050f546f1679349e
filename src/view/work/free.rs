//! A lead frees the seat of somebody who left.

use yew::Html;

use crate::domain::event::Body;
use crate::domain::goals::Text;
use crate::domain::id::InitiativeId;
use crate::view::card::title_of;
use crate::view::cx::Cx;
use crate::view::say::{Say, field, say};

/// `member` is whoever has the seat: a member's id or a team's.
pub(in crate::view) fn vacate(cx: Cx<'_>, id: &InitiativeId, member: &Text) -> Html {
    let title = title_of(cx.state, id);
    let name = cx
        .board
        .person(member)
        .map_or_else(|| member.clone(), |person| person.name);
    let what = Say {
        heading: cx
            .speech
            .say("work.vacate.title", &[("name", &name), ("title", &title)]),
        why: Some("work.vacate.why"),
        fields: vec![field(
            cx.speech,
            "decide.reason",
            "textarea name=reason rows=2 maxlength=1000 autofocus=autofocus",
        )],
        submit: "work.vacate",
        title: &title,
    };
    let (initiative, member) = (id.clone(), member.clone());
    say(cx.speech, cx.ask, what, move |fields| {
        Some(Body::Vacate {
            initiative: initiative.clone(),
            member: member.clone(),
            reason: fields.text("reason"),
        })
    })
}
