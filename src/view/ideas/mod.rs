//! Ideas: what anybody suggests, the pitches that grow from it, and what became of them.

mod decide;
mod draft;
mod feedback;
mod idea;
mod pitch;
mod pitch_form;
mod suggest;

use yew::Html;

pub(super) use decide::decide;
pub(super) use draft::draft;
pub(super) use feedback::feedback;
pub(super) use pitch_form::pitch_form;
pub(super) use suggest::suggest;

use super::ask::{Ask, Open};
use super::cx::Cx;
use super::el::{El, all, el};
use super::long::long;
use super::speech::Speech;
use crate::domain::board::PitchState;
use crate::domain::event::EventId;

pub(super) fn ideas(cx: Cx<'_>) -> Html {
    let (speech, board) = (cx.speech, cx.board);
    let suggest = cx.may_act().then(|| {
        el("button type=button class=solid")
            .click(cx.ask, Ask::Open(Open::Suggest("".into(), "".into())))
            .words(speech.get("ideas.suggest"))
    });
    let head = cx.head("ideas.title", "ideas.how").maybe(suggest);

    let pitched = |id: EventId| {
        board
            .pitches()
            .iter()
            .any(|pitch| pitch.text().is_some_and(|text| text.idea == Some(id)))
    };
    let ideas = board.ideas().into_iter().rev();
    let ideas: Vec<_> = ideas
        .filter(|idea| !pitched(idea.id))
        .map(|it| idea::idea(cx, it))
        .collect();
    let (mut open, mut decided) = (Vec::new(), Vec::new());
    for it in board.pitches().into_iter().rev() {
        let drawn = pitch::pitch(cx, it);
        match it.state() {
            PitchState::Open | PitchState::Returned => open.push(drawn),
            PitchState::Accepted | PitchState::Parked => decided.push(drawn),
        }
    }
    let lanes = el("div class=lanes")
        .child(lane(speech, "ideas.lane", "ideas.none", ideas))
        .child(lane(speech, "ideas.pitches", "ideas.no-pitches", open))
        .child(lane(speech, "ideas.decided", "ideas.none-decided", decided));
    all(vec![head.into(), lanes.into()])
}

fn lane(speech: &Speech, title: &'static str, none: &'static str, entries: Vec<El>) -> El {
    let heading = el("h3").words(speech.count(title, entries.len()));
    let lane = el("section class=lane").child(heading);
    if entries.is_empty() {
        return lane.child(el("p class=none-here").words(speech.get(none)));
    }
    lane.child(long(speech, "div class=entries", entries))
}
