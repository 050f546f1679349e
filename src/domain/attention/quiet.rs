//! What has gone quiet.

use super::{Concern, Scene, Step, Viewer, Why, is_live};
use crate::domain::board::{Claim, Work};
use crate::domain::cadence::{Timing, of_work};
use crate::domain::calendar::{DAY_MS, Day};
use crate::domain::event::Subject;
use crate::domain::goals::{Guardrail, GuardrailKind, Initiative};
use crate::domain::progress::Gauge;

/// Key results, guardrails and initiatives without news, and holders who do nothing.
pub(super) fn quiet(viewer: &Viewer<'_, '_>, list: &mut Vec<Concern>) {
    let scene = viewer.scene;
    let board = scene.board();
    for objective in &scene.goals().objectives {
        for key_result in &objective.key_results {
            let gauge = Gauge::new(board, objective, key_result, scene.now, scene.zone);
            let timing = gauge.filter(Gauge::is_measurable).map(|gauge| gauge.timing());
            if let Some(why) = timing.and_then(outdated) {
                list.push(Concern {
                    on: Subject::KeyResult(key_result.id.clone()),
                    title: key_result.title.clone(),
                    why,
                    step: viewer.measure(objective, key_result),
                });
            }
        }
    }
    for guardrail in &scene.goals().guardrails {
        if let Some(why) = watched(scene, guardrail).and_then(outdated) {
            list.push(Concern {
                on: Subject::Guardrail(guardrail.id.clone()),
                title: guardrail.title.clone(),
                why,
                step: viewer.watch(guardrail),
            });
        }
    }
    for (_, initiative, work) in board.works().filter(|(_, i, w)| is_live(i, w)) {
        let before = list.len();
        for claim in work.holders() {
            if let Some(quiet) = idle(scene, initiative, claim) {
                list.push(nudge(viewer, initiative, work, claim, quiet));
            }
        }
        let timing = of_work(scene.goals(), work, scene.now, scene.zone);
        if let Some(why) = timing.and_then(outdated).filter(|_| list.len() == before) {
            list.push(Concern {
                on: Subject::Initiative(initiative.id.clone()),
                title: initiative.title.clone(),
                why,
                step: viewer.speak(initiative, work),
            });
        }
    }
}

/// Whether a held initiative's news is outdated.
pub(super) fn is_outdated(scene: &Scene<'_>, work: &Work) -> bool {
    of_work(scene.goals(), work, scene.now, scene.zone).is_some_and(|timing| timing.outdated)
}

fn outdated(timing: Timing) -> Option<Why> {
    let due = timing.owed.filter(|_| timing.outdated)?;
    Some(Why::Outdated {
        due,
        days: timing.days_overdue,
    })
}

/// When a guardrail's number is due: that of a metric is asked for like a key result's. The document's own number
/// counts as a report on its day.
pub(in crate::domain) fn watched(scene: &Scene<'_>, guardrail: &Guardrail) -> Option<Timing> {
    let GuardrailKind::Metric { current, as_of, .. } = &guardrail.kind else {
        return None;
    };
    let reports = scene.facts.measured.iter().filter(|m| m.guardrail == guardrail.id);
    let days = reports.map(|report| scene.zone.day(report.event.stamp.ms));
    let last: Option<Day> = days.chain(current.and(*as_of)).max();
    let goals = scene.goals();
    Some(goals.cadence.timing(goals.period, last, scene.now.today))
}

/// For how many milliseconds a holder has been quiet, when that is longer than the team finds right.
fn idle(scene: &Scene<'_>, initiative: &Initiative, claim: &Claim) -> Option<u64> {
    let quiet = scene.now.ms.saturating_sub(heard(scene, initiative, claim)?);
    is_longer(quiet, scene.goals().cadence.idle_after_days).then_some(quiet)
}

/// Where replicas must agree a day is 24 hours.
fn is_longer(ms: u64, days: u32) -> bool {
    ms > u64::from(days) * DAY_MS
}

/// When a holder was last heard of: they took the seat, or did something about it. Owners in the document are never
/// idle before they did something.
fn heard(scene: &Scene<'_>, initiative: &Initiative, claim: &Claim) -> Option<u64> {
    let taken = claim.event.map_or(0, |event| event.stamp.ms);
    let on = Subject::Initiative(initiative.id.clone());
    let mut own = scene.since(&on, taken).filter(|logged| {
        let by = scene.goals().person(&logged.event.by);
        by.is_some_and(|by| claim.is_for(&by.id))
    });
    let last = own.next().map(|logged| logged.event.id.stamp.ms);
    last.or(claim.event.map(|event| event.stamp.ms))
}

fn nudge(viewer: &Viewer<'_, '_>, initiative: &Initiative, work: &Work, claim: &Claim, quiet: u64) -> Concern {
    let may_be_taken = is_longer(quiet, viewer.scene.goals().cadence.reclaim_after_days);
    let on = Subject::Initiative(initiative.id.clone());
    let others = viewer.member.is_none_or(|member| !work.holds(member));
    let step = if may_be_taken && others {
        let take_over = Step::TakeOver {
            initiative: initiative.id.clone(),
            claim: claim.event,
            member: claim.by.id.clone(),
        };
        viewer.or_show(&on, take_over)
    } else {
        viewer.speak(initiative, work)
    };
    Concern {
        on,
        title: initiative.title.clone(),
        why: Why::Idle {
            holder: claim.by.clone(),
            days: quiet / DAY_MS,
            may_be_taken,
        },
        step,
    }
}
