//! What an objective makes of its key results.

use super::mean::mean;
use super::{Gauge, Standing, Status};
use crate::domain::board::Board;
use crate::domain::calendar::{Now, TimeZone};
use crate::domain::goals::Objective;

/// An objective's numbers on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The weighted mean of its measured key results, each clamped to 0–100%.
    pub progress: Option<f64>,
    /// The same mean of what is expected, over those with a pace.
    pub expected: Option<f64>,
    /// Its weakest key result's status.
    pub status: Option<Status>,
    /// Which key result that is, by its place.
    pub weakest: Option<usize>,
    /// Each key result, in order.
    pub key_results: Vec<Standing>,
}

/// An objective's numbers, for a team whose days are UTC's.
#[must_use]
pub fn summary(board: &Board, objective: &Objective, now: Now) -> Summary {
    summary_in(board, objective, now, TimeZone::UTC)
}

/// An objective's numbers, in the team's days.
#[must_use]
pub fn summary_in(board: &Board, objective: &Objective, now: Now, zone: &TimeZone) -> Summary {
    let key_results: Vec<_> = objective
        .key_results
        .iter()
        .filter_map(|k| Some(Gauge::new(board, objective, k, now, zone)?.standing()))
        .collect();
    let ranked = key_results
        .iter()
        .enumerate()
        .filter_map(|(place, s)| Some((s.status?, -s.behind.unwrap_or(0), place)));
    let weakest = ranked.min();
    Summary {
        progress: mean(&weighted(objective, &key_results, |s| s.progress.clamped())).0,
        expected: mean(&weighted(objective, &key_results, paced)).0,
        status: weakest.map(|(status, ..)| status),
        weakest: weakest.map(|(.., place)| place),
        key_results,
    }
}

/// What is expected of a key result that is measured; others are left out of the mean.
pub(super) fn paced(standing: &Standing) -> Option<f64> {
    standing.progress.clamped().and(standing.expected)
}

fn weighted(objective: &Objective, standings: &[Standing], value: fn(&Standing) -> Option<f64>) -> Vec<(f64, f64)> {
    let pairs = objective.key_results.iter().zip(standings);
    pairs.filter_map(|(k, s)| Some((k.weight, value(s)?))).collect()
}
