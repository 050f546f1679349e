//! When each check-in of a board is due.

use super::Timing;
use crate::domain::board::{Board, Work};
use crate::domain::calendar::{Now, TimeZone};
use crate::domain::event::Subject;
use crate::domain::goals::{Goals, InitiativeState};
use crate::domain::progress::Gauge;

/// Everything a check-in is expected on, with when, in the document's order: key results that are measurable, and open
/// initiatives that somebody holds.
#[must_use]
pub fn check_ins(board: &Board, now: Now, zone: &TimeZone) -> Vec<(Subject, Timing)> {
    let goals = board.goals();
    let mut due = Vec::new();
    for objective in &goals.objectives {
        for key_result in &objective.key_results {
            let gauge = Gauge::new(board, objective, key_result, now, zone);
            if let Some(gauge) = gauge.filter(Gauge::is_measurable) {
                due.push((Subject::KeyResult(key_result.id.clone()), gauge.timing()));
            }
        }
        for initiative in &objective.initiatives {
            let work = board.work(&initiative.id);
            if let Some(timing) = work.and_then(|work| of_work(goals, work, now, zone)) {
                due.push((Subject::Initiative(initiative.id.clone()), timing));
            }
        }
    }
    due
}

/// When a check-in on an initiative is due; `None` when it is finished or nobody holds it. The last news of it is a
/// check-in, or the taking of a seat: who has just claimed is not asked at once.
#[must_use]
pub fn of_work(goals: &Goals, work: &Work, now: Now, zone: &TimeZone) -> Option<Timing> {
    if work.state != InitiativeState::Open || work.holders().is_empty() {
        return None;
    }
    let spoken = work.spoken.iter().map(|spoken| spoken.event);
    let taken = work.holders().iter().filter_map(|claim| claim.event);
    let last = spoken.chain(taken).max().map(|event| zone.day(event.stamp.ms));
    Some(goals.cadence.timing(goals.period, last, now.today))
}
