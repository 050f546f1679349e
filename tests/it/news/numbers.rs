//! Numbers that moved.

use std::rc::Rc;

use alignment_board::domain::goals::{Band, Goals, KeyResult, KeyResultKind, Metric, NorthStar};

use super::{happened, told};
use crate::attention::{said, talk};
use crate::support::{Team, day, initiative, key_result};
use alignment_board::domain::event::{Body, Subject};

/// A team with one number, which Ben reports.
pub(crate) fn with(key_result: KeyResult) -> Team {
    let mut goals = talk([initiative("ugc")]);
    Rc::make_mut(&mut goals.objectives[0]).key_results = vec![KeyResult {
        owner: Some("ben".into()),
        ..key_result
    }];
    Team::with(goals)
}

fn better(team: &Team) -> Option<bool> {
    happened(team, 10, 15).moved[0].better
}

#[test]
fn a_number_that_moved_is_told_with_where_it_was() {
    let mut team = with(key_result("views", 0.0, 100.0));
    team.at(9, 9).by("ben").measure("views", 10.0);
    assert_eq!(told(&team), "", "that was before");
    team.at(11, 9).by("ben").measure("views", 11.0);
    team.at(12, 9).by("ben").measure("views", 12.0);
    assert_eq!(told(&team), "views 10 → 12");
    team.at(13, 9).by("ben").measure("views", 10.0);
    assert_eq!(told(&team), "", "and back");
}

#[test]
fn a_first_number_has_nowhere_to_come_from() {
    let mut team = with(key_result("views", 0.0, 100.0));
    team.at(11, 9).by("ben").measure("views", 12.0);
    assert_eq!((told(&team).as_str(), better(&team)), ("views 12", None));
}

#[test]
fn a_report_after_the_documents_number_moved_from_there() {
    let mut team = with(KeyResult {
        current: Some(9.0),
        as_of: Some(day("2026-10-08")),
        ..key_result("views", 0.0, 100.0)
    });
    assert_eq!(told(&team), "");
    team.at(11, 9).by("ben").measure("views", 12.0);
    assert_eq!(told(&team), "views 9 → 12");
}

#[test]
fn a_number_the_document_dates_later_is_compared_with_the_last_report_before() {
    let document = || {
        with(KeyResult {
            current: Some(12.0),
            as_of: Some(day("2026-10-12")),
            ..key_result("views", 0.0, 100.0)
        })
    };
    assert_eq!(told(&document()), "", "nobody knows what the document said before");
    let mut team = document();
    team.at(9, 9).by("ben").measure("views", 10.0);
    assert_eq!(told(&team), "views 10 → 12");
}

#[test]
fn whether_it_is_better_depends_on_where_it_should_be() {
    let moved = |kind, from, to| {
        let mut team = with(KeyResult {
            kind,
            ..key_result("views", 0.0, 0.0)
        });
        team.at(9, 9).by("ben").measure("views", from);
        team.at(11, 9).by("ben").measure("views", to);
        better(&team)
    };
    let reach = |start, target| KeyResultKind::Reach { start, target };
    assert_eq!(moved(reach(0.0, Some(9.0)), 1.0, 2.0), Some(true));
    assert_eq!(moved(reach(9.0, Some(0.0)), 1.0, 2.0), Some(false), "less is better");
    assert_eq!(moved(reach(0.0, None), 1.0, 2.0), None, "no target, no telling");
    let band = Band {
        min: Some(2.0),
        max: None,
    };
    assert_eq!(moved(KeyResultKind::Stay(band), 1.0, 2.0), Some(true));
    assert_eq!(moved(KeyResultKind::Stay(band), 2.0, 1.0), Some(false));
    assert_eq!(moved(KeyResultKind::Stay(band), 3.0, 2.0), None, "inside is inside");
    assert_eq!(moved(KeyResultKind::Done, 0.0, 1.0), Some(true));
}

#[test]
fn the_north_stars_number_is_one_of_them() {
    let goals = Goals {
        north_star: Some(NorthStar {
            statement: "Everybody knows us".into(),
            why: None,
            metric: Some(Metric {
                title: "Awareness".into(),
                unit: Some("%".into()),
                start: 18.0,
                target: Some(30.0),
                current: Some(22.0),
                as_of: Some(day("2026-10-08")),
            }),
        }),
        ..talk([initiative("ugc")])
    };
    let mut team = Team::with(goals);
    let mut body = said(Subject::NorthStar, None, "", &[]);
    if let Body::CheckIn(check_in) = &mut body {
        Rc::make_mut(check_in).value = Some(23.0);
    }
    team.at(11, 9).by("ana").does(&body);
    assert_eq!((told(&team).as_str(), better(&team)), ("Awareness 22 → 23", Some(true)));
}
