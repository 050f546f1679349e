//! The board's own page: what to look for, and the objectives with their cards.

use yew::{Callback, Html};

use super::arranged::Arranged;
use super::ask::Ask;
use super::board::ByValue;
use super::card::first_due;
use super::column::{self, Column};
use super::el::{all, el};
use super::part::part;
use super::same::Same;
use super::sharing;
use super::speech::Speech;
use super::toolbar::toolbar;
use crate::app::State;
use crate::domain::board::Board;
use crate::domain::goals::InitiativeState;
use std::rc::Rc;

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
    let mut columns = el("div class=columns part=columns");
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
            filtered: !arranged.filter.is_empty(),
            solid: solid.clone().filter(here),
            wanted: arranged.wanted.clone().filter(|wanted| here(&wanted.id)),
            folded: many.then(|| state.folded.contains(&objective.id)),
            speech: speech.clone(),
            ask: ask.clone(),
        };
        columns = columns.html(part::<Column>(column, Some(objective.id.as_str())));
    }
    all(vec![
        toolbar(speech, state, arranged, shown, ask, board).into(),
        columns.into(),
    ])
}
