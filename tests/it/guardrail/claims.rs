//! How much one person takes on.

use alignment_board::domain::goals::{Guardrail, GuardrailKind, Initiative, OnBreach, Owner, Team as Crew};
use alignment_board::domain::guardrail::{Because, Claims, Detail, Facts, MayClaim, State};

use super::{answer, asks, because, guardrail, standing, under};
use crate::support::{Team, initiative};

/// Five initiatives under a limit of two open claims each.
fn busy() -> Team {
    let initiatives = ["a", "b", "c", "d", "e"].map(initiative);
    Team::with(under(initiatives, &[guardrail("wip", GuardrailKind::ClaimLimit(2))]))
}

fn claims(team: &Team) -> (State, Claims) {
    let standing = standing(team, Facts::default());
    match standing.detail {
        Detail::Claims(claims) => (standing.state, claims),
        other => panic!("{other:?}"),
    }
}

fn ask(team: &Team, member: &str, id: &str) -> MayClaim {
    asks(team, Facts::default(), member, id)
}

#[test]
fn the_last_claim_within_the_limit_is_free_and_the_next_one_stopped() {
    let mut team = busy();
    team.at(5, 9).by("ben").claim("a");
    assert_eq!(ask(&team, "ben", "b"), MayClaim::Yes);
    team.at(5, 10).by("ben").claim("b");
    assert_eq!(answer(&ask(&team, "ben", "c")), "no: wip stops");
    assert_eq!(
        because(ask(&team, "ben", "c")),
        Because::OverClaims { limit: 2, open: 2 }
    );
    assert_eq!(ask(&team, "cai", "c"), MayClaim::Yes, "it is each member's own");
}

#[test]
fn what_one_is_in_already_is_not_a_new_claim() {
    let mut team = busy();
    for id in ["a", "b", "c"] {
        team.at(5, 9).by("ben").claim(id);
    }
    assert_eq!(ask(&team, "ben", "a"), MayClaim::Yes);
}

#[test]
fn a_claim_once_made_counts_whatever_the_limit_says() {
    let mut team = busy();
    for id in ["a", "b", "c"] {
        team.at(5, 9).by("ben").claim(id);
    }
    assert_eq!(team.holders("c"), "ben");
    let (state, claims) = claims(&team);
    assert_eq!(state, State::Breached);
    let over: Vec<_> = claims.over().iter().map(|c| (c.person.id.as_str(), c.open())).collect();
    assert_eq!(over, [("ben", 3)]);
    team.at(6, 9).by("ben").release("c");
    assert_eq!(
        (self::claims(&team).0, self::claims(&team).1.over().len()),
        (State::Kept, 0),
        "as many as allowed"
    );
}

#[test]
fn a_place_in_line_counts_and_what_is_finished_or_released_does_not() {
    let mut team = busy();
    team.at(5, 9).by("cai").claim("a");
    team.at(5, 10).by("ben").claim("a");
    team.at(5, 11).by("ben").claim("b");
    let counts = |team: &Team| {
        let (_, claims) = claims(team);
        let of = |c: &alignment_board::domain::guardrail::ClaimCount| (c.person.id.to_string(), c.held, c.waiting);
        claims.members.iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(counts(&team), [("ben".to_owned(), 1, 1), ("cai".to_owned(), 1, 0)]);
    assert_eq!(answer(&ask(&team, "ben", "c")), "no: wip stops");
    team.at(6, 9).by("ben").done("b");
    assert_eq!(ask(&team, "ben", "c"), MayClaim::Yes);
    team.at(6, 10).by("ben").release("a");
    assert_eq!(counts(&team), [("cai".to_owned(), 1, 0)]);
}

#[test]
fn a_teams_seats_are_counted_to_nobody() {
    let owned = |id| Initiative {
        owners: vec![Owner::Team("crew".into())],
        ..initiative(id)
    };
    let mut goals = under(
        [owned("a"), owned("b"), owned("c"), initiative("d")],
        &[guardrail("wip", GuardrailKind::ClaimLimit(1))],
    );
    goals.teams = vec![Crew {
        id: "crew".into(),
        name: "The crew".into(),
        members: vec!["ben".into(), "cai".into()],
    }];
    let team = Team::with(goals);
    assert_eq!(claims(&team).0, State::Kept);
    assert_eq!(ask(&team, "ben", "d"), MayClaim::Yes);
}

#[test]
fn a_limit_that_only_warns_says_so_and_lets_it_pass() {
    let warns = Guardrail {
        on_breach: OnBreach::Warn,
        ..guardrail("wip", GuardrailKind::ClaimLimit(0))
    };
    let team = Team::with(under([initiative("a")], &[warns]));
    assert_eq!(answer(&ask(&team, "ben", "a")), "yes, but wip warns");
}
