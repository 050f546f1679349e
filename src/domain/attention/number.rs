//! The numbers that people report.

use super::{Scene, objectives, quiet};
use crate::domain::cadence::Timing;
use crate::domain::event::Subject;
use crate::domain::goals::{Guardrail, KeyResult, Objective, Text};
use crate::domain::id::MemberId;
use crate::domain::progress::Gauge;

/// A number that people report: a key result's, a guardrail's or the North Star's.
pub(in crate::domain) struct Number<'a> {
    pub(in crate::domain) on: Subject,
    pub(in crate::domain) title: &'a Text,
    /// Whose it is to report.
    pub(in crate::domain) owner: Option<&'a MemberId>,
    /// When it is due; `None` when nobody expects it.
    pub(in crate::domain) timing: Option<Timing>,
    pub(super) kind: Kind<'a>,
}

pub(super) enum Kind<'a> {
    KeyResult(&'a Objective, &'a KeyResult),
    Guardrail(&'a Guardrail),
    Star,
}

/// All numbers, those of closed objectives left out: key results in the document's order, guardrails, the North Star.
pub(in crate::domain) fn numbers<'a>(scene: &Scene<'a>) -> Vec<Number<'a>> {
    let goals = scene.goals();
    let mut numbers = Vec::new();
    for objective in objectives(scene) {
        for key_result in &objective.key_results {
            let gauge = Gauge::new(scene.board(), objective, key_result, scene.now, scene.zone);
            numbers.push(Number {
                on: Subject::KeyResult(key_result.id.clone()),
                title: &key_result.title,
                owner: key_result.owner.as_ref(),
                timing: gauge.filter(Gauge::is_measurable).map(|gauge| gauge.timing()),
                kind: Kind::KeyResult(objective, key_result),
            });
        }
    }
    for guardrail in &goals.guardrails {
        numbers.push(Number {
            on: Subject::Guardrail(guardrail.id.clone()),
            title: &guardrail.title,
            owner: guardrail.owner.as_ref(),
            timing: quiet::watched(scene, guardrail),
            kind: Kind::Guardrail(guardrail),
        });
    }
    if let Some(star) = &goals.north_star {
        numbers.push(Number {
            on: Subject::NorthStar,
            title: &star.statement,
            owner: None,
            timing: None,
            kind: Kind::Star,
        });
    }
    numbers
}
