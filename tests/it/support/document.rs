//! Goals in a line: everything a test does not speak of has a plain default.

use std::rc::Rc;

use alignment_board::domain::calendar::{Day, Period, parse_day};
use alignment_board::domain::goals::{
    Goals, Initiative, InitiativeState, Intent, KeyResult, KeyResultKind, Lead, Member, Objective,
};

pub(crate) fn day(text: &str) -> Day {
    parse_day(text).expect("a day like 2026-10-31")
}

/// Four months' work of Ana, who leads, Ben, Cai and Dee, under one objective.
pub(crate) fn document(objective: Objective) -> Goals {
    Goals {
        id: Some("team".into()),
        title: "The team".into(),
        period: Some(Period {
            start: day("2026-10-01"),
            end: day("2026-12-31"),
        }),
        members: vec![
            Member {
                lead: Lead::Yes,
                ..member("ana")
            },
            member("ben"),
            member("cai"),
            member("dee"),
        ],
        objectives: vec![Rc::new(objective)],
        ..Goals::default()
    }
}

/// [`document`] with these initiatives, and the key result `views`, which Ben owns.
pub(crate) fn goals(initiatives: impl IntoIterator<Item = Initiative>) -> Goals {
    document(Objective {
        key_results: vec![KeyResult {
            owner: Some("ben".into()),
            ..key_result("views", 0.0, 100.0)
        }],
        initiatives: initiatives.into_iter().map(Rc::new).collect(),
        ..objective("talk")
    })
}

/// Named like the id, with a capital.
pub(crate) fn member(id: &str) -> Member {
    let (first, rest) = id.split_at(1);
    Member {
        id: id.into(),
        name: [&first.to_uppercase(), rest].concat().into(),
        lead: Lead::No,
        roles: vec![],
        avatar: None,
        mentor: None,
        contact: None,
        until: None,
        formerly: vec![],
    }
}

pub(crate) fn objective(id: &str) -> Objective {
    Objective {
        id: id.into(),
        title: id.into(),
        why: None,
        sponsor: None,
        intent: Intent::Committed,
        weight: 1.0,
        tags: vec![],
        key_results: vec![],
        initiatives: vec![],
    }
}

pub(crate) fn key_result(id: &str, start: f64, target: f64) -> KeyResult {
    KeyResult {
        id: id.into(),
        title: id.into(),
        unit: None,
        kind: KeyResultKind::Reach {
            start,
            target: Some(target),
        },
        current: None,
        as_of: None,
        baseline: None,
        owner: None,
        how: None,
        source: None,
        from: None,
        due: None,
        weight: 1.0,
        phased_targets: vec![],
    }
}

/// Open, with one seat.
pub(crate) fn initiative(id: &str) -> Initiative {
    Initiative {
        id: id.into(),
        claimable: true,
        title: id.into(),
        description: None,
        key_results: vec![],
        state: InitiativeState::Open,
        owners: vec![],
        seats: 1,
        due: None,
        cost: None,
        decision_area: None,
        tags: vec![],
        first_step: false,
        signal: None,
        links: vec![],
        formerly: vec![],
    }
}
