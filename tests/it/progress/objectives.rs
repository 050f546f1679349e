//! What an objective makes of its key results.

use alignment_board::domain::goals::{KeyResult, KeyResultKind, Objective};
use alignment_board::domain::progress::{Progress, Status, percent};

use super::{at, of, on};
use crate::support::{day, key_result};

fn weighing(weight: f64, key_result: KeyResult) -> KeyResult {
    KeyResult { weight, ..key_result }
}

fn percent_of(objective: Objective) -> Option<i64> {
    on("2026-11-20", objective).progress.map(percent)
}

#[test]
fn one_of_three_equal_key_results_is_33_percent() {
    let done = at(0.0, 10.0, 10.0);
    let not = || at(0.0, 10.0, 0.0);
    assert_eq!(percent_of(of([done, not(), not()])), Some(33));
}

#[test]
fn weights_2_1_1_of_5_in_10_200_in_300_and_2_in_5_are_52_percent() {
    let objective = of([
        weighing(2.0, at(0.0, 10.0, 5.0)),
        at(0.0, 300.0, 200.0),
        at(0.0, 5.0, 2.0),
    ]);
    let exact = on("2026-11-20", objective.clone()).progress.expect("measured");
    assert!((exact - 0.516_666_666_666).abs() < 1e-9, "{exact}");
    assert_eq!(percent_of(objective), Some(52));
}

#[test]
fn weights_two_fifths_one_fifth_two_fifths_of_30_30_and_40_percent_are_34() {
    let objective = of([
        weighing(0.4, at(0.0, 100.0, 30.0)),
        weighing(0.2, at(0.0, 100.0, 30.0)),
        weighing(0.4, at(0.0, 100.0, 40.0)),
    ]);
    assert_eq!(percent_of(objective), Some(34));
}

#[test]
fn a_key_result_past_its_target_does_not_make_up_for_another() {
    assert_eq!(percent_of(of([at(0.0, 50.0, 56.0), at(0.0, 50.0, 0.0)])), Some(50));
    assert_eq!(percent_of(of([at(0.0, 50.0, -500.0), at(0.0, 50.0, 50.0)])), Some(50));
}

#[test]
fn all_weights_0_counts_as_equal_weights() {
    let objective = of([weighing(0.0, at(0.0, 10.0, 10.0)), weighing(0.0, at(0.0, 10.0, 5.0))]);
    assert_eq!(percent_of(objective), Some(75));
}

#[test]
fn a_weight_of_0_among_others_does_not_count() {
    let objective = of([weighing(0.0, at(0.0, 10.0, 10.0)), at(0.0, 10.0, 5.0)]);
    assert_eq!(percent_of(objective), Some(50));
}

#[test]
fn what_is_not_measured_or_not_measurable_is_left_out() {
    let no_target = KeyResult {
        kind: KeyResultKind::Reach {
            start: 0.0,
            target: None,
        },
        ..at(0.0, 0.0, 5.0)
    };
    let objective = of([at(0.0, 10.0, 5.0), key_result("later", 0.0, 10.0), no_target]);
    assert_eq!(percent_of(objective), Some(50));
}

#[test]
fn an_objective_without_any_measured_key_result_has_no_progress() {
    assert_eq!(on("2026-11-20", of([])).progress, None);
    let summary = on("2026-11-20", of([key_result("later", 0.0, 10.0)]));
    assert_eq!((summary.progress, summary.expected), (None, None));
    assert_eq!(summary.key_results[0].progress, Progress::NotMeasured);
}

#[test]
fn its_status_is_its_weakest_key_results() {
    // 51 of 92 days: 55% are expected.
    let behind = |percent| at(0.0, 100.0, percent);
    let summary = on("2026-11-20", of([behind(60.0), behind(20.0), behind(35.0)]));
    assert_eq!((summary.status, summary.weakest), (Some(Status::OffTrack), Some(1)));
    let summary = on("2026-11-20", of([behind(60.0), behind(40.0), behind(35.0)]));
    assert_eq!(
        (summary.status, summary.weakest),
        (Some(Status::AtRisk), Some(2)),
        "the furthest behind of equals"
    );
}

#[test]
fn no_news_is_worse_than_on_track_and_better_than_at_risk() {
    let silent = KeyResult {
        as_of: Some(day("2026-10-05")),
        ..at(0.0, 100.0, 60.0)
    };
    let fine = || at(0.0, 100.0, 60.0);
    assert_eq!(on("2026-11-20", of([fine(), silent.clone()])).weakest, Some(1));
    assert_eq!(
        on("2026-11-20", of([silent, at(0.0, 100.0, 40.0)])).status,
        Some(Status::AtRisk)
    );
}

#[test]
fn what_is_not_measurable_is_never_ranked() {
    let no_target = KeyResult {
        kind: KeyResultKind::Reach {
            start: 0.0,
            target: None,
        },
        ..at(0.0, 0.0, 5.0)
    };
    assert_eq!(on("2026-11-20", of([no_target.clone()])).status, None);
    let summary = on("2026-11-20", of([no_target, at(0.0, 100.0, 60.0)]));
    assert_eq!((summary.status, summary.weakest), (Some(Status::OnTrack), Some(1)));
}

#[test]
fn what_is_expected_is_weighted_like_progress() {
    let objective = of([
        weighing(3.0, at(0.0, 100.0, 60.0)),
        KeyResult {
            due: Some(day("2026-11-20")),
            ..at(0.0, 100.0, 60.0)
        },
    ]);
    let expected = on("2026-11-20", objective).expected.expect("both have a pace");
    assert!((expected - (3.0 * 51.0 / 92.0 + 1.0) / 4.0).abs() < 1e-12, "{expected}");
}
