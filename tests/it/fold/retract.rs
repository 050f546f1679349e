//! Taking one's own event back.

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::Body;
use alignment_board::domain::goals::{Initiative, InitiativeState};

use crate::support::{Team, goals, initiative};

/// Ana holds the only seat, Ben waits.
fn team() -> Team {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ana").claim("ugc");
    team.at(1, 9).by("ben").claim("ugc");
    team
}

#[test]
fn a_retracted_claim_is_a_release() {
    let mut team = Team::with(goals([initiative("ugc")]));
    let claim = team.at(1, 9).by("ana").claim("ugc");
    team.at(1, 9).by("ben").claim("ugc");
    team.at(2, 9).by("ana").retract(claim);
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ben".into(), String::new())
    );
}

#[test]
fn a_retracted_release_takes_the_seat_again_if_it_is_still_free() {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ana").claim("ugc");
    let release = team.at(2, 9).by("ana").release("ugc");
    team.at(3, 9).by("ana").retract(release);
    assert_eq!(team.holders("ugc"), "ana");
}

#[test]
fn a_retracted_release_queues_when_somebody_has_moved_up() {
    let mut team = team();
    let release = team.at(2, 9).by("ana").release("ugc");
    team.at(3, 9).by("ana").retract(release);
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ben".into(), "ana".into()));
}

#[test]
fn a_retracted_release_does_not_count_twice() {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ana").claim("ugc");
    let release = team.at(2, 9).by("ana").release("ugc");
    team.at(3, 9).by("ana").claim("ugc");
    team.at(4, 9).by("ana").retract(release);
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ana".into(), String::new())
    );
}

#[test]
fn only_ones_own_can_be_taken_back() {
    let mut team = team();
    let done = team.at(2, 9).by("ana").done("ugc");
    let retract = team.at(3, 9).by("ben").retract(done);
    assert_eq!(team.refusal("ugc", retract), Some(Refusal::NotOwn));
    assert_eq!(team.work("ugc").state, InitiativeState::Done);
}

#[test]
fn what_somebody_else_has_built_on_stays() {
    let mut team = team();
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    team.at(3, 9).by("dee").accept("ugc", offer);
    let retract = team.at(4, 9).by("ana").retract(offer);
    assert_eq!(team.refusal("ugc", retract), Some(Refusal::BuiltUpon));
    assert_eq!(team.holders("ugc"), "dee");
}

#[test]
fn what_was_built_on_and_taken_back_again_can_be_taken_back() {
    let mut team = team();
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    let accept = team.at(3, 9).by("dee").accept("ugc", offer);
    team.at(4, 9).by("dee").retract(accept);
    let retract = team.at(5, 9).by("ana").retract(offer);
    assert_eq!(team.refusal("ugc", retract), None);
    assert_eq!(team.holders("ugc"), "ana");
}

#[test]
fn a_retract_cannot_be_taken_back() {
    let mut team = team();
    let done = team.at(2, 9).by("ana").done("ugc");
    let undo = team.at(3, 9).by("ana").retract(done);
    let redo = team.at(4, 9).by("ana").retract(undo);
    assert_eq!(team.refusal("ugc", redo), Some(Refusal::IsRetract));
    assert_eq!(team.work("ugc").state, InitiativeState::Open);
}

#[test]
fn nothing_is_taken_back_twice_nor_what_never_counted() {
    let mut team = team();
    let done = team.at(2, 9).by("ana").done("ugc");
    team.at(3, 9).by("ana").retract(done);
    let twice = team.at(4, 9).by("ana").retract(done);
    let refused = team.at(5, 9).by("ana").claim("ugc");
    let of_refused = team.at(6, 9).by("ana").retract(refused);
    assert_eq!(team.refusal("ugc", twice), Some(Refusal::NothingToRetract));
    assert_eq!(team.refusal("ugc", of_refused), Some(Refusal::NothingToRetract));
}

#[test]
fn taking_back_an_old_event_leaves_what_followed() {
    let mut team = team();
    let done = team.at(2, 9).by("ana").done("ugc");
    team.at(3, 9).by("ana").reopen("ugc");
    team.at(4, 9).by("ana").done("ugc");
    team.at(5, 9).by("ana").retract(done);
    assert_eq!(team.work("ugc").state, InitiativeState::Done);
}

#[test]
fn a_retract_acts_from_its_own_place_onward() {
    let mut team = Team::with(goals([initiative("ugc")]));
    let claim = team.at(1, 9).by("ana").claim("ugc");
    team.at(2, 9).by("ana").check_in("ugc", 8);
    team.at(3, 9).by("ana").retract(claim);
    assert_eq!(
        team.work("ugc").spoken.len(),
        1,
        "what was said while it was theirs was said"
    );
}

#[test]
fn a_retract_that_arrives_before_its_target_waits_for_it() {
    let mut team = team();
    let claim = Body::Claim {
        initiative: "ugc".into(),
        team: None,
        verdict: None,
    };
    let claim = team.at(2, 9).by("cai").makes(&claim);
    let retract = team.at(3, 9).by("cai").retract(claim.id);
    team.receive(claim);
    assert_eq!(team.refusal("ugc", retract), None);
    assert_eq!(team.waiting("ugc"), "ben");
}

#[test]
fn what_moved_up_stays_up_when_a_late_claim_is_taken_back() {
    let mut team = team();
    let late = team.at(2, 9).by("cai").claim("ugc");
    team.at(3, 9).by("ana").release("ugc");
    team.at(4, 9).by("cai").retract(late);
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ben".into(), String::new())
    );
}

#[test]
fn a_retract_of_a_retract_that_came_first_finds_its_place() {
    let mut team = team();
    let claim = Body::Claim {
        initiative: "ugc".into(),
        team: None,
        verdict: None,
    };
    let claim = team.at(2, 9).by("cai").makes(&claim);
    let undo = team.at(3, 9).by("cai").retract(claim.id);
    let redo = team.at(4, 9).by("cai").retract(undo);
    team.receive(claim);
    assert_eq!(team.refusal("ugc", undo), None);
    assert_eq!(team.refusal("ugc", redo), Some(Refusal::IsRetract));
}

#[test]
fn a_release_taken_back_gives_the_same_seat_and_its_offers_back() {
    let mut team = Team::with(goals([Initiative {
        seats: 2,
        ..initiative("ugc")
    }]));
    team.at(1, 9).by("ana").claim("ugc");
    team.at(1, 9).by("ben").claim("ugc");
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    let release = team.at(3, 9).by("ana").release("ugc");
    team.at(3, 10).by("ana").retract(release);
    assert_eq!(team.holders("ugc"), "ana ben");
    team.at(4, 9).by("dee").accept("ugc", offer);
    assert_eq!(team.holders("ugc"), "dee ben");
}

#[test]
fn an_offer_withdrawn_after_a_release_does_not_come_back_with_the_seat() {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ana").claim("ugc");
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "dee");
    let release = team.at(3, 9).by("ana").release("ugc");
    team.at(4, 9).by("ana").retract(offer);
    team.at(5, 9).by("ana").retract(release);
    assert_eq!(team.holders("ugc"), "ana");
    assert!(team.work("ugc").offers.is_empty());
}

#[test]
fn a_claim_can_be_taken_back_also_after_a_release_was_taken_back() {
    let mut team = Team::with(goals([initiative("ugc")]));
    let claim = team.at(1, 9).by("ana").claim("ugc");
    let release = team.at(2, 9).by("ana").release("ugc");
    team.at(3, 9).by("ana").retract(release);
    team.at(4, 9).by("ana").retract(claim);
    assert_eq!(team.holders("ugc"), "");
}

#[test]
fn a_release_whose_claim_was_taken_back_gives_nothing_back() {
    let mut team = Team::with(goals([initiative("ugc")]));
    let claim = team.at(1, 9).by("ana").claim("ugc");
    let release = team.at(2, 9).by("ana").release("ugc");
    team.at(3, 9).by("ana").retract(claim);
    team.at(4, 9).by("ana").retract(release);
    assert_eq!(team.holders("ugc"), "");
}

#[test]
fn an_acceptance_taken_back_gives_both_their_places_back_and_the_offer_stands() {
    let mut team = team();
    team.at(1, 9).by("cai").claim("ugc");
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "ben");
    let accept = team.at(3, 9).by("ben").accept("ugc", offer);
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ben".into(), "cai".into()));
    team.at(4, 9).by("ben").retract(accept);
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ana".into(), "ben cai".into())
    );
    assert!(team.work("ugc").offer_to(&"ben".into()).is_some());
}

#[test]
fn what_a_taker_offered_on_lapses_when_they_give_the_seat_back() {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ana").claim("ugc");
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "ben");
    let accept = team.at(3, 9).by("ben").accept("ugc", offer);
    let onward = team.at(4, 9).by("ben").hand_over("ugc", "cai");
    team.at(5, 9).by("ben").retract(accept);
    let late = team.at(6, 9).by("cai").accept("ugc", onward);
    assert_eq!(team.refusal("ugc", late), Some(Refusal::NoOffer));
    assert_eq!(team.holders("ugc"), "ana");
}
