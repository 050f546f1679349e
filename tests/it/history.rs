//! An objective's way, day by day.

use alignment_board::domain::calendar::TimeZone;
use alignment_board::domain::event::Subject;
use alignment_board::domain::goals::KeyResult;
use alignment_board::domain::progress::{Point, history};

use crate::attention::said;
use crate::news::numbers::with;
use crate::support::{Team, at, day, key_result};

fn way(team: &Team) -> Vec<Option<f64>> {
    let days = ["2026-10-10", "2026-10-11", "2026-10-12"].map(day);
    let ways = history(&team.ledger, &days, TimeZone::UTC);
    ways[0].iter().map(|point: &Point| point.progress).collect()
}

#[test]
fn each_day_has_the_number_of_its_end() {
    let mut team = with(key_result("views", 0.0, 100.0));
    team.at(10, 9).by("ben").measure("views", 10.0);
    team.at(10, 23).by("ben").measure("views", 20.0);
    team.at(12, 0).by("ben").measure("views", 40.0);
    assert_eq!(way(&team), [Some(0.2), Some(0.2), Some(0.4)]);
}

#[test]
fn a_number_that_the_document_dates_later_was_not_known_before() {
    let dated = KeyResult {
        current: Some(50.0),
        as_of: Some(day("2026-10-11")),
        ..key_result("views", 0.0, 100.0)
    };
    assert_eq!(way(&with(dated)), [None, Some(0.5), Some(0.5)]);
}

#[test]
fn looking_at_several_moments_is_looking_at_each() {
    let mut team = with(key_result("views", 0.0, 100.0));
    for n in 10..14 {
        team.at(n, 9)
            .by("ben")
            .measure("views", f64::from(u32::try_from(n).unwrap_or(0)));
    }
    let moments = [9, 10, 10, 12, 20].map(|day| at(day, 12));
    let mut seen = Vec::new();
    team.ledger
        .replay(&moments, &mut |n, board| seen.push((n, board.clone())));
    let alone = moments.map(|ms| team.ledger.as_of(ms));
    for (n, board) in &seen {
        assert_eq!(board, alone[*n].board());
    }
    assert_eq!(seen.len(), moments.len());
}

#[test]
fn confidence_is_the_mean_of_what_was_said_last_of_each_number_as_a_share_of_10() {
    let mut objective = crate::support::objective("talk");
    objective.key_results = ["views", "likes", "silent"].map(|id| key_result(id, 0.0, 100.0)).into();
    let mut team = Team::with(crate::support::document(objective));
    let sure = |id: &str, confidence| said(Subject::KeyResult(id.into()), Some(confidence), "", &[]);
    team.at(10, 9).by("ana").does(&sure("views", 2));
    team.at(11, 9).by("ana").does(&sure("views", 4));
    team.at(11, 9).by("ana").does(&sure("likes", 9));
    let days = ["2026-10-09", "2026-10-10", "2026-10-11"].map(day);
    let ways = history(&team.ledger, &days, TimeZone::UTC);
    let confidence: Vec<_> = ways[0].iter().map(|point| point.confidence).collect();
    assert_eq!(confidence, [None, Some(0.2), Some(0.65)]);
}
