//! What stands in the decision log, and under which right.

use alignment_board::domain::calendar::TimeZone;
use alignment_board::domain::decision::{Answer, Manner, What, answers, log};
use alignment_board::domain::event::{Answer as Given, Ask, Body, Record};
use alignment_board::domain::goals::DelegationLevel;

use super::{area, euros, goals};
use crate::support::says::answer;
use crate::support::{Team, day};

fn record(amount: Option<f64>) -> Body {
    Body::LogDecision(
        Record {
            area: Some("paid".into()),
            initiative: None,
            amount: amount.map(euros),
            decision: "We boost it".into(),
            why: "It works".into(),
        }
        .into(),
    )
}

fn asks(amount: f64) -> Body {
    Body::Ask(
        Ask {
            area: Some("paid".into()),
            initiative: None,
            amount: Some(euros(amount)),
            question: "May we?".into(),
        }
        .into(),
    )
}

#[test]
fn a_decision_stands_in_the_log_with_the_right_it_was_taken_under() {
    let mut team = Team::with(goals(area(DelegationLevel::Delegate)));
    team.at(2, 9).by("ben").does(&record(Some(500.0)));
    team.at(3, 9).by("dee").does(&record(Some(500.0)));
    let log = log(team.board(), TimeZone::UTC);
    let right = |n: usize| log[n].right.as_ref().map(|right| &right.answer);
    assert_eq!(log[0].by.id.as_str(), "ben");
    assert!(matches!(right(0), Some(Answer::YouDecide { .. })), "{:?}", right(0));
    assert!(
        matches!(right(1), Some(Answer::TheyDecide { .. })),
        "Dee is no delegate: {:?}",
        right(1)
    );
}

#[test]
fn a_decision_after_a_yes_was_taken_under_the_right_that_the_yes_gave_and_one_before_was_not() {
    let mut team = Team::with(goals(area(DelegationLevel::Delegate)));
    team.at(1, 9).by("ben").does(&record(Some(9000.0)));
    let question = team.at(1, 10).by("ben").does(&asks(9000.0));
    team.at(2, 9).by("ana").does(&answer(question, Given::Yes, ""));
    team.at(3, 9).by("ben").does(&record(Some(9000.0)));
    team.at(3, 10).by("ben").does(&record(Some(9001.0)));
    let log = log(team.board(), TimeZone::UTC);
    let decides = |n: usize| {
        let right = log[n].right.as_ref().expect("an area");
        matches!(right.answer, Answer::YouDecide { .. })
    };
    assert_eq!([0, 2, 3].map(decides), [false, true, false]);
}

#[test]
fn an_answered_question_is_an_entry_with_the_answer_that_holds_and_one_without_is_none() {
    let mut team = Team::with(goals(area(DelegationLevel::Delegate)));
    let open = team.at(1, 9).by("ben").does(&asks(9000.0));
    assert!(log(team.board(), TimeZone::UTC).is_empty());
    team.at(2, 9).by("ana").does(&answer(open, Given::No, ""));
    let last = team
        .at(2, 10)
        .by("ana")
        .does(&answer(open, Given::Instead, "Half of it."));
    let log = log(team.board(), TimeZone::UTC);
    assert_eq!(log.len(), 1);
    assert_eq!((log[0].event, log[0].day), (last, day("2026-10-02")));
    assert_eq!(log[0].amount, Some(euros(9000.0)));
    let What::Answered {
        asked_by,
        answer,
        instead,
        ..
    } = &log[0].what
    else {
        panic!("{:?}", log[0].what)
    };
    assert_eq!(
        (asked_by.id.as_str(), *answer, &**instead),
        ("ben", Given::Instead, "Half of it.")
    );
}

#[test]
fn a_yes_on_the_board_lets_whoever_asked_decide_up_to_that_amount() {
    let mut team = Team::with(goals(area(DelegationLevel::Delegate)));
    let right = |team: &Team, amount| {
        let answers = answers(team.board());
        super::asks(team.board().goals(), "ben", Some(euros(amount)), &answers).answer
    };
    let whom = |answer: &Answer| match answer {
        Answer::TheyDecide { manner, .. } => Some(*manner),
        _ => None,
    };
    assert_eq!(whom(&right(&team, 9000.0)), Some(Manner::WhenAsked));
    let question = team.at(1, 9).by("ben").does(&asks(9000.0));
    team.at(2, 9).by("ana").does(&answer(question, Given::Yes, ""));
    assert!(matches!(right(&team, 9000.0), Answer::YouDecide { .. }));
    assert_eq!(
        whom(&right(&team, 9001.0)),
        Some(Manner::WhenAsked),
        "more was not asked for"
    );
}
