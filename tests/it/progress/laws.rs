//! Whatever numbers a document holds, no figure on screen is nonsense.

use alignment_board::domain::board::Board;
use alignment_board::domain::goals::{Band, Intent, KeyResult, KeyResultKind, Milestone, Objective, PhasedTarget};
use alignment_board::domain::progress::explain::{
    Value, explain_grade, explain_objective, explain_objective_expected, explain_status,
};
use alignment_board::domain::progress::{Gauge, Progress, grades, reach, summary, summary_in};
use chrono::Days;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::worked::{follows, numbers};
use super::{now, of, report};
use crate::calendar::auckland;
use crate::support::{Team, at, day, document, finite, key_result};

/// As people write them, and any other that is one.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![finite(), any::<f64>()]
}

fn any_key_result() -> impl Strategy<Value = KeyResult> {
    let any_day = || (0..400_u64).prop_map(|n| day("2026-06-01") + Days::new(n));
    let kind = prop_oneof![
        (number(), option::of(number())).prop_map(|(start, target)| KeyResultKind::Reach { start, target }),
        (option::of(number()), option::of(number())).prop_map(|(min, max)| KeyResultKind::Stay(Band { min, max })),
        vec(any::<bool>(), 0..4).prop_map(|list| {
            let milestone = |done| Milestone {
                title: "a step".into(),
                done,
                due: None,
            };
            KeyResultKind::Milestones(list.into_iter().map(milestone).collect())
        }),
        Just(KeyResultKind::Done),
    ];
    let phases = vec(
        (any_day(), number()).prop_map(|(on, value)| PhasedTarget { on, value }),
        0..4,
    );
    let days = (option::of(any_day()), option::of(any_day()), option::of(any_day()));
    (kind, option::of(number()), number(), phases, days).prop_map(|(kind, current, weight, phased_targets, days)| {
        KeyResult {
            kind,
            current,
            weight: weight.abs(),
            phased_targets,
            as_of: days.0,
            from: days.1,
            due: days.2,
            ..key_result("views", 0.0, 0.0)
        }
    })
}

/// Between nothing and all, but for the last bit of a sum.
fn is_share(share: Option<f64>) -> bool {
    share.is_none_or(|share| (0.0..1.0 + 1e-12).contains(&share))
}

proptest! {
    #[test]
    fn no_number_makes_a_share_that_is_none(key_results in vec(any_key_result(), 0..5), stretch in any::<bool>()) {
        let objective = Objective {
            intent: if stretch { Intent::Aspirational } else { Intent::Committed },
            ..of(key_results)
        };
        let board = Board::new(document(objective).into());
        let summary = summary(&board, &board.goals().objectives[0], now("2026-11-20"));
        prop_assert!(is_share(summary.progress) && is_share(summary.expected), "{summary:?}");
        for standing in summary.key_results {
            prop_assert!(is_share(standing.progress.clamped()) && is_share(standing.expected), "{:?}", standing);
            prop_assert!(standing.progress.percent().is_none_or(|percent| percent >= 0));
            prop_assert!(standing.behind.is_none_or(|behind| (-100..=100).contains(&behind)));
            prop_assert!(!matches!(standing.progress, Progress::At(raw) if !raw.is_finite()));
        }
    }

    #[test]
    fn every_number_follows_from_its_explanation_and_is_finite(
        key_results in vec(any_key_result(), 0..5), stretch in any::<bool>(),
        reports in vec((0..5_usize, 1..60_u64, option::of(finite()), option::of(0..=10_u8)), 0..6), today in 0..120_u64,
    ) {
        let objective = Objective {
            intent: if stretch { Intent::Aspirational } else { Intent::Committed },
            ..of(key_results)
        };
        let mut team = Team::with(document(objective));
        for (place, on, value, confidence) in reports {
            let id = if place == 0 { "views".to_owned() } else { place.to_string() };
            team.at(on, 9).by("ana").does(&report(&id, value, confidence));
        }
        let board = team.board();
        let objective = &board.goals().objectives[0];
        let zone = auckland();
        let now = zone.now(at(1 + today, 20));
        let summary = summary_in(board, objective, now, &zone);
        let mut explanations = vec![
            explain_objective(board, objective, now, &zone),
            explain_objective_expected(board, objective, now, &zone),
            explain_grade(board, objective, now, &zone),
        ];
        let share = |share: Option<f64>| share.map_or(Value::None, Value::Share);
        let grades = grades(objective, &summary, board.goals().period, now.today);
        prop_assert_eq!(explanations[0].result, share(summary.progress));
        prop_assert_eq!(explanations[1].result, share(summary.expected));
        prop_assert_eq!(explanations[2].result, Value::Verdict(grades.objective.verdict));
        let status = explain_status(board, objective, now, &zone);
        prop_assert_eq!(status.as_ref().map(|e| e.result), summary.status.map(Value::Status));
        explanations.extend(status);
        for (key_result, standing) in objective.key_results.iter().zip(&summary.key_results) {
            let gauge = Gauge::new(board, objective, key_result, now, &zone).expect("of the board");
            let behind = gauge.explain_behind();
            prop_assert_eq!(behind.as_ref().map(|e| e.result), standing.behind.map(Value::Points));
            let status = gauge.explain_status();
            prop_assert_eq!(status.as_ref().map(|e| e.result), standing.status.map(Value::Status));
            let expected = gauge.explain_expected();
            prop_assert_eq!(expected.as_ref().map(|e| e.result), standing.expected.map(Value::Share));
            explanations.push(gauge.explain_progress());
            explanations.extend(behind.into_iter().chain(status).chain(expected));
        }
        for explanation in &explanations {
            follows(explanation);
            prop_assert!(numbers(explanation).iter().all(|n| n.is_finite()), "{:?}", explanation);
        }
    }

    #[test]
    fn beyond_the_largest_number_progress_keeps_its_sign(start in number(), target in number(), current in number()) {
        let forward = (current > start) == (target > start) && current != start;
        let share = reach(start, target, current);
        prop_assert!(start == target || current == start || share == 0.0 || (share > 0.0) == forward, "{}", share);
    }

    #[test]
    fn progress_is_a_number_for_any_three(start in any::<f64>(), target in any::<f64>(), current in any::<f64>()) {
        prop_assert!(reach(start, target, current).is_finite());
    }

    #[test]
    fn more_is_never_less_progress(start in -1e9..1e9_f64, way in 0.001..1e9_f64, a in -1e9..1e9_f64, b in -1e9..1e9_f64) {
        let at = |current| reach(start, start + way, current);
        prop_assert_eq!(a < b && at(a) > at(b), false);
    }

    #[test]
    fn the_expected_share_never_falls_from_one_day_to_the_next(today in 0..120_u64, on in 1..90_u64, value in 0..100_i32) {
        let expected = |n: u64| {
            let phase = PhasedTarget { on: day("2026-10-01") + Days::new(on), value: f64::from(value) };
            let key_result = KeyResult { phased_targets: vec![phase], ..key_result("views", 0.0, 100.0) };
            let board = Board::new(document(of([key_result])).into());
            let day = day("2026-09-20") + Days::new(n);
            summary(&board, &board.goals().objectives[0], now(&day.to_string())).key_results[0].expected
        };
        prop_assert!(expected(today) <= expected(today + 1));
    }
}
