//! What does not go on by itself.

use super::{Breach, Concern, Step, Viewer, Why, Word, is_live, live, numbers, word, words};
use crate::domain::board::Work;
use crate::domain::card::is_late;
use crate::domain::event::Subject;
use crate::domain::goals::{Guardrail, GuardrailKind, Initiative};
use crate::domain::guardrail::{Claims, Detail, Standing, State};

/// Guardrails that are breached, and members beyond a claim limit.
pub(super) fn breaches(viewer: &Viewer<'_, '_>, list: &mut Vec<Concern>) {
    let scene = viewer.scene;
    let standings = scene.limits().standings();
    for (guardrail, standing) in scene.goals().guardrails.iter().zip(standings) {
        if let Detail::Claims(claims) = &standing.detail {
            over_claimed(guardrail, claims, list);
        } else if let Some(breach) = breach(guardrail, &standing) {
            list.push(Concern {
                on: Subject::Guardrail(guardrail.id.clone()),
                title: guardrail.title.clone(),
                why: Why::Breached {
                    on_breach: guardrail.on_breach,
                    breach,
                },
                step: repair(viewer, guardrail),
            });
        }
    }
}

fn over_claimed(guardrail: &Guardrail, claims: &Claims, list: &mut Vec<Concern>) {
    for count in claims.over() {
        list.push(Concern {
            on: Subject::Guardrail(guardrail.id.clone()),
            title: guardrail.title.clone(),
            why: Why::OverClaimed {
                person: count.person.clone(),
                open: count.open(),
                limit: claims.limit,
            },
            step: Step::ShowMember(count.person.id.clone()),
        });
    }
}

/// The breach of a metric or a budget in numbers, if it is one.
pub(in crate::domain) fn breach(guardrail: &Guardrail, standing: &Standing) -> Option<Breach> {
    if standing.state != State::Breached {
        return None;
    }
    match (&standing.detail, &guardrail.kind) {
        (Detail::Metric(gauged), GuardrailKind::Metric { unit, .. }) => Some(Breach::OutOfBand {
            unit: unit.clone(),
            band: gauged.band,
            value: gauged.latest()?.value,
            since: gauged.outside_since,
        }),
        (Detail::Budget(spending), _) => Some(Breach::OverBudget {
            limit: spending.limit.clone(),
            used: spending.used,
        }),
        _ => None,
    }
}

/// Takes what mends it, while that is free and not the viewer's already; else looks after the number.
fn repair(viewer: &Viewer<'_, '_>, guardrail: &Guardrail) -> Step {
    let board = viewer.scene.board();
    let free = guardrail.repaired_by.iter().find_map(|id| {
        let (_, initiative, work) = board.initiative(id)?;
        let free = is_live(initiative, work) && work.seats_free() > 0;
        (free && !viewer.has(work)).then_some(&initiative.id)
    });
    match (free, &guardrail.kind) {
        (Some(initiative), _) => viewer.claim(initiative),
        (None, GuardrailKind::Metric { .. }) => viewer.watch(guardrail),
        (None, _) => Step::Show(Subject::Guardrail(guardrail.id.clone())),
    }
}

/// What people say is stuck, and what is late.
pub(super) fn said(viewer: &Viewer<'_, '_>, list: &mut Vec<Concern>) {
    let scene = viewer.scene;
    let board = scene.board();
    for number in numbers(scene) {
        let outdated = number.timing.is_some_and(|timing| timing.outdated);
        let said = board
            .number(&number.on)
            .and_then(|measured| word(scene, &number.on, measured));
        if let Some(why) = said.and_then(|said| stuck(viewer, &number.on, &said, outdated)) {
            list.push(Concern::of_number(viewer, number, why));
        }
    }
    for (_, initiative, work) in live(scene) {
        let on = Subject::Initiative(initiative.id.clone());
        let outdated = super::quiet::is_outdated(scene, work);
        let mut tell = |why, step| list.push(Concern::of_initiative(initiative, why, step));
        for word in words(work) {
            if let Some(why) = stuck(viewer, &on, &word, outdated) {
                tell(why, viewer.speak(initiative, work));
            }
        }
        if let Some(why) = overdue(viewer, initiative, work) {
            tell(why, viewer.adjust(initiative, work));
        }
    }
}

/// Why a last word says that something is stuck, the strongest reason first. A call for help is heard however old it is.
fn stuck(viewer: &Viewer<'_, '_>, on: &Subject, word: &Word<'_>, outdated: bool) -> Option<Why> {
    let (by, blocker) = (word.by.clone(), word.check_in.blocker.clone());
    let of = word.asked(viewer.scene, on);
    if !of.is_empty() {
        let event = word.event;
        return Some(Why::HelpWanted { event, by, of, blocker });
    }
    match word.low() {
        _ if outdated => None,
        Some(confidence) => Some(Why::LowConfidence {
            by,
            confidence,
            blocker,
        }),
        None => word.is_blocked().then_some(Why::Blocked { by, blocker }),
    }
}

fn overdue(viewer: &Viewer<'_, '_>, initiative: &Initiative, work: &Work) -> Option<Why> {
    let now = viewer.scene.now;
    let due = initiative.due.filter(|_| is_late(initiative, work, now))?;
    (!work.holders().is_empty()).then(|| Why::Overdue {
        due,
        days: (now.today - due).num_days(),
    })
}
