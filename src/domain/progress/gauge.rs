//! A key result read off on a day.

use super::pace::pace;
use super::share::progress;
use super::status::status;
use super::{Progress, Status, percent};
use crate::domain::board::{Board, Measured};
use crate::domain::cadence::Timing;
use crate::domain::calendar::{Day, Now, TimeZone};
use crate::domain::goals::{Goals, KeyResult, KeyResultKind, Objective};

/// A key result with all that its numbers are made of.
#[derive(Clone, Copy, Debug)]
pub struct Gauge<'a> {
    /// What leads wrote.
    pub goals: &'a Goals,
    /// Whose key result it is.
    pub objective: &'a Objective,
    /// The key result.
    pub key_result: &'a KeyResult,
    /// What was reported.
    pub measured: &'a Measured,
    /// When it is looked at.
    pub now: Now,
    /// Where the team's midnight is.
    pub zone: &'a TimeZone,
}

/// A key result's numbers on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// How far it is.
    pub progress: Progress,
    /// How far it should be by now, 0 to 1; only for what has a pace.
    pub expected: Option<f64>,
    /// Points behind what is expected, rounded; negative when ahead.
    pub behind: Option<i64>,
    /// The value now.
    pub current: Option<f64>,
    /// Its day.
    pub as_of: Option<Day>,
    /// `None` when not measurable: listed, never ranked.
    pub status: Option<Status>,
}

/// A key result's numbers, for a team whose days are UTC's.
#[must_use]
pub fn standing(
    goals: &Goals,
    objective: &Objective,
    key_result: &KeyResult,
    measured: &Measured,
    now: Now,
) -> Standing {
    let gauge = Gauge {
        goals,
        objective,
        key_result,
        measured,
        now,
        zone: TimeZone::UTC,
    };
    gauge.standing()
}

impl<'a> Gauge<'a> {
    /// A key result of a board; `None` when the board does not have it.
    #[must_use]
    pub fn new(
        board: &'a Board,
        objective: &'a Objective,
        key_result: &'a KeyResult,
        now: Now,
        zone: &'a TimeZone,
    ) -> Option<Self> {
        Some(Self {
            goals: board.goals(),
            objective,
            key_result,
            measured: board.measured(&key_result.id)?,
            now,
            zone,
        })
    }

    /// Its numbers.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let value = self.measured.current();
        let current = value.map(|(value, _)| value);
        let (progress, _) = progress(&self.key_result.kind, current);
        let expected = pace(self.goals, self.objective, self.key_result, self.now.today).map(|(share, _)| share);
        let behind = expected
            .zip(progress.clamped())
            .map(|(expected, at)| percent(expected) - percent(at));
        let status = match progress {
            Progress::NotMeasurable => None,
            _ => Some(status(self, progress, behind).0),
        };
        Standing {
            progress,
            expected,
            behind,
            current,
            as_of: value.and_then(|(_, day)| day),
            status,
        }
    }

    /// Whether there is anything to measure against.
    #[must_use]
    pub fn is_measurable(&self) -> bool {
        progress(&self.key_result.kind, None).0 != Progress::NotMeasurable
    }

    /// When its check-in is due.
    #[must_use]
    pub fn timing(&self) -> Timing {
        let goals = self.goals;
        goals.cadence.timing(goals.period, self.last_day(), self.now.today)
    }

    /// The last day of the team on which anything was reported, in the document or here.
    pub(super) fn last_day(&self) -> Option<Day> {
        let reports = self.measured.reports.iter();
        let days = reports.map(|report| self.zone.day(report.id.stamp.ms));
        days.chain(self.document_day()).max()
    }

    /// The day of the document's own value, which counts as a report.
    pub(super) fn document_day(&self) -> Option<Day> {
        let key_result = self.key_result;
        let has_value = key_result.current.is_some() || matches!(key_result.kind, KeyResultKind::Milestones(_));
        key_result.as_of.filter(|_| has_value)
    }
}
