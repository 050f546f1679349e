//! The examples of docs/numbers.md, worked out.

use alignment_board::domain::calendar::{Day, Period};
use alignment_board::domain::goals::{Cadence, Intent, KeyResult, Objective};
use alignment_board::domain::progress::{percent, reach};

use crate::progress::{at, of, on};
use crate::support::day;

const DOC: &str = include_str!("../../docs/numbers.md");

/// The rows of the table that begins with this line.
fn table<'a>(text: &'a str, head: &str, prefix: &str) -> Vec<Vec<&'a str>> {
    let lines = text
        .lines()
        .skip_while(|line| line.strip_prefix(prefix) != Some(head))
        .skip(2);
    let rows = lines.map_while(|line| line.strip_prefix(prefix)?.strip_prefix('|'));
    let cells = |row: &'a str| row.trim_end().trim_end_matches('|').split('|').map(str::trim).collect();
    let rows: Vec<_> = rows.map(cells).collect();
    assert!(!rows.is_empty(), "no table “{head}”");
    rows
}

fn rows(head: &str) -> Vec<Vec<&'static str>> {
    table(DOC, head, "")
}

/// `5/10` or `0.5`.
fn number(text: &str) -> f64 {
    let parse = |text: &str| {
        text.trim()
            .parse::<f64>()
            .unwrap_or_else(|_| panic!("{text} is no number"))
    };
    text.split_once('/')
        .map_or_else(|| parse(text), |(a, b)| parse(a) / parse(b))
}

fn figure(share: f64) -> String {
    format!("{}%", percent(share).max(0))
}

#[test]
fn progress_is_as_in_its_examples() {
    for row in rows("| start | target | current | progress | figure | |") {
        let share = reach(number(row[0]), number(row[1]), number(row[2]));
        assert!((share - number(row[3])).abs() < 1e-9, "{row:?}");
        assert_eq!(figure(share), row[4], "{row:?}");
    }
}

#[test]
fn what_is_expected_is_as_in_its_examples() {
    for row in rows("| from | due | today | committed | aspirational |") {
        let expected = |intent| {
            let key_result = KeyResult {
                from: Some(day(row[0])),
                due: Some(day(row[1])),
                ..at(0.0, 1.0, 0.0)
            };
            let objective = Objective {
                intent,
                ..of([key_result])
            };
            on(row[2], objective).expected.map(figure)
        };
        assert_eq!(expected(Intent::Committed).as_deref(), Some(row[3]), "{row:?}");
        assert_eq!(expected(Intent::Aspirational).as_deref(), Some(row[4]), "{row:?}");
    }
}

#[test]
fn an_objectives_mean_is_as_in_its_examples() {
    for row in rows("| Weights | Progress | Mean |") {
        let pairs = row[0].split(", ").map(number).zip(row[1].split(", ").map(number));
        let key_results = pairs.map(|(weight, share)| KeyResult {
            weight,
            ..at(0.0, 1.0, share)
        });
        let progress = on("2026-11-20", of(key_results)).progress;
        assert_eq!(progress.map(figure).as_deref(), Some(row[2]), "{row:?}");
    }
}

#[test]
fn check_ins_are_due_as_in_their_examples() {
    let october = Period {
        start: day("2026-10-01"),
        end: day("2026-10-31"),
    };
    let the = |text: &str| -> Option<Day> {
        let number = text.strip_suffix(" October")?.parse().expect("a day of October");
        Day::from_ymd_opt(2026, 10, number)
    };
    for row in rows("| Last report | Today | Owed since | Days overdue | Outdated | Next |") {
        let today = the(row[1]).expect("a day");
        let timing = Cadence::default().timing(Some(october), the(row[0]), today);
        assert_eq!((timing.owed, timing.next), (the(row[2]), the(row[5])), "{row:?}");
        assert_eq!(timing.days_overdue.to_string(), row[3], "{row:?}");
        assert_eq!(if timing.outdated { "yes" } else { "no" }, row[4], "{row:?}");
    }
}

#[test]
fn the_tables_of_rights_and_limits_are_those_beside_the_code() {
    let decision = include_str!("../../src/domain/decision/mod.rs");
    let guardrail = include_str!("../../src/domain/guardrail/mod.rs");
    for (head, beside) in [
        (
            "| Level | Amount | A delegate | The approver | Anybody else |",
            decision,
        ),
        ("| Kind | Kept | Breached | Unknown |", guardrail),
    ] {
        let inside: Vec<Vec<String>> = table(beside, head, "//! ")
            .into_iter()
            .map(|row| row.into_iter().map(|cell| cell.replace("**", "")).collect())
            .collect();
        assert_eq!(rows(head), inside, "{head}");
    }
}
