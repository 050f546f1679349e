//! Initiatives that their holders change, move and split.

use std::rc::Rc;

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::{Body, Change, Facet};
use alignment_board::domain::goals::{Goals, Initiative, InitiativeState, Money, Objective};

use crate::support::says::{describe, relocate, split};
use crate::support::{Team, day, goals, initiative, objective};

fn document() -> Goals {
    let mut goals = goals([Initiative {
        seats: 2,
        due: Some(day("2026-12-10")),
        ..initiative("ugc")
    }]);
    goals.objectives.push(
        Objective {
            sponsor: Some("dee".into()),
            initiatives: vec![initiative("tour").into()],
            ..objective("reach")
        }
        .into(),
    );
    goals
}

/// Ben and Cai hold it.
fn team() -> Team {
    let mut team = Team::with(document());
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("cai").claim("ugc");
    team
}

fn shown(team: &Team, objective: usize) -> Vec<&str> {
    let objective = &team.board().goals().objectives[objective];
    objective
        .initiatives
        .iter()
        .map(|initiative| &*initiative.title)
        .collect()
}

fn words(team: &Team) -> Option<&str> {
    let (_, initiative, _) = team.board().initiative(&"ugc".into()).expect("in the document");
    initiative.description.as_deref()
}

#[test]
fn a_holder_changes_what_it_says_and_everybody_sees_it() {
    let mut team = team();
    team.at(2, 9).by("ben").does(&describe("ugc", "", "Three videos"));
    team.at(2, 10)
        .by("cai")
        .does(&describe("ugc", "Three videos", "Four videos"));
    assert_eq!(words(&team), Some("Four videos"));
    let listed = &team.board().goals().objectives[0].initiatives[0];
    assert_eq!(listed.description.as_deref(), Some("Four videos"));
}

#[test]
fn of_two_changes_made_apart_the_later_holds() {
    let mut team = team();
    team.at(2, 9).by("ben").does(&describe("ugc", "", "Three videos"));
    let later = team.at(2, 10).by("cai").does(&describe("ugc", "", "Four videos"));
    assert_eq!((team.verdict(later), words(&team)), (None, Some("Four videos")));
}

#[test]
fn nobody_else_changes_it_not_even_a_lead_and_not_when_it_is_finished() {
    let mut team = team();
    team.at(2, 8).by("dee").claim("ugc");
    let waits = team.at(2, 9).by("dee").does(&describe("ugc", "", "Mine"));
    assert_eq!(team.verdict(waits), Some(Refusal::NoSeat), "not even who waits");
    let lead = team.at(2, 9).by("ana").does(&describe("ugc", "", "Mine"));
    team.at(2, 10).by("ben").done("ugc");
    let late = team.at(2, 11).by("ben").does(&describe("ugc", "", "Late"));
    assert_eq!(team.verdict(lead), Some(Refusal::NoSeat));
    assert_eq!(team.verdict(late), Some(Refusal::Finished));
}

#[test]
fn a_change_holds_until_the_document_says_something_else() {
    let mut team = team();
    let due = |was: Option<&str>, to: &str| Body::Adjust {
        initiative: "ugc".into(),
        changes: vec![Change {
            to: Facet::Due(Some(day(to))),
            was: Facet::Due(was.map(day)),
        }],
    };
    let later = team.at(2, 9).by("ben").does(&due(Some("2026-12-10"), "2026-12-20"));
    let due_now = |team: &Team| team.work("ugc").initiative.due;
    assert_eq!(due_now(&team), Some(day("2026-12-20")));
    let mut edited = document();
    let changed = Initiative {
        due: Some(day("2026-12-15")),
        ..initiative("ugc")
    };
    edited.objectives[0] = Objective {
        initiatives: vec![changed.into()],
        ..(*edited.objectives[0]).clone()
    }
    .into();
    team.ledger = team.ledger.under(edited.into());
    assert_eq!(
        (due_now(&team), team.verdict(later)),
        (Some(day("2026-12-15")), Some(Refusal::Superseded))
    );
}

#[test]
fn a_change_that_changes_nothing_or_what_is_not_there_does_not_count() {
    let mut team = team();
    let same = team.at(2, 9).by("ben").does(&describe("ugc", "", ""));
    let other = team
        .at(2, 9)
        .by("ben")
        .does(&describe("ugc", "Two videos", "Three videos"));
    let nothing = team.at(2, 9).by("ben").does(&Body::Adjust {
        initiative: "ugc".into(),
        changes: vec![],
    });
    assert_eq!(team.verdict(same), Some(Refusal::NoChange));
    assert_eq!(team.verdict(other), Some(Refusal::Superseded));
    assert_eq!(team.verdict(nothing), Some(Refusal::Empty));
}

#[test]
fn a_change_taken_back_leaves_later_ones() {
    let mut team = team();
    let first = team.at(2, 9).by("ben").does(&describe("ugc", "", "Three videos"));
    team.at(2, 10)
        .by("cai")
        .does(&describe("ugc", "Three videos", "Four videos"));
    team.at(2, 11).by("ben").retract(first);
    assert_eq!(words(&team), Some("Four videos"));
    assert!(document().objectives[0].initiatives[0].description.is_none());
}

#[test]
fn moved_it_stands_under_the_other_objective_and_keeps_who_has_it() {
    let mut team = team();
    let there = team.at(2, 9).by("ben").does(&relocate("ugc", "reach"));
    assert_eq!((shown(&team, 0), shown(&team, 1)), (vec![], vec!["tour", "ugc"]));
    assert_eq!(team.holders("ugc"), "ben cai");
    let (objective, ..) = team.board().initiative(&"ugc".into()).expect("still there");
    assert_eq!(objective.id.as_str(), "reach");
    team.at(2, 10).by("ben").retract(there);
    assert_eq!((shown(&team, 0), shown(&team, 1)), (vec!["ugc"], vec!["tour"]));
}

#[test]
fn a_holder_or_a_lead_of_either_side_moves_it_to_an_objective_there_is() {
    let mut team = team();
    let outsider = Team::with(document())
        .at(2, 9)
        .by("cai")
        .does(&relocate("tour", "talk"));
    let nowhere = team.at(2, 9).by("ben").does(&relocate("ugc", "none"));
    let same = team.at(2, 9).by("ben").does(&relocate("ugc", "talk"));
    let sponsor = team.at(2, 10).by("dee").does(&relocate("ugc", "reach"));
    assert_eq!(team.verdict(nowhere), Some(Refusal::NotInDocument));
    assert_eq!(team.verdict(same), Some(Refusal::NoChange));
    assert_eq!(team.verdict(sponsor), None);
    let mut other = Team::with(document());
    let again = other.at(2, 9).by("cai").does(&relocate("tour", "talk"));
    assert_eq!((outsider, other.verdict(again)), (again, Some(Refusal::NotHolder)));
}

#[test]
fn whoever_leads_where_it_stands_now_leads_it() {
    let mut team = team();
    team.at(2, 9).by("ben").does(&relocate("ugc", "reach"));
    let done = team.at(2, 10).by("dee").done("ugc");
    assert_eq!(team.verdict(done), None);
}

#[test]
fn its_parts_take_its_place_with_who_had_it() {
    let mut team = team();
    let cut = team.at(2, 9).by("ben").does(&split("ugc", &["Shoot", "Cut"]));
    let part = |n: u8| format!("{cut}.{n}");
    assert_eq!(shown(&team, 0), ["ugc", "Shoot", "Cut"]);
    assert_eq!(
        (team.work("ugc").state, team.work("ugc").parts().len()),
        (InitiativeState::Dropped, 2)
    );
    assert_eq!(
        (team.holders(&part(1)), team.holders(&part(2))),
        ("ben cai".into(), "ben cai".into())
    );
    assert_eq!(team.work(&part(1)).part_of().map(|whole| whole.as_str()), Some("ugc"));
    team.at(3, 9).by("cai").release(&part(1));
    team.at(3, 10).by("dee").claim(&part(1));
    assert_eq!(team.holders(&part(1)), "ben dee");
    let check_in = team.at(3, 11).by("ben").check_in("ugc", 8);
    assert_eq!(team.verdict(check_in), Some(Refusal::Finished));
}

#[test]
fn its_parts_move_what_it_moved_and_cost_nothing_until_somebody_says_so() {
    let mut goals = document();
    let objective = Rc::make_mut(&mut goals.objectives[0]);
    let ugc = Rc::make_mut(&mut objective.initiatives[0]);
    ugc.key_results = vec!["views".into()];
    ugc.cost = Some(Money {
        amount: 3000.0,
        currency: "EUR".into(),
    });
    let mut team = Team::with(goals);
    team.at(1, 9).by("ben").claim("ugc");
    let cut = team.at(2, 9).by("ben").does(&split("ugc", &["Shoot", "Cut"]));
    for n in [1, 2] {
        let part = team.work(&format!("{cut}.{n}")).initiative.clone();
        assert_eq!(
            (&*part.key_results, part.due),
            (&["views".into()][..], Some(day("2026-12-10")))
        );
        assert_eq!(part.cost, None, "nobody knows how it is divided");
    }
}

#[test]
fn a_part_can_be_split_again_and_claims_may_come_before_their_split() {
    let mut team = team();
    let cut = team.at(2, 9).by("ben").makes(&split("ugc", &["Shoot", "Cut"]));
    let again = team
        .at(2, 10)
        .by("ben")
        .makes(&split(&format!("{}.1", cut.id), &["Indoors", "Outdoors"]));
    let outdoors = format!("{}.2", again.id);
    let claim = team.at(3, 9).by("dee").claim(&outdoors);
    assert_eq!(team.verdict(claim), Some(Refusal::NotInDocument));
    team.receive(again);
    assert_eq!(team.verdict(claim), Some(Refusal::NotInDocument));
    team.receive(cut);
    assert_eq!((team.verdict(claim), team.waiting(&outdoors)), (None, "dee".into()));
    assert_eq!(shown(&team, 0), ["ugc", "Shoot", "Cut", "Indoors", "Outdoors"]);
}

#[test]
fn what_was_done_to_a_part_before_it_was_one_does_not_count() {
    let mut team = team();
    let cut = team.at(3, 9).by("ben").makes(&split("ugc", &["Shoot", "Cut"]));
    let early = team.at(2, 9).by("dee").claim(&format!("{}.1", cut.id));
    team.receive(cut);
    assert_eq!(team.verdict(early), Some(Refusal::NotYet));
}

#[test]
fn a_split_needs_two_parts_and_somebody_in_charge_and_is_not_taken_back() {
    let mut team = team();
    let one = team.at(2, 9).by("ben").does(&split("ugc", &["All"]));
    let blank = team.at(2, 9).by("ben").does(&split("ugc", &["Shoot", " "]));
    let other = team.at(2, 9).by("dee").does(&split("ugc", &["Shoot", "Cut"]));
    let cut = team.at(2, 10).by("ana").does(&split("ugc", &["Shoot", "Cut"]));
    let undo = team.at(2, 11).by("ana").retract(cut);
    assert_eq!(team.verdict(one), Some(Refusal::Empty));
    assert_eq!(team.verdict(blank), Some(Refusal::Empty));
    assert_eq!(team.verdict(other), Some(Refusal::NotHolder));
    assert_eq!(team.verdict(undo), Some(Refusal::Stands));
    team.at(3, 9).by("ana").reopen("ugc");
    assert_eq!(
        (team.work("ugc").state, team.work("ugc").parts().len()),
        (InitiativeState::Open, 0)
    );
    assert_eq!(
        shown(&team, 0),
        ["ugc", "Shoot", "Cut"],
        "its parts stay until they are dropped"
    );
}

#[test]
fn a_document_adopts_a_part_under_an_id_of_its_own() {
    let mut team = team();
    let cut = team.at(2, 9).by("ben").does(&split("ugc", &["Shoot", "Cut"]));
    team.at(3, 9).by("dee").claim(&format!("{cut}.1"));
    let mut edited = document();
    let adopted = Initiative {
        formerly: vec![format!("{cut}.1").into()],
        ..initiative("shoot")
    };
    edited.objectives[0] = Objective {
        initiatives: vec![document().objectives[0].initiatives[0].clone(), adopted.into()],
        ..(*edited.objectives[0]).clone()
    }
    .into();
    team.ledger = team.ledger.under(edited.into());
    assert_eq!(
        (team.holders("shoot"), team.waiting("shoot")),
        ("ben cai".into(), "dee".into())
    );
    assert_eq!(shown(&team, 0), ["ugc", "shoot", "Cut"]);
}

#[test]
fn dropped_work_says_why_and_can_be_taken_up_again() {
    let mut team = team();
    let drop = |reason: &str| Body::Drop {
        initiative: "ugc".into(),
        reason: reason.into(),
        learned: "Ask first.".into(),
    };
    let silent = team.at(2, 9).by("ben").does(&drop(" "));
    let other = team.at(2, 9).by("dee").does(&drop("Nobody watches."));
    let dropped = team.at(2, 10).by("ben").does(&drop("Nobody watches."));
    let again = team.at(2, 11).by("cai").does(&drop("Nobody watches."));
    assert_eq!(team.verdict(silent), Some(Refusal::NoReason));
    assert_eq!(team.verdict(other), Some(Refusal::NotHolder));
    assert_eq!(team.verdict(again), Some(Refusal::Finished));
    let finish = team.work("ugc").finish().expect("it ended");
    assert_eq!((&*finish.reason, &*finish.learned), ("Nobody watches.", "Ask first."));
    team.at(3, 9).by("ben").retract(dropped);
    assert_eq!(team.work("ugc").state, InitiativeState::Open);
}
