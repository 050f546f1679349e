//! What waits for a decision.

use super::{Concern, Scene, Step, Viewer, Why, asked};
use crate::domain::board::{PitchState, Proposal, Proposed};
use crate::domain::event::{EventId, Subject};
use crate::domain::goals::{Goals, Objective, Text};
use crate::domain::id::MemberId;

/// Questions without an answer, pitches and proposals that nobody has decided.
pub(super) fn undecided(viewer: &Viewer<'_, '_>, list: &mut Vec<Concern>) {
    let scene = viewer.scene;
    let board = scene.board();
    let mut tell = |id: EventId, title: Text, why, step: Option<Step>| {
        let on = Subject::Begun(id);
        let step = step.map_or_else(|| Step::Show(on.clone()), |step| viewer.or_show(&on, step));
        list.push(Concern { on, title, why, step });
    };
    for question in board
        .questions()
        .into_iter()
        .filter(|question| question.answer().is_none())
    {
        let of = asked::asked(scene, question);
        let step = viewer
            .member
            .filter(|member| of.iter().any(|person| person.id == **member))
            .map(|_| Step::Answer(question.id));
        let why = Why::Unanswered {
            by: question.by.clone(),
            of,
            days: scene.days_since(question.id),
        };
        tell(question.id, question.ask.question.clone(), why, step);
    }
    for pitch in board
        .pitches()
        .into_iter()
        .filter(|pitch| pitch.state() == PitchState::Open)
    {
        let Some(said) = pitch.revisions.last() else { continue };
        let objective = scene.objective(&said.text.objective);
        if objective.is_none_or(|objective| scene.is_closed(objective)) {
            continue;
        }
        let leads = viewer.leads_or_all(objective);
        let why = Why::Pitched {
            by: pitch.by.clone(),
            days: scene.days_since(said.event),
        };
        tell(
            pitch.id,
            said.text.title.clone(),
            why,
            leads.then_some(Step::Decide(pitch.id)),
        );
    }
    for proposal in board
        .proposals()
        .into_iter()
        .filter(|proposal| proposal.rulings.last().is_none())
    {
        let Some(title) = title(scene.goals(), proposal) else {
            continue;
        };
        let leads = viewer.leads_or_all(home(scene.goals(), proposal));
        let why = Why::Proposed {
            by: proposal.by.clone(),
            days: scene.days_since(proposal.id),
        };
        tell(proposal.id, title, why, leads.then_some(Step::Decide(proposal.id)));
    }
}

/// What a proposal is called: the proposed objective, or what it would change; `None` when that is gone.
pub(in crate::domain) fn title(goals: &Goals, proposal: &Proposal) -> Option<Text> {
    match &proposal.what {
        Proposed::Objective(goal) => Some(goal.title.clone()),
        Proposed::Change(change) => super::title(goals, &change.on),
    }
}

/// Whether a member decides a proposal: who leads the objective it is about, else who leads everything.
#[must_use]
pub fn may_decide(scene: &Scene<'_>, proposal: &Proposal, member: &MemberId) -> bool {
    let viewer = Viewer {
        scene,
        member: Some(member),
    };
    viewer.leads_or_all(home(scene.goals(), proposal))
}

/// The objective whose sponsor may decide a proposal besides the leads.
pub(in crate::domain) fn home<'a>(goals: &'a Goals, proposal: &Proposal) -> Option<&'a Objective> {
    let Proposed::Change(change) = &proposal.what else {
        return None;
    };
    let mut objectives = goals.objectives.iter().map(|objective| &**objective);
    objectives.find(|objective| match &change.on {
        Subject::Objective(id) => objective.id == *id,
        Subject::KeyResult(id) => objective.key_results.iter().any(|k| k.id == *id),
        _ => false,
    })
}
