//! One idea: its words, who supports it, and who makes a pitch of it.

use crate::app::Action;
use crate::domain::board::Idea;
use crate::domain::event::{Body, Subject};
use crate::domain::goals::Text;
use crate::view::ask::{Ask, Open, PitchOf};
use crate::view::cx::Cx;
use crate::view::el::{El, el, yes_no};
use crate::view::links::links;

pub(super) fn idea(cx: Cx<'_>, idea: &Idea) -> El {
    let mut card = el("article class=card")
        .child(el("h4").text(&idea.text))
        .child(cx.by(&idea.by.name, idea.id))
        .maybe(links(&idea.links));
    for draft in &idea.drafts {
        let names = [("name", &*draft.by.name), ("coach", &*draft.coach.name)];
        card.add(el("p class='pill wash'").words(cx.speech.say("ideas.drafted", &names)));
    }
    let mut foot = el("div class=foot").child(support(cx, Subject::Begun(idea.id), &idea.text));
    if cx.actor().is_some() {
        let pitch = Open::Pitch(PitchOf::Idea(idea.id));
        let objectives = !cx.board.goals().objectives.is_empty();
        foot = foot
            .child(cx.opens("ideas.draft", &idea.text, Open::Draft(idea.id)))
            .maybe(objectives.then(|| cx.opens("ideas.pitch", &idea.text, pitch)));
    }
    card.child(foot)
}

/// How many are for it; pressed, one of them is the viewer.
pub(super) fn support(cx: Cx<'_>, on: Subject, title: &Text) -> El {
    let signers = cx.board.signers(&on);
    let count = cx.speech.count("ideas.supporters", signers.len());
    let (Some(me), Subject::Begun(event)) = (cx.actor(), on) else {
        return el("span class='soft small'").words(count);
    };
    let own = signers
        .iter()
        .find(|signer| signer.by.id == *me)
        .map(|signer| signer.event);
    let action = match own {
        Some(event) => Action::Undo(event),
        None => Action::Say(Box::new(Body::Support { idea: event }), title.clone()),
    };
    let n = signers.len().to_string();
    el("button type=button class=chip")
        .attr("aria-pressed", yes_no(own.is_some()))
        .attr(
            "aria-label",
            &cx.speech.say("ideas.support.name", &[("n", &n), ("title", title)]),
        )
        .click(cx.ask, Ask::Do(action))
        .words(cx.speech.say("ideas.support", &[("n", &n)]))
}
