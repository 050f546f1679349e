//! Everything about one initiative: where it leads, who has it, who decides, what was said, and what can be done.

use yew::Html;

use super::advice::limit_words;
use super::ask::{Ask, Open};
use super::cx::Cx;
use super::dialog::dialog;
use super::el::{El, all, el};
use super::face::face;
use super::history::{happened, talk};
use super::limits::right_about;
use super::links::links;
use super::step::step;
use crate::domain::attention::{Concern, Step, attention};
use crate::domain::board::{Claim, Work};
use crate::domain::card;
use crate::domain::event::Subject;
use crate::domain::goals::{Initiative, InitiativeState, Objective, Text};
use crate::domain::id::InitiativeId;

pub(super) fn details(cx: Cx<'_>, id: &InitiativeId) -> Html {
    let Some((objective, initiative, work)) = cx.board.initiative(id) else {
        return Html::default();
    };
    let on = Subject::Initiative(id.clone());
    let text = initiative.description.as_ref();
    let speaking = cx.state.advised.of(id).and_then(|advice| advice.limit.as_ref());
    let limit = speaking.map(|limit| {
        let tone = if limit.stops { "bad" } else { "warn" };
        el("p").class(tone).words(limit_words(cx.speech, limit))
    });
    let right = (work.state == InitiativeState::Open)
        .then(|| right_about(cx, id))
        .flatten();
    let body = vec![
        path(cx, objective, initiative).into(),
        html(text.map(|text| el("p").text(text))),
        html(facts(cx, initiative)),
        html(limit),
        html(right),
        acts(cx, objective, initiative, work).into(),
        html(people(cx, "details.holders", work.holders(), objective, id)),
        html(people(cx, "details.waiting", work.waiting(), objective, id)),
        html(links(&initiative.links)),
        html(ended(cx, work)),
        talk(cx, &on, &initiative.title).into(),
        html(happened(cx, &on)),
    ];
    dialog(cx.speech, initiative.title.to_string(), cx.ask, all(body))
}

fn html(el: Option<El>) -> Html {
    el.map(Html::from).unwrap_or_default()
}

/// The way up: what it moves, under which objective, toward the North Star.
fn path(cx: Cx<'_>, objective: &Objective, initiative: &Initiative) -> El {
    let mut list = el("ol class=way-up").attr("aria-label", &cx.get("details.path"));
    let mut add = |key: &str, what: &str| {
        list.add(el("li").words(cx.speech.say(key, &[("what", what)])));
    };
    let moves: Vec<_> = card::moves(objective, initiative).collect();
    if !moves.is_empty() {
        add("details.path.moves", &moves.join(", "));
    }
    add("details.path.under", &objective.title);
    if let Some(star) = &cx.goals().north_star {
        add("details.path.toward", &star.statement);
    }
    list
}

fn facts(cx: Cx<'_>, initiative: &Initiative) -> Option<El> {
    let speech = cx.speech;
    let mut list = el("dl class=facts-list");
    let mut rows = 0;
    let mut row = |name: String, value: String| {
        rows += 1;
        list.add(el("dt").words(name));
        list.add(el("dd").words(value));
    };
    if let Some(due) = initiative.due {
        row(cx.get("details.due"), speech.day(due));
    }
    if let Some(cost) = &initiative.cost {
        row(cx.get("details.cost"), speech.money(cost));
    }
    if !initiative.tags.is_empty() {
        row(cx.get("details.tags"), initiative.tags.join(", "));
    }
    if let Some(signal) = &initiative.signal {
        let current = signal.current.map(|value| speech.number(value));
        row(signal.title.to_string(), current.unwrap_or_else(|| "–".to_owned()));
    }
    (rows > 0).then_some(list)
}

/// What the viewer can do with it, beside what stands on its card.
fn acts(cx: Cx<'_>, objective: &Objective, initiative: &Initiative, work: &Work) -> El {
    let (id, title) = (&initiative.id, &*initiative.title);
    let link = cx.does("details.copy-link", title, Ask::CopyLink(id.clone()));
    let mut row = el("div class=do");
    let Some(me) = cx.actor().filter(|_| initiative.claimable && !work.locked) else {
        return row.child(link);
    };
    let today = cx.state.now.today;
    let (holds, leads) = (work.holds(me), cx.goals().leads(me, objective, today));
    if work.state != InitiativeState::Open || !cx.goals().is_here(me, today) {
        return row.child(link);
    }
    if holds {
        row.add(cx.opens("work.adjust", title, Open::Adjust(id.clone())));
        row.add(cx.opens("act.hand-over", title, Open::HandOver(id.clone())));
    }
    if holds || leads {
        row.add(cx.opens("work.split", title, Open::Split(id.clone())));
        if cx.goals().objectives.len() > 1 {
            row.add(cx.opens("act.move", title, Open::Move(id.clone())));
        }
        row.add(cx.opens("work.drop", title, Open::Drop(id.clone())));
    }
    row.maybe(taking_over(cx, id)).child(link)
}

/// Taking it over from somebody who has gone quiet, when that is so.
fn taking_over(cx: Cx<'_>, id: &InitiativeId) -> Option<El> {
    let me = cx.actor()?;
    let concerns = attention(cx.scene, Some(me));
    let takes = |concern: &&Concern| matches!(&concern.step, Step::TakeOver { initiative, .. } if initiative == id);
    let concern = concerns.iter().find(takes)?;
    Some(step(cx.speech, cx.ask, &concern.step, &concern.title, &concern.title))
}

fn people(cx: Cx<'_>, key: &'static str, claims: &[Claim], objective: &Objective, id: &InitiativeId) -> Option<El> {
    let leads = cx
        .actor()
        .filter(|me| cx.goals().leads(me, objective, cx.state.now.today) && key == "details.holders");
    let mut list = el("ul class=people");
    for claim in claims {
        let free = leads.filter(|me| !claim.is_for(me)).map(|_| {
            let member = Text::from(claim.by.id.as_str());
            cx.opens("work.vacate", &claim.by.name, Open::Vacate(id.clone(), member))
        });
        list.add(
            el("li")
                .child(face(&claim.by, cx.goals()))
                .child(el("span class=grows").text(&claim.by.name))
                .maybe(free),
        );
    }
    (!claims.is_empty()).then(|| el("section").child(el("h3").words(cx.get(key))).child(list))
}

/// How it ended, and what was learned.
fn ended(cx: Cx<'_>, work: &Work) -> Option<El> {
    let finish = work.finish()?;
    let words = [&finish.reason, &finish.learned]
        .into_iter()
        .filter(|words| !words.is_empty());
    let section = el("section").child(el("h3").words(cx.get("details.learned")));
    Some(words.fold(section, |section, words| section.child(el("p").text(words))))
}
