//! Pitches, decisions and questions.

use std::rc::Rc;

use alignment_board::domain::board::PitchState;
use alignment_board::domain::event::{Body, Record, Ruling, View};

use super::{sheet, since};
use crate::attention::{answer, ask, decide, pitch, talk};
use crate::support::{Team, initiative};

fn team() -> Team {
    Team::with(talk([initiative("ugc")]))
}

fn told(team: &Team, member: &str) -> Vec<String> {
    let told = sheet(team, member).decisions;
    let one = |decided: &alignment_board::domain::one_to_one::Decided| {
        [
            decided.how.key().trim_start_matches("one-to-one."),
            ": ",
            &decided.title,
        ]
        .concat()
    };
    told.iter().map(one).collect()
}

#[test]
fn pitches_stand_with_their_answers() {
    let mut team = team();
    let id = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    team.at(6, 10).by("dee").does(&Body::Feedback {
        pitch: id,
        view: View::Against,
        line: "Too loud.".into(),
    });
    let pitches = sheet(&team, "cai").pitches;
    assert_eq!(
        (&*pitches[0].title, pitches[0].state, pitches[0].feedback.len()),
        ("Shout", PitchState::Open, 1)
    );
    assert_eq!(sheet(&team, "dee").pitches, []);
    team.at(11, 9).by("ana").does(&decide(id, Ruling::Return));
    let returned = sheet(&team, "cai").pitches;
    let reason = returned[0].ruled.as_ref().map(|ruled| ruled.reason.to_string());
    assert_eq!(
        (returned[0].state, reason.as_deref()),
        (PitchState::Returned, Some("So far."))
    );
}

#[test]
fn a_pitch_that_was_settled_is_there_once_and_one_that_waits_always() {
    for (verdict, stays) in [(Ruling::Park, 0), (Ruling::Accept, 0), (Ruling::Return, 1)] {
        let mut team = team();
        let id = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
        team.at(11, 9).by("ana").does(&decide(id, verdict));
        assert_eq!(sheet(&team, "cai").pitches.len(), stays, "{verdict:?}");
        assert_eq!(since(&team, "cai", Some("2026-10-11")).pitches.len(), 1);
    }
}

#[test]
fn what_they_decided_and_asked_stands_in_its_order() {
    let mut team = team();
    let id = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    let question = team.at(13, 9).by("cai").does(&ask(None, "May I?"));
    team.at(13, 10).by("ana").does(&decide(id, Ruling::Park));
    team.at(13, 11).by("ana").does(&Body::LogDecision(Rc::new(Record {
        area: None,
        initiative: None,
        amount: None,
        decision: "We film in colour.".into(),
        why: "".into(),
    })));
    assert_eq!(told(&team, "cai"), ["asked: May I?"]);
    team.at(13, 12).by("ana").does(&answer(question));
    assert_eq!(told(&team, "cai"), ["got: May I?"]);
    assert_eq!(
        told(&team, "ana"),
        ["parked: Shout", "logged: We film in colour.", "answered: May I?"]
    );
    assert_eq!(told(&team, "dee"), [""; 0]);
}

#[test]
fn an_old_question_is_there_until_somebody_answers_it_and_then_once() {
    let mut team = team();
    let question = team.at(6, 9).by("cai").does(&ask(None, "May I?"));
    assert_eq!(told(&team, "cai"), ["asked: May I?"]);
    team.at(11, 9).by("ana").does(&answer(question));
    assert_eq!(told(&team, "cai"), [""; 0], "answered before the last one-to-one");
    team.at(13, 9).by("ana").does(&answer(question));
    assert_eq!(told(&team, "cai"), ["got: May I?"], "answered anew");
}

#[test]
fn a_decision_that_was_taken_back_is_none() {
    let mut team = team();
    let id = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    let ruled = team.at(13, 9).by("ana").does(&decide(id, Ruling::Park));
    team.at(13, 10).by("ana").retract(ruled);
    assert_eq!(told(&team, "ana"), [""; 0]);
}

#[test]
fn whom_they_let_in_is_a_decision_too() {
    let mut team = team();
    let join = team.at(13, 9).by("zoe").does(&Body::Join { name: "Zoe".into() });
    team.at(13, 10).by("ana").does(&decide(join, Ruling::Accept));
    assert_eq!(told(&team, "ana"), ["accepted: Zoe"]);
}
