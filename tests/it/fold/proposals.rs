//! Proposed objectives and changes, who put their names under them, and what leads decide.

use std::rc::Rc;

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::{Body, CheckIn, EventId, Ruling, Subject, Value};
use alignment_board::domain::goals::{Goals, KeyResult, KeyResultKind, Objective};

use crate::support::says::{change, decide, goal, pitch, retarget};
use crate::support::{Team, day, goals, initiative, key_result};

fn target(team: &Team, id: &str) -> Option<f64> {
    let objectives = &team.board().goals().objectives;
    let mut all = objectives.iter().flat_map(|objective| &objective.key_results);
    match all.find(|k| k.id.as_str() == id).map(|k| k.kind.clone()) {
        Some(KeyResultKind::Reach { target, .. }) => target,
        _ => None,
    }
}

fn team() -> Team {
    Team::with(goals([initiative("ugc")]))
}

fn with_target(target: f64) -> Goals {
    let mut goals = goals([initiative("ugc")]);
    let talk = Objective {
        key_results: vec![KeyResult {
            owner: Some("ben".into()),
            ..key_result("views", 0.0, target)
        }],
        ..(*goals.objectives[0]).clone()
    };
    goals.objectives[0] = talk.into();
    goals
}

fn sign(proposal: EventId) -> Body {
    Body::CoSign {
        on: Subject::Begun(proposal),
    }
}

#[test]
fn names_under_a_proposal_are_counted_against_the_team() {
    let mut team = team();
    let id = team.at(1, 9).by("ben").does(&goal("People stay"));
    for by in ["cai", "dee"] {
        team.at(1, 10).by(by).does(&sign(id));
    }
    let twice = team.at(1, 11).by("cai").does(&sign(id));
    let stranger = team.at(1, 11).by("zoe").does(&sign(id));
    assert_eq!(
        team.board().signed(&Subject::Begun(id), day("2026-10-01")),
        (2, Some(4))
    );
    assert_eq!(team.verdict(twice), Some(Refusal::AlreadySaid));
    assert_eq!(team.verdict(stranger), Some(Refusal::NotListed));
}

#[test]
fn an_accepted_objective_is_one_with_its_key_results() {
    let mut team = team();
    let id = team.at(1, 9).by("ben").does(&goal("People stay"));
    let number = format!("{id}.1");
    assert_eq!(team.board().goals().objectives.len(), 1);
    team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    let found = &team.board().goals().objectives[1];
    assert_eq!((&*found.title, found.id.as_str()), ("People stay", &*id.to_string()));
    team.at(3, 9).by("ana").measure(&number, 45.0);
    assert_eq!(
        team.board()
            .measured(&number.into())
            .and_then(|m| m.current())
            .map(|(v, _)| v),
        Some(45.0)
    );
}

#[test]
fn pitches_and_moves_to_an_accepted_objective_count_whenever_they_arrive() {
    let mut team = team();
    let id = team.at(1, 9).by("ben").does(&goal("People stay"));
    let pitched = team
        .at(3, 9)
        .by("cai")
        .does(&Body::Pitch(pitch(&id.to_string(), "Call them").into()));
    team.at(3, 10).by("cai").claim("ugc");
    let moved = team.at(3, 11).by("cai").does(&Body::Move {
        initiative: "ugc".into(),
        objective: id.to_string().into(),
        reason: "".into(),
    });
    assert_eq!(team.verdict(pitched), Some(Refusal::NotInDocument));
    team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    assert_eq!((team.verdict(pitched), team.verdict(moved)), (None, None));
    let titles = team.board().goals().objectives[1]
        .initiatives
        .iter()
        .map(|i| i.title.to_string());
    assert_eq!(titles.collect::<Vec<_>>(), ["ugc"]);
    let parked = team.at(4, 9).by("ana").does(&decide(id, Ruling::Park, "Next year."));
    assert_eq!(
        (team.verdict(moved), team.board().goals().objectives.len()),
        (Some(Refusal::NotInDocument), 1)
    );
    assert_eq!(team.board().goals().objectives[0].initiatives.len(), 1);
    team.at(4, 10).by("ana").retract(parked);
    assert_eq!(team.verdict(moved), None);
}

#[test]
fn an_accepted_change_counts_at_once_without_editing_the_file() {
    let mut team = team();
    let id = team.at(1, 9).by("cai").does(&retarget("views", 100.0, 120.0));
    assert_eq!(target(&team, "views"), Some(100.0));
    let decision = team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    assert_eq!(target(&team, "views"), Some(120.0));
    team.at(2, 10).by("ana").retract(decision);
    assert_eq!(target(&team, "views"), Some(100.0));
}

#[test]
fn a_change_is_superseded_when_the_document_says_something_else() {
    let mut team = team();
    let id = team.at(1, 9).by("cai").does(&retarget("views", 100.0, 120.0));
    team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    team.ledger = team.ledger.under(with_target(110.0).into());
    assert_eq!(
        (target(&team, "views"), team.board().is_superseded(id)),
        (Some(110.0), true)
    );
    team.ledger = team.ledger.under(with_target(100.0).into());
    assert_eq!(
        (target(&team, "views"), team.board().is_superseded(id)),
        (Some(120.0), false)
    );
}

#[test]
fn of_two_accepted_changes_of_what_the_document_says_the_one_accepted_last_holds() {
    let mut team = team();
    let more = team.at(1, 9).by("cai").does(&retarget("views", 100.0, 130.0));
    let less = team.at(1, 10).by("dee").does(&retarget("views", 100.0, 80.0));
    team.at(2, 9).by("ana").does(&decide(less, Ruling::Accept, ""));
    team.at(2, 10).by("ana").does(&decide(more, Ruling::Accept, ""));
    assert_eq!(target(&team, "views"), Some(130.0));
    assert!(!team.board().is_superseded(more) && !team.board().is_superseded(less));
}

#[test]
fn an_objectives_sponsor_decides_what_is_to_change_in_it_and_in_its_key_results() {
    let mut goals = goals([initiative("ugc")]);
    Rc::make_mut(&mut goals.objectives[0]).sponsor = Some("dee".into());
    let mut team = Team::with(goals);
    let words = Value::Text("We talk".into());
    let title = change(Subject::Objective("talk".into()), "title", None, words);
    for body in [retarget("views", 100.0, 120.0), title] {
        let proposed = team.at(1, 9).by("cai").does(&body);
        let accepted = team.at(2, 9).by("dee").does(&decide(proposed, Ruling::Accept, ""));
        assert_eq!(team.verdict(accepted), None, "{body:?}");
    }
    let objective = team.at(1, 9).by("cai").does(&goal("People stay"));
    let accepted = team.at(2, 9).by("dee").does(&decide(objective, Ruling::Accept, ""));
    assert_eq!(team.verdict(accepted), Some(Refusal::NotLead), "a new one is for leads");
}

#[test]
fn changes_follow_each_other_in_the_order_they_were_accepted() {
    let mut team = team();
    let first = team.at(1, 9).by("cai").does(&retarget("views", 100.0, 120.0));
    let second = team.at(1, 10).by("dee").does(&retarget("views", 120.0, 130.0));
    team.at(2, 10).by("ana").does(&decide(second, Ruling::Accept, ""));
    assert_eq!(
        (target(&team, "views"), team.board().is_superseded(second)),
        (Some(100.0), true)
    );
    team.at(2, 9).by("ana").does(&decide(first, Ruling::Accept, ""));
    assert_eq!(
        (target(&team, "views"), team.board().is_superseded(second)),
        (Some(130.0), false)
    );
}

#[test]
fn only_leads_decide_on_proposals_and_say_why_not() {
    let mut team = team();
    let id = team.at(1, 9).by("cai").does(&retarget("views", 100.0, 120.0));
    let member = team.at(2, 9).by("ben").does(&decide(id, Ruling::Accept, ""));
    let curt = team.at(2, 9).by("ana").does(&decide(id, Ruling::Return, ""));
    assert_eq!(team.verdict(member), Some(Refusal::NotLead));
    assert_eq!(team.verdict(curt), Some(Refusal::NoReason));
}

#[test]
fn what_cannot_be_changed_is_not_proposed() {
    let mut team = team();
    let on = || Subject::KeyResult("views".into());
    let number = || Value::Number(1.0);
    for (body, refusal) in [
        (
            change(on(), "owner", None, Value::Text("cai".into())),
            Refusal::BadValue,
        ),
        (
            change(on(), "target", None, Value::Text("more".into())),
            Refusal::BadValue,
        ),
        (change(on(), "due", None, Value::Text("soon".into())), Refusal::BadValue),
        (change(on(), "title", None, Value::Text(" ".into())), Refusal::BadValue),
        (
            change(Subject::KeyResult("lost".into()), "target", None, number()),
            Refusal::NotInDocument,
        ),
        (
            change(Subject::NorthStar, "target", None, number()),
            Refusal::NotInDocument,
        ),
        (
            change(Subject::Initiative("ugc".into()), "target", None, number()),
            Refusal::WrongKind,
        ),
        (retarget("views", 90.0, 100.0), Refusal::NoChange),
        (goal(""), Refusal::Empty),
    ] {
        let made = team.at(1, 9).by("cai").does(&body);
        assert_eq!(team.verdict(made), Some(refusal), "{body:?}");
    }
}

#[test]
fn a_check_in_on_something_of_which_there_is_no_number_does_not_count() {
    let mut team = team();
    let report = |on: Subject| {
        Body::CheckIn(
            CheckIn {
                on,
                value: Some(1.0),
                progress: None,
                confidence: None,
                line: "".into(),
                change: "".into(),
                blocker: "".into(),
                help: vec![],
            }
            .into(),
        )
    };
    let star = team.at(1, 9).by("ana").does(&report(Subject::NorthStar));
    let aim = team.at(1, 9).by("ana").does(&report(Subject::Objective("talk".into())));
    assert_eq!(team.verdict(star), Some(Refusal::NotInDocument));
    assert_eq!(team.verdict(aim), Some(Refusal::WrongKind));
}
