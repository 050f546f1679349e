//! How far an objective was, day by day.

use super::summary_in;
use crate::domain::board::{Board, Ledger};
use crate::domain::calendar::{DAY_MS, Day, Now, TimeZone};
use crate::domain::goals::Objective;

/// An objective on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The team's day, at its end.
    pub day: Day,
    /// How far it was, 0 to 1. `None` as well while a number was not known yet, because the document dates it later.
    pub progress: Option<f64>,
    /// How far it should have been, 0 to 1.
    pub expected: Option<f64>,
    /// How sure its key results' people were, 0 to 1: the mean of the last confidence of each, as a share of 10.
    pub confidence: Option<f64>,
}

/// Each objective's way through `days`, which are in their order; by today's goals.
#[must_use]
pub fn history(ledger: &Ledger, days: &[Day], zone: &TimeZone) -> Vec<Vec<Point>> {
    let ends: Vec<u64> = days.iter().map(|day| end_of(*day, zone)).collect();
    let goals = ledger.board().goals().clone();
    let mut ways = vec![Vec::with_capacity(days.len()); goals.objectives.len()];
    ledger.replay(&ends, &mut |n, board| {
        let now = Now {
            ms: ends[n],
            today: days[n],
        };
        for (way, objective) in ways.iter_mut().zip(&goals.objectives) {
            let summary = summary_in(board, objective, now, zone);
            way.push(Point {
                day: now.today,
                progress: summary.progress.filter(|_| is_known(objective, now.today)),
                expected: summary.expected,
                confidence: confidence(board, objective),
            });
        }
    });
    ways
}

/// The last millisecond that is called a day in a zone.
#[must_use]
pub fn end_of(day: Day, zone: &TimeZone) -> u64 {
    crate::domain::news::midnight(day.succ_opt().unwrap_or(day), zone)
        .saturating_sub(1)
        .min(u64::MAX - DAY_MS)
}

/// Whether the document dates none of an objective's numbers after a day.
fn is_known(objective: &Objective, day: Day) -> bool {
    let mut dated = objective.key_results.iter().filter_map(|key_result| key_result.as_of);
    dated.all(|dated| dated <= day)
}

fn confidence(board: &Board, objective: &Objective) -> Option<f64> {
    let said = objective
        .key_results
        .iter()
        .filter_map(|key_result| board.measured(&key_result.id)?.confidence());
    let said: Vec<f64> = said.map(f64::from).collect();
    (!said.is_empty()).then(|| said.iter().sum::<f64>() / said.len() as f64 / 10.0)
}
