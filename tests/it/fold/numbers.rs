//! A key result's number: the document's against what was reported.

use alignment_board::domain::calendar::Day;
use alignment_board::domain::goals::{Goals, KeyResult, Objective};

use crate::support::{Team, day, document, key_result, objective};

fn goals(current: Option<f64>, as_of: Option<&str>) -> Goals {
    document(Objective {
        key_results: vec![KeyResult {
            current,
            as_of: as_of.map(day),
            ..key_result("views", 0.0, 100.0)
        }],
        ..objective("talk")
    })
}

fn now(team: &Team) -> Option<(f64, Option<Day>)> {
    team.board()
        .measured(&"views".into())
        .expect("in the document")
        .current()
}

#[test]
fn the_latest_day_wins_wherever_it_stands() {
    let mut team = Team::with(goals(Some(12.0), Some("2026-10-05")));
    team.at(4, 9).by("ana").measure("views", 10.0);
    assert_eq!(now(&team), Some((12.0, Some(day("2026-10-05")))));
    team.at(6, 9).by("ana").measure("views", 14.0);
    assert_eq!(now(&team), Some((14.0, Some(day("2026-10-06")))));
}

#[test]
fn on_the_same_day_a_report_wins_over_the_document() {
    let mut team = Team::with(goals(Some(12.0), Some("2026-10-05")));
    team.at(5, 0).by("ana").measure("views", 11.0);
    assert_eq!(now(&team), Some((11.0, Some(day("2026-10-05")))));
}

#[test]
fn a_report_wins_over_a_number_without_a_day() {
    let mut team = Team::with(goals(Some(12.0), None));
    assert_eq!(now(&team), Some((12.0, None)));
    team.at(1, 9).by("ana").measure("views", 9.0);
    assert_eq!(now(&team), Some((9.0, Some(day("2026-10-01")))));
}

#[test]
fn of_two_reports_of_one_day_the_later_wins_however_they_arrive() {
    let mut team = Team::with(goals(None, None));
    team.at(5, 17).by("ana").measure("views", 20.0);
    team.at(5, 9).by("ana").measure("views", 10.0);
    assert_eq!(now(&team).map(|(value, _)| value), Some(20.0));
}

#[test]
fn a_report_taken_back_gives_the_number_before_it() {
    let mut team = Team::with(goals(Some(12.0), Some("2026-10-05")));
    let slip = team.at(6, 9).by("ana").measure("views", 1400.0);
    team.at(6, 10).by("ana").retract(slip);
    assert_eq!(now(&team), Some((12.0, Some(day("2026-10-05")))));
}
