//! How far a value is on its way.

use super::{Progress, Rule};
use crate::domain::goals::KeyResultKind;

/// Progress from a start to a target: 0 at the start, 1 at the target, and beyond in both directions. When start and
/// target are equal: all or nothing. Always a finite number for finite ones; what is too large is held at the largest.
///
/// ```
/// use alignment_board::domain::progress::reach;
/// assert_eq!(reach(50.0, 10.0, 30.0), 0.5);
/// assert_eq!(reach(100.0, 200.0, 80.0), -0.2);
/// ```
#[must_use]
pub fn reach(start: f64, target: f64, current: f64) -> f64 {
    if start == target {
        return if current == target { 1.0 } else { 0.0 };
    }
    let (gone, way) = (current - start, target - start);
    let share = if gone.is_finite() && way.is_finite() {
        gone / way
    } else {
        // Halves of any two finite numbers differ by a finite one.
        (current / 2.0 - start / 2.0) / (target / 2.0 - start / 2.0)
    };
    if share.is_nan() {
        0.0
    } else {
        share.clamp(f64::MIN, f64::MAX)
    }
}

/// How far a key result of this kind is with a value, and by which rule.
pub(super) fn progress(kind: &KeyResultKind, current: Option<f64>) -> (Progress, Rule) {
    let rule = match kind {
        KeyResultKind::Reach { target: None, .. } => Rule::NotMeasurable,
        KeyResultKind::Stay(band) if band.min.or(band.max).is_none() => Rule::NotMeasurable,
        KeyResultKind::Milestones(list) if list.is_empty() => Rule::NotMeasurable,
        _ if current.is_none() => Rule::NotMeasured,
        KeyResultKind::Reach { start, target } if *target == Some(*start) => Rule::StartIsTarget,
        KeyResultKind::Reach { .. } => Rule::Reach,
        KeyResultKind::Stay(_) => Rule::InBand,
        KeyResultKind::Milestones(_) => Rule::Milestones,
        KeyResultKind::Done => Rule::DoneOrNot,
    };
    let all_or_nothing = |all: bool| if all { 1.0 } else { 0.0 };
    let share = |current: f64| match kind {
        KeyResultKind::Reach { start, target } => target.map(|target| reach(*start, target, current)),
        KeyResultKind::Stay(band) => Some(all_or_nothing(band.holds(current))),
        KeyResultKind::Milestones(list) => Some(reach(0.0, list.len() as f64, current)),
        KeyResultKind::Done => Some(all_or_nothing(current > 0.0)),
    };
    let progress = match rule {
        Rule::NotMeasurable => Progress::NotMeasurable,
        _ => current.and_then(share).map_or(Progress::NotMeasured, Progress::At),
    };
    (progress, rule)
}
