//! What something is called that events are about.

use crate::app::State;
use crate::domain::board::{Board, Proposed};
use crate::domain::event::{EventId, Subject};
use crate::domain::goals::Text;

/// Its title; empty for the team and for what is not there.
pub(super) fn title(state: &State, on: &Subject) -> Text {
    let found = state.board.as_ref().and_then(|board| of(board, on));
    found.unwrap_or_else(|| Text::from(""))
}

/// The same, of a board.
pub(super) fn of(board: &Board, on: &Subject) -> Option<Text> {
    let goals = board.goals();
    let mut objectives = goals.objectives.iter();
    match on {
        Subject::Initiative(id) => board.initiative(id).map(|(_, initiative, _)| initiative.title.clone()),
        Subject::KeyResult(id) => objectives
            .flat_map(|objective| &objective.key_results)
            .find(|key_result| key_result.id == *id)
            .map(|key_result| key_result.title.clone()),
        Subject::Guardrail(id) => {
            let found = goals.guardrails.iter().find(|guardrail| guardrail.id == *id);
            found.map(|guardrail| guardrail.title.clone())
        }
        Subject::Objective(id) => objectives
            .find(|objective| objective.id == *id)
            .map(|objective| objective.title.clone()),
        Subject::NorthStar => goals.north_star.as_ref().map(|star| star.statement.clone()),
        Subject::Begun(event) => begun(board, *event),
        Subject::Team | Subject::Erasures => None,
    }
}

fn begun(board: &Board, event: EventId) -> Option<Text> {
    let pitch = || board.pitch(event)?.text().map(|text| text.title.clone());
    let idea = || board.idea(event).map(|idea| idea.text.clone());
    let question = || board.question(event).map(|question| question.ask.question.clone());
    let decision = || board.decision(event).map(|decision| decision.record.decision.clone());
    let join = || board.join(event).map(|join| join.name.clone());
    let proposal = || proposed(board, event);
    pitch()
        .or_else(idea)
        .or_else(question)
        .or_else(decision)
        .or_else(join)
        .or_else(proposal)
}

fn proposed(board: &Board, event: EventId) -> Option<Text> {
    match &board.proposal(event)?.what {
        Proposed::Objective(goal) => Some(goal.title.clone()),
        Proposed::Change(change) => of(board, &change.on),
    }
}
