//! Everything about one initiative: what it is for, who has it, and what was said so far.

use yew::prelude::*;

use super::board::Ask;
use super::card::confidence_key;
use super::dialog::dialog;
use super::face::face;
use super::speech::Speech;
use crate::app::State;
use crate::domain::board::{Board, Spoken, Work};
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
    let body = html! {
        <>
            if let Some(text) = &initiative.description { <p>{ &**text }</p> }
            <dl class="facts-list">{ facts(speech, objective, initiative) }</dl>
            { people(speech, board, work) }
            if !initiative.links.is_empty() {
                <ul class="links">{ for initiative.links.iter().map(|link| html! {
                    <li><a href={AttrValue::from(link.href.clone())} target="_blank" rel="noopener noreferrer">{ &*link.label }</a></li>
                }) }</ul>
            }
            if !work.spoken.is_empty() {
                <h3>{ speech.get("details.said") }</h3>
                <ol class="history" reversed=true>{ for work.spoken.iter().rev().map(|spoken| said(speech, state, board, spoken)) }</ol>
            }
            if let Some(finish) = work.finish().filter(|finish| !finish.learned.is_empty()) {
                <h3>{ speech.get("details.learned") }</h3>
                <p>{ &*finish.learned }</p>
            }
        </>
    };
    dialog(speech, initiative.title.to_string(), ask, body)
}

fn facts(speech: &Speech, objective: &Objective, initiative: &Initiative) -> Html {
    let moves: Vec<_> = card::moves(objective, initiative).collect();
    let signal = initiative.signal.as_ref().map(|signal| {
        let current = signal
            .current
            .map_or_else(|| "–".to_owned(), |value| speech.number(value));
        (signal.title.to_string(), current)
    });
    let rows = [
        Some((speech.get("details.objective"), objective.title.to_string())),
        (!moves.is_empty()).then(|| (speech.get("details.moves"), moves.join(", "))),
        initiative.due.map(|due| (speech.get("details.due"), speech.day(due))),
        initiative
            .cost
            .as_ref()
            .map(|cost| (speech.get("details.cost"), speech.money(cost))),
        (!initiative.tags.is_empty()).then(|| (speech.get("details.tags"), initiative.tags.join(", "))),
        signal,
    ];
    let row = |(name, value): (String, String)| html! { <><dt>{ name }</dt><dd>{ value }</dd></> };
    html! { <>{ for rows.into_iter().flatten().map(row) }</> }
}

fn people(speech: &Speech, board: &Board, work: &Work) -> Html {
    let list = |key: &str, claims: &[crate::domain::board::Claim]| {
        if claims.is_empty() {
            return Html::default();
        }
        html! {
            <>
                <h3>{ speech.get(key) }</h3>
                <ul class="people">{ for claims.iter().map(|claim| html! {
                    <li>{ face(&claim.by, board.goals()) }<span>{ &*claim.by.name }</span></li>
                }) }</ul>
            </>
        }
    };
    html! { <>{ list("details.holders", work.holders()) }{ list("details.waiting", work.waiting()) }</> }
}

fn said(speech: &Speech, state: &State, board: &Board, spoken: &Spoken) -> Html {
    let age = speech.age(spoken.event, board.goals(), state.now);
    let check_in = &spoken.check_in;
    let lines = [&check_in.line, &check_in.change, &check_in.blocker];
    let confidence = check_in
        .confidence
        .map(|n| speech.get(confidence_key(confidence_status(n))));
    let by = speech.say("card.said", &[("name", &spoken.by.name), ("age", &age)]);
    html! {
        <li>
            <span class="soft small">{ by }{ confidence.map(|word| format!(" · {word}")).unwrap_or_default() }</span>
            { for lines.into_iter().filter(|line| !line.is_empty()).map(|line| html! { <p>{ &**line }</p> }) }
        </li>
    }
}
