//! The North Star's number.

use std::rc::Rc;

use alignment_board::domain::calendar::TimeZone;
use alignment_board::domain::event::{Body, Subject};
use alignment_board::domain::goals::{Goals, Metric, NorthStar};
use alignment_board::domain::progress::Rule;
use alignment_board::domain::progress::explain::{Explanation, Name, Source, Value, explain_star};

use super::explain::{by, input};
use super::worked::follows;
use super::{of, report};
use crate::calendar::auckland;
use crate::support::{Team, at, day, document};

/// Everybody should know us: from 18 to 30%, and 24 by the document, on 1 October.
fn under_a_star(target: Option<f64>) -> Goals {
    let metric = Metric {
        title: "Aided awareness".into(),
        unit: Some("%".into()),
        start: 18.0,
        target,
        current: Some(24.0),
        as_of: Some(day("2026-10-01")),
    };
    Goals {
        north_star: Some(NorthStar {
            statement: "Everybody knows us".into(),
            why: None,
            metric: Some(metric),
        }),
        ..document(of([]))
    }
}

fn star(team: &Team, today: u64) -> (Explanation, Option<Explanation>) {
    let now = TimeZone::UTC.now(at(today, 12));
    explain_star(team.board(), now, TimeZone::UTC).expect("a number")
}

#[test]
fn the_north_stars_number_explains_itself_as_well() {
    let (progress, expected) = star(&Team::with(under_a_star(Some(30.0))), 31);
    assert_eq!((progress.rule, progress.result), (Rule::Reach, Value::Share(0.5)));
    assert_eq!(input(&progress, Name::Current).source, Source::Document);
    follows(&progress);
    let expected = expected.expect("a period");
    // 31 of the 92 days from 1 October to 31 December.
    assert_eq!(
        (expected.rule, expected.result),
        (Rule::Linear, Value::Share(31.0 / 92.0))
    );
    follows(&expected);
    let without_a_period = Goals {
        period: None,
        ..under_a_star(Some(30.0))
    };
    assert_eq!(star(&Team::with(without_a_period), 31).1, None);
    let (progress, expected) = star(&Team::with(under_a_star(None)), 31);
    assert_eq!((progress.rule, expected), (Rule::NotMeasurable, None));
    let none = Team::with(document(of([])));
    let now = TimeZone::UTC.now(0);
    assert_eq!(explain_star(none.board(), now, TimeZone::UTC), None);
}

#[test]
fn the_north_stars_number_is_the_one_that_was_reported_last_and_says_by_whom() {
    let mut team = Team::with(under_a_star(Some(30.0)));
    let mut body = report("", Some(27.0), None);
    if let Body::CheckIn(check_in) = &mut body {
        Rc::make_mut(check_in).on = Subject::NorthStar;
    }
    let event = team.at(6, 20).by("ana").does(&body);
    let (progress, _) = star(&team, 7);
    assert_eq!(progress.result, Value::Share(0.75));
    assert_eq!(
        by(input(&progress, Name::Current)),
        Some((event, "ana", "2026-10-06".to_owned()))
    );
    follows(&progress);
    let zone = auckland();
    let now = zone.now(at(7, 12));
    let (there, _) = explain_star(team.board(), now, &zone).expect("a number");
    let said = by(input(&there, Name::Current)).map(|(.., day)| day);
    assert_eq!(said.as_deref(), Some("2026-10-07"), "in the team's days");
}
