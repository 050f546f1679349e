//! Numbers: golden ones, worked out by hand, and what holds for all.

mod explain;
mod grades;
mod laws;
mod objectives;
mod pace;
mod star;
mod status;
mod worked;

use std::rc::Rc;

use alignment_board::domain::board::Board;
use alignment_board::domain::calendar::{DAY_MS, Now};
use alignment_board::domain::event::{Body, CheckIn, Subject};
use alignment_board::domain::goals::{Band, KeyResult, KeyResultKind, Milestone, Objective};
use alignment_board::domain::progress::{Progress, Standing, Summary, percent, reach, summary};

use crate::support::{day, document, key_result, objective};

fn now(today: &str) -> Now {
    let days = u64::try_from(day(today).to_epoch_days()).expect("after 1970");
    Now::utc(days * DAY_MS + DAY_MS / 2)
}

/// An objective's numbers on a day, from the document alone.
pub(crate) fn on(today: &str, objective: Objective) -> Summary {
    let board = Board::new(document(objective).into());
    summary(&board, &board.goals().objectives[0], now(today))
}

/// With these key results; those after the first get ids of their own.
pub(crate) fn of(key_results: impl IntoIterator<Item = KeyResult>) -> Objective {
    let mut key_results: Vec<_> = key_results.into_iter().collect();
    for (n, key_result) in key_results.iter_mut().enumerate().skip(1) {
        key_result.id = n.to_string().into();
    }
    Objective {
        key_results,
        ..objective("talk")
    }
}

/// A key result at a value, reported on 20 November.
pub(crate) fn at(start: f64, target: f64, current: f64) -> KeyResult {
    KeyResult {
        current: Some(current),
        as_of: Some(day("2026-11-20")),
        ..key_result("views", start, target)
    }
}

/// A check-in on a key result.
fn report(key_result: &str, value: Option<f64>, confidence: Option<u8>) -> Body {
    Body::CheckIn(Rc::new(CheckIn {
        on: Subject::KeyResult(key_result.into()),
        value,
        progress: None,
        confidence,
        line: "".into(),
        change: "".into(),
        blocker: "".into(),
        help: vec![],
    }))
}

fn stay(min: Option<f64>, max: Option<f64>, current: f64) -> KeyResult {
    KeyResult {
        kind: KeyResultKind::Stay(Band { min, max }),
        ..at(0.0, 0.0, current)
    }
}

fn milestones(done: usize, of: usize) -> KeyResult {
    let list = (0..of).map(|n| Milestone {
        title: "a step".into(),
        done: n < done,
        due: None,
    });
    KeyResult {
        kind: KeyResultKind::Milestones(list.collect()),
        ..at(0.0, 0.0, 0.0)
    }
}

fn one(key_result: KeyResult) -> Standing {
    on("2026-11-20", of([key_result])).key_results.remove(0)
}

fn figure(key_result: KeyResult) -> (Option<i64>, Option<f64>) {
    let progress = one(key_result).progress;
    (progress.percent(), progress.clamped())
}

#[test]
fn from_50_to_10_at_30_is_half_way() {
    assert_eq!(figure(at(50.0, 10.0, 30.0)), (Some(50), Some(0.5)));
}

#[test]
fn below_the_start_shows_0_and_the_raw_value_is_kept() {
    assert_eq!(figure(at(100.0, 200.0, 80.0)), (Some(0), Some(0.0)));
    assert_eq!(one(at(100.0, 200.0, 80.0)).progress, Progress::At(-0.2));
}

#[test]
fn past_the_target_the_figure_goes_on_and_the_bar_is_full() {
    assert_eq!(figure(at(0.0, 50.0, 56.0)), (Some(112), Some(1.0)));
}

#[test]
fn where_start_and_target_are_the_same_it_is_all_or_nothing() {
    assert_eq!(figure(at(5.0, 5.0, 5.0)), (Some(100), Some(1.0)));
    assert_eq!(figure(at(5.0, 5.0, 6.0)), (Some(0), Some(0.0)));
}

#[test]
fn a_band_holds_its_ends_and_is_all_or_nothing() {
    for (value, percent) in [(39.9, 0), (40.0, 100), (45.0, 100), (50.0, 100), (50.1, 0)] {
        assert_eq!(figure(stay(Some(40.0), Some(50.0), value)).0, Some(percent), "{value}");
    }
    assert_eq!(figure(stay(Some(40.0), None, 1e9)).0, Some(100));
    assert_eq!(figure(stay(None, Some(50.0), -1e9)).0, Some(100));
}

#[test]
fn milestones_count_those_done() {
    assert_eq!(figure(milestones(1, 3)).0, Some(33));
    assert_eq!(figure(milestones(2, 3)).0, Some(67));
}

#[test]
fn done_is_all_or_nothing() {
    let done = |current| KeyResult {
        kind: KeyResultKind::Done,
        ..at(0.0, 0.0, current)
    };
    assert_eq!((figure(done(1.0)).0, figure(done(0.0)).0), (Some(100), Some(0)));
}

#[test]
fn without_a_target_it_is_not_measurable_and_without_a_value_not_measured() {
    let no_target = KeyResult {
        kind: KeyResultKind::Reach {
            start: 0.0,
            target: None,
        },
        ..at(0.0, 0.0, 5.0)
    };
    assert_eq!(one(no_target).progress, Progress::NotMeasurable);
    assert_eq!(one(stay(None, None, 5.0)).progress, Progress::NotMeasurable);
    assert_eq!(one(milestones(0, 0)).progress, Progress::NotMeasurable);
    assert_eq!(one(key_result("views", 0.0, 10.0)).progress, Progress::NotMeasured);
}

#[test]
fn percent_is_rounded_half_away_from_zero_as_a_person_would() {
    assert_eq!(
        [0.005, -0.005, 0.285, 0.575, 1.115, 0.004_999].map(percent),
        [1, -1, 29, 58, 112, 0]
    );
    for whole in 1..=1000_i64 {
        for part in 0..=whole {
            let exact = (200 * part + whole) / (2 * whole);
            assert_eq!(
                percent(reach(0.0, whole as f64, part as f64)),
                exact,
                "{part} of {whole}"
            );
        }
    }
}
