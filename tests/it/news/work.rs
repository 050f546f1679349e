//! What became of initiatives, and what was pitched and decided.

use std::rc::Rc;

use alignment_board::domain::event::{Body, Close, Next, Outcome, Record, Ruling, Subject};
use alignment_board::domain::goals::{Initiative, InitiativeState, Owner};
use alignment_board::domain::news::News;

use super::{happened, told};
use crate::attention::{answer, ask, decide, name, pitch, remark, said, talk, ugc};
use crate::support::{Team, initiative};

/// `ugc` and `video`, which Cai claimed on the 5th.
fn team() -> Team {
    let mut team = Team::with(talk(["ugc", "video"].map(initiative)));
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 9).by("cai").claim("video");
    team
}

fn done(id: &str) -> Body {
    Body::Done {
        initiative: id.into(),
        outcome: Outcome::Partly,
        learned: "Film early.".into(),
    }
}

fn dropped(id: &str) -> Body {
    Body::Drop {
        initiative: id.into(),
        reason: "No camera.".into(),
        learned: "".into(),
    }
}

#[test]
fn nothing_happened_is_nothing_to_say() {
    let team = team();
    assert_eq!(happened(&team, 10, 15), News::default());
    assert_eq!(told(&team), "");
}

#[test]
fn what_was_finished_since_is_told_with_who_had_it_and_what_was_learned() {
    let mut team = team();
    team.at(9, 9).by("cai").does(&done("video"));
    team.at(11, 9).by("cai").does(&done("ugc"));
    assert_eq!(told(&team), "1 finished", "the other was finished before");
    let news = happened(&team, 10, 15);
    let [ended] = &news.finished[..] else {
        panic!("{news:?}")
    };
    let holders: Vec<_> = ended.holders.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(
        (ended.initiative.as_str(), holders, &*ended.finish.learned),
        ("ugc", vec!["cai"], "Film early.")
    );
}

#[test]
fn what_was_finished_and_taken_up_again_or_taken_back_is_no_news() {
    let mut team = team();
    let first = team.at(11, 9).by("cai").does(&done("ugc"));
    team.at(11, 9).by("cai").does(&done("video"));
    team.at(12, 9).by("cai").retract(first);
    team.at(12, 9).by("cai").reopen("video");
    assert_eq!(told(&team), "");
}

#[test]
fn what_was_given_up_is_told_apart() {
    let mut team = team();
    team.at(11, 9).by("cai").does(&dropped("ugc"));
    assert_eq!(told(&team), "1 dropped");
}

#[test]
fn what_the_document_says_is_done_is_no_news_and_neither_is_a_split() {
    let mut team = Team::with(talk([
        Initiative {
            state: InitiativeState::Done,
            ..initiative("ugc")
        },
        initiative("video"),
    ]));
    team.at(5, 9).by("cai").claim("video");
    team.at(11, 9).by("cai").does(&Body::Split {
        initiative: "video".into(),
        parts: vec!["One".into(), "Two".into()],
    });
    assert_eq!(told(&team), "");
}

#[test]
fn a_seat_that_somebody_has_and_did_not_have_is_claimed_however_they_came_to_it() {
    let mut team = Team::with(talk([
        initiative("ugc"),
        initiative("video"),
        Initiative {
            owners: vec![Owner::Member("dee".into())],
            ..initiative("replies")
        },
    ]));
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 9).by("dee").claim("ugc");
    assert_eq!(told(&team), "");
    team.at(11, 9).by("cai").release("ugc");
    team.at(11, 9).by("ben").claim("video");
    assert_eq!(told(&team), "2 claimed", "Dee moved up");
    let claim = team.at(11, 10).by("cai").claim("replies");
    assert_eq!(told(&team), "2 claimed", "who waits has no seat");
    team.at(11, 11).by("cai").retract(claim);
    team.at(12, 9).by("ben").release("video");
    assert_eq!(told(&team), "1 claimed", "given back already");
}

#[test]
fn what_is_stuck_by_a_word_since_then_is_told_once() {
    let mut team = team();
    team.at(9, 9).by("cai").check_in("video", 2);
    assert_eq!(told(&team), "", "that was said before");
    team.at(11, 9).by("cai").check_in("ugc", 2);
    assert_eq!(told(&team), "1 stuck");
    team.at(12, 9).by("cai").check_in("ugc", 8);
    assert_eq!(told(&team), "", "not any more");
    team.at(13, 9).by("cai").does(&said(ugc(), Some(8), "No camera.", &[]));
    assert_eq!(told(&team), "1 stuck");
    team.at(14, 9).by("cai").does(&said(ugc(), Some(8), "", &["dee"]));
    assert_eq!(told(&team), "1 stuck");
    team.at(14, 10).by("dee").does(&remark(ugc(), "Take mine."));
    assert_eq!(told(&team), "");
}

#[test]
fn pitches_and_decisions_are_told() {
    let mut team = team();
    let before = team.at(9, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    assert_eq!(told(&team), "");
    let after = team.at(11, 9).by("cai").does(&Body::Pitch(pitch("Whisper")));
    assert_eq!(told(&team), "1 pitched");
    team.at(11, 10).by("ana").does(&decide(before, Ruling::Park));
    assert_eq!(told(&team), "1 decided, 1 pitched");
    team.at(11, 11).by("ana").does(&decide(after, Ruling::Accept));
    assert_eq!(told(&team), "2 decided, 1 pitched, 1 claimed", "its author has it now");
}

#[test]
fn a_pitch_that_was_returned_and_said_anew_is_not_decided_any_more() {
    let mut team = team();
    let id = team.at(9, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    team.at(11, 9).by("ana").does(&decide(id, Ruling::Return));
    assert_eq!(told(&team), "1 decided");
    let text = pitch("Shout louder");
    team.at(11, 10).by("cai").does(&Body::Revise { pitch: id, text });
    assert_eq!(told(&team), "");
}

#[test]
fn answers_logged_decisions_and_closed_objectives_are_decisions_in_their_order() {
    let mut team = team();
    let question = team.at(9, 9).by("cai").does(&ask(None, "May I?"));
    assert_eq!(told(&team), "");
    let logged = team.at(11, 9).by("ben").does(&Body::LogDecision(Rc::new(Record {
        area: None,
        initiative: None,
        amount: None,
        decision: "We film in colour.".into(),
        why: "".into(),
    })));
    team.at(11, 10).by("ana").does(&answer(question));
    team.at(11, 11).by("ana").does(&Body::CloseObjective(Rc::new(Close {
        objective: "talk".into(),
        grade: None,
        lesson: "".into(),
        next: Next::Stop,
    })));
    let news = happened(&team, 10, 15);
    let told: Vec<_> = news
        .decided
        .iter()
        .map(|begun| (name(&begun.on), &*begun.title, &*begun.by.name))
        .collect();
    let expected = [
        (logged.to_string(), "We film in colour.", "Ben"),
        (question.to_string(), "May I?", "Ana"),
        ("talk".to_owned(), "talk", "Ana"),
    ];
    assert_eq!(told, expected);
    assert_eq!(news.decided[2].on, Subject::Objective("talk".into()));
}

#[test]
fn what_weighs_most_comes_first() {
    let mut team = team();
    team.at(11, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    team.at(11, 9).by("cai").does(&dropped("video"));
    team.at(11, 9).by("ben").measure("views", 12.0);
    team.at(11, 10).by("cai").check_in("ugc", 1);
    assert_eq!(told(&team), "1 stuck, views 12, 1 dropped, 1 pitched");
    team.at(12, 9).by("cai").does(&done("ugc"));
    assert_eq!(told(&team), "1 finished, views 12, 1 dropped, 1 pitched");
}
