//! An objective and its cards.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties};

use super::bar::{bar, tone};
use super::board::{Ask, ByValue};
use super::cards::{self, Cards, Pair};
use super::el::{component, el};
use super::focus::dom_id;
use super::key_results::key_results;
use super::speech::Speech;
use crate::domain::goals::{Goals, Intent, Objective};
use crate::domain::id::InitiativeId;
use crate::domain::progress::{Status, Summary, percent};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) objective: Rc<Objective>,
    pub(super) summary: Rc<Summary>,
    pub(super) cards: Rc<[Pair]>,
    pub(super) goals: Rc<Goals>,
    pub(super) board: ByValue,
    pub(super) filtered: bool,
    pub(super) solid: Option<InitiativeId>,
    pub(super) speech: Speech,
    pub(super) ask: Callback<Ask>,
}

pub(super) struct Column;

impl Component for Column {
    type Message = ();
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        column(ctx.props())
    }
}

fn column(props: &Props) -> Html {
    let speech = &props.speech;
    let (objective, summary) = (&*props.objective, &*props.summary);
    let figure = summary
        .progress
        .map_or_else(|| "–".to_owned(), |share| speech.percent(percent(share)));
    let heading = dom_id("o", objective.id.as_str());
    let row = el("div class=row")
        .child(el("h2").attr("id", &heading).text(&objective.title))
        .child(el("strong class=figure").words(figure));
    let mut head = el("div class=head")
        .child(row)
        .maybe(objective.why.as_ref().map(|why| el("p class=why").text(why)));
    if !objective.key_results.is_empty() {
        head = head
            .child(
                el("p class=status")
                    .class(tone(summary.status))
                    .words(status(speech, objective, summary)),
            )
            .child(bar(summary.progress, summary.expected, summary.status))
            .child(key_results(props));
    }
    let cards = if props.cards.is_empty() {
        let key = if props.filtered {
            "column.none-match"
        } else {
            "column.none"
        };
        el("p class=none-here").words(speech.get(key)).into()
    } else {
        cards(props)
    };
    el("section part=objective class=column")
        .attr("data-objective", objective.id.as_str())
        .attr("aria-labelledby", &heading)
        .child(head)
        .html(cards)
        .into()
}

fn cards(props: &Props) -> Html {
    component::<Cards>(
        cards::Props {
            cards: props.cards.clone(),
            objective: props.objective.clone(),
            goals: props.goals.clone(),
            board: props.board.clone(),
            solid: props.solid.clone(),
            speech: props.speech.clone(),
            ask: props.ask.clone(),
        },
        None,
    )
}

/// The objective's standing in words, naming what it hangs on: "At risk: engagement is 16 behind today's line".
fn status(speech: &Speech, objective: &Objective, summary: &Summary) -> String {
    let said = match summary.status {
        None => speech.get("status.not-measured"),
        Some(Status::OnTrack) => speech.get("status.on-track"),
        Some(Status::NoNews) => speech.get("status.no-news"),
        Some(worse) => {
            let key = if worse == Status::AtRisk {
                "status.at-risk"
            } else {
                "status.off-track"
            };
            let weakest = summary
                .weakest
                .and_then(|n| Some((objective.key_results.get(n)?, summary.key_results.get(n)?)));
            match weakest {
                Some((key_result, standing)) if standing.behind.is_some_and(|behind| behind > 0) => {
                    let behind = standing.behind.unwrap_or(0).to_string();
                    speech.say(&format!("{key}.behind"), &[("what", &key_result.title), ("n", &behind)])
                }
                Some((key_result, _)) => speech.say(&format!("{key}.what"), &[("what", &key_result.title)]),
                None => speech.get(key),
            }
        }
    };
    match objective.intent {
        Intent::Committed => said,
        Intent::Aspirational => speech.say("status.stretch", &[("status", &said)]),
    }
}
