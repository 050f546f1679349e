//! Everything about one initiative: what it is for, who has it, and what was said so far.

use yew::{Callback, Html};

use super::ask::Ask;
use super::card::confidence_key;
use super::dialog::dialog;
use super::el::{El, all, el};
use super::face::face;
use super::links::links;
use super::speech::Speech;
use crate::app::State;
use crate::domain::board::{Board, Claim, Spoken};
use crate::domain::card;
use crate::domain::goals::{Initiative, Objective};
use crate::domain::id::InitiativeId;
use crate::domain::progress::confidence_status;

pub(super) fn details(speech: &Speech, state: &State, id: &InitiativeId, ask: &Callback<Ask>) -> Html {
    let Some(board) = &state.board else {
        return Html::default();
    };
    let Some((objective, initiative, work)) = board.initiative(id) else {
        return Html::default();
    };
    let text = initiative.description.as_ref();
    let mut body = vec![
        text.map(|text| el("p").text(text)).map(Html::from).unwrap_or_default(),
        facts(speech, objective, initiative).into(),
    ];
    people(&mut body, speech.get("details.holders"), work.holders(), board);
    people(&mut body, speech.get("details.waiting"), work.waiting(), board);
    body.extend(links(&initiative.links).map(Html::from));
    if !work.spoken.is_empty() {
        let mut history = el("ol class=history reversed=reversed");
        for spoken in work.spoken.iter().rev() {
            history.add(said(speech, state, spoken));
        }
        body.push(el("h3").words(speech.get("details.said")).into());
        body.push(history.into());
    }
    if let Some(finish) = work.finish().filter(|finish| !finish.learned.is_empty()) {
        body.push(el("h3").words(speech.get("details.learned")).into());
        body.push(el("p").text(&finish.learned).into());
    }
    let link = el("button type=button class=link")
        .click(ask, Ask::CopyLink(id.clone()))
        .words(speech.get("details.copy-link"));
    body.push(el("p").child(link).into());
    dialog(speech, initiative.title.to_string(), ask, all(body))
}

fn facts(speech: &Speech, objective: &Objective, initiative: &Initiative) -> El {
    let mut list = el("dl class=facts-list");
    let mut row = |name: String, value: String| {
        list.add(el("dt").words(name));
        list.add(el("dd").words(value));
    };
    row(speech.get("details.objective"), objective.title.to_string());
    let moves: Vec<_> = card::moves(objective, initiative).collect();
    if !moves.is_empty() {
        row(speech.get("details.moves"), moves.join(", "));
    }
    if let Some(due) = initiative.due {
        row(speech.get("details.due"), speech.day(due));
    }
    if let Some(cost) = &initiative.cost {
        row(speech.get("details.cost"), speech.money(cost));
    }
    if !initiative.tags.is_empty() {
        row(speech.get("details.tags"), initiative.tags.join(", "));
    }
    if let Some(signal) = &initiative.signal {
        let current = signal.current.map(|value| speech.number(value));
        row(signal.title.to_string(), current.unwrap_or_else(|| "–".to_owned()));
    }
    list
}

fn people(body: &mut Vec<Html>, heading: String, claims: &[Claim], board: &Board) {
    if claims.is_empty() {
        return;
    }
    let mut list = el("ul class=people");
    for claim in claims {
        let name = el("span").text(&claim.by.name);
        list.add(el("li").child(face(&claim.by, board.goals())).child(name));
    }
    body.push(el("h3").words(heading).into());
    body.push(list.into());
}

fn said(speech: &Speech, state: &State, spoken: &Spoken) -> El {
    let age = speech.age(spoken.event, state);
    let check_in = &spoken.check_in;
    let mut by = speech.say("card.said", &[("name", &spoken.by.name), ("age", &age)]);
    if let Some(confidence) = check_in.confidence {
        by.push_str(" · ");
        by.push_str(&speech.get(confidence_key(confidence_status(confidence))));
    }
    let mut entry = el("li").child(el("span class='soft small'").words(by));
    for line in [&check_in.line, &check_in.change, &check_in.blocker] {
        if !line.is_empty() {
            entry.add(el("p").text(line));
        }
    }
    entry
}
