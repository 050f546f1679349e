//! What has gone quiet.

use super::{Concern, Scene, Step, Viewer, Why, live, numbers};
use crate::domain::board::{Claim, Work};
use crate::domain::cadence::{Timing, of_work};
use crate::domain::calendar::{DAY_MS, Day};
use crate::domain::event::Subject;
use crate::domain::goals::{Guardrail, GuardrailKind, Initiative};

/// Key results, guardrails and initiatives without news, and holders who do nothing.
pub(super) fn quiet(viewer: &Viewer<'_, '_>, list: &mut Vec<Concern>) {
    let scene = viewer.scene;
    for number in numbers(scene) {
        if let Some(why) = number.timing.and_then(outdated) {
            list.push(Concern::of_number(viewer, number, why));
        }
    }
    for (_, initiative, work) in live(scene) {
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
pub(super) fn watched(scene: &Scene<'_>, guardrail: &Guardrail) -> Option<Timing> {
    let GuardrailKind::Metric { current, as_of, .. } = &guardrail.kind else {
        return None;
    };
    let number = scene.board().number(&Subject::Guardrail(guardrail.id.clone()));
    let reports = number.map_or(&[][..], |number| &number.reports);
    let days = reports.iter().map(|report| scene.zone.day(report.id.stamp.ms));
    let last: Option<Day> = days.chain(current.and(*as_of)).max();
    let goals = scene.goals();
    Some(goals.cadence.timing(goals.period, last, scene.now.today))
}

/// For how many milliseconds a holder has been quiet and not away, when that is longer than the team finds right. Owners
/// in the document are never idle before they did something.
fn idle(scene: &Scene<'_>, initiative: &Initiative, claim: &Claim) -> Option<u64> {
    let longest = scene.goals().cadence.idle_after_days;
    let quiet = |heard: u64| scene.now.ms.saturating_sub(heard);
    if claim.heard().is_some_and(|heard| !is_longer(quiet(heard), longest)) {
        return None;
    }
    let heard = claim.heard().max(scene.ledger.last_named(&initiative.id, claim))?;
    if !is_longer(quiet(heard), longest) {
        return None;
    }
    let quiet = quiet(heard).saturating_sub(scene.away_since(&claim.by.id, heard));
    is_longer(quiet, longest).then_some(quiet)
}

/// Where replicas must agree a day is 24 hours.
fn is_longer(ms: u64, days: u32) -> bool {
    ms > u64::from(days) * DAY_MS
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
