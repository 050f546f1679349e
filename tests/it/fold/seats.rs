//! Claims, the wait list, and leaving.

use alignment_board::domain::board::Refusal;

use crate::support::{Team, goals, initiative};
use alignment_board::domain::goals::Initiative;

fn team(seats: usize) -> Team {
    Team::with(goals([Initiative {
        seats,
        ..initiative("ugc")
    }]))
}

#[test]
fn a_claim_takes_a_free_seat() {
    let mut team = team(1);
    team.at(1, 9).by("ana").claim("ugc");
    assert_eq!((team.holders("ugc"), team.work("ugc").seats_free()), ("ana".into(), 0));
}

#[test]
fn a_claim_beyond_the_seats_waits() {
    let mut team = team(2);
    for by in ["ana", "ben", "cai", "dee"] {
        team.at(1, 9).by(by).claim("ugc");
    }
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ana ben".into(), "cai dee".into())
    );
    assert_eq!(team.work("ugc").place_waiting(&"dee".into()), Some(2));
}

#[test]
fn the_order_of_claims_is_the_order_of_their_stamps_not_of_their_arrival() {
    let mut team = team(1);
    team.at(2, 9).by("ana").claim("ugc");
    team.at(1, 9).by("ben").claim("ugc");
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ben".into(), "ana".into()));
}

#[test]
fn the_first_who_waits_moves_up_when_a_seat_is_free() {
    let mut team = team(1);
    for by in ["ana", "ben", "cai"] {
        team.at(1, 9).by(by).claim("ugc");
    }
    team.at(1, 10).by("ana").release("ugc");
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ben".into(), "cai".into()));
}

#[test]
fn a_second_claim_is_refused_and_takes_nothing() {
    let mut team = team(2);
    team.at(1, 9).by("ana").claim("ugc");
    let again = team.at(1, 10).by("ana").claim("ugc");
    assert_eq!(team.refusal("ugc", again), Some(Refusal::AlreadyIn));
    assert_eq!((team.holders("ugc"), team.work("ugc").seats_free()), ("ana".into(), 1));
}

#[test]
fn who_releases_may_claim_again_and_stands_last() {
    let mut team = team(1);
    team.at(1, 9).by("ana").claim("ugc");
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ana").release("ugc");
    team.at(1, 11).by("ana").claim("ugc");
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ben".into(), "ana".into()));
}

#[test]
fn who_waits_may_leave_the_wait_list() {
    let mut team = team(1);
    for by in ["ana", "ben", "cai"] {
        team.at(1, 9).by(by).claim("ugc");
    }
    team.at(1, 10).by("ben").release("ugc");
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ana".into(), "cai".into()));
}

#[test]
fn who_has_nothing_can_release_nothing() {
    let mut team = team(1);
    let release = team.at(1, 9).by("ana").release("ugc");
    assert_eq!(team.refusal("ugc", release), Some(Refusal::NotIn));
}

#[test]
fn finished_work_cannot_be_claimed_but_can_be_left() {
    let mut team = team(2);
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ben").done("ugc");
    let late = team.at(1, 11).by("cai").claim("ugc");
    assert_eq!(team.refusal("ugc", late), Some(Refusal::Finished));
    team.at(1, 12).by("ben").release("ugc");
    assert_eq!(team.holders("ugc"), "");
}

#[test]
fn who_waits_is_told_who_took_the_seat_they_missed_and_by_how_much() {
    let mut team = team(2);
    for (hour, by) in [(8, "ana"), (9, "ben"), (11, "cai")] {
        team.at(1, hour).by(by).claim("ugc");
    }
    let (first, ms) = team.work("ugc").first(&"cai".into()).expect("somebody was first");
    assert_eq!((first.by.id.as_str(), ms / 3_600_000), ("ben", 2));
    assert!(team.work("ugc").first(&"ana".into()).is_none(), "she missed none");
}

#[test]
fn what_would_be_refused_is_known_before_it_is_written() {
    let mut team = team(1);
    let claim = team.at(1, 9).by("ana").claim("ugc");
    let again = alignment_board::domain::event::Body::Claim {
        initiative: "ugc".into(),
        team: None,
        verdict: None,
    };
    let again = team.at(1, 10).by("ana").makes(&again);
    assert_eq!(team.ledger.would_count(&again), Err(Refusal::AlreadyIn));
    let undo = alignment_board::domain::event::Body::Retract { event: claim };
    let undo = team.at(1, 10).by("ana").makes(&undo);
    assert_eq!(team.ledger.would_count(&undo), Ok(()));
    assert_eq!(team.holders("ugc"), "ana", "asking changes nothing");
}
