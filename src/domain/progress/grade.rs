//! What was met when the period is over.

use super::{Summary, percent, wanted};
use crate::domain::calendar::{Day, Period};
use crate::domain::goals::Objective;

/// Whether what was wanted is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Met,
    /// It is not.
    Missed,
    /// There is no number to judge by.
    NotMeasured,
}

/// A grade, against 100% of a committed objective and 70% of an aspirational one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Whether it is met.
    pub verdict: Verdict,
    /// How far it is, in whole percent, 0 to 100 for an objective and not capped for a key result.
    pub percent: Option<i64>,
    /// How far it should be in the end: 100 or 70.
    pub wanted: i64,
}

/// An objective's grade and those of its key results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grades {
    /// Whether the period's last day is over, so that these are the grades and not a forecast. Without a period they
    /// never are: then leads close an objective.
    pub is_final: bool,
    /// The objective's, by its progress.
    pub objective: Grade,
    /// Each key result's, in order.
    pub key_results: Vec<Grade>,
}

/// Grades an objective by its numbers. Rounded percent are compared, so what reads 70% has met 70%.
#[must_use]
pub fn grades(objective: &Objective, summary: &Summary, period: Option<Period>, today: Day) -> Grades {
    let wanted = percent(wanted(objective.intent));
    let grade = |percent: Option<i64>| Grade {
        verdict: match percent {
            None => Verdict::NotMeasured,
            Some(percent) if percent >= wanted => Verdict::Met,
            Some(_) => Verdict::Missed,
        },
        percent,
        wanted,
    };
    Grades {
        is_final: period.is_some_and(|period| today > period.end),
        objective: grade(summary.progress.map(percent)),
        key_results: summary
            .key_results
            .iter()
            .map(|s| grade(s.progress.percent()))
            .collect(),
    }
}
