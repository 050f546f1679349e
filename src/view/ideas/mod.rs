//! Ideas: what anybody suggests, the pitches that grow from it, and what became of them.

mod decide;
mod draft;
mod feedback;
mod idea;
mod pitch;
mod pitch_form;
mod suggest;

use yew::{Callback, Html};

pub(super) use decide::decide;
pub(super) use draft::draft;
pub(super) use feedback::feedback;
pub(super) use pitch_form::pitch_form;
pub(super) use suggest::suggest;

use super::ask::{Ask, Open};
use super::el::{El, all, el};
use super::speech::Speech;
use crate::app::State;
use crate::domain::board::{Board, PitchState};
use crate::domain::event::EventId;
use crate::domain::goals::Text;
use crate::domain::id::MemberId;

/// What is needed to draw any of it.
#[derive(Clone, Copy)]
struct Cx<'a> {
    speech: &'a Speech,
    state: &'a State,
    board: &'a Board,
    ask: &'a Callback<Ask>,
}

impl Cx<'_> {
    /// Who looks, if they may act.
    fn actor(&self) -> Option<&MemberId> {
        let viewer = self.state.viewer.as_ref().filter(|_| !self.state.readonly())?;
        Some(&viewer.id)
    }

    fn by(&self, name: &str, event: EventId) -> El {
        let age = self.speech.age(event, self.state);
        let by = self.speech.say("card.said", &[("name", name), ("age", &age)]);
        el("p class='soft small'").words(by)
    }

    /// A button that opens a dialog, named by what it does and to what.
    fn opens(&self, key: &'static str, title: &str, open: Open) -> El {
        let name = self.speech.say(&[key, ".name"].concat(), &[("title", title)]);
        el("button type=button class=quiet")
            .attr("aria-label", &name)
            .click(self.ask, Ask::Open(open))
            .words(self.speech.get(key))
    }
}

#[inline(never)]
pub(super) fn ideas(speech: &Speech, state: &State, board: &Board, ask: &Callback<Ask>) -> Html {
    let cx = Cx {
        speech,
        state,
        board,
        ask,
    };
    let suggest = (!state.readonly() && state.stranger.is_none()).then(|| {
        el("button type=button class=solid")
            .click(ask, Ask::Open(Open::Suggest))
            .words(speech.get("ideas.suggest"))
    });
    let head = el("div class=page-head")
        .child(
            el("div")
                .child(el("h2").words(speech.get("ideas.title")))
                .child(el("p class=soft").words(speech.get("ideas.how"))),
        )
        .maybe(suggest);

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
    entries.into_iter().fold(lane, El::child)
}

/// A pitch's title.
fn title(state: &State, pitch: EventId) -> Option<Text> {
    let pitch = state.board.as_ref()?.pitch(pitch)?;
    Some(pitch.text()?.title.clone())
}
