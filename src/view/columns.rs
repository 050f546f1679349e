//! The board's own page: what to look for, and the objectives with their cards.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::{Callback, Html};

use super::arranged::Arranged;
use super::ask::Ask;
use super::card::first_due;
use super::column::{self, Column};
use super::drag::pressed;
use super::el::{El, all, el, target};
use super::form::choices;
use super::hint::hint;
use super::part::part;
use super::same::{ByValue, Same};
use super::sharing;
use super::speech::Speech;
use super::toolbar::toolbar;
use crate::app::State;
use crate::domain::board::Board;
use crate::domain::goals::{Goals, InitiativeState};
use crate::domain::id::ObjectiveId;

pub(super) fn columns(
    speech: &Speech,
    state: &Rc<State>,
    arranged: &Arranged,
    ask: &Callback<Ask>,
    board: &Board,
) -> Html {
    let viewer = state.viewer.as_ref().map(|person| &person.id);
    let goals = board.goals();
    if goals.objectives.is_empty() {
        return el("p class=empty").words(speech.get("board.empty")).into();
    }
    let solid = first_due(state);
    let mut shown = 0;
    let press = ask.clone();
    let mut columns = el("div class=columns part=columns").on("pointerdown", move |event| pressed(&event, &press));
    let many = goals.objectives.len() > 1;
    for (objective, summary) in goals.objectives.iter().zip(&state.summaries) {
        let (mut cards, mut finished) = (Vec::new(), Vec::new());
        for initiative in &objective.initiatives {
            if let Some(work) = board.work(&initiative.id)
                && arranged.filter.shows(initiative, work, viewer)
            {
                let list = match work.state {
                    InitiativeState::Open => &mut cards,
                    InitiativeState::Done | InitiativeState::Dropped => &mut finished,
                };
                list.push((Same::new(initiative), Same::new(work)));
            }
        }
        arranged.order.sort(&mut cards, |(initiative, work)| (initiative, work));
        shown += cards.len() + finished.len();
        let here = |id: &_| objective.initiatives.iter().any(|initiative| initiative.id == *id);
        let column = column::Shown {
            pending: sharing::pending(state, objective),
            objective: Same::new(objective),
            summary: Same::new(summary),
            cards: cards.into(),
            finished: finished.into(),
            goals: Same::new(goals),
            advised: Same::new(&state.advised),
            board: ByValue(state.clone()),
            searched: !arranged.filter.text.is_empty(),
            filtered: !arranged.filter.is_empty(),
            solid: solid.clone().filter(here),
            wanted: arranged.wanted.clone().filter(|wanted| here(&wanted.id)),
            complete: state.lately.is_some(),
            hidden: arranged.only.as_ref().is_some_and(|only| *only != objective.id),
            folded: many.then(|| state.folded.contains(&objective.id)),
            speech: speech.clone(),
            ask: ask.clone(),
        };
        columns = columns.html(part::<Column>(column, Some(objective.id.as_str())));
    }
    all(vec![
        hint(speech, state, ask).map(Html::from).unwrap_or_default(),
        toolbar(speech, state, arranged, shown, ask, board).into(),
        // Its place is there before.
        many.then(|| el("div class=only").maybe(state.lately.is_some().then(|| only(speech, arranged, goals, ask))))
            .map(Html::from)
            .unwrap_or_default(),
        columns.into(),
    ])
}

/// Where a board is narrow: which objective to show. It stays in sight while the cards go by.
#[inline(never)]
fn only(speech: &Speech, arranged: &Arranged, goals: &Goals, ask: &Callback<Ask>) -> El {
    let mut options = vec![(String::new(), speech.get("only.all"))];
    let objectives = goals.objectives.iter();
    options.extend(objectives.map(|objective| (objective.id.to_string(), objective.title.to_string())));
    let (ask, chosen) = (ask.clone(), arranged.only.as_ref().map(ObjectiveId::as_str));
    choices("select name=objective", chosen, options)
        .attr("aria-label", &speech.get("only.name"))
        .on("change", move |event| {
            if let Some(select) = target::<HtmlSelectElement>(&event) {
                let only = Some(select.value()).filter(|id| !id.is_empty());
                ask.emit(Ask::Only(only.map(ObjectiveId::from)));
            }
        })
}
