//! The document under the events: owners, seats, ids, and what it no longer has.

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::{Body, Subject};
use alignment_board::domain::goals::{Initiative, Owner};

use crate::support::{Team, goals, initiative};

fn owned(owners: &[&str], seats: usize) -> Initiative {
    Initiative {
        owners: owners.iter().map(|id| Owner::Member((*id).into())).collect(),
        seats,
        ..initiative("ugc")
    }
}

fn unknown(kind: &str, initiative: Option<&str>) -> Body {
    Body::Unknown {
        kind: kind.into(),
        initiative: initiative.map(Into::into),
    }
}

#[test]
fn owners_in_the_document_sit_first() {
    let mut team = Team::with(goals([owned(&["cai"], 1)]));
    team.at(1, 9).by("ana").claim("ugc");
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("cai".into(), "ana".into()));
    assert!(team.work("ugc").holders()[0].settled, "and that is certain");
}

#[test]
fn owners_release_like_anybody() {
    let mut team = Team::with(goals([owned(&["cai"], 1)]));
    team.at(1, 9).by("ana").claim("ugc");
    team.at(2, 9).by("cai").release("ugc");
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ana".into(), String::new())
    );
}

#[test]
fn there_are_at_least_as_many_seats_as_owners() {
    let team = Team::with(goals([owned(&["cai", "dee"], 1)]));
    assert_eq!((team.holders("ugc"), team.work("ugc").seats), ("cai dee".into(), 2));
}

#[test]
fn owners_who_are_on_no_list_take_no_seat() {
    let team = Team::with(goals([owned(&["zoe"], 1)]));
    assert_eq!((team.holders("ugc"), team.work("ugc").seats_free()), (String::new(), 1));
}

#[test]
fn more_seats_in_an_edited_document_move_the_first_who_waits_up() {
    let mut team = Team::with(goals([initiative("ugc")]));
    for by in ["ana", "ben", "cai"] {
        team.at(1, 9).by(by).claim("ugc");
    }
    team.ledger = team.ledger.under(goals([owned(&[], 2)]).into());
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("ana ben".into(), "cai".into())
    );
}

#[test]
fn a_claim_on_a_former_id_counts_for_what_bears_it_now() {
    let renamed = Initiative {
        formerly: vec!["videos".into()],
        ..initiative("ugc")
    };
    let mut team = Team::with(goals([renamed]));
    team.at(1, 9).by("ana").claim("videos");
    team.at(1, 10).by("ben").claim("ugc");
    assert_eq!(
        (team.holders("ugc"), team.holders("videos")),
        ("ana".into(), "ana".into())
    );
    assert_eq!(team.ledger.about(&Subject::Initiative("videos".into())).len(), 2);
}

#[test]
fn an_id_of_today_is_meant_before_a_former_one() {
    let renamed = Initiative {
        formerly: vec!["videos".into()],
        ..initiative("ugc")
    };
    let mut team = Team::with(goals([renamed, initiative("videos")]));
    team.at(1, 9).by("ana").claim("videos");
    assert_eq!(
        (team.holders("ugc"), team.holders("videos")),
        (String::new(), "ana".into())
    );
}

#[test]
fn what_shares_its_id_cannot_be_claimed() {
    let mut team = Team::with(goals([Initiative {
        claimable: false,
        ..initiative("ugc")
    }]));
    let claim = team.at(1, 9).by("ana").claim("ugc");
    assert_eq!(team.refusal("ugc", claim), Some(Refusal::NoOwnId));
}

#[test]
fn claims_on_what_the_document_no_longer_has_are_kept_and_come_back_with_it() {
    let mut team = Team::with(goals([]));
    let claim = team.at(1, 9).by("ana").claim("ugc");
    assert_eq!(team.refusal("ugc", claim), Some(Refusal::NotInDocument));
    team.ledger = team.ledger.under(goals([initiative("ugc")]).into());
    assert_eq!((team.refusal("ugc", claim), team.holders("ugc")), (None, "ana".into()));
}

#[test]
fn an_unknown_type_is_kept_and_locks_the_card_it_names() {
    let mut team = Team::with(goals([initiative("ugc"), initiative("replies")]));
    let settle = team.at(1, 9).by("ana").does(&unknown("bless", Some("ugc")));
    assert_eq!(team.refusal("ugc", settle), Some(Refusal::Newer));
    assert_eq!((team.work("ugc").locked, team.work("replies").locked), (true, false));
}

#[test]
fn an_unknown_type_that_names_no_card_is_kept_and_locks_none() {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ana").does(&unknown("toast", None));
    assert_eq!((team.ledger.len(), team.work("ugc").locked), (1, false));
}

#[test]
fn a_locked_card_still_shows_what_is_understood() {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ana").does(&unknown("bless", Some("ugc")));
    team.at(1, 10).by("ana").claim("ugc");
    assert_eq!(team.holders("ugc"), "ana");
}

#[test]
fn an_owner_named_twice_has_one_seat() {
    let team = Team::with(goals([owned(&["cai", "Cai"], 1)]));
    assert_eq!((team.holders("ugc"), team.work("ugc").seats), ("cai".into(), 1));
}

/// Ben and Cai are a crew that owns it; Dee waits.
fn of_a_crew() -> Team {
    let mut goals = goals([Initiative {
        owners: vec![Owner::Team("crew".into())],
        ..initiative("ugc")
    }]);
    goals.teams.push(alignment_board::domain::goals::Team {
        id: "crew".into(),
        name: "The crew".into(),
        members: vec!["ben".into(), "cai".into()],
    });
    let mut team = Team::with(goals);
    team.at(1, 9).by("dee").claim("ugc");
    team
}

#[test]
fn any_member_of_a_team_that_owns_it_acts_for_the_team() {
    let mut team = of_a_crew();
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("crew".into(), "dee".into())
    );
    team.at(2, 9).by("ben").check_in("ugc", 8);
    team.at(2, 10).by("cai").done("ugc");
    team.at(2, 11).by("ben").reopen("ugc");
    assert_eq!(
        team.work("ugc").last_spoken().map(|spoken| spoken.by.id.as_str()),
        Some("ben")
    );
    team.at(3, 9).by("cai").release("ugc");
    assert_eq!(team.holders("ugc"), "dee");
}

#[test]
fn a_team_hands_its_seat_over_to_one_of_its_members() {
    let mut team = of_a_crew();
    let offer = team.at(2, 9).by("ben").hand_over("ugc", "cai");
    team.at(3, 9).by("cai").accept("ugc", offer);
    assert_eq!(team.holders("ugc"), "cai");
    let check_in = team.at(4, 9).by("ben").check_in("ugc", 8);
    assert_eq!(team.refusal("ugc", check_in), Some(Refusal::NotIn));
}

#[test]
fn nobody_outside_a_team_acts_for_it() {
    let mut team = of_a_crew();
    let done = team.at(2, 9).by("dee").done("ugc");
    assert_eq!(team.refusal("ugc", done), Some(Refusal::NotHolder));
}
