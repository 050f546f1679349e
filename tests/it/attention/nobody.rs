//! What nobody has.

use std::rc::Rc;

use alignment_board::domain::attention::{Step, attention};
use alignment_board::domain::event::Subject;
use alignment_board::domain::goals::{Initiative, InitiativeState, KeyResult, KeyResultKind};

use super::{as_seen_by, claimed, concerns, looking, sees, step, talk};
use crate::support::{Team, at, day, document, initiative, key_result, objective};

fn one(initiative: Initiative) -> Team {
    Team::with(talk([initiative]))
}

#[test]
fn an_initiative_that_nobody_holds_is_free_to_claim() {
    let team = one(initiative("ugc"));
    assert_eq!(sees(&team, 6, "ugc"), "unowned");
    assert_eq!(step(&concerns(&team, 6), "ugc", "unowned"), Step::Claim("ugc".into()));
}

#[test]
fn one_that_somebody_holds_is_not_unowned_even_when_a_seat_is_free() {
    let mut team = one(Initiative {
        seats: 2,
        ..initiative("ugc")
    });
    team.at(5, 9).by("cai").claim("ugc");
    assert_eq!(sees(&team, 6, "ugc"), "");
    team.at(5, 10).by("cai").release("ugc");
    assert_eq!(sees(&team, 6, "ugc"), "unowned", "given back");
}

#[test]
fn what_is_finished_or_cannot_be_claimed_is_not_unowned() {
    for state in [InitiativeState::Done, InitiativeState::Dropped] {
        let team = one(Initiative {
            state,
            ..initiative("ugc")
        });
        assert_eq!(sees(&team, 6, "ugc"), "");
    }
    let team = one(Initiative {
        claimable: false,
        ..initiative("ugc")
    });
    assert_eq!(sees(&team, 6, "ugc"), "");
}

#[test]
fn an_initiative_that_moves_no_key_result_is_orphaned_and_its_holder_can_change_that() {
    let team = |key_results| {
        let mut goals = talk([]);
        let objective = Rc::make_mut(&mut goals.objectives[0]);
        objective.initiatives = vec![Rc::new(Initiative {
            key_results,
            ..initiative("ugc")
        })];
        let mut team = Team::with(goals);
        team.at(5, 9).by("cai").claim("ugc");
        team
    };
    let orphan = team(vec![]);
    assert_eq!(sees(&orphan, 6, "ugc"), "orphaned");
    let seen = |viewer| step(&as_seen_by(viewer, &orphan, 6), "ugc", "orphaned");
    let show = Step::Show(Subject::Initiative("ugc".into()));
    assert_eq!(
        [seen("cai"), seen("ana"), seen("ben")],
        [Step::Adjust("ugc".into()), show.clone(), show],
        "not even a lead changes it for its holder"
    );
    assert_eq!(sees(&team(vec!["views".into()]), 6, "ugc"), "");
    assert_eq!(
        sees(&team(vec!["elsewhere".into()]), 6, "ugc"),
        "orphaned",
        "moves nothing that is here"
    );
}

#[test]
fn where_there_is_no_key_result_nothing_is_orphaned() {
    let mut objective = objective("talk");
    objective.initiatives = vec![Rc::new(initiative("ugc"))];
    let mut team = Team::with(document(objective));
    team.at(5, 9).by("cai").claim("ugc");
    assert_eq!(sees(&team, 6, "ugc"), "");
}

#[test]
fn an_objective_without_work_asks_for_a_pitch_and_stands_for_its_key_results() {
    let team = Team::with(talk([]));
    assert_eq!(
        (sees(&team, 6, "talk"), sees(&team, 6, "views")),
        ("no-initiative".into(), String::new())
    );
    let pitch = Step::Pitch {
        objective: "talk".into(),
        key_result: None,
    };
    assert_eq!(step(&concerns(&team, 6), "talk", "no-initiative"), pitch);
    let dropped = one(Initiative {
        state: InitiativeState::Dropped,
        ..initiative("ugc")
    });
    assert_eq!(
        sees(&dropped, 6, "talk"),
        "no-initiative",
        "what was dropped is no work"
    );
    let done = one(Initiative {
        state: InitiativeState::Done,
        ..initiative("ugc")
    });
    assert_eq!(sees(&done, 6, "talk"), "", "what is done was");
}

#[test]
fn a_key_result_that_no_open_initiative_moves_asks_for_a_pitch() {
    let mut team = claimed();
    assert_eq!(sees(&team, 6, "views"), "");
    team.at(6, 9).by("cai").done("ugc");
    assert_eq!(sees(&team, 6, "views"), "unmoved");
    let pitch = Step::Pitch {
        objective: "talk".into(),
        key_result: Some("views".into()),
    };
    assert_eq!(step(&concerns(&team, 6), "views", "unmoved"), pitch);
}

#[test]
fn a_key_result_that_is_reached_needs_nobody_to_move_it() {
    let mut team = claimed();
    team.at(6, 9).by("cai").done("ugc");
    team.at(6, 10).by("ben").measure("views", 99.0);
    assert_eq!(sees(&team, 6, "views"), "unmoved");
    team.at(6, 11).by("ben").measure("views", 100.0);
    assert_eq!(sees(&team, 6, "views"), "");
}

#[test]
fn what_has_no_number_is_told_to_those_who_lead_it() {
    let mut goals = talk([initiative("ugc")]);
    let objective = Rc::make_mut(&mut goals.objectives[0]);
    objective.key_results.push(KeyResult {
        kind: KeyResultKind::Reach {
            start: 0.0,
            target: None,
        },
        ..key_result("loud", 0.0, 0.0)
    });
    objective.initiatives.push(Rc::new(Initiative {
        key_results: vec!["loud".into()],
        ..initiative("shout")
    }));
    let team = Team::with(goals);
    let leads = as_seen_by("ana", &team, 6);
    assert_eq!(super::of("loud", &leads), "not-measurable");
    assert_eq!(step(&leads, "loud", "not-measurable"), Step::Propose("loud".into()));
    assert_eq!(super::of("views", &leads), "", "not measured yet is not the same");
    assert_eq!(sees(&team, 6, "loud"), "", "for members: nothing");
}

#[test]
fn an_objective_without_key_results_is_told_to_those_who_lead_it() {
    let mut alone = objective("talk");
    alone.sponsor = Some("dee".into());
    alone.initiatives = vec![Rc::new(initiative("ugc"))];
    let team = Team::with(document(alone));
    for (viewer, expected) in [("ana", "not-measurable"), ("dee", "not-measurable"), ("ben", "")] {
        assert_eq!(super::of("talk", &as_seen_by(viewer, &team, 6)), expected, "{viewer}");
    }
}

#[test]
fn who_is_not_on_the_team_any_more_can_only_look_and_who_has_not_said_who_they_are_is_asked_then() {
    let mut goals = talk([initiative("ugc")]);
    goals.members[2].until = Some(day("2026-10-05"));
    let team = Team::with(goals);
    let show = Step::Show(Subject::Initiative("ugc".into()));
    assert_eq!(step(&as_seen_by("cai", &team, 6), "ugc", "unowned"), show);
    assert_eq!(step(&as_seen_by("zoe", &team, 6), "ugc", "unowned"), show);
    let nobody = looking(&team.ledger, at(6, 12), |scene| attention(scene, None));
    assert_eq!(step(&nobody, "ugc", "unowned"), Step::Claim("ugc".into()));
}
