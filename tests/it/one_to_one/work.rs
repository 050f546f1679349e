//! Claims, what was said, what is in the way, the load, and what was learned.

use alignment_board::domain::event::{Body, Outcome, Subject};
use alignment_board::domain::goals::{Cadence, Goals, GuardrailKind, Initiative, Interval, Member};
use alignment_board::domain::one_to_one::{Load, Said, one_to_one};

use super::{sheet, since};
use crate::attention::{guardrail, looking, name, remark, said, talk, ugc};
use crate::support::{Team, at, day, initiative, member};

/// `ugc`, `video` and `replies`; Cai has the first since the 5th.
fn team() -> Team {
    let mut team = Team::with(talk([
        Initiative {
            due: Some(day("2026-10-19")),
            ..initiative("ugc")
        },
        initiative("video"),
        initiative("replies"),
    ]));
    team.at(5, 9).by("cai").claim("ugc");
    team
}

fn lines(said: &[Said]) -> Vec<(String, Option<u8>)> {
    said.iter()
        .map(|said| (name(&said.on), said.check_in.confidence))
        .collect()
}

#[test]
fn seats_and_places_in_line_stand_with_when_they_are_due() {
    let mut team = team();
    team.at(6, 9).by("dee").claim("video");
    team.at(6, 10).by("ben").claim("video");
    team.at(6, 11).by("cai").claim("video");
    team.at(13, 9).by("cai").check_in("ugc", 6);
    let claims = sheet(&team, "cai").claims;
    let seen: Vec<_> = claims
        .iter()
        .map(|held| (held.initiative.as_str(), held.waiting, held.confidence))
        .collect();
    assert_eq!(seen, [("ugc", None, Some(6)), ("video", Some(2), None)]);
    assert_eq!((claims[0].late, claims[0].due), (true, Some(day("2026-10-19"))));
    assert_eq!(
        claims[0].timing.and_then(|timing| timing.owed),
        None,
        "what was due on the 19th is answered"
    );
    assert_eq!(claims[1].timing, None, "who waits owes nothing");
    assert_eq!(&*claims[0].objective, "talk");
    assert_eq!(sheet(&team, "ana").claims, []);
}

#[test]
fn what_they_finished_or_gave_back_is_not_a_claim_any_more() {
    let mut team = team();
    team.at(6, 9).by("cai").claim("video");
    team.at(13, 9).by("cai").release("ugc");
    team.at(13, 9).by("cai").done("video");
    assert_eq!(sheet(&team, "cai").claims, []);
}

#[test]
fn their_check_ins_since_the_last_one_are_there_and_nobody_elses() {
    let mut team = team();
    team.at(11, 23).by("cai").check_in("ugc", 5);
    team.at(12, 0).by("cai").check_in("ugc", 6);
    team.at(13, 9).by("cai").release("ugc");
    team.at(13, 10).by("dee").claim("ugc");
    team.at(14, 9).by("dee").check_in("ugc", 9);
    let back = team
        .at(15, 8)
        .by("ben")
        .does(&said(Subject::KeyResult("views".into()), Some(1), "", &[]));
    team.at(15, 9).by("ben").retract(back);
    team.at(15, 10).by("ben").measure("views", 3.0);
    assert_eq!(
        lines(&sheet(&team, "cai").said),
        [("ugc".to_owned(), Some(6))],
        "also of what they gave back"
    );
    assert_eq!(
        lines(&sheet(&team, "ben").said),
        [("views".to_owned(), None)],
        "not what they took back"
    );
    assert_eq!(since(&team, "cai", Some("2026-10-11")).said.len(), 2);
}

#[test]
fn without_a_day_it_is_two_check_ins_ago_else_a_fortnight() {
    let with = |check_in| {
        let mut goals = talk([initiative("ugc")]);
        goals.cadence = Cadence {
            check_in,
            ..Cadence::default()
        };
        since(&Team::with(goals), "cai", None).since
    };
    assert_eq!(with(Some(Interval::Weekly)), day("2026-10-06"));
    assert_eq!(with(Some(Interval::Daily)), day("2026-10-18"));
    assert_eq!(with(None), day("2026-10-06"));
}

#[test]
fn what_is_in_the_way_stands_until_they_say_something_else_however_old_it_is() {
    let mut team = team();
    team.at(6, 9)
        .by("cai")
        .does(&said(ugc(), Some(5), "No camera.", &["dee"]));
    let trouble = sheet(&team, "cai").trouble;
    let help: Vec<_> = trouble[0].help.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(
        (name(&trouble[0].on), &*trouble[0].blocker, help),
        ("ugc".to_owned(), "No camera.", vec!["dee"])
    );
    let asked = |team: &Team| sheet(team, "dee").asked.len();
    assert_eq!(
        (sheet(&team, "dee").trouble.len(), asked(&team)),
        (0, 1),
        "Dee is asked"
    );
    team.at(7, 9).by("dee").does(&remark(ugc(), "Take mine."));
    assert_eq!((sheet(&team, "cai").trouble[0].help.len(), asked(&team)), (0, 0));
    team.at(8, 9).by("cai").check_in("ugc", 8);
    assert_eq!(sheet(&team, "cai").trouble, []);
}

#[test]
fn the_load_stands_against_each_claim_limit() {
    let mut team = Team::with(Goals {
        guardrails: vec![
            guardrail("wip", GuardrailKind::ClaimLimit(1)),
            guardrail("brand", GuardrailKind::Rule),
        ],
        ..talk(["ugc", "video"].map(initiative))
    });
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 9).by("cai").claim("video");
    let load = |open| Load {
        guardrail: "wip".into(),
        title: "wip".into(),
        open,
        limit: 1,
    };
    assert_eq!(
        (sheet(&team, "cai").load, sheet(&team, "dee").load),
        (vec![load(2)], vec![load(0)])
    );
}

#[test]
fn what_was_learned_from_what_they_had_is_there_whoever_ended_it() {
    let end = |id: &str, learned: &str| Body::Done {
        initiative: id.into(),
        outcome: Outcome::Worked,
        learned: learned.into(),
    };
    let mut team = team();
    team.at(6, 9).by("cai").claim("video");
    team.at(6, 9).by("dee").claim("replies");
    team.at(13, 9).by("ana").does(&end("ugc", "Film early."));
    team.at(13, 10).by("cai").does(&end("video", " "));
    team.at(13, 11).by("dee").does(&end("replies", "Answer fast."));
    let words = |member| -> Vec<String> {
        let learned = sheet(&team, member).learned;
        learned.iter().map(|learned| learned.words.to_string()).collect()
    };
    assert_eq!(words("cai"), ["Film early."]);
    assert_eq!(words("ana"), ["Film early."], "she ended it");
    assert_eq!(words("ben"), [""; 0]);
    assert_eq!(since(&team, "cai", Some("2026-10-14")).learned, [], "that was before");
}

#[test]
fn the_sheet_names_who_advises_them_and_strangers_have_none() {
    let mut goals = talk([initiative("ugc")]);
    goals.members.push(Member {
        mentor: Some("ben".into()),
        ..member("eve")
    });
    let team = Team::with(goals);
    let mentor = |member| sheet(&team, member).mentor.map(|person| person.name.to_string());
    assert_eq!((mentor("eve"), mentor("cai")), (Some("Ben".to_owned()), None));
    let stranger = looking(&team.ledger, at(20, 12), |scene| one_to_one(scene, &"zoe".into(), None));
    assert_eq!(stranger, None);
}
