//! What a card says before somebody takes it.

use alignment_board::domain::advice::{Advice, advice};
use alignment_board::domain::board::Ledger;
use alignment_board::domain::decision::Answer;
use alignment_board::domain::event::Body;
use alignment_board::domain::goals::{DecisionArea, DelegationLevel, Goals, GuardrailKind, Initiative, OnBreach};

use crate::attention::{at_most, guardrail, looking};
use crate::decision::{area, euros};
use crate::support::{Team, at, goals, initiative};

fn costing(id: &str, amount: f64) -> Initiative {
    Initiative {
        cost: Some(euros(amount)),
        decision_area: Some("paid".into()),
        ..initiative(id)
    }
}

/// A film for 3,000 and a poster for 100, in an area where anybody decides up to 2,000.
fn two() -> Goals {
    let mut goals = goals([costing("film", 3000.0), costing("poster", 100.0), initiative("talk")]);
    goals.decision_areas = vec![DecisionArea {
        delegates: vec![],
        ..area(DelegationLevel::Delegate)
    }];
    goals
}

fn said(ledger: &Ledger, id: &str) -> Advice {
    looking(ledger, at(5, 12), |scene| {
        let all = advice(scene, &"ben".into());
        let found = all.into_iter().find(|(of, _)| of.as_str() == id);
        found.map(|(_, advice)| Advice::clone(&advice)).unwrap_or_default()
    })
}

/// "spend stops": which limit speaks up, and what it does.
fn limit(ledger: &Ledger, id: &str) -> String {
    let limit = said(ledger, id).limit;
    limit.map_or_else(String::new, |it| {
        format!("{}{}", it.title, if it.stops { " stops" } else { "" })
    })
}

fn budget(id: &str, amount: f64, on_breach: OnBreach) -> alignment_board::domain::goals::Guardrail {
    alignment_board::domain::goals::Guardrail {
        on_breach,
        ..guardrail(id, GuardrailKind::Budget(euros(amount)))
    }
}

#[test]
fn a_budget_speaks_up_on_the_cards_it_does_not_cover() {
    let mut goals = two();
    goals.guardrails = vec![budget("spend", 1000.0, OnBreach::Block)];
    let team = Team::with(goals);
    let all = ["film", "poster", "talk"].map(|id| limit(&team.ledger, id));
    assert_eq!(all, ["spend stops", "", ""]);
}

#[test]
fn a_limit_that_stops_is_said_before_one_that_warns() {
    let mut goals = two();
    let cac = guardrail("cac", at_most(50.0, Some(60.0), "2026-10-05"));
    goals.guardrails = vec![
        alignment_board::domain::goals::Guardrail {
            on_breach: OnBreach::Warn,
            ..cac
        },
        budget("spend", 1000.0, OnBreach::Block),
    ];
    let team = Team::with(goals);
    let all = ["film", "poster", "talk"].map(|id| limit(&team.ledger, id));
    assert_eq!(all, ["spend stops", "cac", "cac"]);
}

#[test]
fn a_card_says_who_decides_where_it_touches_a_decision_area() {
    let team = Team::with(two());
    let answer = |id| said(&team.ledger, id).right.map(|right| right.answer);
    assert!(matches!(answer("film"), Some(Answer::TheyDecide { .. })));
    assert!(matches!(answer("poster"), Some(Answer::YouDecide { .. })));
    assert_eq!(answer("talk"), None);
}

#[test]
fn who_decides_is_not_said_of_what_is_finished() {
    let mut team = Team::with(two());
    team.at(4, 9).by("ben").claim("poster");
    team.at(4, 10).by("ben").does(&Body::Done {
        initiative: "poster".into(),
        outcome: Default::default(),
        learned: "".into(),
    });
    assert_eq!(said(&team.ledger, "poster"), Advice::default());
}

#[test]
fn cards_are_found_by_their_ids() {
    let team = Team::with(two());
    looking(&team.ledger, at(5, 12), |scene| {
        let all = advice(scene, &"ben".into());
        assert!(all.is_sorted_by(|(a, _), (b, _)| a < b), "{all:?}");
    });
}
