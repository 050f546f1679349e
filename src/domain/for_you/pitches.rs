//! What pitches and proposals want of somebody.

use super::{Matter, Want};
use crate::domain::attention::{Step, Viewer, home, proposed};
use crate::domain::board::{Pitch, PitchState, Revision};
use crate::domain::event::Subject;
use crate::domain::goals::Goals;
use crate::domain::id::MemberId;

/// Pitches to decide, to give feedback on, or to say anew.
pub(super) fn pitches(viewer: &Viewer<'_, '_>, member: &MemberId, list: &mut Vec<Matter>) {
    let scene = viewer.scene;
    for pitch in scene.board().pitches() {
        let Some(said) = pitch.revisions.last() else { continue };
        let objective = scene.objective(&said.text.objective);
        let Some(objective) = objective.filter(|objective| !scene.is_closed(objective)) else {
            continue;
        };
        let own = pitch.by.id == *member;
        let (want, step, since) = match (pitch.state(), pitch.rulings.last()) {
            (PitchState::Returned, Some(ruled)) if own => {
                let (by, reason) = (ruled.by.clone(), ruled.reason.clone());
                (Want::Revise { by, reason }, Step::Revise(pitch.id), ruled.event)
            }
            (PitchState::Open, _) if viewer.leads_or_all(Some(objective)) => {
                let panel = &scene.goals().pitch_panel;
                let want = Want::DecidePitch {
                    by: pitch.by.clone(),
                    feedback: panel.iter().filter(|one| has_spoken(pitch, said, one)).count(),
                    panel: panel.len(),
                };
                (want, Step::Decide(pitch.id), said.event)
            }
            (PitchState::Open, _) if !own && is_asked(scene.goals(), pitch, said, member) => {
                let by = pitch.by.clone();
                (Want::Feedback { by }, Step::Feedback(pitch.id), said.event)
            }
            _ => continue,
        };
        list.push(Matter {
            on: Subject::Begun(pitch.id),
            title: said.text.title.clone(),
            want,
            since: scene.zone.day(since.stamp.ms),
            step,
        });
    }
}

fn is_asked(goals: &Goals, pitch: &Pitch, said: &Revision, member: &MemberId) -> bool {
    goals.pitch_panel.contains(member) && !has_spoken(pitch, said, member)
}

/// Whether somebody gave feedback on a pitch as it reads now.
fn has_spoken(pitch: &Pitch, said: &Revision, member: &MemberId) -> bool {
    let mut feedback = pitch.feedback.iter();
    feedback.any(|feedback| feedback.by.id == *member && feedback.event > said.event)
}

/// Proposals to decide.
pub(super) fn proposals(viewer: &Viewer<'_, '_>, list: &mut Vec<Matter>) {
    let scene = viewer.scene;
    for proposal in scene.board().proposals() {
        let undecided = proposal.rulings.last().is_none();
        let title = proposed(scene.goals(), proposal).filter(|_| undecided);
        let Some(title) = title.filter(|_| viewer.leads_or_all(home(scene.goals(), proposal))) else {
            continue;
        };
        let on = Subject::Begun(proposal.id);
        list.push(Matter {
            title,
            want: Want::DecideProposal {
                by: proposal.by.clone(),
                signed: scene.board().signed(&on, scene.now.today).0,
            },
            on,
            since: scene.zone.day(proposal.id.stamp.ms),
            step: Step::Decide(proposal.id),
        });
    }
}
