//! What does not go on by itself.

use std::rc::Rc;

use alignment_board::domain::attention::{Step, Why};
use alignment_board::domain::event::{Body, CheckIn, Outcome, Subject};
use alignment_board::domain::goals::Initiative;

use super::{as_seen_by, claimed, concerns, remark, said, sees, step, talk, ugc};
use crate::support::{Team, day, initiative};

#[test]
fn confidence_of_three_and_less_needs_attention_and_of_four_does_not() {
    let mut team = claimed();
    team.at(6, 9).by("cai").check_in("ugc", 4);
    assert_eq!(sees(&team, 6, "ugc"), "");
    team.at(6, 10).by("cai").check_in("ugc", 3);
    assert_eq!(sees(&team, 6, "ugc"), "low-confidence");
    team.at(6, 11).by("cai").does(&said(ugc(), None, "", &[]));
    assert_eq!(sees(&team, 6, "ugc"), "low-confidence", "nothing else was said of it");
    team.at(6, 12).by("cai").check_in("ugc", 7);
    assert_eq!(sees(&team, 6, "ugc"), "");
}

#[test]
fn others_offer_a_word_and_whoever_said_so_says_how_it_is_now() {
    let mut team = claimed();
    team.at(6, 9).by("cai").check_in("ugc", 2);
    let seen = |viewer| step(&as_seen_by(viewer, &team, 6), "ugc", "low-confidence");
    assert_eq!([seen("ben"), seen("cai")], [Step::Comment(ugc()), Step::CheckIn(ugc())]);
}

#[test]
fn what_is_outdated_is_told_so_whatever_was_said_last() {
    let mut team = claimed();
    team.at(6, 13).by("cai").check_in("ugc", 2);
    assert_eq!(
        (sees(&team, 14, "ugc"), sees(&team, 15, "ugc")),
        ("low-confidence".into(), "low-confidence".into())
    );
    // The report of the 6th answers what was due on the 12th; the next is due on the 19th.
    assert_eq!(sees(&team, 16, "ugc"), "low-confidence");
    assert_eq!(sees(&team, 22, "ugc"), "idle");
}

#[test]
fn whoever_gave_it_up_does_not_make_it_stuck_any_more() {
    let mut team = claimed();
    team.at(6, 9).by("cai").check_in("ugc", 2);
    team.at(6, 10).by("cai").release("ugc");
    team.at(6, 11).by("dee").claim("ugc");
    assert_eq!(sees(&team, 6, "ugc"), "");
}

#[test]
fn each_holder_speaks_for_themselves() {
    let mut team = Team::with(talk([Initiative {
        seats: 2,
        ..initiative("ugc")
    }]));
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 9).by("dee").claim("ugc");
    team.at(6, 9).by("cai").check_in("ugc", 2);
    team.at(6, 10).by("dee").check_in("ugc", 9);
    assert_eq!(sees(&team, 6, "ugc"), "low-confidence");
}

#[test]
fn a_low_confidence_in_a_number_needs_attention_too() {
    let views = || Subject::KeyResult("views".into());
    let mut team = claimed();
    team.at(6, 9).by("ben").does(&said(views(), Some(4), "", &[]));
    assert_eq!(sees(&team, 6, "views"), "");
    team.at(6, 10).by("ben").does(&said(views(), Some(3), "", &[]));
    assert_eq!(sees(&team, 6, "views"), "low-confidence");
    assert_eq!(
        step(&concerns(&team, 6), "views", "low-confidence"),
        Step::CheckIn(views())
    );
    assert_eq!(sees(&team, 22, "views"), "outdated");
}

#[test]
fn something_in_the_way_needs_attention_at_whatever_confidence() {
    let mut team = claimed();
    team.at(6, 9).by("cai").does(&said(ugc(), Some(8), " ", &[]));
    assert_eq!(sees(&team, 6, "ugc"), "", "no words, no blocker");
    team.at(6, 10).by("cai").does(&said(ugc(), Some(8), "No camera.", &[]));
    assert_eq!(sees(&team, 6, "ugc"), "blocked");
    team.at(6, 11).by("cai").does(&said(ugc(), Some(2), "No camera.", &[]));
    assert_eq!(
        sees(&team, 6, "ugc"),
        "low-confidence",
        "told once, the stronger reason"
    );
}

#[test]
fn a_call_for_help_names_whom_it_asks_and_outweighs_the_other_reasons() {
    let mut team = claimed();
    team.at(6, 9)
        .by("cai")
        .does(&said(ugc(), Some(2), "No camera.", &["Dee", "ben"]));
    let concerns = concerns(&team, 6);
    let found = concerns
        .iter()
        .find(|concern| concern.on == ugc())
        .map(|concern| &concern.why);
    let Some(Why::HelpWanted { by, of, blocker, .. }) = found else {
        panic!("{concerns:?}")
    };
    let of: Vec<_> = of.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(
        (by.id.as_str(), &**blocker, of),
        ("cai", "No camera.", vec!["dee", "ben"])
    );
    assert_eq!(
        sees(&team, 30, "ugc"),
        "help-wanted idle",
        "it is heard however old it is"
    );
}

#[test]
fn a_call_that_names_nobody_on_the_team_is_none() {
    let mut team = claimed();
    team.at(6, 9).by("cai").does(&said(ugc(), Some(8), "", &["zoe", "cai"]));
    assert_eq!(sees(&team, 6, "ugc"), "");
}

#[test]
fn a_call_is_answered_by_whoever_is_asked_and_does_something_about_it_or_by_a_new_word() {
    let asked = || {
        let mut team = Team::with(talk([Initiative {
            seats: 2,
            ..initiative("ugc")
        }]));
        team.at(5, 9).by("cai").claim("ugc");
        team.at(6, 9).by("cai").does(&said(ugc(), Some(8), "", &["dee"]));
        team
    };
    let mut team = asked();
    team.at(6, 10).by("ben").claim("ugc");
    assert_eq!(sees(&team, 6, "ugc"), "help-wanted", "Ben was not asked");
    let mut team = asked();
    let claim = team.at(6, 10).by("dee").claim("ugc");
    assert_eq!(sees(&team, 6, "ugc"), "");
    team.at(6, 11).by("dee").retract(claim);
    assert_eq!(sees(&team, 6, "ugc"), "help-wanted", "taken back");
    team.at(6, 12).by("cai").check_in("ugc", 8);
    assert_eq!(sees(&team, 6, "ugc"), "");
}

#[test]
fn what_was_said_a_moment_before_a_call_is_no_answer_to_it() {
    let mut team = claimed();
    team.at(6, 9).by("dee").does(&remark(ugc(), "Nice."));
    team.at(6, 9).by("cai").does(&said(ugc(), Some(8), "", &["dee"]));
    assert_eq!(sees(&team, 6, "ugc"), "help-wanted");
    team.at(6, 9).by("dee").does(&remark(ugc(), "Take mine."));
    assert_eq!(sees(&team, 6, "ugc"), "");
}

#[test]
fn a_call_for_help_with_a_number_is_heard_too() {
    let mut team = claimed();
    let views = Subject::KeyResult("views".into());
    team.at(6, 9).by("ben").does(&said(views, Some(8), "", &["ana"]));
    assert_eq!(sees(&team, 6, "views"), "help-wanted");
}

#[test]
fn what_is_held_and_past_its_due_day_is_overdue_for_its_holder_to_change() {
    let team = |claim: bool| {
        let mut team = Team::with(talk([Initiative {
            due: Some(day("2026-10-06")),
            ..initiative("ugc")
        }]));
        if claim {
            team.at(5, 9).by("cai").claim("ugc");
        }
        team
    };
    let mut held = team(true);
    assert_eq!(
        (sees(&held, 6, "ugc"), sees(&held, 7, "ugc")),
        (String::new(), "overdue".into())
    );
    let seen = |viewer| step(&as_seen_by(viewer, &held, 7), "ugc", "overdue");
    let show = || Step::Show(ugc());
    assert_eq!(
        [seen("cai"), seen("ben"), seen("ana")],
        [Step::Adjust("ugc".into()), show(), show()]
    );
    assert_eq!(
        sees(&team(false), 7, "ugc"),
        "unowned",
        "what nobody has is late for nobody"
    );
    held.at(7, 9).by("cai").does(&Body::Done {
        initiative: "ugc".into(),
        outcome: Outcome::Worked,
        learned: "".into(),
    });
    assert_eq!(sees(&held, 7, "ugc"), "", "late, and done");
}

#[test]
fn what_a_later_version_changed_is_left_out() {
    let mut team = claimed();
    team.at(6, 9).by("cai").check_in("ugc", 2);
    team.at(6, 10).by("cai").does(&Body::Unknown {
        kind: Rc::from("bless"),
        initiative: Some("ugc".into()),
    });
    assert_eq!(sees(&team, 30, "ugc"), "");
}

#[test]
fn a_check_in_that_was_taken_back_says_nothing() {
    let mut team = claimed();
    let low = team.at(6, 9).by("cai").check_in("ugc", 2);
    team.at(6, 10).by("cai").retract(low);
    assert_eq!(sees(&team, 6, "ugc"), "");
    let check_in = CheckIn {
        on: ugc(),
        value: None,
        progress: None,
        confidence: Some(2),
        line: "".into(),
        change: "".into(),
        blocker: "".into(),
        help: vec![],
    };
    team.at(6, 11).by("ben").does(&Body::CheckIn(Rc::new(check_in)));
    assert_eq!(sees(&team, 6, "ugc"), "", "Ben has no claim, so it does not count");
}
