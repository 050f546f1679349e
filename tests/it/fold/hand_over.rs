//! Giving a seat to somebody who accepts.

use alignment_board::domain::board::Refusal;
use alignment_board::domain::goals::Initiative;

use crate::support::{Team, goals, initiative};

/// Ana holds the only seat, Ben and Cai wait.
fn team() -> Team {
    let mut team = Team::with(goals([initiative("ugc")]));
    for by in ["ana", "ben", "cai"] {
        team.at(1, 9).by(by).claim("ugc");
    }
    team
}

#[test]
fn an_accepted_seat_passes_the_wait_list() {
    let mut team = team();
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    team.at(3, 9).by("dee").accept("ugc", offer);
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("dee".into(), "ben cai".into())
    );
}

#[test]
fn an_offer_changes_nothing_until_it_is_accepted() {
    let mut team = team();
    team.at(2, 9).by("ana").hand_over("ugc", "Dee");
    assert_eq!(team.holders("ugc"), "ana");
    assert!(team.work("ugc").offer_to(&"dee".into()).is_some());
}

#[test]
fn who_waits_and_accepts_leaves_the_wait_list() {
    let mut team = team();
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "cai");
    team.at(3, 9).by("cai").accept("ugc", offer);
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("cai".into(), "ben".into()));
}

#[test]
fn a_seat_cannot_be_offered_to_somebody_unknown_or_who_has_one() {
    let mut team = team();
    for to in ["zoe", "ana", ""] {
        let offer = team.at(2, 9).by("ana").hand_over("ugc", to);
        assert!(team.work("ugc").offers.is_empty());
        if !to.is_empty() {
            assert_eq!(team.refusal("ugc", offer), Some(Refusal::NoTaker));
        }
    }
}

#[test]
fn only_who_holds_a_seat_can_offer_it() {
    let mut team = team();
    let offer = team.at(2, 9).by("ben").hand_over("ugc", "dee");
    assert_eq!(team.refusal("ugc", offer), Some(Refusal::NoSeat));
}

#[test]
fn only_who_was_asked_can_accept() {
    let mut team = team();
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    let accept = team.at(3, 9).by("ben").accept("ugc", offer);
    assert_eq!(team.refusal("ugc", accept), Some(Refusal::NoOffer));
    assert_eq!(team.waiting("ugc"), "ben cai", "who is refused keeps the place in line");
}

#[test]
fn an_offer_is_accepted_once() {
    let mut team = team();
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    team.at(3, 9).by("dee").accept("ugc", offer);
    let again = team.at(3, 10).by("dee").accept("ugc", offer);
    assert_eq!(team.refusal("ugc", again), Some(Refusal::NoOffer));
}

#[test]
fn an_offer_lapses_with_the_givers_seat() {
    let mut team = team();
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    team.at(2, 10).by("ana").release("ugc");
    let accept = team.at(3, 9).by("dee").accept("ugc", offer);
    assert_eq!(team.refusal("ugc", accept), Some(Refusal::NoOffer));
    assert_eq!(team.holders("ugc"), "ben");
}

#[test]
fn of_two_offers_of_one_seat_the_first_accepted_counts() {
    let mut team = team();
    let to_dee = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    let to_cai = team.at(2, 10).by("ana").hand_over("ugc", "cai");
    team.at(3, 9).by("cai").accept("ugc", to_cai);
    let late = team.at(3, 10).by("dee").accept("ugc", to_dee);
    assert_eq!(team.refusal("ugc", late), Some(Refusal::NoOffer));
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("cai".into(), "ben".into()));
}

#[test]
fn whoever_accepts_can_give_the_seat_back_while_its_giver_has_no_other() {
    let mut team = team();
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    let accept = team.at(3, 9).by("dee").accept("ugc", offer);
    team.at(3, 10).by("dee").retract(accept);
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ana".into(), "ben cai".into())
    );
}

#[test]
fn of_two_offers_to_one_person_the_latest_waits_for_them() {
    let mut team = Team::with(goals([Initiative {
        seats: 2,
        ..initiative("ugc")
    }]));
    team.at(1, 9).by("ana").claim("ugc");
    team.at(1, 9).by("ben").claim("ugc");
    team.at(2, 9).by("ana").hand_over("ugc", "dee");
    let latest = team.at(2, 10).by("ben").hand_over("ugc", "dee");
    let offer = team.work("ugc").offer_to(&"dee".into()).map(|offer| offer.event);
    assert_eq!(offer, Some(latest));
}
