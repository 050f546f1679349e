//! Reviews, questions, and who wants to join.

use alignment_board::domain::attention::Step;
use alignment_board::domain::event::{Body, Post, Ruling};
use alignment_board::domain::goals::{DecisionArea, DelegationLevel, Goals, Objective};

use super::{matters, only_step, waits};
use crate::attention::{answer, area, ask, decide, talk};
use crate::support::{Team, day, initiative, member};

fn at_leisure() -> Goals {
    let mut goals = talk([initiative("ugc")]);
    goals.cadence.check_in = None;
    goals
}

fn wanted(team: &Team, today: u64, viewer: &str) -> String {
    let all = matters(team, today, viewer);
    let keys: Vec<_> = all
        .iter()
        .map(|matter| matter.want.key().trim_start_matches("for-you."))
        .collect();
    keys.join(" ")
}

#[test]
fn an_open_review_waits_for_everybody_who_has_not_said_their_part() {
    let mut team = Team::with(at_leisure());
    let review = team.at(6, 9).by("ana").does(&Body::ReviewOpen);
    assert_eq!(
        ["ana", "ben", "cai", "dee"].map(|viewer| wanted(&team, 6, viewer)),
        ["review"; 4]
    );
    assert_eq!(only_step(&team, 6, "ben"), Step::Post(review));
    let post = Post {
        review,
        member: "".into(),
        done: "Much.".into(),
        next: "".into(),
        blocked: "".into(),
        noticed: "".into(),
    };
    team.at(6, 9).by("ben").does(&Body::ReviewPost(post.into()));
    team.at(6, 9).by("cai").does(&Body::ReviewPass {
        review,
        member: "".into(),
    });
    team.at(6, 9).by("ana").does(&Body::ReviewAbsent {
        review,
        member: "dee".into(),
    });
    let waiting = ["ana", "ben", "cai", "dee"].map(|viewer| wanted(&team, 6, viewer));
    assert_eq!(waiting, ["review", "", "", ""]);
    team.at(6, 10).by("ana").does(&Body::ReviewPass {
        review,
        member: "".into(),
    });
    team.at(6, 10).by("ana").does(&Body::ReviewClose { review });
    assert_eq!(wanted(&team, 6, "ana"), "");
}

#[test]
fn whoever_is_away_that_day_is_not_asked_for_their_part_and_an_old_review_asks_nobody() {
    let mut team = Team::with(at_leisure());
    team.at(5, 9).by("dee").does(&Body::Away {
        from: day("2026-10-05"),
        until: day("2026-10-07"),
        cover: "".into(),
    });
    team.at(6, 9).by("ana").does(&Body::ReviewOpen);
    assert_eq!([wanted(&team, 6, "dee"), wanted(&team, 6, "ben")], ["", "review"]);
    let second = team.at(13, 9).by("ana").does(&Body::ReviewOpen);
    assert_eq!(
        only_step(&team, 13, "ben"),
        Step::Post(second),
        "the one before is over, closed or not"
    );
}

#[test]
fn a_question_waits_for_the_sponsor_of_its_objective_else_for_the_leads() {
    let mut goals = at_leisure();
    goals.objectives[0] = Objective {
        sponsor: Some("dee".into()),
        ..Objective::clone(&goals.objectives[0])
    }
    .into();
    let mut team = Team::with(goals);
    let about = |initiative: Option<&str>| {
        let Body::Ask(mut ask) = ask(None, "May I?") else {
            unreachable!()
        };
        std::rc::Rc::make_mut(&mut ask).initiative = initiative.map(Into::into);
        Body::Ask(ask)
    };
    team.at(6, 9).by("cai").does(&about(Some("ugc")));
    assert_eq!(
        ["ana", "dee", "ben", "cai"].map(|viewer| wanted(&team, 6, viewer)),
        ["", "answer", "", ""]
    );
    let asked = team.at(6, 9).by("cai").does(&about(None));
    assert_eq!(only_step(&team, 6, "ana"), Step::Answer(asked));
    team.at(6, 10).by("ana").does(&answer(asked));
    assert_eq!(wanted(&team, 6, "ana"), "");
    let own = team.at(6, 11).by("dee").does(&about(Some("ugc")));
    assert_eq!(
        only_step(&team, 6, "ana"),
        Step::Answer(own),
        "nobody answers themselves"
    );
}

#[test]
fn a_question_waits_for_the_leads_when_the_sponsor_has_left() {
    let mut goals = at_leisure();
    std::rc::Rc::make_mut(&mut goals.objectives[0]).sponsor = Some("dee".into());
    goals.members[3].until = Some(day("2026-10-05"));
    let mut team = Team::with(goals);
    let Body::Ask(mut question) = ask(None, "May I?") else {
        unreachable!()
    };
    std::rc::Rc::make_mut(&mut question).initiative = Some("ugc".into());
    team.at(6, 9).by("cai").does(&Body::Ask(question));
    assert_eq!(["ana", "dee"].map(|viewer| wanted(&team, 6, viewer)), ["answer", ""]);
}

#[test]
fn a_question_in_an_area_waits_for_those_its_level_makes_the_asker_ask() {
    let team_with = |area: DecisionArea| {
        let mut team = Team::with(Goals {
            decision_areas: vec![area],
            ..at_leisure()
        });
        team.at(6, 9).by("cai").does(&ask(Some("paid"), "May I?"));
        ["ana", "ben", "cai", "dee"]
            .map(|viewer| wanted(&team, 6, viewer))
            .join(",")
    };
    let approved = |level| DecisionArea {
        level,
        delegates: vec!["cai".into()],
        approver: Some("dee".into()),
        ..area("paid")
    };
    assert_eq!(team_with(approved(DelegationLevel::Tell)), ",,,answer");
    assert_eq!(team_with(approved(DelegationLevel::Advise)), ",,,answer");
    assert_eq!(
        team_with(approved(DelegationLevel::Delegate)),
        "answer,,,",
        "who could decide alone asks the leads"
    );
    let consulted = DecisionArea {
        consult: vec!["ben".into()],
        ..approved(DelegationLevel::Delegate)
    };
    assert_eq!(team_with(consulted), ",answer,,");
}

#[test]
fn a_question_for_an_initiative_in_an_area_waits_for_whom_that_area_makes_the_asker_ask() {
    let mut goals = at_leisure();
    goals.decision_areas = vec![DecisionArea {
        approver: Some("dee".into()),
        ..area("paid")
    }];
    let objective = std::rc::Rc::make_mut(&mut goals.objectives[0]);
    std::rc::Rc::make_mut(&mut objective.initiatives[0]).decision_area = Some("paid".into());
    let mut team = Team::with(goals);
    let Body::Ask(mut question) = ask(None, "May I?") else {
        unreachable!()
    };
    std::rc::Rc::make_mut(&mut question).initiative = Some("ugc".into());
    team.at(6, 9).by("cai").does(&Body::Ask(question));
    let waiting = ["ana", "ben", "cai", "dee"].map(|viewer| wanted(&team, 6, viewer));
    assert_eq!(waiting, ["", "", "", "answer"]);
}

#[test]
fn who_asks_to_join_waits_for_those_who_speak_for_the_team() {
    let mut goals = at_leisure();
    goals.objectives[0] = Objective {
        sponsor: Some("dee".into()),
        ..Objective::clone(&goals.objectives[0])
    }
    .into();
    let mut team = Team::with(goals);
    let join = team.at(6, 9).by("zoe").does(&Body::Join { name: "Zoe".into() });
    let waiting = ["ana", "dee", "ben", "zoe"].map(|viewer| wanted(&team, 6, viewer));
    assert_eq!(waiting, ["let-in", "let-in", "", ""]);
    assert_eq!(only_step(&team, 6, "ana"), Step::Decide(join));
    team.at(6, 10).by("ana").does(&decide(join, Ruling::Accept));
    assert_eq!(wanted(&team, 6, "dee"), "");
}

#[test]
fn whom_the_document_lists_since_asks_nobody_any_more() {
    let mut team = Team::with(at_leisure());
    team.at(6, 9).by("zoe").does(&Body::Join { name: "Zoe".into() });
    assert_eq!(wanted(&team, 6, "ana"), "let-in");
    let mut with_zoe = at_leisure();
    with_zoe.members.push(member("zoe"));
    team.ledger = team.ledger.under(with_zoe.into());
    assert_eq!(wanted(&team, 6, "ana"), "");
}

#[test]
fn whoever_was_let_in_has_their_own_errands() {
    let mut team = Team::with(at_leisure());
    let join = team.at(6, 9).by("zoe").does(&Body::Join { name: "Zoe".into() });
    team.at(6, 10).by("ana").does(&decide(join, Ruling::Accept));
    team.at(6, 11).by("cai").claim("ugc");
    team.at(6, 11).by("cai").hand_over("ugc", "zoe");
    assert_eq!(waits(&team, 6, "zoe"), "accept ugc");
}

#[test]
fn who_is_not_on_the_team_has_nothing_to_do() {
    let mut goals = at_leisure();
    goals.members[3].until = Some(day("2026-10-07"));
    let mut team = Team::with(goals);
    team.at(6, 9).by("cai").claim("ugc");
    team.at(6, 10).by("cai").hand_over("ugc", "dee");
    let waiting = [(7, "dee"), (8, "dee"), (7, "zoe")].map(|(today, viewer)| waits(&team, today, viewer));
    assert_eq!(waiting, ["accept ugc", "", ""]);
}
