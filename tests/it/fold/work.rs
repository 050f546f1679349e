//! Check-ins, finishing and taking up again.

use alignment_board::domain::board::Refusal;
use alignment_board::domain::goals::{Initiative, InitiativeState, Objective};

use crate::support::{Team, document, goals, initiative, objective};

/// Ben holds the only seat, Cai waits; Ana leads.
fn team() -> Team {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 9).by("cai").claim("ugc");
    team
}

#[test]
fn a_check_in_counts_from_anybody_with_an_open_claim() {
    let mut team = team();
    team.at(2, 9).by("ben").check_in("ugc", 8);
    team.at(3, 9).by("cai").check_in("ugc", 4);
    let last = team.work("ugc").last_spoken().expect("two check-ins");
    assert_eq!((last.by.id.as_str(), last.check_in.confidence), ("cai", Some(4)));
}

#[test]
fn nobody_checks_in_without_a_claim_not_even_a_lead() {
    let mut team = team();
    for by in ["ana", "dee"] {
        let check_in = team.at(2, 9).by(by).check_in("ugc", 8);
        assert_eq!(team.refusal("ugc", check_in), Some(Refusal::NotIn));
    }
    assert!(team.work("ugc").spoken.is_empty());
}

#[test]
fn a_check_in_after_a_release_does_not_count() {
    let mut team = team();
    team.at(2, 9).by("ben").release("ugc");
    let check_in = team.at(2, 10).by("ben").check_in("ugc", 8);
    assert_eq!(team.refusal("ugc", check_in), Some(Refusal::NotIn));
}

#[test]
fn its_holder_or_a_lead_finishes_work() {
    for by in ["ben", "ana"] {
        let mut team = team();
        team.at(2, 9).by(by).done("ugc");
        assert_eq!(team.work("ugc").state, InitiativeState::Done);
        assert!(team.work("ugc").finish().is_some());
    }
}

#[test]
fn others_finish_nothing_not_even_who_waits() {
    let mut team = team();
    for by in ["cai", "dee"] {
        let done = team.at(2, 9).by(by).done("ugc");
        assert_eq!(team.refusal("ugc", done), Some(Refusal::NotHolder));
    }
    assert_eq!(team.work("ugc").state, InitiativeState::Open);
}

#[test]
fn finished_work_is_reopened_by_its_holder_or_a_lead_and_keeps_its_holder() {
    for by in ["ben", "ana"] {
        let mut team = team();
        team.at(2, 9).by("ben").done("ugc");
        team.at(3, 9).by(by).reopen("ugc");
        assert_eq!(
            (team.work("ugc").state, team.holders("ugc")),
            (InitiativeState::Open, "ben".into())
        );
    }
}

#[test]
fn others_reopen_nothing_and_open_work_cannot_be_reopened() {
    let mut team = team();
    let open = team.at(2, 9).by("ben").reopen("ugc");
    team.at(3, 9).by("ben").done("ugc");
    let other = team.at(4, 9).by("dee").reopen("ugc");
    assert_eq!(team.refusal("ugc", open), Some(Refusal::StillOpen));
    assert_eq!(team.refusal("ugc", other), Some(Refusal::NotHolder));
}

#[test]
fn what_the_document_dropped_a_lead_takes_up_again() {
    let mut team = Team::with(goals([Initiative {
        state: InitiativeState::Dropped,
        ..initiative("ugc")
    }]));
    let claim = team.at(1, 9).by("ben").claim("ugc");
    team.at(2, 9).by("ana").reopen("ugc");
    team.at(3, 9).by("ben").claim("ugc");
    assert_eq!(team.refusal("ugc", claim), Some(Refusal::Finished));
    assert_eq!(team.holders("ugc"), "ben");
}

#[test]
fn what_was_taken_up_by_mistake_is_again_what_the_document_says() {
    for state in [InitiativeState::Done, InitiativeState::Dropped] {
        let mut team = Team::with(goals([Initiative {
            state,
            ..initiative("ugc")
        }]));
        let reopened = team.at(2, 9).by("ana").reopen("ugc");
        assert_eq!(team.work("ugc").state, InitiativeState::Open);
        team.at(2, 10).by("ana").retract(reopened);
        assert_eq!(team.work("ugc").state, state);
    }
}

#[test]
fn the_sponsor_of_an_objective_leads_it() {
    let mut goals = document(Objective {
        sponsor: Some("dee".into()),
        initiatives: vec![initiative("ugc").into()],
        ..objective("talk")
    });
    goals.members[0].lead = Default::default();
    let mut team = Team::with(goals);
    let by_former_lead = team.at(1, 9).by("ana").done("ugc");
    team.at(1, 10).by("dee").done("ugc");
    assert_eq!(team.refusal("ugc", by_former_lead), Some(Refusal::NotHolder));
    assert_eq!(team.work("ugc").state, InitiativeState::Done);
}

#[test]
fn without_any_lead_or_sponsor_everybody_is_one() {
    let mut goals = goals([initiative("ugc")]);
    goals.members[0].lead = Default::default();
    let mut team = Team::with(goals);
    team.at(1, 9).by("dee").done("ugc");
    assert_eq!(team.work("ugc").state, InitiativeState::Done);
}
