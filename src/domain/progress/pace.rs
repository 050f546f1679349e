//! How far things should be by a day.

use super::{Rule, reach};
use crate::domain::calendar::{Day, Period};
use crate::domain::goals::{Goals, Intent, KeyResult, KeyResultKind, Objective, PhasedTarget};

/// The share of the way that is wanted in the end: all of a committed objective, 0.7 of an aspirational one.
#[must_use]
pub fn wanted(intent: Intent) -> f64 {
    match intent {
        Intent::Committed => 1.0,
        Intent::Aspirational => 0.7,
    }
}

/// The share expected by `today`, 0 to 1, and by which rule: linear between two days, or piecewise through phased
/// targets. Only what is reached step by step has a pace, and only between two known days.
pub(super) fn pace(goals: &Goals, objective: &Objective, key_result: &KeyResult, today: Day) -> Option<(f64, Rule)> {
    let span = span(goals, key_result)?;
    let phases = &key_result.phased_targets;
    let (expected, rule) = match &key_result.kind {
        KeyResultKind::Reach {
            start,
            target: Some(target),
        } => {
            let rule = if phases.is_empty() { Rule::Linear } else { Rule::Phased };
            (phased(span, *start, *target, phases, today), rule)
        }
        KeyResultKind::Milestones(list) if !list.is_empty() => (span.share(today), Rule::Linear),
        _ => return None,
    };
    Some((expected * wanted(objective.intent), rule))
}

/// From when to when a key result's line runs: its own days, else the period's.
pub(super) fn span(goals: &Goals, key_result: &KeyResult) -> Option<Period> {
    Some(Period {
        start: key_result.from.or(goals.period.map(|p| p.start))?,
        end: key_result.due.or(goals.period.map(|p| p.end))?,
    })
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
            // When days stand the wrong way round, nothing more is expected before the later step's own day.
            return match length {
                _ if today == to.0 => to.1,
                ..=0 => from.1,
                _ => from.1 + (to.1 - from.1) * (gone as f64 / length as f64),
            };
        }
        from = to;
    }
    from.1
}
