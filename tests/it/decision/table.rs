//! The table, as it stands in the documentation.

use alignment_board::domain::decision::Over;
use alignment_board::domain::goals::{DecisionArea, DelegationLevel, Money};

use super::{area, asks, dollars, euros, goals, told};

const LEVELS: [DelegationLevel; 7] = [
    DelegationLevel::Tell,
    DelegationLevel::Sell,
    DelegationLevel::Consult,
    DelegationLevel::Agree,
    DelegationLevel::Advise,
    DelegationLevel::Inquire,
    DelegationLevel::Delegate,
];

fn rows() -> Vec<Vec<&'static str>> {
    let text = include_str!("../../../src/domain/decision/mod.rs");
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! | "));
    let cells = |row: &'static str| row.trim_end_matches('|').split('|').map(str::trim).collect();
    rows.filter(|row| row.starts_with(|c: char| c.is_ascii_digit()))
        .map(cells)
        .collect()
}

fn within() -> Vec<Option<Money>> {
    vec![None, Some(euros(0.0)), Some(euros(1999.0)), Some(euros(2000.0))]
}

fn over() -> Vec<Option<Money>> {
    vec![Some(euros(2000.01)), Some(dollars(1.0))]
}

#[test]
fn every_row_of_the_table_is_what_members_are_told() {
    let rows = rows();
    assert_eq!(rows.len(), 11, "levels 1 to 3, and 4 to 7 twice");
    for row in rows {
        let [level, amount, delegate, approver, other] = row[..] else {
            panic!("{row:?}")
        };
        let number: usize = level[..1].parse().expect("a level");
        let goals = goals(area(LEVELS[number - 1]));
        let amounts = match amount {
            "any" => [within(), over()].concat(),
            "within" => within(),
            "over" => over(),
            other => panic!("{other}"),
        };
        for amount in amounts {
            for (member, expected) in [("ben", delegate), ("cai", delegate), ("ana", approver), ("dee", other)] {
                let said = told(&goals, member, amount.clone());
                assert_eq!(said, expected, "{level}, {amount:?}, to {member}");
            }
        }
    }
}

#[test]
fn every_level_stands_in_the_table() {
    for number in 1..=7 {
        let level = number.to_string();
        assert!(rows().iter().any(|row| row[0].starts_with(&level)), "{level}");
    }
}

#[test]
fn without_a_limit_every_amount_is_within() {
    let boundless = DecisionArea {
        up_to: None,
        ..area(DelegationLevel::Delegate)
    };
    let goals = goals(boundless);
    for amount in [euros(1e12), dollars(5.0)] {
        let right = asks(&goals, "ben", Some(amount), &[]);
        assert_eq!(
            (super::words(&right.answer).as_str(), right.why.over),
            ("You decide", Over::Within)
        );
    }
}

#[test]
fn a_stranger_is_anybody_else_at_every_level_and_never_decides() {
    for level in LEVELS {
        let goals = goals(area(level));
        for amount in [within(), over()].concat() {
            let said = told(&goals, "zoe", amount.clone());
            assert_eq!(said, told(&goals, "dee", amount), "{level:?}");
            assert!(!said.starts_with("You"), "{said}");
        }
    }
}
