//! Help, offers, one's turn, check-ins.

use alignment_board::domain::attention::Step;
use alignment_board::domain::event::{Body, Subject};
use alignment_board::domain::for_you::Want;
use alignment_board::domain::goals::{Cadence, Guardrail, Initiative, KeyResult};

use super::{matters, only_step, waits};
use crate::attention::{at_most, guardrail, remark, said, talk, ugc};
use crate::support::{Team, day, initiative};

/// Nobody is asked for check-ins.
fn at_leisure(initiatives: impl IntoIterator<Item = Initiative>) -> Team {
    let mut goals = talk(initiatives);
    goals.cadence = Cadence {
        check_in: None,
        ..Cadence::default()
    };
    Team::with(goals)
}

#[test]
fn a_call_for_help_waits_for_whom_it_names_and_for_nobody_else() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 9).by("cai").claim("ugc");
    team.at(6, 9)
        .by("cai")
        .does(&said(ugc(), Some(2), "No camera.", &["dee"]));
    let waiting = ["dee", "ben", "cai"].map(|viewer| waits(&team, 6, viewer));
    assert_eq!(waiting, ["help ugc", "", ""]);
    assert_eq!(only_step(&team, 6, "dee"), Step::Comment(ugc()));
    let matter = matters(&team, 6, "dee").remove(0);
    assert_eq!(matter.since, day("2026-10-06"));
    assert!(matches!(matter.want, Want::Help { by, blocker } if &*by.name == "Cai" && &*blocker == "No camera."));
}

#[test]
fn who_answers_a_call_is_not_asked_again_and_a_new_word_takes_it_back() {
    let asked = || {
        let mut team = at_leisure([initiative("ugc")]);
        team.at(5, 9).by("cai").claim("ugc");
        team.at(6, 9).by("cai").does(&said(ugc(), Some(2), "", &["dee", "ben"]));
        team
    };
    let mut team = asked();
    team.at(6, 10).by("dee").does(&remark(ugc(), "Take mine."));
    assert_eq!([waits(&team, 6, "dee"), waits(&team, 6, "ben")], ["", ""]);
    let mut team = asked();
    team.at(6, 10).by("cai").does(&remark(ugc(), "Anybody?"));
    assert_eq!(waits(&team, 6, "dee"), "help ugc", "a comment takes nothing back");
    team.at(6, 11).by("cai").check_in("ugc", 8);
    assert_eq!(waits(&team, 6, "dee"), "");
}

#[test]
fn a_call_for_help_with_a_number_or_a_limit_waits_too() {
    let mut goals = talk([initiative("ugc")]);
    goals.cadence.check_in = None;
    goals.guardrails = vec![guardrail("cac", at_most(50.0, Some(44.0), "2026-10-05"))];
    let mut team = Team::with(goals);
    team.at(6, 9)
        .by("ben")
        .does(&said(Subject::KeyResult("views".into()), Some(8), "", &["dee"]));
    team.at(6, 9)
        .by("ben")
        .does(&said(Subject::Guardrail("cac".into()), Some(8), "", &["dee"]));
    assert_eq!(waits(&team, 6, "dee"), "help views, help cac");
}

#[test]
fn an_offered_seat_waits_for_whom_it_is_offered_until_it_is_accepted_or_taken_back() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 9).by("cai").claim("ugc");
    let offer = team.at(6, 9).by("cai").hand_over("ugc", "dee");
    assert_eq!([waits(&team, 6, "dee"), waits(&team, 6, "ben")], ["accept ugc", ""]);
    let accept = Step::Accept {
        initiative: "ugc".into(),
        offer,
    };
    assert_eq!(only_step(&team, 6, "dee"), accept);
    team.at(6, 10).by("dee").accept("ugc", offer);
    assert_eq!(waits(&team, 6, "dee"), "", "and it is no turn on a wait list either");
}

#[test]
fn an_offer_that_was_taken_back_waits_for_nobody() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 9).by("cai").claim("ugc");
    let offer = team.at(6, 9).by("cai").hand_over("ugc", "dee");
    team.at(6, 10).by("cai").retract(offer);
    assert_eq!(waits(&team, 6, "dee"), "");
}

#[test]
fn whoever_moved_up_a_wait_list_is_told_until_they_do_something_about_it() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 10).by("dee").claim("ugc");
    assert_eq!(waits(&team, 6, "dee"), "", "still in line");
    team.at(6, 9).by("cai").release("ugc");
    assert_eq!(waits(&team, 6, "dee"), "begin ugc");
    assert_eq!(only_step(&team, 6, "dee"), Step::CheckIn(ugc()));
    assert_eq!(waits(&team, 6, "cai"), "");
    team.at(6, 10).by("dee").check_in("ugc", 8);
    assert_eq!(waits(&team, 6, "dee"), "");
}

#[test]
fn a_seat_that_one_took_oneself_is_no_news() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 9).by("cai").claim("ugc");
    assert_eq!(waits(&team, 6, "cai"), "");
    let release = team.at(6, 9).by("cai").release("ugc");
    team.at(6, 10).by("cai").retract(release);
    assert_eq!(
        (team.holders("ugc").as_str(), waits(&team, 6, "cai").as_str()),
        ("cai", "")
    );
}

#[test]
fn who_takes_back_that_they_left_the_line_and_finds_the_seat_free_knows_so() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 9).by("dee").claim("ugc");
    team.at(5, 10).by("cai").claim("ugc");
    let left = team.at(6, 9).by("cai").release("ugc");
    team.at(6, 10).by("dee").release("ugc");
    team.at(6, 11).by("cai").retract(left);
    assert_eq!(
        (team.holders("ugc").as_str(), waits(&team, 6, "cai").as_str()),
        ("cai", "")
    );
}

#[test]
fn a_check_in_waits_for_holders_from_its_due_day_on_and_says_when_its_grace_is_over() {
    let mut team = Team::with(talk([Initiative {
        seats: 1,
        ..initiative("ugc")
    }]));
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 10).by("dee").claim("ugc");
    let waiting = [11, 12, 14, 15].map(|today| waits(&team, today, "cai"));
    assert_eq!(waiting, ["", "check-in ugc", "check-in ugc", "outdated ugc"]);
    assert_eq!(waits(&team, 15, "dee"), "", "who waits need not report");
    assert_eq!(only_step(&team, 15, "cai"), Step::CheckIn(ugc()));
    let matter = matters(&team, 15, "cai").remove(0);
    assert_eq!(matter.since, day("2026-10-12"));
    team.at(15, 9).by("cai").check_in("ugc", 8);
    assert_eq!(waits(&team, 15, "cai"), "");
}

#[test]
fn numbers_wait_for_their_owner_and_not_for_a_lead() {
    let mut goals = talk([initiative("ugc")]);
    goals.guardrails = vec![
        guardrail("cac", at_most(50.0, Some(44.0), "2026-10-01")),
        Guardrail {
            owner: None,
            ..guardrail("churn", at_most(5.0, Some(4.0), "2026-10-01"))
        },
    ];
    let mut team = Team::with(goals);
    assert_eq!(waits(&team, 5, "ben"), "check-in views");
    assert_eq!(
        waits(&team, 8, "ben"),
        "outdated views",
        "the other was reported on the 1st"
    );
    assert_eq!(waits(&team, 12, "ben"), "outdated views, check-in cac");
    assert_eq!(waits(&team, 12, "ana"), "");
    team.at(12, 9).by("ben").measure("views", 3.0);
    assert_eq!(waits(&team, 12, "ben"), "check-in cac");
}

#[test]
fn what_cannot_be_measured_is_due_for_nobody() {
    let mut goals = talk([initiative("ugc")]);
    let mut objective = alignment_board::domain::goals::Objective::clone(&goals.objectives[0]);
    objective.key_results = vec![KeyResult {
        kind: alignment_board::domain::goals::KeyResultKind::Reach {
            start: 0.0,
            target: None,
        },
        ..objective.key_results[0].clone()
    }];
    goals.objectives[0] = objective.into();
    assert_eq!(waits(&Team::with(goals), 12, "ben"), "");
}

#[test]
fn what_is_finished_waits_for_nobody() {
    let mut team = Team::with(talk([initiative("ugc")]));
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 10).by("cai").does(&said(ugc(), Some(2), "", &["dee"]));
    team.at(5, 11).by("cai").hand_over("ugc", "dee");
    assert_eq!(
        [waits(&team, 15, "cai"), waits(&team, 15, "dee")],
        ["outdated ugc", "help ugc, accept ugc"]
    );
    team.at(6, 9).by("cai").does(&Body::Drop {
        initiative: "ugc".into(),
        reason: "No camera.".into(),
        learned: "".into(),
    });
    assert_eq!([waits(&team, 15, "cai"), waits(&team, 15, "dee")], ["", ""]);
}
