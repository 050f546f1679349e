//! Claims that become certain, and late ones that overtake nobody.

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::Body;
use alignment_board::domain::goals::Initiative;

use crate::support::says::settle;
use crate::support::{Team, goals, initiative};

fn claim() -> Body {
    Body::Claim {
        initiative: "ugc".into(),
        team: None,
        verdict: None,
    }
}

fn team() -> Team {
    Team::with(goals([initiative("ugc")]))
}

#[test]
fn a_settled_claim_is_not_overtaken_by_one_that_arrives_late() {
    let mut team = team();
    let late = team.at(1, 8).by("ana").makes(&claim());
    let ben = team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("cai").does(&settle("ugc", ben, &[]));
    team.receive(late);
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ben".into(), "ana".into()));
    assert!(team.work("ugc").holders()[0].settled && !team.work("ugc").waiting()[0].settled);
}

#[test]
fn a_claim_that_is_not_settled_yet_gives_way_to_an_earlier_one() {
    let mut team = team();
    let late = team.at(1, 8).by("ana").makes(&claim());
    team.at(1, 9).by("ben").claim("ugc");
    team.receive(late);
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ana".into(), "ben".into()));
    let (first, ms) = team.work("ugc").first(&"ben".into()).expect("somebody was first");
    assert_eq!((first.by.id.as_str(), ms / 60_000), ("ana", 60));
}

#[test]
fn a_claim_that_was_seen_keeps_its_place_before_a_settled_one() {
    let mut team = Team::with(goals([Initiative {
        seats: 2,
        ..initiative("ugc")
    }]));
    let ana = team.at(1, 8).by("ana").claim("ugc");
    let ben = team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ben").does(&settle("ugc", ben, &[ana]));
    assert_eq!(team.holders("ugc"), "ana ben");
}

#[test]
fn a_settled_claim_is_not_overtaken_by_another_that_settles_later() {
    let mut team = team();
    let ana = team.at(1, 8).by("ana").claim("ugc");
    let ben = team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ben").does(&settle("ugc", ben, &[]));
    team.at(1, 11).by("ana").does(&settle("ugc", ana, &[]));
    assert_eq!(
        (team.holders("ugc"), team.work("ugc").over()),
        ("ben ana".into(), 1),
        "both were told"
    );
}

#[test]
fn a_settled_seat_stays_one_over_when_the_document_has_fewer_seats() {
    let with = |seats| {
        goals([Initiative {
            seats,
            ..initiative("ugc")
        }])
    };
    let mut team = Team::with(with(2));
    let ana = team.at(1, 8).by("ana").claim("ugc");
    let ben = team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("cai").claim("ugc");
    team.at(1, 11).by("ben").does(&settle("ugc", ben, &[ana]));
    team.ledger = team.ledger.under(with(1).into());
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ana ben".into(), "cai".into())
    );
    team.at(2, 9).by("ben").release("ugc");
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ana".into(), "cai".into()),
        "nobody follows one over"
    );
}

#[test]
fn a_seat_one_over_that_was_given_back_is_had_again_by_taking_that_back() {
    let with = |seats| {
        goals([Initiative {
            seats,
            ..initiative("ugc")
        }])
    };
    let mut team = Team::with(with(2));
    let ana = team.at(1, 8).by("ana").claim("ugc");
    let ben = team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("cai").claim("ugc");
    team.at(1, 11).by("ben").does(&settle("ugc", ben, &[ana]));
    team.ledger = team.ledger.under(with(1).into());
    let release = team.at(2, 9).by("ben").release("ugc");
    team.at(2, 10).by("ben").retract(release);
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ana ben".into(), "cai".into()),
        "nobody else has taken it"
    );
}

#[test]
fn also_where_there_are_seats_for_both_who_was_not_seen_stands_behind() {
    let mut team = Team::with(goals([Initiative {
        seats: 2,
        ..initiative("ugc")
    }]));
    let unseen = team.at(1, 8).by("dee").makes(&claim());
    let claim = team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ben").does(&settle("ugc", claim, &[]));
    team.receive(unseen);
    assert_eq!(team.holders("ugc"), "ben dee");
}

#[test]
fn what_who_was_moved_behind_had_offered_lapses() {
    let mut team = team();
    let first = team.at(1, 8).by("dee").makes(&claim());
    let claim = team.at(1, 9).by("ben").claim("ugc");
    team.receive(first);
    let offer = team.at(1, 10).by("dee").hand_over("ugc", "cai");
    team.at(1, 11).by("ben").does(&settle("ugc", claim, &[]));
    let late = team.at(1, 12).by("cai").accept("ugc", offer);
    assert_eq!(team.verdict(late), Some(Refusal::NoOffer));
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ben".into(), "dee".into()));
}

#[test]
fn a_claim_settles_ten_minutes_after_it_was_made_and_once() {
    let mut team = team();
    let claim = team.at(1, 8).by("ana").claim("ugc");
    let early = team.at(1, 8).by("ana").does(&settle("ugc", claim, &[]));
    let first = team.at(1, 9).by("ben").does(&settle("ugc", claim, &[]));
    let again = team.at(1, 10).by("ana").does(&settle("ugc", claim, &[]));
    assert_eq!(team.verdict(early), Some(Refusal::NotSettling));
    assert_eq!(team.verdict(first), None, "any member's widget may");
    assert_eq!(team.verdict(again), Some(Refusal::NotSettling));
}

#[test]
fn ten_minutes_are_enough_and_a_moment_less_is_not() {
    for (ms, verdict) in [(599_999, Some(Refusal::NotSettling)), (600_000, None)] {
        let mut team = team();
        let claim = team.at(1, 8).by("ana").claim("ugc");
        let settled = team.after(claim, ms).by("ben").does(&settle("ugc", claim, &[]));
        assert_eq!(team.verdict(settled), verdict, "{ms} ms");
    }
}

#[test]
fn who_was_settled_gave_the_seat_back_and_wants_it_again_is_certain_of_nothing() {
    let mut team = team();
    let claim = team.at(1, 8).by("ana").claim("ugc");
    team.at(1, 9).by("ana").does(&settle("ugc", claim, &[]));
    team.at(1, 9).by("ben").claim("ugc");
    let release = team.at(1, 10).by("ana").release("ugc");
    team.at(1, 11).by("ana").retract(release);
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ben".into(), "ana".into()));
    assert!(!team.work("ugc").waiting()[0].settled);
}

#[test]
fn a_settled_claim_does_not_go_behind_when_a_later_one_settles_that_did_not_see_it() {
    let mut team = Team::with(goals([Initiative {
        seats: 2,
        ..initiative("ugc")
    }]));
    let ana = team.at(1, 8).by("ana").claim("ugc");
    let ben = team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ana").does(&settle("ugc", ana, &[]));
    team.at(1, 11).by("ben").does(&settle("ugc", ben, &[]));
    assert_eq!(team.holders("ugc"), "ana ben");
}

#[test]
fn what_is_no_open_claim_does_not_settle() {
    let mut team = team();
    let claim = team.at(1, 8).by("ana").claim("ugc");
    let release = team.at(1, 9).by("ana").release("ugc");
    let gone = team.at(1, 10).by("ana").does(&settle("ugc", claim, &[]));
    let none = team.at(1, 10).by("ana").does(&settle("ugc", release, &[]));
    let stranger = team.at(1, 10).by("zoe").does(&settle("ugc", claim, &[]));
    assert_eq!(team.verdict(gone), Some(Refusal::NoClaim));
    assert_eq!(team.verdict(none), Some(Refusal::NoClaim));
    assert_eq!(team.verdict(stranger), Some(Refusal::NotListed));
}

#[test]
fn settling_is_not_taken_back_and_stops_nobody_from_taking_the_claim_back() {
    let mut team = team();
    let claim = team.at(1, 8).by("ana").claim("ugc");
    let settled = team.at(1, 9).by("ben").does(&settle("ugc", claim, &[]));
    let undo = team.at(1, 10).by("ben").retract(settled);
    assert_eq!(team.verdict(undo), Some(Refusal::Stands));
    let undo = team.at(1, 11).by("ana").retract(claim);
    assert_eq!((team.verdict(undo), team.holders("ugc")), (None, String::new()));
}

#[test]
fn an_accepted_seat_is_as_settled_as_it_was() {
    let mut team = team();
    let claim = team.at(1, 8).by("ana").claim("ugc");
    team.at(1, 9).by("ana").does(&settle("ugc", claim, &[]));
    let offer = team.at(2, 9).by("ana").hand_over("ugc", "ben");
    team.at(2, 10).by("ben").accept("ugc", offer);
    assert!(team.work("ugc").holders()[0].settled);
}

#[test]
fn a_claim_remembers_what_the_guardrails_said() {
    use alignment_board::domain::event::{Clearance, Verdict};
    let mut team = team();
    let verdict = Some(Box::new(Verdict {
        answer: Clearance::But,
        guardrails: vec!["wip".into()],
    }));
    team.at(1, 8).by("ana").does(&Body::Claim {
        initiative: "ugc".into(),
        team: None,
        verdict: verdict.clone(),
    });
    assert_eq!(team.work("ugc").holders()[0].verdict, verdict);
}

#[test]
fn a_team_claims_through_any_of_its_members_and_nobody_else() {
    let mut goals = goals([initiative("ugc")]);
    goals.teams.push(alignment_board::domain::goals::Team {
        id: "crew".into(),
        name: "The crew".into(),
        members: vec!["ben".into(), "cai".into()],
    });
    let mut team = Team::with(goals);
    let claims = |team: &str| Body::Claim {
        initiative: "ugc".into(),
        team: Some(team.into()),
        verdict: None,
    };
    let outsider = team.at(1, 8).by("dee").does(&claims("crew"));
    let nobody = team.at(1, 8).by("ben").does(&claims("band"));
    team.at(1, 9).by("ben").does(&claims("crew"));
    let again = team.at(1, 10).by("cai").does(&claims("crew"));
    let check_in = team.at(1, 11).by("cai").check_in("ugc", 8);
    assert_eq!(team.verdict(outsider), Some(Refusal::NotTeam));
    assert_eq!(team.verdict(nobody), Some(Refusal::NotTeam));
    assert_eq!(
        (team.holders("ugc"), team.verdict(again)),
        ("crew".into(), Some(Refusal::AlreadyIn))
    );
    assert_eq!(team.verdict(check_in), None);
}
