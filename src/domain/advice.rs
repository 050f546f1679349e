//! What a card says before somebody takes it: the limit that speaks up, and who decides how it is done.

use std::rc::Rc;

use super::attention::Scene;
use super::decision::{Question, Right, answers};
use super::goals::{Goals, InitiativeState, OnBreach, Text};
use super::guardrail::{Detail, Standing};
use super::id::{InitiativeId, MemberId};

/// What one viewer should know of one card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    /// The limit that speaks up: the first that stops new claims, else the first that warns.
    pub limit: Option<Speaking>,
    /// Who decides, where it touches a decision area.
    pub right: Option<Right>,
}

/// A limit that has something to say to a new claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaking {
    /// Its title.
    pub title: Text,
    /// Whether there is too little left of a budget; else a number is out of its bounds.
    pub money: bool,
    /// Whether new claims wait; else they get a warning.
    pub stops: bool,
}

/// Each initiative's advice, in the order of their ids; those of which there is nothing to say are left out.
///
/// It takes the guardrails' own standings and one look at each initiative, however many there are. What depends on how
/// much the viewer has already is said when they claim ([`crate::domain::guardrail::Limits::may_claim`]).
#[must_use]
pub fn advice(scene: &Scene<'_>, viewer: &MemberId) -> Vec<(InitiativeId, Rc<Advice>)> {
    // What a limit affects stands in the board's order, so one walk meets all of it.
    let mut limits: Vec<_> = scene
        .limits()
        .standings()
        .into_iter()
        .filter_map(|standing| {
            Some((
                speaking(scene.goals(), &standing)?,
                standing.affected.into_iter().peekable(),
            ))
        })
        .collect();
    limits.sort_by_key(|(limit, _)| !limit.stops);
    let answers = answers(scene.board());
    let mut all = Vec::new();
    for (_, initiative, work) in scene.board().works() {
        let mut advice = Advice::default();
        for (limit, affected) in &mut limits {
            if affected.next_if_eq(&initiative.id).is_some() && advice.limit.is_none() {
                advice.limit = Some(limit.clone());
            }
        }
        if initiative.decision_area.is_some() && work.state == InitiativeState::Open {
            let today = scene.now.today;
            let question = Question::about(scene.board(), viewer, &initiative.id, None, &answers, today);
            advice.right = question.map(|question| question.right());
        }
        if advice != Advice::default() {
            all.push((initiative.id.clone(), Rc::new(advice)));
        }
    }
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    all
}

fn speaking(goals: &Goals, standing: &Standing) -> Option<Speaking> {
    let guardrail = goals.guardrails.iter().find(|it| it.id == standing.guardrail)?;
    Some(Speaking {
        title: guardrail.title.clone(),
        money: matches!(standing.detail, Detail::Budget(_)),
        stops: standing.on_breach == OnBreach::Block,
    })
}
