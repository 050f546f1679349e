//! What waits for a decision.

use std::rc::Rc;

use alignment_board::domain::attention::{Step, Why};
use alignment_board::domain::event::{Body, ChangeGoal, Close, EventId, Goal, Next, Ruling, Subject, Value};
use alignment_board::domain::goals::{DecisionArea, Goals, Objective};

use super::{answer, area, as_seen_by, ask, claimed, decide, pitch, sees, step, talk};
use crate::support::{Team, initiative};

fn seen(team: &Team, viewer: &str, on: EventId, reason: &str) -> Step {
    step(&as_seen_by(viewer, team, 8), &on.to_string(), reason)
}

fn show(on: EventId) -> Step {
    Step::Show(Subject::Begun(on))
}

#[test]
fn a_pitch_waits_until_a_lead_decides_it() {
    for verdict in [Ruling::Accept, Ruling::Return, Ruling::Park] {
        let mut team = claimed();
        let pitched = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
        assert_eq!(sees(&team, 8, &pitched.to_string()), "pitched");
        team.at(7, 9).by("ana").does(&decide(pitched, verdict));
        assert!(!sees(&team, 8, &pitched.to_string()).contains("pitched"), "{verdict:?}");
    }
}

#[test]
fn a_pitch_that_was_returned_and_said_anew_waits_again() {
    let mut team = claimed();
    let pitched = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    team.at(6, 10).by("ana").does(&decide(pitched, Ruling::Return));
    let text = pitch("Shout louder");
    team.at(7, 9).by("cai").does(&Body::Revise { pitch: pitched, text });
    let concerns = as_seen_by("ana", &team, 8);
    let found = concerns.iter().find(|concern| concern.on == Subject::Begun(pitched));
    let found = found.expect("it waits");
    assert!(
        matches!(&found.why, Why::Pitched { by, days: 1 } if by.id.as_str() == "cai"),
        "{found:?}"
    );
    assert_eq!((&*found.title, &found.step), ("Shout louder", &Step::Decide(pitched)));
    assert_eq!(
        seen(&team, "ben", pitched, "pitched"),
        show(pitched),
        "who does not lead can look"
    );
}

#[test]
fn a_pitch_that_was_taken_back_waits_for_nobody() {
    let mut team = claimed();
    let pitched = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    team.at(6, 10).by("cai").retract(pitched);
    assert_eq!(sees(&team, 8, &pitched.to_string()), "");
}

#[test]
fn a_proposed_objective_and_a_proposed_change_wait_until_a_lead_decides() {
    let mut team = claimed();
    let objective = Body::ProposeObjective(Rc::new(Goal {
        title: "We sleep well".into(),
        why: "".into(),
        key_results: vec![],
    }));
    let change = Body::ProposeChange(Rc::new(ChangeGoal {
        on: Subject::KeyResult("views".into()),
        field: "target".into(),
        value: Value::Number(80.0),
        was: Some(Value::Number(100.0)),
        why: "".into(),
    }));
    for body in [objective, change] {
        let proposed = team.at(6, 9).by("cai").does(&body);
        assert_eq!(seen(&team, "ana", proposed, "proposed"), Step::Decide(proposed));
        assert_eq!(seen(&team, "ben", proposed, "proposed"), show(proposed));
        team.at(7, 9).by("ana").does(&decide(proposed, Ruling::Accept));
        assert!(!sees(&team, 8, &proposed.to_string()).contains("proposed"));
    }
}

#[test]
fn a_question_without_an_answer_waits_for_the_leads() {
    let mut team = claimed();
    let asked = team.at(6, 9).by("cai").does(&ask(None, "May I?"));
    assert_eq!(seen(&team, "ana", asked, "unanswered"), Step::Answer(asked));
    assert_eq!(seen(&team, "ben", asked, "unanswered"), show(asked));
    team.at(7, 9).by("ana").does(&answer(asked));
    assert_eq!(sees(&team, 8, &asked.to_string()), "");
}

#[test]
fn a_question_in_an_area_waits_for_whoever_decides_there() {
    let goals = Goals {
        decision_areas: vec![DecisionArea {
            approver: Some("dee".into()),
            ..area("paid")
        }],
        ..talk([initiative("ugc")])
    };
    let mut team = Team::with(goals);
    let asked = team.at(6, 9).by("cai").does(&ask(Some("paid"), "May I?"));
    assert_eq!(seen(&team, "dee", asked, "unanswered"), Step::Answer(asked));
    assert_eq!(
        seen(&team, "ana", asked, "unanswered"),
        show(asked),
        "Ana could, but Dee is asked"
    );
    let own = team.at(6, 9).by("dee").does(&ask(Some("paid"), "May I?"));
    assert_eq!(
        seen(&team, "dee", own, "unanswered"),
        show(own),
        "nobody answers themselves"
    );
}

#[test]
fn what_stands_under_a_closed_objective_needs_nobody() {
    let mut team = Team::with(talk(["ugc", "video"].map(initiative)));
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 10).by("cai").check_in("ugc", 1);
    let pitched = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    let all = ["ugc", "video", "views", &pitched.to_string()].map(|id| sees(&team, 8, id));
    assert_eq!(all, ["low-confidence", "unowned", "outdated", "pitched"]);
    team.at(7, 9).by("ana").does(&Body::CloseObjective(Rc::new(Close {
        objective: "talk".into(),
        grade: Some(0.5),
        lesson: "".into(),
        next: Next::Stop,
    })));
    assert_eq!(as_seen_by("ana", &team, 8), []);
}

#[test]
fn a_sponsor_decides_what_is_pitched_under_their_objective() {
    let mut goals = talk([initiative("ugc")]);
    let objective = Objective::clone(&goals.objectives[0]);
    goals.objectives[0] = Rc::new(Objective {
        sponsor: Some("dee".into()),
        ..objective
    });
    let mut team = Team::with(goals);
    let pitched = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    assert_eq!(seen(&team, "dee", pitched, "pitched"), Step::Decide(pitched));
}
