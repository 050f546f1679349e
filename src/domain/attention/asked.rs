//! Whom a question asks.

use super::Scene;
use crate::domain::board::Question;
use crate::domain::decision::{self, Answer, Party};
use crate::domain::event::{Body, Reply};
use crate::domain::goals::Objective;
use crate::domain::id::MemberId;
use crate::domain::people::Person;

/// Whoever can answer a question and is asked: those with whom, or by whom, its area lets the asker decide; without an
/// area, or when the asker might decide alone, who sponsors the initiative's objective, else the leads.
pub(in crate::domain) fn asks(scene: &Scene<'_>, question: &Question, member: &MemberId) -> bool {
    if question.by.id == *member || !is_asked(scene, question, member) {
        return false;
    }
    let reply = Reply {
        question: question.id,
        answer: crate::domain::event::Answer::Yes,
        instead: "".into(),
        reason: "".into(),
    };
    scene.may(member, Body::Answer(reply.into()))
}

fn is_asked(scene: &Scene<'_>, question: &Question, member: &MemberId) -> bool {
    let (goals, today) = (scene.goals(), scene.now.today);
    let initiative = question
        .ask
        .initiative
        .as_ref()
        .and_then(|id| scene.board().initiative(id));
    let objective = initiative.map(|(objective, ..)| &**objective);
    let parties = parties(scene, question, objective);
    if !parties.is_empty() {
        return parties.iter().any(|party| party.includes(goals, member));
    }
    let sponsor = objective.and_then(|objective| objective.sponsor.as_ref());
    match sponsor.filter(|sponsor| scene.is_here(sponsor) && **sponsor != question.by.id) {
        Some(sponsor) => sponsor == member,
        None => goals.is_lead(member, today),
    }
}

fn parties(scene: &Scene<'_>, question: &Question, objective: Option<&Objective>) -> Vec<Party> {
    let goals = scene.goals();
    let Some(area) = decision::area_of(scene.board(), question) else {
        return Vec::new();
    };
    let right = decision::Question {
        goals,
        member: &question.by.id,
        area,
        objective,
        initiative: question.ask.initiative.as_ref(),
        amount: question.ask.amount.as_ref(),
        answers: &[],
        day: scene.now.today,
    };
    match right.right().answer {
        Answer::YouDecide { ask, .. } => ask,
        Answer::Together { with, ask, .. } => [with, ask].concat(),
        Answer::TheyDecide { who, .. } => who,
        Answer::NobodyIsNamed => Vec::new(),
    }
}

/// Who of the team a question asks, in the team's order.
pub(super) fn asked(scene: &Scene<'_>, question: &Question) -> Vec<Person> {
    let mut team = scene.board().team(scene.now.today);
    team.retain(|person| asks(scene, question, &person.id));
    team
}
