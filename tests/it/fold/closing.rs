//! Closing objectives, and waiving guardrails.

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::{Body, Close, Next, Subject};
use alignment_board::domain::goals::{Goals, Guardrail, GuardrailKind, Objective, OnBreach};

use crate::support::{Team, goals, initiative, objective};

pub(super) fn document() -> Goals {
    let mut goals = goals([initiative("ugc")]);
    goals.objectives.push(
        Objective {
            sponsor: Some("dee".into()),
            ..objective("reach")
        }
        .into(),
    );
    goals.guardrails.push(Guardrail {
        id: "wip".into(),
        title: "Three each".into(),
        kind: GuardrailKind::ClaimLimit(3),
        owner: None,
        objectives: vec!["reach".into()],
        on_breach: OnBreach::Block,
        repaired_by: vec![],
    });
    goals
}

fn close(objective: &str, grade: f64) -> Body {
    Body::CloseObjective(
        Close {
            objective: objective.into(),
            grade: Some(grade),
            lesson: "Answering pays.".into(),
            next: Next::Carry,
        }
        .into(),
    )
}

#[test]
fn a_lead_or_its_sponsor_closes_an_objective_with_a_grade_and_a_lesson() {
    let mut team = Team::with(document());
    let member = team.at(1, 9).by("ben").does(&close("talk", 0.7));
    let other = team.at(1, 9).by("dee").does(&close("talk", 0.7));
    team.at(1, 10).by("ana").does(&close("talk", 0.7));
    team.at(1, 10).by("dee").does(&close("reach", 1.0));
    assert_eq!(team.verdict(member), Some(Refusal::NotLead));
    assert_eq!(team.verdict(other), Some(Refusal::NotLead));
    let closing = team
        .board()
        .aim(&"talk".into())
        .and_then(|aim| aim.closing.clone())
        .expect("closed");
    assert_eq!((closing.close.grade, closing.close.next), (Some(0.7), Next::Carry));
    assert!(
        team.board()
            .aim(&"reach".into())
            .is_some_and(|aim| aim.closing.is_some())
    );
}

#[test]
fn an_objective_is_closed_once_with_a_grade_from_0_to_1_and_may_be_opened_again_by_taking_that_back() {
    let mut team = Team::with(document());
    let wild = team.at(1, 9).by("ana").does(&close("talk", 7.0));
    let closed = team.at(1, 10).by("ana").does(&close("talk", 0.7));
    let again = team.at(1, 11).by("ana").does(&close("talk", 0.8));
    let gone = team.at(1, 11).by("ana").does(&close("none", 0.8));
    assert_eq!(team.verdict(wild), Some(Refusal::BadValue));
    assert_eq!(team.verdict(again), Some(Refusal::Closed));
    assert_eq!(team.verdict(gone), Some(Refusal::NotInDocument));
    team.at(1, 12).by("ana").retract(closed);
    assert!(
        team.board()
            .aim(&"talk".into())
            .is_some_and(|aim| aim.closing.is_none())
    );
}

#[test]
fn a_lead_waives_a_guardrail_for_one_initiative_and_says_why() {
    let mut team = Team::with(document());
    let waive = |guardrail: &str, reason: &str| Body::Waive {
        guardrail: guardrail.into(),
        initiative: "ugc".into(),
        reason: reason.into(),
    };
    let member = team.at(1, 9).by("ben").does(&waive("wip", "Please."));
    let curt = team.at(1, 9).by("ana").does(&waive("wip", ""));
    let gone = team.at(1, 9).by("ana").does(&waive("none", "Why not."));
    let given = team.at(1, 10).by("dee").does(&waive("wip", "It brings the cost down."));
    assert_eq!(team.verdict(member), Some(Refusal::NotLead));
    assert_eq!(team.verdict(curt), Some(Refusal::NoReason));
    assert_eq!(team.verdict(gone), Some(Refusal::NotInDocument));
    assert_eq!(team.verdict(given), None, "the sponsor of an objective it limits");
    let limit = Subject::Guardrail("wip".into());
    let waived = |team: &Team| {
        team.board()
            .number(&limit)
            .is_some_and(|m| m.waived(&"ugc".into()).is_some())
    };
    assert!(waived(&team));
    team.at(1, 11).by("dee").retract(given);
    assert!(!waived(&team));
}
