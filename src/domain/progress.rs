//! Numbers: how far a key result is, how far it should be by now, and what its objective makes of it.
//!
//! Progress is (current − start) / (target − start). It is kept raw; bars clamp it to 0–100%, figures floor it at 0
//! and do not cap it ("112%"). Percent is rounded half away from zero, and thresholds compare rounded numbers.

use super::board::{Board, Measured};
use super::cadence::Rhythm;
use super::calendar::{Day, Now, Period};
use super::goals::{Goals, Intent, KeyResult, KeyResultKind, Metric, Objective, PhasedTarget};

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progress {
    /// 0 at the start, 1 at the target; may be below or beyond.
    At(f64),
    /// No value yet: left out of means.
    NotMeasured,
    /// No target: left out of means, and listed.
    NotMeasurable,
}

impl Progress {
    /// The share for a bar, 0 to 1.
    #[must_use]
    pub fn clamped(self) -> Option<f64> {
        self.raw().map(|raw| raw.clamp(0.0, 1.0))
    }

    /// The figure in percent, at least 0, not capped.
    #[must_use]
    pub fn percent(self) -> Option<i64> {
        self.raw().map(|raw| percent(raw).max(0))
    }

    fn raw(self) -> Option<f64> {
        match self {
            Self::At(raw) => Some(raw),
            Self::NotMeasured | Self::NotMeasurable => None,
        }
    }
}

/// How something is doing, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// More than 25 points behind, out of its band, or confidence of 3 and less.
    OffTrack,
    /// More than 10 points behind, or confidence of 4 to 6.
    AtRisk,
    /// A check-in is overdue beyond the grace days, or there never was one.
    NoNews,
    /// None of these.
    OnTrack,
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

/// Progress from a start to a target. When they are equal: all or nothing.
#[must_use]
pub fn reach(start: f64, target: f64, current: f64) -> f64 {
    let way = target - start;
    if way == 0.0 {
        return if current == target { 1.0 } else { 0.0 };
    }
    let done = (current - start) / way;
    if done.is_finite() { done } else { 0.0 }
}

/// Percent, rounded half away from zero. Half is what a person calls so: 57 of 200 are 29%, although the nearest
/// binary number to 0.285 is less.
#[must_use]
pub fn percent(share: f64) -> i64 {
    let percent = share * 100.0;
    (percent + 1e-9_f64.copysign(percent)).round() as i64
}

/// Judges a confidence of 0 to 10, which looks forward.
#[must_use]
pub fn confidence_status(confidence: u8) -> Status {
    match confidence {
        7.. => Status::OnTrack,
        4..=6 => Status::AtRisk,
        _ => Status::OffTrack,
    }
}

/// An objective's numbers.
#[must_use]
pub fn summary(board: &Board, objective: &Objective, now: Now) -> Summary {
    let key_results: Vec<_> = objective
        .key_results
        .iter()
        .filter_map(|k| Some(standing(board.goals(), objective, k, board.measured(&k.id)?, now)))
        .collect();
    let weighted = || objective.key_results.iter().map(|k| k.weight).zip(&key_results);
    let ranked = key_results
        .iter()
        .enumerate()
        .filter_map(|(place, s)| Some((s.status?, -s.behind.unwrap_or(0), place)));
    let weakest = ranked.min();
    Summary {
        progress: mean(weighted().filter_map(|(w, s)| Some((w, s.progress.clamped()?)))),
        expected: mean(weighted().filter_map(|(w, s)| s.progress.clamped().and(Some((w, s.expected?))))),
        status: weakest.map(|(status, ..)| status),
        weakest: weakest.map(|(.., place)| place),
        key_results,
    }
}

/// A key result's numbers.
#[must_use]
pub fn standing(
    goals: &Goals,
    objective: &Objective,
    key_result: &KeyResult,
    measured: &Measured,
    now: Now,
) -> Standing {
    let value = measured.current();
    let current = value.map(|(value, _)| value);
    let progress = progress(&key_result.kind, current);
    let expected = pace(goals, objective, key_result, now.today);
    let behind = expected
        .zip(progress.clamped())
        .map(|(expected, at)| percent(expected) - percent(at));
    let status = match progress {
        Progress::NotMeasurable => None,
        _ => Some(status(goals, key_result, measured, progress, behind, now)),
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

/// How far a metric such as the North Star's is, and should be by now in its period.
#[must_use]
pub fn metric(metric: &Metric, period: Option<Period>, today: Day) -> (Progress, Option<f64>) {
    let progress = match (metric.target, metric.current) {
        (None, _) => Progress::NotMeasurable,
        (_, None) => Progress::NotMeasured,
        (Some(target), Some(current)) => Progress::At(reach(metric.start, target, current)),
    };
    let expected = metric.target.and(period).map(|period| period.share(today));
    (progress, expected)
}

fn progress(kind: &KeyResultKind, current: Option<f64>) -> Progress {
    let share = |current: f64| match kind {
        KeyResultKind::Reach { start, target } => target.map(|target| reach(*start, target, current)),
        KeyResultKind::Stay(band) => Some(if band.holds(current) { 1.0 } else { 0.0 }),
        KeyResultKind::Milestones(list) => Some(reach(0.0, list.len() as f64, current)),
        KeyResultKind::Done => Some(if current > 0.0 { 1.0 } else { 0.0 }),
    };
    let measurable = match kind {
        KeyResultKind::Reach { target, .. } => target.is_some(),
        KeyResultKind::Stay(band) => band.min.or(band.max).is_some(),
        KeyResultKind::Milestones(list) => !list.is_empty(),
        KeyResultKind::Done => true,
    };
    match (measurable, current) {
        (false, _) => Progress::NotMeasurable,
        (true, None) => Progress::NotMeasured,
        (true, Some(current)) => share(current).map_or(Progress::NotMeasurable, Progress::At),
    }
}

/// What is expected by `today`: linear between two days, or piecewise through phased targets.
fn pace(goals: &Goals, objective: &Objective, key_result: &KeyResult, today: Day) -> Option<f64> {
    let span = Period {
        start: key_result.from.or(goals.period.map(|p| p.start))?,
        end: key_result.due.or(goals.period.map(|p| p.end))?,
    };
    let expected = match &key_result.kind {
        KeyResultKind::Reach {
            start,
            target: Some(target),
        } => phased(span, *start, *target, &key_result.phased_targets, today),
        KeyResultKind::Milestones(list) if !list.is_empty() => span.share(today),
        _ => return None,
    };
    let ambition = match objective.intent {
        Intent::Committed => 1.0,
        Intent::Aspirational => 0.7,
    };
    Some(expected * ambition)
}

fn phased(span: Period, start: f64, target: f64, phases: &[PhasedTarget], today: Day) -> f64 {
    let mut from = (span.start.pred_opt().unwrap_or(span.start), 0.0);
    let last = PhasedTarget {
        on: span.end,
        value: target,
    };
    for phase in phases.iter().filter(|phase| phase.on < span.end).chain([&last]) {
        let to = (phase.on, reach(start, target, phase.value).clamp(0.0, 1.0));
        if today <= to.0 {
            let length = (to.0 - from.0).num_days();
            let gone = (today - from.0).num_days().max(0);
            return if length <= 0 {
                to.1
            } else {
                from.1 + (to.1 - from.1) * (gone as f64 / length as f64)
            };
        }
        from = to;
    }
    from.1
}

fn status(
    goals: &Goals,
    key_result: &KeyResult,
    measured: &Measured,
    at: Progress,
    behind: Option<i64>,
    now: Now,
) -> Status {
    let Some(last) = measured.last_day() else {
        return Status::NoNews;
    };
    if let Rhythm::Outdated(_) = goals.cadence.rhythm(goals.period, Some(last), now.today) {
        return Status::NoNews;
    }
    let done = at.clamped() == Some(1.0);
    let pace = match &key_result.kind {
        KeyResultKind::Reach { .. } | KeyResultKind::Milestones(_) => match behind {
            _ if at == Progress::NotMeasured => Status::NoNews,
            Some(26..) => Status::OffTrack,
            Some(11..) => Status::AtRisk,
            _ => Status::OnTrack,
        },
        KeyResultKind::Stay(_) if at == Progress::NotMeasured => Status::NoNews,
        KeyResultKind::Stay(_) if !done => Status::OffTrack,
        KeyResultKind::Done if !done => {
            let due = key_result.due.or(goals.period.map(|p| p.end));
            if due.is_some_and(|due| now.today > due) {
                Status::OffTrack
            } else {
                Status::OnTrack
            }
        }
        KeyResultKind::Stay(_) | KeyResultKind::Done => Status::OnTrack,
    };
    let forward = measured.confidence().map_or(Status::OnTrack, confidence_status);
    pace.min(forward)
}

/// Σ wᵢvᵢ / Σ wᵢ; all weights 0 counts as equal weights.
fn mean(values: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let values: Vec<_> = values.collect();
    // Scaled by the largest weight, so that no sum of them overflows.
    let largest = values.iter().map(|(weight, _)| *weight).fold(0.0, f64::max);
    let share = |weight: f64| if largest > 0.0 { weight / largest } else { 1.0 };
    let total: f64 = values.iter().map(|(weight, _)| share(*weight)).sum();
    (!values.is_empty()).then(|| values.iter().map(|(weight, value)| share(*weight) * value).sum::<f64>() / total)
}
