//! Questions, answers, and decisions put into the log.

use std::rc::Rc;

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::{Answer, Ask, Body, Record};
use alignment_board::domain::goals::{DecisionArea, DelegationLevel, Goals, Initiative, Member};

use crate::support::says::{answer, ask};
use crate::support::{Team, goals, initiative, member};

/// Dee approves what is paid, Cai is asked, and whoever does social decides.
fn document() -> Goals {
    let mut goals = goals([initiative("ugc")]);
    goals.members.push(Member {
        roles: vec!["social".into()],
        ..member("eve")
    });
    goals.decision_areas.push(DecisionArea {
        id: "paid".into(),
        title: "Paid".into(),
        level: DelegationLevel::Advise,
        delegates: vec!["Social".into()],
        up_to: None,
        approver: Some("dee".into()),
        with: vec![],
        consult: vec!["Cai".into()],
        inform: vec![],
        alone: vec![],
        together: vec![],
    });
    goals
}

fn record(area: &str, decision: &str) -> Body {
    Body::LogDecision(
        Record {
            area: Some(area.into()),
            initiative: None,
            amount: None,
            decision: decision.into(),
            why: "".into(),
        }
        .into(),
    )
}

#[test]
fn whom_the_area_names_and_leads_answer_and_the_last_answer_holds() {
    let mut team = Team::with(document());
    let question = team.at(1, 9).by("ben").does(&ask(Some("paid"), "May we boost it?"));
    let verdicts = ["ben", "cai", "dee", "eve", "ana"].map(|by| {
        let given = team.at(2, 9).by(by).does(&answer(question, Answer::Yes, ""));
        team.verdict(given)
    });
    assert_eq!(verdicts, [Some(Refusal::NoRight), None, None, None, None]);
    team.at(2, 10)
        .by("ana")
        .does(&answer(question, Answer::Instead, "Boost the best one."));
    let held = team
        .board()
        .question(question)
        .and_then(|q| q.answer().cloned())
        .expect("answered");
    assert_eq!((held.by.id.as_str(), held.reply.answer), ("ana", Answer::Instead));
}

#[test]
fn a_question_for_an_initiative_is_answered_by_whom_the_initiatives_own_area_names() {
    let mut goals = document();
    let objective = Rc::make_mut(&mut goals.objectives[0]);
    let renamed = Initiative {
        formerly: vec!["films".into()],
        ..initiative("other")
    };
    let paid = |id: &str| Initiative {
        decision_area: Some("paid".into()),
        ..initiative(id)
    };
    objective.initiatives = vec![renamed.into(), paid("ugc").into(), paid("films").into()];
    let mut team = Team::with(goals);
    for initiative in ["ugc", "films"] {
        let question = Ask {
            area: None,
            initiative: Some(initiative.into()),
            amount: None,
            question: "May we boost it?".into(),
        };
        let question = team.at(1, 9).by("ben").does(&Body::Ask(question.into()));
        let verdicts = ["ben", "dee", "eve"].map(|by| {
            let given = team.at(2, 9).by(by).does(&answer(question, Answer::Yes, ""));
            team.verdict(given)
        });
        assert_eq!(verdicts, [Some(Refusal::NoRight), None, None], "{initiative}");
    }
}

#[test]
fn without_an_area_leads_answer() {
    let mut team = Team::with(document());
    let question = team.at(1, 9).by("ben").does(&ask(None, "May we?"));
    let consulted = team.at(2, 9).by("cai").does(&answer(question, Answer::Yes, ""));
    let lead = team.at(2, 9).by("ana").does(&answer(question, Answer::No, ""));
    assert_eq!(
        (team.verdict(consulted), team.verdict(lead)),
        (Some(Refusal::NoRight), None)
    );
}

#[test]
fn a_question_and_an_answer_say_something_about_something_there() {
    let mut team = Team::with(document());
    let blank = team.at(1, 9).by("ben").does(&ask(Some("paid"), " "));
    let nowhere = team.at(1, 9).by("ben").does(&ask(Some("none"), "May we?"));
    let question = team.at(1, 9).by("ben").does(&ask(Some("paid"), "May we?"));
    let vague = team.at(1, 10).by("ana").does(&answer(question, Answer::Instead, ""));
    let lost = team.at(1, 10).by("ana").does(&answer(blank, Answer::Yes, ""));
    assert_eq!(team.verdict(blank), Some(Refusal::Empty));
    assert_eq!(team.verdict(nowhere), Some(Refusal::NotInDocument));
    assert_eq!(team.verdict(vague), Some(Refusal::Empty));
    assert_eq!(team.verdict(lost), Some(Refusal::NothingThere));
}

#[test]
fn a_question_is_not_taken_back_once_it_is_answered_and_an_answer_is() {
    let mut team = Team::with(document());
    let question = team.at(1, 9).by("ben").does(&ask(Some("paid"), "May we?"));
    let given = team.at(2, 9).by("ana").does(&answer(question, Answer::Yes, ""));
    let undo = team.at(2, 10).by("ben").retract(question);
    assert_eq!(team.verdict(undo), Some(Refusal::BuiltUpon));
    team.at(2, 11).by("ana").retract(given);
    assert!(team.board().question(question).is_some_and(|q| q.answer().is_none()));
}

#[test]
fn any_member_puts_a_decision_into_the_log() {
    let mut team = Team::with(document());
    let logged = team.at(1, 9).by("ben").does(&record("paid", "Boost the first video"));
    let blank = team.at(1, 10).by("ben").does(&record("paid", ""));
    let nowhere = team.at(1, 10).by("ben").does(&record("none", "Boost it"));
    let stranger = team.at(1, 10).by("zoe").does(&record("paid", "Boost it"));
    assert_eq!(
        (team.board().decisions().len(), team.board().decisions()[0].id),
        (1, logged)
    );
    assert_eq!(team.verdict(blank), Some(Refusal::Empty));
    assert_eq!(team.verdict(nowhere), Some(Refusal::NotInDocument));
    assert_eq!(team.verdict(stranger), Some(Refusal::NotListed));
    team.at(1, 11).by("ben").retract(logged);
    assert!(team.board().decisions().is_empty());
}
