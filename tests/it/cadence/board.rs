//! Which check-ins a board expects, and when.

use alignment_board::domain::board::Board;
use alignment_board::domain::cadence::{Timing, check_ins, of_work};
use alignment_board::domain::calendar::{Now, TimeZone};
use alignment_board::domain::card::check_in_due;
use alignment_board::domain::event::Subject;
use alignment_board::domain::goals::{Initiative, InitiativeState, KeyResult, KeyResultKind, Objective, Owner};
use proptest::prelude::*;

use crate::calendar::{auckland, los_angeles};
use crate::support::{Team, at, day, document, goals, initiative, key_result, objective, story};

fn due(board: &Board, zone: &TimeZone, ms: u64) -> Vec<(String, Timing)> {
    let name = |subject| match subject {
        Subject::Initiative(id) => id.to_string(),
        Subject::KeyResult(id) => id.to_string(),
        other => format!("{other:?}"),
    };
    let all = check_ins(board, zone.now(ms), zone).into_iter();
    all.map(|(subject, timing)| (name(subject), timing)).collect()
}

fn names(board: &Board) -> Vec<String> {
    due(board, TimeZone::UTC, at(12, 9))
        .into_iter()
        .map(|(name, _)| name)
        .collect()
}

fn owed(since: &str, days_overdue: i64, next: &str) -> Timing {
    Timing {
        owed: Some(day(since)),
        days_overdue,
        outdated: days_overdue > 2,
        next: Some(day(next)),
    }
}

#[test]
fn a_check_in_is_expected_on_what_can_be_measured_and_on_what_somebody_holds() {
    let no_target = KeyResult {
        kind: KeyResultKind::Reach {
            start: 0.0,
            target: None,
        },
        ..key_result("maximise", 0.0, 0.0)
    };
    let owned = |id| Initiative {
        owners: vec![Owner::Member("ben".into())],
        ..initiative(id)
    };
    let done = Initiative {
        state: InitiativeState::Done,
        ..owned("done")
    };
    let board = Board::new(
        document(Objective {
            key_results: vec![key_result("views", 0.0, 1.0), no_target],
            initiatives: vec![initiative("free").into(), owned("held").into(), done.into()],
            ..objective("talk")
        })
        .into(),
    );
    assert_eq!(names(&board), ["views", "held"]);
}

#[test]
fn each_has_its_own_last_report() {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ben").claim("ugc");
    team.at(5, 9).by("ben").check_in("ugc", 8);
    team.at(13, 9).by("ben").measure("views", 3.0);
    let of = |ms| due(team.board(), TimeZone::UTC, ms);
    let next = |next: &str| Timing {
        next: Some(day(next)),
        ..Timing::default()
    };
    assert_eq!(
        of(at(16, 9)),
        [
            ("views".to_owned(), next("2026-10-26")),
            ("ugc".to_owned(), owed("2026-10-12", 4, "2026-10-19")),
        ]
    );
}

#[test]
fn a_claim_is_news_and_a_report_ends_what_is_owed() {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(6, 9).by("ben").claim("ugc");
    let zone = TimeZone::UTC;
    let of = |team: &Team, day| of_work(team.board().goals(), team.work("ugc"), zone.now(at(day, 9)), zone);
    assert_eq!(
        of(&team, 12).and_then(|timing| timing.owed),
        None,
        "claimed since the 5th"
    );
    assert_eq!(of(&team, 19), Some(owed("2026-10-19", 0, "2026-10-26")));
    team.at(19, 10).by("ben").check_in("ugc", 8);
    assert_eq!(of(&team, 19).and_then(|timing| timing.next), Some(day("2026-10-26")));
    team.at(20, 10).by("ben").release("ugc");
    assert_eq!(of(&team, 20), None);
}

#[test]
fn the_days_are_the_teams() {
    // 20 October, 01:00 UTC: Monday evening in Los Angeles, Tuesday afternoon in Auckland.
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(5, 20).by("ben").claim("ugc");
    team.at(20, 1).by("ben").check_in("ugc", 8);
    let owed = |zone: &TimeZone| {
        let all = due(team.board(), zone, at(26, 12));
        all[1].1.owed
    };
    assert_eq!(owed(&los_angeles()), Some(day("2026-10-26")));
    assert_eq!(owed(&auckland()), None);
}

proptest! {
    #[test]
    fn a_card_asks_for_a_check_in_exactly_when_one_is_owed(events in story(), today in 1..40_u64) {
        let mut team = Team::with(goals(["ugc", "replies"].map(initiative)));
        for event in events {
            team.receive(event);
        }
        let now = Now::utc(at(today, 9));
        let board = team.board();
        for (_, _, work) in board.works() {
            let timing = of_work(board.goals(), work, now, TimeZone::UTC);
            let owed = timing.and_then(|timing| timing.owed);
            prop_assert_eq!(check_in_due(board.goals(), work, now, TimeZone::UTC), owed, "{:?}", timing);
        }
    }
}
