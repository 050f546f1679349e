//! How things are doing, in one word.

use alignment_board::domain::board::{Board, Ledger};
use alignment_board::domain::goals::{KeyResult, KeyResultKind};
use alignment_board::domain::progress::{Status, confidence_status, summary, summary_in};

use super::{at, now, of, on, report, stay};
use crate::calendar::los_angeles;
use crate::support::{Team, day, document, key_result, utc};

fn status(today: &str, key_result: KeyResult) -> Option<Status> {
    on(today, of([key_result])).key_results[0].status
}

/// A report by Ana on the key result `views`, and its status on that day in October.
fn reported(key_result: KeyResult, value: Option<f64>, confidence: Option<u8>, today: u64) -> Option<Status> {
    let mut team = Team::with(document(of([key_result])));
    team.at(today, 9).by("ana").does(&report("views", value, confidence));
    status_in(&team.ledger, today)
}

fn status_in(ledger: &Ledger, today: u64) -> Option<Status> {
    let board: &Board = ledger.board();
    summary(board, &board.goals().objectives[0], now(&format!("2026-10-{today:02}"))).status
}

#[test]
fn up_to_10_points_behind_is_on_track_up_to_25_at_risk_and_more_off_track() {
    // 51 of 92 days: 55% are expected on 20 November.
    for (current, expected) in [
        (100.0, Status::OnTrack),
        (45.0, Status::OnTrack),
        (44.6, Status::OnTrack),
        (44.0, Status::AtRisk),
        (30.0, Status::AtRisk),
        (29.5, Status::AtRisk),
        (29.0, Status::OffTrack),
        (0.0, Status::OffTrack),
    ] {
        assert_eq!(
            status("2026-11-20", at(0.0, 100.0, current)),
            Some(expected),
            "{current}"
        );
    }
}

#[test]
fn confidence_of_7_is_on_track_of_4_at_risk_and_less_off_track() {
    let statuses: Vec<_> = (0..=10).map(confidence_status).collect();
    assert!(statuses[..4].iter().all(|status| *status == Status::OffTrack));
    assert!(statuses[4..7].iter().all(|status| *status == Status::AtRisk));
    assert!(statuses[7..].iter().all(|status| *status == Status::OnTrack));
}

#[test]
fn the_worse_of_pace_and_confidence_counts() {
    let views = || key_result("views", 0.0, 100.0);
    assert_eq!(reported(views(), Some(100.0), Some(9), 20), Some(Status::OnTrack));
    assert_eq!(reported(views(), Some(100.0), Some(5), 20), Some(Status::AtRisk));
    assert_eq!(reported(views(), Some(100.0), Some(2), 20), Some(Status::OffTrack));
    assert_eq!(reported(views(), Some(5.0), Some(9), 20), Some(Status::AtRisk));
    assert_eq!(reported(views(), Some(5.0), None, 20), Some(Status::AtRisk));
}

#[test]
fn what_was_never_reported_is_never_green() {
    assert_eq!(
        status("2026-10-01", key_result("views", 0.0, 100.0)),
        Some(Status::NoNews)
    );
    let without_a_day = KeyResult {
        as_of: None,
        ..at(0.0, 100.0, 100.0)
    };
    assert_eq!(status("2026-11-20", without_a_day), Some(Status::NoNews));
    let a_day_without_a_value = KeyResult {
        kind: KeyResultKind::Done,
        current: None,
        ..at(0.0, 0.0, 0.0)
    };
    assert_eq!(status("2026-11-20", a_day_without_a_value), Some(Status::NoNews));
}

#[test]
fn what_is_outdated_is_never_green_whatever_it_said() {
    let mut team = Team::with(document(of([key_result("views", 0.0, 100.0)])));
    team.at(6, 9).by("ana").measure("views", 100.0);
    assert_eq!(status_in(&team.ledger, 14), Some(Status::OnTrack));
    // Due on the 19th, with two days' grace.
    assert_eq!(status_in(&team.ledger, 21), Some(Status::OnTrack));
    assert_eq!(status_in(&team.ledger, 22), Some(Status::NoNews));
    team.at(22, 9).by("ana").measure("views", 100.0);
    assert_eq!(status_in(&team.ledger, 22), Some(Status::OnTrack));
}

#[test]
fn a_number_in_the_document_with_a_day_is_a_report() {
    assert_eq!(status("2026-11-20", at(0.0, 100.0, 60.0)), Some(Status::OnTrack));
    assert_eq!(status("2026-12-20", at(0.0, 100.0, 60.0)), Some(Status::NoNews));
}

#[test]
fn outside_its_band_it_is_off_track_and_inside_on_track_on_any_day() {
    for today in ["2026-11-20", "2026-11-22"] {
        assert_eq!(status(today, stay(Some(40.0), None, 39.0)), Some(Status::OffTrack));
        assert_eq!(status(today, stay(Some(40.0), None, 40.0)), Some(Status::OnTrack));
    }
}

#[test]
fn out_of_its_band_and_back_only_the_last_number_counts() {
    let band = KeyResult {
        current: None,
        as_of: None,
        ..stay(Some(40.0), Some(50.0), 0.0)
    };
    let mut team = Team::with(document(of([band])));
    for (today, value, expected) in [
        (14, 45.0, Status::OnTrack),
        (15, 51.0, Status::OffTrack),
        (16, 50.0, Status::OnTrack),
    ] {
        team.at(today, 9).by("ana").measure("views", value);
        assert_eq!(status_in(&team.ledger, today), Some(expected), "{value}");
    }
}

#[test]
fn in_the_teams_days_a_report_of_monday_evening_does_not_answer_the_next_monday() {
    // 19 October is a Monday. In Los Angeles 20 October, 01:00 UTC, is still the 19th.
    let mut team = Team::with(document(of([key_result("views", 0.0, 100.0)])));
    team.at(20, 1).by("ana").measure("views", 100.0);
    let zone = los_angeles();
    let board = team.board();
    let on = |ms| summary_in(board, &board.goals().objectives[0], zone.now(ms), &zone).status;
    assert_eq!(
        on(utc("2026-10-29", 6, 59)),
        Some(Status::OnTrack),
        "Wednesday, within the grace"
    );
    assert_eq!(on(utc("2026-10-29", 7, 0)), Some(Status::NoNews), "Thursday");
    assert_eq!(
        status_in(&team.ledger, 29),
        Some(Status::OnTrack),
        "what UTC would make of it"
    );
}

#[test]
fn a_band_without_a_number_yet_is_no_news_not_a_breach() {
    let band = KeyResult {
        current: None,
        as_of: None,
        ..stay(Some(40.0), None, 0.0)
    };
    assert_eq!(reported(band.clone(), None, Some(9), 20), Some(Status::NoNews));
    assert_eq!(reported(band, Some(39.0), Some(9), 20), Some(Status::OffTrack));
}

#[test]
fn what_is_done_or_not_is_off_track_only_after_its_due_day() {
    let launch = |current| KeyResult {
        kind: KeyResultKind::Done,
        due: Some(day("2026-11-20")),
        ..at(0.0, 0.0, current)
    };
    assert_eq!(status("2026-11-20", launch(0.0)), Some(Status::OnTrack));
    assert_eq!(status("2026-11-21", launch(0.0)), Some(Status::OffTrack));
    assert_eq!(status("2026-11-21", launch(1.0)), Some(Status::OnTrack));
}
