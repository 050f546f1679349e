//! The board as a plain object, for a page's own scripts: read only, and a copy.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::events::object;
use super::exports::list;
use crate::app::State;
use crate::domain::board::{Board, Claim};
use crate::domain::goals::{InitiativeState, Objective};
use crate::domain::progress::{Summary, percent};

/// `null` until the board is drawn.
pub(super) fn of(state: &State) -> JsValue {
    let Some(board) = &state.board else {
        return JsValue::NULL;
    };
    let objectives = board.goals().objectives.iter().zip(&state.summaries);
    let objectives: Array = objectives.map(|(o, summary)| objective(board, o, summary)).collect();
    let goals = board.goals();
    let viewer = state.viewer.as_ref().map_or(JsValue::NULL, |me| me.id.as_str().into());
    object(&[
        ("id", goals.id.as_deref().map_or(JsValue::NULL, JsValue::from)),
        ("title", (&*goals.title).into()),
        ("viewer", viewer),
        ("objectives", objectives.into()),
    ])
}

fn objective(board: &Board, objective: &Objective, summary: &Summary) -> JsValue {
    let initiatives: Array = objective
        .initiatives
        .iter()
        .filter_map(|initiative| {
            let work = board.work(&initiative.id)?;
            let state = match work.state {
                InitiativeState::Done => "done",
                InitiativeState::Dropped => "dropped",
                InitiativeState::Open if work.holders().is_empty() => "free",
                InitiativeState::Open => "held",
            };
            Some(object(&[
                ("id", initiative.id.as_str().into()),
                ("title", (&*initiative.title).into()),
                ("state", state.into()),
                ("holders", ids(work.holders())),
                ("waiting", ids(work.waiting())),
                ("seatsFree", (work.seats_free() as f64).into()),
            ]))
        })
        .collect();
    let progress = summary
        .progress
        .map_or(JsValue::NULL, |share| (percent(share) as f64).into());
    object(&[
        ("id", objective.id.as_str().into()),
        ("title", (&*objective.title).into()),
        ("progress", progress),
        ("initiatives", initiatives.into()),
    ])
}

fn ids(claims: &[Claim]) -> JsValue {
    list(claims.iter().map(|claim| claim.by.id.to_string())).into()
}
