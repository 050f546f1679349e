//! An objective and its cards.

use std::rc::Rc;

use yew::{Callback, Html};

use super::ask::{Ask, Number};
use super::bar::{bar, tone};
use super::cards::{self, Cards, Pair, Wanted};
use super::el::{El, el, yes_no};
use super::focus::dom_id;
use super::icon;
use super::key_results::key_results;
use super::part::{Link, Part, part};
use super::same::{ByValue, Same};
use super::speech::Speech;
use crate::app::{Advised, Pending};
use crate::domain::goals::{Goals, Intent, Objective};
use crate::domain::id::InitiativeId;
use crate::domain::progress::{Status, Summary, percent};

#[derive(PartialEq)]
pub(super) struct Shown {
    pub(super) objective: Same<Objective>,
    pub(super) summary: Same<Summary>,
    /// What is open.
    pub(super) cards: Rc<[Pair]>,
    /// What is done or dropped.
    pub(super) finished: Rc<[Pair]>,
    pub(super) goals: Same<Goals>,
    pub(super) board: ByValue,
    /// What was done here to its cards and is not confirmed yet.
    pub(super) pending: Rc<[Pending]>,
    pub(super) advised: Same<Advised>,
    pub(super) filtered: bool,
    /// Whether words are looked for.
    pub(super) searched: bool,
    pub(super) solid: Option<InitiativeId>,
    pub(super) wanted: Option<Wanted>,
    /// Whether the whole program is here.
    pub(super) complete: bool,
    /// Whether a narrow board leaves it out.
    pub(super) hidden: bool,
    /// Whether it can be folded, and is.
    pub(super) folded: Option<bool>,
    pub(super) speech: Speech,
    pub(super) ask: Callback<Ask>,
}

pub(super) struct Column;

impl Part for Column {
    type Shown = Shown;

    fn new(_shown: &Shown) -> Self {
        Self
    }

    fn draw(&self, shown: &Shown, _link: &Link) -> El {
        column(shown)
    }
}

fn column(shown: &Shown) -> El {
    let speech = &shown.speech;
    let (objective, summary) = (&*shown.objective, &*shown.summary);
    let figure = summary
        .progress
        .map_or_else(|| "–".to_owned(), |share| speech.percent(percent(share)));
    let heading = dom_id("o", objective.id.as_str());
    let row = el("div class=row")
        .maybe(shown.folded.map(|folded| fold(shown, folded)))
        .child(el("h2").attr("id", &heading).text(&objective.title))
        .child(explained(
            "button type=button class='figure explained'",
            speech,
            figure,
            Number::Objective(objective.id.clone()),
            &shown.ask,
        ));
    let section = el("section part=objective class=column")
        .attr("data-objective", objective.id.as_str())
        .attr("aria-labelledby", &heading);
    let section = section.class(if shown.hidden { "other" } else { "" }).class(
        if shown.filtered && shown.cards.is_empty() && shown.finished.is_empty() {
            "bare"
        } else {
            ""
        },
    );
    if shown.folded == Some(true) {
        let count = speech.count("column.cards", shown.cards.len());
        let count = el("span class='soft small'").words(count);
        return section.class("folded").child(row.child(count));
    }
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
            .child(key_results(shown));
    }
    let cards = if shown.cards.is_empty() && shown.filtered && !shown.finished.is_empty() {
        Html::default()
    } else if shown.cards.is_empty() {
        let key = if shown.filtered {
            "column.none-match"
        } else {
            "column.none"
        };
        el("p class=none-here").words(speech.get(key)).into()
    } else {
        cards(shown, &shown.cards)
    };
    let finished = (!shown.finished.is_empty()).then(|| finished(shown));
    section.child(head).html(cards).maybe(finished)
}

/// The button that folds a column, or unfolds it.
fn fold(shown: &Shown, folded: bool) -> El {
    let title = &*shown.objective.title;
    el("button type=button class='fold icon-only'")
        .attr("aria-expanded", yes_no(!folded))
        .attr("aria-label", &shown.speech.say("column.fold", &[("title", title)]))
        .click(&shown.ask, Ask::Fold(shown.objective.id.clone()))
        .child(icon::fold())
}

/// A number that is the button that explains it.
pub(super) fn explained(tag: &'static str, speech: &Speech, figure: String, number: Number, ask: &Callback<Ask>) -> El {
    let name = speech.say("column.explain", &[("figure", &figure)]);
    el(tag)
        .attr("aria-label", &name)
        .click(ask, Ask::Explain(number))
        .words(figure)
}

/// Finished and learned, folded away so that what is open stands first; unfolded for whoever searches.
fn finished(shown: &Shown) -> El {
    let wanted = shown.wanted.as_ref();
    let wanted_here = wanted.is_some_and(|wanted| shown.finished.iter().any(|(it, _)| it.id == wanted.id));
    let words = shown.speech.count("column.finished", shown.finished.len());
    el("details class=finished")
        .flag("open", shown.searched || wanted_here)
        .child(el("summary").words(words))
        .html(cards(shown, &shown.finished))
}

fn cards(shown: &Shown, cards: &Rc<[Pair]>) -> Html {
    part::<Cards>(
        cards::Shown {
            cards: cards.clone(),
            objective: shown.objective.clone(),
            goals: shown.goals.clone(),
            board: shown.board.clone(),
            pending: shown.pending.clone(),
            advised: shown.advised.clone(),
            solid: shown.solid.clone(),
            wanted: shown.wanted.clone(),
            speech: shown.speech.clone(),
            ask: shown.ask.clone(),
        },
        None,
    )
}

/// The objective's standing in words, naming what it hangs on: "At risk: engagement is 16 behind today's line".
pub(super) fn status(speech: &Speech, objective: &Objective, summary: &Summary) -> String {
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
