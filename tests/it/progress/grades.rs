//! What was met when the period is over.

use alignment_board::domain::board::Board;
use alignment_board::domain::goals::{Intent, KeyResult, Objective};
use alignment_board::domain::progress::{Grades, Verdict, grades, summary};

use super::{at, now, of, stay};
use crate::support::{day, document, key_result};

fn graded(today: &str, intent: Intent, key_results: impl IntoIterator<Item = KeyResult>) -> Grades {
    let objective = Objective {
        intent,
        ..of(key_results)
    };
    let board = Board::new(document(objective).into());
    let objective = &board.goals().objectives[0];
    grades(
        objective,
        &summary(&board, objective, now(today)),
        board.goals().period,
        day(today),
    )
}

fn verdict(intent: Intent, current: f64) -> Verdict {
    graded("2027-01-01", intent, [at(0.0, 100.0, current)])
        .objective
        .verdict
}

#[test]
fn a_promise_is_met_at_100_percent_as_it_reads_rounded() {
    assert_eq!(verdict(Intent::Committed, 100.0), Verdict::Met);
    assert_eq!(verdict(Intent::Committed, 99.5), Verdict::Met, "reads 100%");
    assert_eq!(verdict(Intent::Committed, 99.4), Verdict::Missed);
    assert_eq!(verdict(Intent::Committed, 70.0), Verdict::Missed);
    assert_eq!(verdict(Intent::Committed, 130.0), Verdict::Met);
}

#[test]
fn a_stretch_is_met_at_70_percent() {
    assert_eq!(verdict(Intent::Aspirational, 70.0), Verdict::Met);
    assert_eq!(verdict(Intent::Aspirational, 69.5), Verdict::Met, "reads 70%");
    assert_eq!(verdict(Intent::Aspirational, 69.4), Verdict::Missed);
}

#[test]
fn an_objective_is_graded_by_its_mean_and_each_key_result_by_its_own() {
    let key_results = [at(0.0, 100.0, 112.0), at(0.0, 100.0, 40.0), stay(Some(5.0), None, 6.0)];
    let grades = graded("2027-01-01", Intent::Aspirational, key_results);
    assert_eq!((grades.objective.percent, grades.objective.wanted), (Some(80), 70));
    let each: Vec<_> = grades.key_results.iter().map(|g| (g.verdict, g.percent)).collect();
    assert_eq!(
        each,
        [
            (Verdict::Met, Some(112)),
            (Verdict::Missed, Some(40)),
            (Verdict::Met, Some(100))
        ]
    );
}

#[test]
fn what_has_no_number_is_neither_met_nor_missed() {
    let grades = graded("2027-01-01", Intent::Committed, [key_result("views", 0.0, 10.0)]);
    assert_eq!(grades.objective.verdict, Verdict::NotMeasured);
    assert_eq!(grades.key_results[0].verdict, Verdict::NotMeasured);
    assert_eq!(
        graded("2027-01-01", Intent::Committed, []).objective.verdict,
        Verdict::NotMeasured
    );
}

#[test]
fn grades_are_final_when_the_periods_last_day_is_over() {
    let on = |today| graded(today, Intent::Committed, [at(0.0, 100.0, 100.0)]).is_final;
    assert!(!on("2026-12-31"), "its last day is inside it");
    assert!(on("2027-01-01"));
    let summary = {
        let board = Board::new(document(of([])).into());
        summary(&board, &board.goals().objectives[0], now("2027-01-01"))
    };
    assert!(
        !grades(&of([]), &summary, None, day("2027-01-01")).is_final,
        "without a period"
    );
}
