//! What has gone quiet.

use alignment_board::domain::attention::{Step, Why};
use alignment_board::domain::event::{Ask, Body, Subject};
use alignment_board::domain::goals::{Cadence, Initiative, Owner};

use super::{as_seen_by, claimed, concerns, name, sees, step, talk, ugc};
use crate::support::{Team, day, initiative};

/// Check-ins are asked of nobody, so that only idleness is.
fn without_check_ins() -> Cadence {
    Cadence {
        check_in: None,
        ..Cadence::default()
    }
}

fn at_leisure(initiatives: impl IntoIterator<Item = Initiative>) -> Team {
    let mut goals = talk(initiatives);
    goals.cadence = without_check_ins();
    Team::with(goals)
}

#[test]
fn a_check_in_is_outdated_when_its_grace_is_over_and_not_before() {
    let mut team = claimed();
    team.at(12, 13).by("cai").check_in("ugc", 8);
    // The next one is due on the 19th, and may be two days late.
    assert_eq!(sees(&team, 21, "ugc"), "");
    assert_eq!(sees(&team, 22, "ugc"), "outdated");
    let concerns = concerns(&team, 22);
    let outdated = concerns
        .iter()
        .find(|concern| concern.on == ugc())
        .map(|concern| &concern.why);
    let due = day("2026-10-19");
    assert_eq!(outdated, Some(&Why::Outdated { due, days: 3 }));
}

#[test]
fn who_has_it_checks_in_and_others_ask() {
    let mut team = claimed();
    team.at(12, 13).by("cai").check_in("ugc", 8);
    let seen = |viewer| step(&as_seen_by(viewer, &team, 22), "ugc", "outdated");
    assert_eq!([seen("cai"), seen("ben")], [Step::CheckIn(ugc()), Step::Comment(ugc())]);
}

#[test]
fn a_key_result_without_news_is_outdated_for_its_owner_to_report() {
    let mut team = claimed();
    assert_eq!(
        (sees(&team, 7, "views"), sees(&team, 8, "views")),
        (String::new(), "outdated".into())
    );
    let views = || Subject::KeyResult("views".into());
    let seen = |viewer| step(&as_seen_by(viewer, &team, 8), "views", "outdated");
    assert_eq!(
        [seen("ben"), seen("ana")],
        [Step::CheckIn(views()), Step::CheckIn(views())]
    );
    assert_eq!(seen("cai"), Step::Comment(views()));
    team.at(8, 9).by("ben").measure("views", 3.0);
    assert_eq!(sees(&team, 8, "views"), "");
}

#[test]
fn where_no_check_ins_are_asked_for_nothing_is_outdated() {
    let team = at_leisure([initiative("ugc")]);
    assert_eq!(sees(&team, 30, "views"), "");
}

#[test]
fn a_holder_is_idle_after_ten_days_of_silence_and_not_before() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 12).by("cai").claim("ugc");
    assert_eq!(sees(&team, 15, "ugc"), "", "ten days to the minute");
    assert_eq!(sees(&team, 16, "ugc"), "idle");
    let concerns = concerns(&team, 16);
    let Some(Why::Idle {
        holder,
        days,
        may_be_taken,
    }) = concerns.iter().find(|c| c.on == ugc()).map(|c| &c.why)
    else {
        panic!("{concerns:?}")
    };
    assert_eq!((holder.id.as_str(), *days, *may_be_taken), ("cai", 11, false));
    assert_eq!(step(&concerns, "ugc", "idle"), Step::Comment(ugc()));
}

#[test]
fn whoever_did_something_about_it_is_not_idle() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 12).by("cai").claim("ugc");
    team.at(10, 12).by("cai").hand_over("ugc", "dee");
    assert_eq!(
        (sees(&team, 20, "ugc"), sees(&team, 21, "ugc")),
        (String::new(), "idle".into())
    );
    team.at(21, 9).by("cai").check_in("ugc", 8);
    assert_eq!(sees(&team, 21, "ugc"), "");
}

#[test]
fn whoever_asked_something_for_it_is_not_idle() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 9).by("cai").claim("ugc");
    let question = Ask {
        area: None,
        initiative: Some("ugc".into()),
        amount: None,
        question: "May we boost it?".into(),
    };
    team.at(10, 9).by("cai").does(&Body::Ask(question.into()));
    assert_eq!(
        (sees(&team, 16, "ugc"), sees(&team, 21, "ugc")),
        (String::new(), "idle".into())
    );
}

#[test]
fn somebody_elses_act_does_not_make_a_holder_less_idle_nor_does_what_does_not_count() {
    let mut team = at_leisure([Initiative {
        seats: 2,
        ..initiative("ugc")
    }]);
    team.at(5, 12).by("cai").claim("ugc");
    team.at(10, 12).by("dee").claim("ugc");
    let second = team.at(11, 12).by("cai").claim("ugc");
    assert!(team.refusal("ugc", second).is_some());
    let all = concerns(&team, 16);
    let idle = all.iter().filter(|concern| concern.on == ugc());
    let names: Vec<_> = idle
        .map(|concern| match &concern.why {
            Why::Idle { holder, .. } => holder.id.to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(names, ["cai"]);
}

#[test]
fn after_a_fortnight_somebody_else_may_take_over_but_not_the_holder() {
    let mut team = at_leisure([initiative("ugc")]);
    let claim = team.at(5, 12).by("cai").claim("ugc");
    let seen = |viewer, today| step(&as_seen_by(viewer, &team, today), "ugc", "idle");
    let take_over = Step::TakeOver {
        initiative: "ugc".into(),
        claim: Some(claim),
        member: "cai".into(),
    };
    assert_eq!([seen("ben", 19), seen("ben", 20)], [Step::Comment(ugc()), take_over]);
    assert_eq!(seen("cai", 20), Step::CheckIn(ugc()));
}

#[test]
fn an_owner_in_the_document_is_not_idle_before_they_did_anything() {
    let mut team = at_leisure([Initiative {
        owners: vec![Owner::Member("cai".into())],
        ..initiative("ugc")
    }]);
    assert_eq!(sees(&team, 30, "ugc"), "");
    team.at(5, 12).by("cai").check_in("ugc", 8);
    assert_eq!(sees(&team, 30, "ugc"), "idle");
}

#[test]
fn a_silent_holder_stands_for_a_silent_card() {
    let mut team = Team::with(talk([initiative("ugc")]));
    team.at(5, 13).by("cai").claim("ugc");
    assert_eq!(
        (sees(&team, 15, "ugc"), sees(&team, 16, "ugc")),
        ("outdated".into(), "idle".into())
    );
}

#[test]
fn what_nobody_holds_is_not_quiet() {
    let mut team = claimed();
    team.at(5, 10).by("cai").release("ugc");
    assert_eq!(sees(&team, 30, "ugc"), "unowned");
    let quiet = |c: &alignment_board::domain::attention::Concern| name(&c.on) == "ugc";
    assert_eq!(concerns(&team, 30).iter().filter(|c| quiet(c)).count(), 1);
}

#[test]
fn who_was_away_is_idle_later_by_as_long_as_that() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(5, 12).by("cai").claim("ugc");
    let away = |from: &str, until: &str| Body::Away {
        from: day(from),
        until: day(until),
        cover: "".into(),
    };
    team.at(6, 9).by("dee").does(&away("2026-10-06", "2026-10-30"));
    assert_eq!(sees(&team, 16, "ugc"), "idle", "somebody else is away");
    let gone = team.at(16, 9).by("cai").does(&away("2026-10-09", "2026-10-11"));
    assert_eq!(sees(&team, 16, "ugc"), "");
    assert_eq!(
        (sees(&team, 18, "ugc"), sees(&team, 19, "ugc")),
        (String::new(), "idle".into())
    );
    team.at(17, 9).by("cai").retract(gone);
    assert_eq!(sees(&team, 18, "ugc"), "idle");
}

#[test]
fn whoever_moves_up_is_idle_from_then_on() {
    let mut team = at_leisure([initiative("ugc")]);
    team.at(1, 9).by("cai").claim("ugc");
    team.at(2, 9).by("dee").claim("ugc");
    team.at(10, 9).by("cai").release("ugc");
    assert_eq!(
        (sees(&team, 18, "ugc"), sees(&team, 21, "ugc")),
        (String::new(), "idle".into())
    );
}
