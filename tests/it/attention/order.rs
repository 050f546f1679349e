//! Worst first, then as the document has it.

use alignment_board::domain::attention::Group;
use alignment_board::domain::goals::{Goals, Guardrail, GuardrailKind, Initiative, OnBreach};

use super::limits::{at_most, guardrail};
use super::{concerns, name, talk};
use crate::support::{Team, day, initiative};

fn names(team: &Team, today: u64) -> Vec<String> {
    concerns(team, today).iter().map(|concern| name(&concern.on)).collect()
}

#[test]
fn groups_stand_worst_first_and_each_has_its_title() {
    assert!(Group::ALL.is_sorted());
    let mut team = Team::with(talk(["free", "quiet", "stuck"].map(initiative)));
    team.at(5, 9).by("cai").claim("quiet");
    team.at(5, 9).by("cai").claim("stuck");
    team.at(12, 9).by("cai").check_in("stuck", 1);
    let concerns = concerns(&team, 15);
    assert!(concerns.is_sorted_by_key(|concern| concern.why.group()));
    let names: Vec<_> = concerns.iter().map(|concern| name(&concern.on)).collect();
    assert_eq!(names, ["stuck", "quiet", "views", "free"]);
}

#[test]
fn of_one_kind_the_worse_comes_first_and_equals_keep_the_documents_order() {
    let due = |id, on| Initiative {
        due: Some(day(on)),
        ..initiative(id)
    };
    let mut team = Team::with(talk([
        due("b", "2026-10-03"),
        due("a", "2026-10-03"),
        due("late", "2026-10-02"),
    ]));
    for id in ["b", "a", "late"] {
        team.at(1, 9).by("cai").claim(id);
    }
    assert_eq!(names(&team, 4), ["late", "b", "a"]);
    let free = Team::with(talk([
        initiative("whenever"),
        due("later", "2026-10-30"),
        due("soon", "2026-10-20"),
    ]));
    assert_eq!(
        names(&free, 4),
        ["soon", "later", "whenever"],
        "what is due soon is free for the shortest"
    );
}

#[test]
fn less_confidence_is_worse() {
    let mut team = Team::with(talk(["low", "lower"].map(initiative)));
    for (id, confidence) in [("low", 3), ("lower", 1)] {
        team.at(1, 9).by("cai").claim(id);
        team.at(1, 10).by("cai").check_in(id, confidence);
    }
    assert_eq!(names(&team, 4), ["lower", "low"]);
}

#[test]
fn a_limit_that_stops_claims_comes_before_one_that_warns() {
    let breached = |id, on_breach| Guardrail {
        on_breach,
        ..guardrail(id, at_most(50.0, Some(51.0), "2026-10-01"))
    };
    let mut goals = Goals {
        guardrails: vec![breached("warns", OnBreach::Warn), breached("stops", OnBreach::Block)],
        ..talk([initiative("ugc")])
    };
    goals.guardrails.push(guardrail("wip", GuardrailKind::ClaimLimit(0)));
    let mut team = Team::with(goals);
    team.at(1, 9).by("cai").claim("ugc");
    assert_eq!(names(&team, 4), ["stops", "warns", "wip"]);
}
