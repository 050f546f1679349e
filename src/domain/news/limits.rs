//! Limits that were breached, or are kept again.

use super::{News, Then};
use crate::domain::attention::{Breach, Known, Scene, breach};
use crate::domain::calendar::{Day, Now};
use crate::domain::goals::{Guardrail, Text};
use crate::domain::guardrail::{Detail, Limits, Reading, Standing, State};
use crate::domain::id::GuardrailId;
use crate::domain::progress::explain::Source;

/// A guardrail that went from one side to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// Which.
    pub guardrail: GuardrailId,
    /// Its title.
    pub title: Text,
    /// The breach in numbers; `None` when it is kept again.
    pub breach: Option<Breach>,
}

/// Metrics by their numbers before and after, budgets by what was promised then and now. What members have more than a
/// claim limit allows is told where it needs attention, and no crossing.
pub(super) fn crossed(then: &Then<'_>, now: &Scene<'_>, news: &mut News) {
    let standings = now.limits().standings();
    let known = Known::of(then.board);
    let limits = Limits {
        board: then.board,
        facts: known.facts(),
        now: Now {
            ms: then.ms,
            today: then.today,
        },
        zone: now.zone,
    };
    for (guardrail, standing) in now.goals().guardrails.iter().zip(standings) {
        let Some(was) = was_breached(then, limits, guardrail, &standing) else {
            continue;
        };
        match (was, breach(guardrail, &standing)) {
            (false, Some(breach)) => news.breached.push(crossing(guardrail, Some(breach))),
            (true, None) => news.back.push(crossing(guardrail, None)),
            _ => {}
        }
    }
}

fn crossing(guardrail: &Guardrail, breach: Option<Breach>) -> Crossing {
    Crossing {
        guardrail: guardrail.id.clone(),
        title: guardrail.title.clone(),
        breach,
    }
}

fn was_breached(then: &Then<'_>, limits: Limits<'_>, guardrail: &Guardrail, now: &Standing) -> Option<bool> {
    match &now.detail {
        Detail::Metric(gauged) => {
            let known = |reading: &&Reading| was_known(reading, then.ms, then.today);
            let before = gauged.history.iter().rev().find(known);
            // A number that nobody knew then and that is outside now is news; so is none that is inside.
            Some(before.is_some_and(|before| !before.inside))
        }
        Detail::Budget(_) => Some(limits.standing(guardrail).state == State::Breached),
        Detail::Claims(_) | Detail::Words => None,
    }
}

fn was_known(reading: &Reading, ms: u64, today: Day) -> bool {
    match &reading.source {
        Source::Event { id, .. } => id.stamp.ms <= ms,
        _ => reading.day.is_none_or(|day| day <= today),
    }
}
