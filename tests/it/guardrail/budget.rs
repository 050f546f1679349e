//! Money, one currency at a time.

use alignment_board::domain::goals::{GuardrailKind, Initiative, InitiativeState, Owner};
use alignment_board::domain::guardrail::{AdjustedCost, Because, Detail, Facts, MayClaim, Spending, State};
use alignment_board::domain::progress::explain::Source;

use super::{answer, asks, because, costing, euros, event, guardrail, money, person, standing, team};
use crate::support::{Team, initiative};

fn spending(team: &Team, facts: Facts) -> (State, Spending) {
    let standing = standing(team, facts);
    match standing.detail {
        Detail::Budget(spending) => (standing.state, spending),
        other => panic!("{other:?}"),
    }
}

fn budget(limit: f64, initiatives: impl IntoIterator<Item = Initiative>) -> Team {
    team(initiatives, &[guardrail("spend", GuardrailKind::Budget(euros(limit)))])
}

fn owned(initiative: Initiative) -> Initiative {
    Initiative {
        owners: vec![Owner::Member("cai".into())],
        ..initiative
    }
}

#[test]
fn what_is_held_accepted_or_done_counts_and_what_is_free_or_dropped_does_not() {
    let with = |state, initiative| Initiative { state, ..initiative };
    let mut team = budget(
        1000.0,
        [
            costing("free", euros(1.0)),
            costing("claimed", euros(10.0)),
            owned(costing("owned", euros(100.0))),
            with(InitiativeState::Done, costing("done", euros(200.0))),
            with(InitiativeState::Dropped, owned(costing("dropped", euros(400.0)))),
            costing("pitched", euros(40.0)),
            owned(initiative("costs-nothing")),
        ],
    );
    team.at(5, 9).by("ben").claim("claimed");
    let (state, without) = spending(&team, Facts::default());
    assert_eq!((state, without.used, without.room), (State::Kept, 310.0, 690.0));
    let accepted = ["pitched".into()];
    let facts = Facts {
        accepted: &accepted,
        ..Facts::default()
    };
    let (_, with) = spending(&team, facts);
    let counted: Vec<_> = with.counted.iter().map(|c| (c.initiative.as_str(), c.amount)).collect();
    assert_eq!(
        counted,
        [("claimed", 10.0), ("owned", 100.0), ("done", 200.0), ("pitched", 40.0)]
    );
    assert_eq!((with.used, with.room), (350.0, 650.0));
}

#[test]
fn it_is_breached_when_more_is_promised_than_there_is() {
    let state = |amount| spending(&budget(100.0, [owned(costing("a", euros(amount)))]), Facts::default());
    assert_eq!((state(100.0).0, state(100.0).1.room), (State::Kept, 0.0));
    assert_eq!((state(100.01).0, state(101.0).1.room), (State::Breached, -1.0));
}

#[test]
fn a_claim_may_use_the_budget_up_to_the_last_cent_and_not_one_more() {
    let ask = |amount| {
        let team = budget(1000.0, [owned(costing("a", euros(700.0))), costing("b", euros(amount))]);
        asks(&team, Facts::default(), "ben", "b")
    };
    assert_eq!(ask(300.0), MayClaim::Yes);
    assert_eq!(answer(&ask(300.01)), "no: spend stops");
    let reason = Because::OverBudget {
        limit: euros(1000.0),
        used: 700.0,
        this: 400.0,
    };
    assert_eq!(because(ask(400.0)), reason);
}

#[test]
fn cents_add_up_as_a_person_adds_them() {
    let team = budget(0.3, [owned(costing("a", euros(0.1))), costing("b", euros(0.2))]);
    assert_eq!(asks(&team, Facts::default(), "ben", "b"), MayClaim::Yes);
}

#[test]
fn what_costs_nothing_passes_even_when_the_budget_is_gone() {
    let team = budget(
        100.0,
        [
            owned(costing("a", euros(500.0))),
            initiative("b"),
            costing("c", euros(1.0)),
        ],
    );
    assert_eq!(asks(&team, Facts::default(), "ben", "b"), MayClaim::Yes);
    assert_eq!(standing(&team, Facts::default()).affected, ["c".into()]);
}

#[test]
fn a_second_seat_and_a_place_in_line_cost_nothing_more() {
    let two = Initiative {
        seats: 2,
        ..costing("a", euros(500.0))
    };
    let mut team = budget(600.0, [two]);
    team.at(5, 9).by("ben").claim("a");
    assert_eq!(asks(&team, Facts::default(), "cai", "a"), MayClaim::Yes);
    assert_eq!(spending(&team, Facts::default()).1.used, 500.0);
}

#[test]
fn an_adjusted_cost_counts_instead_of_the_documents_and_says_who_adjusted_it() {
    let team = budget(100.0, [owned(costing("a", euros(500.0))), costing("b", euros(50.0))]);
    let adjust = |initiative: &str, day, cost| AdjustedCost {
        initiative: initiative.into(),
        event: event(day, 9),
        by: person("cai"),
        cost,
    };
    let costs = [adjust("a", 6, Some(euros(10.0))), adjust("a", 7, Some(euros(60.0)))];
    let facts = Facts {
        costs: &costs,
        ..Facts::default()
    };
    let (state, now) = spending(&team, facts);
    assert_eq!((state, now.used), (State::Kept, 60.0), "the last one");
    let Source::Event { id, by, .. } = &now.counted[0].source else {
        panic!("not adjusted")
    };
    assert_eq!((*id, by.id.as_str()), (event(7, 9), "cai"));
    assert_eq!(answer(&asks(&team, facts, "ben", "b")), "no: spend stops");
    let costs = [adjust("b", 6, None)];
    let facts = Facts {
        costs: &costs,
        ..Facts::default()
    };
    assert_eq!(asks(&team, facts, "ben", "b"), MayClaim::Yes, "costs nothing any more");
}

#[test]
fn other_currencies_are_kept_apart_and_never_added() {
    let team = budget(
        1000.0,
        [
            owned(costing("a", euros(400.0))),
            owned(costing("b", money(5000.0, "USD"))),
            owned(costing("c", money(70.0, "CHF"))),
            owned(costing("d", money(1.0, "usd"))),
        ],
    );
    let (state, spending) = spending(&team, Facts::default());
    assert_eq!((state, spending.used), (State::Kept, 400.0));
    assert_eq!(spending.elsewhere, [money(5001.0, "USD"), money(70.0, "CHF")]);
}

#[test]
fn a_cost_that_no_budget_here_is_in_warns_and_never_stops() {
    let initiatives = || [costing("a", money(5000.0, "USD"))];
    let may = asks(&budget(1000.0, initiatives()), Facts::default(), "ben", "a");
    assert_eq!(answer(&may), "yes, but spend warns");
    let reason = Because::OtherCurrency {
        limit: euros(1000.0),
        used: 0.0,
        this: money(5000.0, "USD"),
    };
    assert_eq!(because(may), reason);
    let nothing = budget(1000.0, [costing("a", money(0.0, "USD"))]);
    assert_eq!(
        asks(&nothing, Facts::default(), "ben", "a"),
        MayClaim::Yes,
        "costs nothing"
    );
    let two = Initiative {
        seats: 2,
        ..costing("a", money(5000.0, "USD"))
    };
    let mut held = budget(1000.0, [two]);
    held.at(5, 9).by("cai").claim("a");
    assert_eq!(
        asks(&held, Facts::default(), "ben", "a"),
        MayClaim::Yes,
        "a second seat costs nothing more"
    );
    let both = [
        guardrail("spend", GuardrailKind::Budget(euros(1000.0))),
        guardrail("dollars", GuardrailKind::Budget(money(6000.0, "USD"))),
    ];
    assert_eq!(
        asks(&team(initiatives(), &both), Facts::default(), "ben", "a"),
        MayClaim::Yes
    );
}
