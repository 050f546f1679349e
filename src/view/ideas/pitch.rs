//! One pitch: how it reads, what the panel thinks of it, and where it stands.

use super::feedback::VIEWS;
use super::idea::support;
use crate::domain::board::{Pitch, PitchState};
use crate::domain::event::{self, Ruling, Subject};
use crate::domain::goals::Objective;
use crate::view::ask::{Open, PitchOf};
use crate::view::cx::Cx;
use crate::view::el::{El, el};

pub(super) fn pitch(cx: Cx<'_>, pitch: &Pitch) -> El {
    let card = el("article class=card");
    let Some(text) = pitch.text() else {
        return card;
    };
    let objectives = &cx.board.goals().objectives;
    let objective = objectives.iter().find(|objective| objective.id == text.objective);
    let description = (!text.description.is_empty()).then(|| el("p").text(&text.description));
    card.child(el("h4").text(&text.title))
        .child(cx.by(&pitch.by.name, pitch.id))
        .child(el("p").child(cx.pitched(pitch.state())))
        .maybe(ruling(cx, pitch))
        .maybe(description)
        .child(facts(cx, text, objective.map(|it| &**it)))
        .maybe(feedback(cx, pitch))
        .maybe(before(cx, pitch))
        .child(foot(cx, pitch, text, objective.map(|it| &**it)))
}

/// The last word of a lead, unless it was a plain yes or the pitch was said anew since.
fn ruling(cx: Cx<'_>, pitch: &Pitch) -> Option<El> {
    let ruled = pitch.rulings.last().filter(|_| pitch.state() != PitchState::Open)?;
    (!ruled.reason.is_empty()).then(|| {
        let words = cx
            .speech
            .say("pitch.reason", &[("name", &ruled.by.name), ("reason", &ruled.reason)]);
        el("p class=said").words(words)
    })
}

fn facts(cx: Cx<'_>, text: &event::Pitch, objective: Option<&Objective>) -> El {
    let speech = cx.speech;
    let mut list = el("dl class=facts-list");
    let mut row = |key: &'static str, value: String| {
        if !value.is_empty() {
            list.add(el("dt").words(speech.get(key)));
            list.add(el("dd").words(value));
        }
    };
    row(
        "details.objective",
        objective.map(|it| it.title.to_string()).unwrap_or_default(),
    );
    for gain in &text.moves {
        let found = objective.and_then(|it| it.key_results.iter().find(|k| k.id == gain.key_result));
        let Some(key_result) = found else { continue };
        let by = gain
            .by
            .map(|by| [" +", &speech.number(by)].concat())
            .unwrap_or_default();
        row("details.moves", [&*key_result.title, &by].concat());
    }
    row("pitch.effort", text.effort.to_string());
    row(
        "details.cost",
        text.cost.as_ref().map(|cost| speech.money(cost)).unwrap_or_default(),
    );
    row("pitch.first-step", text.first_step.to_string());
    row("pitch.help", text.help.to_string());
    list
}

fn feedback(cx: Cx<'_>, pitch: &Pitch) -> Option<El> {
    let mut list = el("ul class=history");
    for said in &pitch.feedback {
        let Some((_, key, tone)) = VIEWS.iter().find(|(view, ..)| *view == said.view) else {
            continue;
        };
        let word = el("span class=pill").class(tone).words(cx.speech.get(key));
        let row = el("p class=row")
            .child(word)
            .child(el("span class=small").text(&said.by.name));
        let line = (!said.line.is_empty()).then(|| el("p").text(&said.line));
        list.add(el("li").child(row).maybe(line));
    }
    (!pitch.feedback.is_empty()).then_some(list)
}

/// How it read before.
fn before(cx: Cx<'_>, pitch: &Pitch) -> Option<El> {
    let (_, before) = pitch.revisions.split_last()?;
    let mut list = el("ol class=history reversed=reversed");
    for revision in before.iter().rev() {
        let entry = el("li").child(el("p").text(&revision.text.title));
        list.add(entry.child(el("p class=soft").text(&revision.text.description)));
    }
    (!before.is_empty()).then(|| {
        let summary = el("summary").words(cx.speech.count("pitch.before", before.len()));
        el("details").child(summary).child(list)
    })
}

fn foot(cx: Cx<'_>, pitch: &Pitch, text: &event::Pitch, objective: Option<&Objective>) -> El {
    let foot = el("div class=foot").child(support(cx, Subject::Begun(pitch.id), &text.title));
    let Some(me) = cx.actor() else {
        return foot;
    };
    let (goals, today) = (cx.board.goals(), cx.state.now.today);
    let leads = objective.is_some_and(|objective| goals.leads(me, objective, today));
    let panel = leads || goals.pitch_panel.is_empty() || goals.pitch_panel.contains(me);
    let waits = pitch.state() == PitchState::Open;
    let mut acts = el("span class=acts");
    let mut act = |there: bool, key: &'static str, open: Open| {
        if there {
            acts.add(cx.opens(key, &text.title, open));
        }
    };
    let own = pitch.by.id == *me;
    let again = Open::Pitch(PitchOf::Pitch(pitch.id));
    act(own && pitch.state() != PitchState::Accepted, "pitch.revise", again);
    act(panel && waits && !own, "pitch.feedback", Open::Feedback(pitch.id));
    act(leads && waits, "pitch.return", Open::Decide(pitch.id, Ruling::Return));
    act(leads && waits, "pitch.park", Open::Decide(pitch.id, Ruling::Park));
    act(
        leads && pitch.state() != PitchState::Accepted,
        "pitch.accept",
        Open::Decide(pitch.id, Ruling::Accept),
    );
    foot.child(acts)
}
