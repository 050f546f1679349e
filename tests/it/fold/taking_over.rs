//! Seats of people who have gone quiet, who are away, or who left.

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::{Ask, Body, EventId, Record, Subject};
use alignment_board::domain::goals::{Initiative, Owner};

use super::closing::document;
use crate::support::says::{comment, settle, take_over, take_over_from, vacate};
use crate::support::{Team, day, goals, initiative};

/// Ben holds the only seat since the 1st; two weeks of silence are long.
fn team() -> (Team, EventId) {
    let mut team = Team::with(goals([initiative("ugc")]));
    let claim = team.at(1, 9).by("ben").claim("ugc");
    (team, claim)
}

fn away(from: &str, until: &str) -> Body {
    Body::Away {
        from: day(from),
        until: day(until),
        cover: "".into(),
    }
}

#[test]
fn a_seat_that_is_quiet_for_longer_than_two_weeks_may_be_taken_over() {
    let (mut team, claim) = team();
    let early = team.at(15, 9).by("cai").does(&take_over("ugc", claim));
    let taken = team.at(15, 10).by("cai").does(&take_over("ugc", claim));
    assert_eq!(team.verdict(early), Some(Refusal::NotIdle));
    assert_eq!((team.verdict(taken), team.holders("ugc")), (None, "cai".into()));
}

#[test]
fn the_first_who_waits_gets_the_seat_whoever_takes_it_over() {
    let (mut team, claim) = team();
    team.at(2, 9).by("dee").claim("ugc");
    team.at(20, 9).by("cai").does(&take_over("ugc", claim));
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("dee".into(), String::new())
    );
}

#[test]
fn any_word_of_the_holder_keeps_the_seat() {
    let (mut team, claim) = team();
    team.at(14, 9)
        .by("ben")
        .does(&comment(Subject::Initiative("ugc".into()), "Slow, but on it."));
    let early = team.at(27, 9).by("cai").does(&Body::Reopen {
        initiative: "ugc".into(),
    });
    assert_eq!(
        team.verdict(early),
        Some(Refusal::StillOpen),
        "what does not count is no word"
    );
    let taken = team.at(28, 10).by("cai").does(&take_over("ugc", claim));
    assert_eq!((team.verdict(taken), team.holders("ugc")), (None, "cai".into()));
}

#[test]
fn that_the_holders_widget_settles_a_claim_is_no_word_of_theirs() {
    let (mut team, claim) = team();
    let settled = team.at(10, 9).by("ben").does(&settle("ugc", claim, &[]));
    let taken = team.at(20, 9).by("cai").does(&take_over("ugc", claim));
    assert_eq!(
        (team.verdict(settled), team.verdict(taken), team.holders("ugc")),
        (None, None, "cai".into())
    );
}

/// What a holder may say of their initiative elsewhere.
fn elsewhere() -> [Body; 3] {
    [
        Body::Ask(
            Ask {
                area: None,
                initiative: Some("ugc".into()),
                amount: None,
                question: "May we boost it?".into(),
            }
            .into(),
        ),
        Body::LogDecision(
            Record {
                area: None,
                initiative: Some("ugc".into()),
                amount: None,
                decision: "Three films".into(),
                why: "".into(),
            }
            .into(),
        ),
        Body::Constellation {
            title: "Films".into(),
            initiatives: vec!["ugc".into()],
        },
    ]
}

#[test]
fn what_the_holder_says_of_it_elsewhere_keeps_the_seat_too() {
    for word in elsewhere() {
        let (mut team, claim) = team();
        team.at(14, 9).by("ben").does(&word);
        let early = team.at(28, 8).by("cai").makes(&take_over("ugc", claim));
        assert_eq!(team.ledger.would_count(&early), Err(Refusal::NotIdle));
        let taken = team.at(28, 10).by("cai").does(&take_over("ugc", claim));
        assert_eq!((team.verdict(taken), team.holders("ugc")), (None, "cai".into()));
    }
}

#[test]
fn what_somebody_else_asks_for_it_keeps_no_seat() {
    let (mut team, claim) = team();
    for word in elsewhere() {
        team.at(14, 9).by("dee").does(&word);
    }
    team.at(20, 9).by("cai").does(&take_over("ugc", claim));
    assert_eq!(team.holders("ugc"), "cai");
}

#[test]
fn a_word_that_arrives_late_makes_a_take_over_premature_and_one_taken_back_before_does_not() {
    let backs = [(None, "ben cai"), (Some(19), "cai"), (Some(21), "ben cai")];
    for (word, (back, holders)) in elsewhere().iter().flat_map(|word| backs.map(|back| (word, back))) {
        let (mut team, claim) = team();
        let word = team.at(10, 9).by("ben").makes(word);
        let event = word.id;
        let back = back.map(|day| team.at(day, 9).by("ben").makes(&Body::Retract { event }));
        team.at(20, 9).by("cai").does(&take_over("ugc", claim));
        assert_eq!(team.holders("ugc"), "cai");
        team.receive(word);
        back.map(|back| team.receive(back));
        assert_eq!(team.holders("ugc"), holders);
    }
}

#[test]
fn where_a_word_that_came_late_shows_they_were_not_quiet_both_stay() {
    let (mut team, claim) = team();
    let word = comment(Subject::Initiative("ugc".into()), "Still here.");
    let word = team.at(10, 9).by("ben").makes(&word);
    let taken = team.at(20, 9).by("cai").does(&take_over("ugc", claim));
    assert_eq!(team.holders("ugc"), "cai");
    team.receive(word);
    assert_eq!(
        (team.verdict(taken), team.holders("ugc"), team.work("ugc").over()),
        (None, "ben cai".into(), 1)
    );
    let asked = team.at(20, 10).by("dee").makes(&take_over("ugc", claim));
    assert_eq!(team.ledger.would_count(&asked), Err(Refusal::NotIdle));
    let third = team.at(20, 10).by("dee").does(&take_over("ugc", claim));
    assert_eq!(team.verdict(third), Some(Refusal::NotIdle), "one over is enough");
}

#[test]
fn nobody_takes_over_a_seat_that_was_taken_a_moment_ago_or_their_own() {
    let (mut team, claim) = team();
    let early = team.at(2, 9).by("cai").does(&take_over("ugc", claim));
    let own = team.at(20, 9).by("ben").does(&take_over("ugc", claim));
    let none = team.at(20, 9).by("cai").does(&take_over("ugc", early));
    assert_eq!(team.verdict(early), Some(Refusal::NotIdle));
    assert_eq!(team.verdict(own), Some(Refusal::AlreadyIn));
    assert_eq!(team.verdict(none), Some(Refusal::NoSeat));
}

#[test]
fn days_away_do_not_count_as_quiet_when_they_were_said_before() {
    let (mut team, claim) = team();
    team.at(2, 9).by("ben").does(&away("2026-10-05", "2026-10-09"));
    let early = team.at(20, 9).by("cai").makes(&take_over("ugc", claim));
    assert_eq!(team.ledger.would_count(&early), Err(Refusal::NotIdle));
    let taken = team.at(20, 10).by("cai").does(&take_over("ugc", claim));
    assert_eq!((team.verdict(taken), team.holders("ugc")), (None, "cai".into()));
    team.at(21, 9).by("ben").does(&away("2026-10-05", "2026-10-19"));
    assert_eq!(team.holders("ugc"), "cai", "what is said afterwards changes nothing");
}

#[test]
fn what_is_said_afterwards_changes_nothing_also_where_it_arrives_first() {
    let (mut team, claim) = team();
    team.at(21, 9).by("ben").does(&away("2026-10-05", "2026-10-19"));
    let taken = team.at(20, 10).by("cai").does(&take_over("ugc", claim));
    assert_eq!((team.verdict(taken), team.holders("ugc")), (None, "cai".into()));
}

#[test]
fn a_day_of_two_absences_is_one_day_away() {
    let (mut team, claim) = team();
    team.at(2, 9).by("ben").does(&away("2026-10-03", "2026-10-06"));
    team.at(2, 9).by("ben").does(&away("2026-10-05", "2026-10-08"));
    team.at(2, 9).by("ben").does(&away("2026-10-04", "2026-10-05"));
    // Six days away from the 3rd to the 8th, and quiet since the 1st.
    for (hour, verdict) in [(9, Err(Refusal::NotIdle)), (10, Ok(()))] {
        let taken = team.at(21, hour).by("cai").makes(&take_over("ugc", claim));
        assert_eq!(team.ledger.would_count(&taken), verdict, "{hour}");
    }
}

#[test]
fn words_that_were_all_taken_back_keep_no_seat() {
    let (mut team, claim) = team();
    for day in [8, 12] {
        let word = comment(Subject::Initiative("ugc".into()), "On it.");
        let word = team.at(day, 9).by("ben").does(&word);
        team.at(day, 10).by("ben").retract(word);
    }
    let taken = team.at(15, 10).by("cai").makes(&take_over("ugc", claim));
    assert_eq!(team.ledger.would_count(&taken), Ok(()));
}

#[test]
fn an_absence_that_arrives_late_but_was_said_before_makes_a_take_over_premature() {
    let (mut team, claim) = team();
    let holiday = team.at(2, 9).by("ben").makes(&away("2026-10-05", "2026-10-20"));
    let taken = team.at(18, 9).by("cai").does(&take_over("ugc", claim));
    assert_eq!((team.verdict(taken), team.holders("ugc")), (None, "cai".into()));
    team.receive(holiday);
    assert_eq!((team.verdict(taken), team.holders("ugc")), (None, "ben cai".into()));
}

#[test]
fn an_absence_that_was_taken_back_counts_as_quiet_again() {
    let (mut team, claim) = team();
    let holiday = team.at(2, 9).by("ben").does(&away("2026-10-05", "2026-10-20"));
    team.at(3, 9).by("ben").retract(holiday);
    let taken = team.at(18, 9).by("cai").does(&take_over("ugc", claim));
    assert_eq!(team.verdict(taken), None);
}

#[test]
fn an_absence_ends_after_it_begins_and_names_a_cover_who_is_here() {
    let (mut team, _) = team();
    let backwards = team.at(2, 9).by("ben").does(&away("2026-10-09", "2026-10-05"));
    let covered = |cover: &str| Body::Away {
        from: day("2026-10-05"),
        until: day("2026-10-05"),
        cover: cover.into(),
    };
    let nobody = team.at(2, 10).by("ben").does(&covered("zoe"));
    let dee = team.at(2, 11).by("ben").does(&covered("Dee"));
    assert_eq!(team.verdict(backwards), Some(Refusal::BadSpan));
    assert_eq!(team.verdict(nobody), Some(Refusal::Nobody));
    assert_eq!(team.verdict(dee), None);
    let life = team.board().life().expect("always there");
    assert!(life.is_away(&"ben".into(), day("2026-10-05"), EventId::LAST));
    assert_eq!(life.aways[0].cover.as_ref().map(|cover| cover.id.as_str()), Some("dee"));
}

#[test]
fn owners_in_the_document_are_not_quiet_before_their_first_word() {
    let mut team = Team::with(goals([Initiative {
        owners: vec![Owner::Member("ben".into())],
        ..initiative("ugc")
    }]));
    let early = team.at(40, 9).by("cai").does(&take_over_from("ugc", "ben"));
    assert_eq!(team.verdict(early), Some(Refusal::NotIdle));
    team.at(41, 9).by("ben").check_in("ugc", 8);
    let taken = team.at(56, 9).by("cai").does(&take_over_from("ugc", "Ben"));
    assert_eq!((team.verdict(taken), team.holders("ugc")), (None, "cai".into()));
}

#[test]
fn who_took_over_may_give_the_seat_back() {
    let (mut team, claim) = team();
    let taken = team.at(20, 9).by("cai").does(&take_over("ugc", claim));
    team.at(20, 10).by("cai").retract(taken);
    assert_eq!(team.holders("ugc"), "ben");
}

#[test]
fn finished_work_is_not_taken_over() {
    let (mut team, claim) = team();
    team.at(2, 9).by("ben").done("ugc");
    let late = team.at(20, 9).by("cai").does(&take_over("ugc", claim));
    assert_eq!(team.verdict(late), Some(Refusal::Finished));
}

#[test]
fn a_lead_frees_the_seat_of_somebody_who_left_and_nobody_else_does() {
    let (mut team, _) = team();
    let other = team.at(2, 9).by("cai").does(&vacate("ugc", "ben"));
    let none = team.at(2, 9).by("ana").does(&vacate("ugc", "cai"));
    let freed = team.at(2, 10).by("ana").does(&vacate("ugc", "Ben"));
    assert_eq!(team.verdict(other), Some(Refusal::NotLead));
    assert_eq!(team.verdict(none), Some(Refusal::NoSeat));
    assert_eq!((team.verdict(freed), team.holders("ugc")), (None, String::new()));
    team.at(2, 11).by("ana").retract(freed);
    assert_eq!(team.holders("ugc"), "ben");
}

#[test]
fn a_lead_who_lets_their_own_initiative_pass_a_guardrail_is_not_quiet() {
    let mut team = Team::with(document());
    let claim = team.at(1, 9).by("ana").claim("ugc");
    let waived = team.at(14, 9).by("ana").does(&Body::Waive {
        guardrail: "wip".into(),
        initiative: "ugc".into(),
        reason: "It brings the cost down.".into(),
    });
    let early = team.at(28, 8).by("cai").makes(&take_over("ugc", claim));
    assert_eq!(team.verdict(waived), None);
    assert_eq!(team.ledger.would_count(&early), Err(Refusal::NotIdle));
    let taken = team.at(28, 10).by("cai").does(&take_over("ugc", claim));
    assert_eq!((team.verdict(taken), team.holders("ugc")), (None, "cai".into()));
}
