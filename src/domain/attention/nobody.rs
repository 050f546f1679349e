//! What nobody has, and what cannot be measured.

use std::collections::HashSet;

use super::{Concern, Step, Viewer, Why, live, objectives};
use crate::domain::event::Subject;
use crate::domain::goals::{InitiativeState, Objective, Text};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::progress::Gauge;

/// Objectives without work, key results that nobody moves, initiatives that nobody holds or that move nothing, and what
/// has no number.
pub(super) fn nobody(viewer: &Viewer<'_, '_>, list: &mut Vec<Concern>) {
    let scene = viewer.scene;
    let mut moved: HashSet<&KeyResultId> = HashSet::new();
    let mut worked: HashSet<&ObjectiveId> = HashSet::new();
    for (objective, initiative, work) in scene.board().works() {
        if work.state != InitiativeState::Dropped {
            worked.insert(&objective.id);
        }
        if work.state == InitiativeState::Open {
            moved.extend(&initiative.key_results);
        }
    }
    for objective in objectives(scene) {
        goals(viewer, objective, &moved, worked.contains(&objective.id), list);
    }
    for (objective, initiative, work) in live(scene) {
        let mut tell = |why, step| list.push(Concern::of_initiative(initiative, why, step));
        if work.holders().is_empty() {
            tell(Why::Unowned { due: initiative.due }, viewer.claim(&initiative.id));
        }
        let moves = initiative
            .key_results
            .iter()
            .any(|id| scene.board().measured(id).is_some());
        if !moves && !objective.key_results.is_empty() {
            tell(Why::Orphaned, viewer.adjust(initiative, work));
        }
    }
}

/// What an objective and its key results lack.
fn goals(
    viewer: &Viewer<'_, '_>,
    objective: &Objective,
    moved: &HashSet<&KeyResultId>,
    has_work: bool,
    list: &mut Vec<Concern>,
) {
    let scene = viewer.scene;
    let on = Subject::Objective(objective.id.clone());
    let leads = viewer.leads(objective);
    let pitch = |on: &Subject, key_result| {
        let objective = objective.id.clone();
        viewer.or_show(on, Step::Pitch { objective, key_result })
    };
    let mut tell = |on: Subject, title: &Text, why, step| {
        list.push(Concern {
            on,
            title: title.clone(),
            why,
            step,
        });
    };
    if !has_work {
        tell(on.clone(), &objective.title, Why::NoInitiative, pitch(&on, None));
    }
    if objective.key_results.is_empty() && leads {
        tell(on.clone(), &objective.title, Why::NotMeasurable, Step::Show(on));
    }
    for key_result in &objective.key_results {
        let on = Subject::KeyResult(key_result.id.clone());
        let gauge = Gauge::new(scene.board(), objective, key_result, scene.now, scene.zone);
        let Some(gauge) = gauge else { continue };
        let reached = gauge
            .standing()
            .progress
            .percent()
            .is_some_and(|percent| percent >= 100);
        if has_work && !reached && !moved.contains(&key_result.id) {
            let step = pitch(&on, Some(key_result.id.clone()));
            tell(on.clone(), &key_result.title, Why::Unmoved, step);
        }
        if leads && !gauge.is_measurable() {
            let step = viewer.or_show(&on, Step::Propose(key_result.id.clone()));
            tell(on, &key_result.title, Why::NotMeasurable, step);
        }
    }
}
