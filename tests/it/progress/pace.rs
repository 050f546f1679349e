//! How far things should be by a day.

use alignment_board::domain::calendar::Period;
use alignment_board::domain::goals::{Intent, KeyResult, Metric, Objective, PhasedTarget};
use alignment_board::domain::progress::{Progress, metric, percent};

use super::{at, milestones, of, on, stay};
use crate::support::day;

fn april(key_result: KeyResult) -> Objective {
    of([KeyResult {
        from: Some(day("2026-04-01")),
        due: Some(day("2026-04-30")),
        ..key_result
    }])
}

fn expected(today: &str, objective: Objective) -> Option<i64> {
    on(today, objective).key_results[0].expected.map(percent)
}

#[test]
fn the_15th_of_1_to_30_april_is_half_the_way() {
    let at_start = || april(at(0.0, 100.0, 0.0));
    assert_eq!(on("2026-04-15", at_start()).key_results[0].expected, Some(0.5));
    assert_eq!(
        expected("2026-04-15", april(at(50.0, 10.0, 50.0))),
        Some(50),
        "downwards too"
    );
    assert_eq!(expected("2026-04-15", april(milestones(0, 3))), Some(50));
}

#[test]
fn the_first_day_counts_and_the_last_is_the_whole() {
    let at_start = || april(at(0.0, 100.0, 0.0));
    for (today, percent) in [
        ("2026-03-01", 0),
        ("2026-03-31", 0),
        ("2026-04-01", 3),
        ("2026-04-30", 100),
        ("2026-07-01", 100),
    ] {
        assert_eq!(expected(today, at_start()), Some(percent), "{today}");
    }
}

#[test]
fn a_line_that_ends_before_it_begins_expects_nothing_before_its_last_day() {
    let turned = |key_result| {
        of([KeyResult {
            from: Some(day("2027-01-21")),
            ..key_result
        }])
    };
    for key_result in [at(0.0, 100.0, 0.0), milestones(0, 3)] {
        assert_eq!(expected("2026-12-30", turned(key_result.clone())), Some(0));
        assert_eq!(expected("2026-12-31", turned(key_result)), Some(100));
    }
}

#[test]
fn without_days_of_its_own_the_periods_count() {
    let expected = on("2026-11-20", of([at(0.0, 100.0, 0.0)])).key_results[0].expected;
    assert_eq!(expected, Some(51.0 / 92.0));
}

#[test]
fn phased_targets_bend_the_line() {
    let phased = || {
        april(KeyResult {
            phased_targets: vec![
                PhasedTarget {
                    on: day("2026-04-10"),
                    value: 10.0,
                },
                PhasedTarget {
                    on: day("2026-04-20"),
                    value: 70.0,
                },
            ],
            ..at(0.0, 100.0, 0.0)
        })
    };
    for (today, percent) in [
        ("2026-04-05", 5),
        ("2026-04-10", 10),
        ("2026-04-15", 40),
        ("2026-04-20", 70),
        ("2026-04-25", 85),
        ("2026-04-30", 100),
    ] {
        assert_eq!(expected(today, phased()), Some(percent), "{today}");
    }
}

#[test]
fn on_the_last_day_the_target_is_expected_whatever_a_phase_says() {
    for on in ["2026-04-30", "2026-05-07"] {
        let phased = april(KeyResult {
            phased_targets: vec![PhasedTarget {
                on: day(on),
                value: 80.0,
            }],
            ..at(0.0, 100.0, 0.0)
        });
        assert_eq!(expected("2026-04-15", phased.clone()), Some(50), "{on}");
        assert_eq!(expected("2026-04-30", phased), Some(100), "{on}");
    }
}

#[test]
fn phased_targets_are_values_not_shares() {
    let down = april(KeyResult {
        phased_targets: vec![PhasedTarget {
            on: day("2026-04-10"),
            value: 40.0,
        }],
        ..at(50.0, 10.0, 50.0)
    });
    assert_eq!(expected("2026-04-10", down), Some(25));
}

#[test]
fn a_stretch_expects_70_percent_of_the_line() {
    let stretch = |key_result| Objective {
        intent: Intent::Aspirational,
        ..april(key_result)
    };
    assert_eq!(expected("2026-04-15", stretch(at(0.0, 100.0, 0.0))), Some(35));
    assert_eq!(expected("2026-04-30", stretch(at(0.0, 100.0, 0.0))), Some(70));
    assert_eq!(
        on("2026-04-30", stretch(at(0.0, 100.0, 70.0))).key_results[0].behind,
        Some(0)
    );
}

#[test]
fn only_what_is_reached_step_by_step_has_a_pace() {
    assert_eq!(expected("2026-04-15", april(stay(Some(1.0), None, 2.0))), None);
    let done = KeyResult {
        kind: alignment_board::domain::goals::KeyResultKind::Done,
        ..at(0.0, 0.0, 0.0)
    };
    assert_eq!(expected("2026-04-15", april(done)), None);
}

#[test]
fn behind_compares_rounded_numbers_and_the_bars_share() {
    // 15 of 92 days is 16.3%; 5.6% is shown as 6.
    let behind = |current| on("2026-10-15", of([at(0.0, 100.0, current)])).key_results[0].behind;
    assert_eq!(behind(5.6), Some(10));
    assert_eq!(behind(5.4), Some(11));
    assert_eq!(behind(-80.0), Some(16), "not further than from the start");
    assert_eq!(behind(300.0), Some(-84), "not further than the target");
}

#[test]
fn the_north_stars_number_has_a_pace_over_the_period() {
    let star = |target| Metric {
        title: "Aided awareness".into(),
        unit: Some("%".into()),
        start: 18.0,
        target,
        current: None,
        as_of: None,
    };
    let april = Period {
        start: day("2026-04-01"),
        end: day("2026-04-30"),
    };
    let today = day("2026-04-15");
    assert_eq!(
        metric(&star(Some(30.0)), Some(24.0), Some(april), today),
        (Progress::At(0.5), Some(0.5))
    );
    assert_eq!(
        metric(&star(Some(30.0)), None, None, today),
        (Progress::NotMeasured, None)
    );
    assert_eq!(
        metric(&star(None), Some(24.0), Some(april), today),
        (Progress::NotMeasurable, None)
    );
}
