//! When a check-in is due, and when silence has lasted too long.
//!
//! October 2026 begins on a Thursday: Mondays are the 5th, 12th, 19th and 26th.

mod board;
mod zones;

use alignment_board::domain::cadence::Timing;
use alignment_board::domain::calendar::{Day, Period};
use alignment_board::domain::goals::{Cadence, Interval};
use chrono::{Days, Weekday};
use proptest::prelude::*;

use crate::support::day;

fn october() -> Option<Period> {
    Some(Period {
        start: day("2026-10-01"),
        end: day("2026-10-31"),
    })
}

fn the(day_of_october: u32) -> Day {
    Day::from_ymd_opt(2026, 10, day_of_october).expect("a day of October")
}

fn every(check_in: Interval) -> Cadence {
    Cadence {
        check_in: Some(check_in),
        ..Cadence::default()
    }
}

/// What is asked, and since when.
#[derive(Debug, PartialEq)]
enum Asked {
    Nothing,
    Due(Day),
    Outdated(Day),
}

fn asked(cadence: &Cadence, last: Option<Day>, today: Day) -> Asked {
    let timing = cadence.timing(october(), last, today);
    match timing.owed {
        None => Asked::Nothing,
        Some(since) if timing.outdated => Asked::Outdated(since),
        Some(since) => Asked::Due(since),
    }
}

/// Weekly on Mondays, with two days' grace.
fn weekly(last: Option<u32>, today: u32) -> Asked {
    asked(&every(Interval::Weekly), last.map(the), the(today))
}

#[test]
fn nothing_is_due_before_the_first_due_day_of_the_period() {
    assert_eq!(weekly(None, 1), Asked::Nothing);
    assert_eq!(weekly(None, 4), Asked::Nothing);
}

#[test]
fn a_check_in_is_due_on_the_day_itself_and_within_the_grace() {
    for today in 5..=7 {
        assert_eq!(weekly(None, today), Asked::Due(the(5)), "on the {today}th");
    }
}

#[test]
fn it_is_outdated_when_the_grace_is_over() {
    for today in 8..=14 {
        assert_eq!(weekly(None, today), Asked::Outdated(the(5)), "on the {today}th");
    }
}

#[test]
fn a_report_since_the_due_day_before_answers_it() {
    assert_eq!(weekly(Some(6), 12), Asked::Nothing, "early");
    assert_eq!(weekly(Some(12), 14), Asked::Nothing, "on the day");
    assert_eq!(weekly(Some(14), 15), Asked::Nothing, "late");
    assert_eq!(weekly(Some(5), 12), Asked::Due(the(12)), "that was the one before");
    assert_eq!(weekly(Some(5), 15), Asked::Outdated(the(12)));
}

#[test]
fn who_missed_a_due_day_stays_outdated_through_the_next_ones_grace() {
    assert_eq!(weekly(None, 13), Asked::Outdated(the(5)));
    assert_eq!(weekly(None, 15), Asked::Outdated(the(5)));
}

#[test]
fn a_late_report_ends_being_outdated_until_the_next_due_day() {
    assert_eq!(weekly(Some(10), 11), Asked::Nothing);
    assert_eq!(weekly(Some(10), 12), Asked::Nothing, "it counts for the 12th, too");
    assert_eq!(weekly(Some(10), 19), Asked::Due(the(19)));
}

#[test]
fn a_report_from_before_the_period_answers_nothing_once_a_week_has_passed() {
    let last = Some(day("2026-09-20"));
    assert_eq!(asked(&every(Interval::Weekly), last, the(5)), Asked::Due(the(5)));
}

#[test]
fn a_daily_check_in_has_its_two_days_grace_as_well() {
    let daily = |last, today| asked(&every(Interval::Daily), Some(the(last)), the(today));
    assert_eq!(daily(9, 9), Asked::Nothing);
    assert_eq!(daily(9, 10), Asked::Due(the(10)));
    assert_eq!(daily(9, 12), Asked::Due(the(10)), "two days ago");
    assert_eq!(daily(9, 13), Asked::Outdated(the(10)));
}

#[test]
fn a_grace_longer_than_the_interval_is_kept_too() {
    let cadence = Cadence {
        grace_days: 10,
        ..every(Interval::Weekly)
    };
    assert_eq!(asked(&cadence, None, the(15)), Asked::Due(the(5)));
    assert_eq!(asked(&cadence, None, the(16)), Asked::Outdated(the(5)));
}

#[test]
fn intervals_run_from_the_first_due_day() {
    let next = |interval, today| every(interval).timing(october(), None, the(today)).next;
    assert_eq!(next(Interval::Biweekly, 4), Some(the(5)));
    assert_eq!(next(Interval::Biweekly, 5), Some(the(19)));
    assert_eq!(next(Interval::Monthly, 5), None, "not in October");
    let monthly = every(Interval::Monthly);
    let year = Some(Period {
        start: the(1),
        end: day("2027-09-30"),
    });
    assert_eq!(
        monthly.timing(year, None, the(31)).next,
        Some(day("2026-11-02")),
        "a Monday again"
    );
}

#[test]
fn the_period_may_start_on_the_due_day_itself() {
    let thursdays = Cadence {
        day: Weekday::Thu,
        ..Cadence::default()
    };
    assert_eq!(asked(&thursdays, None, the(1)), Asked::Due(the(1)));
}

#[test]
fn after_the_period_nothing_new_is_due() {
    let after = |last, today| asked(&every(Interval::Weekly), last, day(today));
    assert_eq!(
        after(Some(the(25)), "2026-12-24"),
        Asked::Nothing,
        "reported for the last due day"
    );
    assert_eq!(after(Some(the(19)), "2026-12-24"), Asked::Outdated(the(26)));
}

/// Weekly on Mondays, with two days' grace: owed since, days overdue, outdated, next.
fn timed(last: Option<u32>, today: u32) -> (Option<u32>, i64, bool, Option<u32>) {
    let timing = every(Interval::Weekly).timing(october(), last.map(the), the(today));
    let in_october = |day: Day| chrono::Datelike::day(&day);
    (
        timing.owed.map(in_october),
        timing.days_overdue,
        timing.outdated,
        timing.next.map(in_october),
    )
}

#[test]
fn the_next_due_day_is_the_first_one_no_report_answers_yet() {
    assert_eq!(timed(None, 1), (None, 0, false, Some(5)));
    assert_eq!(
        timed(Some(1), 1),
        (None, 0, false, Some(12)),
        "the 5th is answered already"
    );
    assert_eq!(timed(None, 5), (Some(5), 0, false, Some(12)));
    assert_eq!(timed(Some(5), 5), (None, 0, false, Some(12)));
    assert_eq!(timed(Some(6), 6), (None, 0, false, Some(19)), "early for the 12th");
}

#[test]
fn days_overdue_count_from_the_first_due_day_that_was_missed() {
    assert_eq!(timed(Some(5), 14), (Some(12), 2, false, Some(19)), "within the grace");
    assert_eq!(timed(Some(5), 15), (Some(12), 3, true, Some(19)));
    assert_eq!(
        timed(Some(5), 20),
        (Some(12), 8, true, Some(26)),
        "the 19th was missed, too"
    );
    assert_eq!(timed(None, 31), (Some(5), 26, true, None), "the period has no more");
}

#[test]
fn without_a_period_or_an_interval_nothing_is_owed_or_next() {
    let never = Cadence {
        check_in: None,
        ..Cadence::default()
    };
    assert_eq!(Cadence::default().timing(None, None, the(20)), Timing::default());
    assert_eq!(never.timing(october(), None, the(20)), Timing::default());
    assert_eq!(never.timing(october(), Some(the(1)), the(20)), Timing::default());
}

proptest! {
    #[test]
    fn it_is_outdated_exactly_when_some_due_days_grace_is_over_and_it_was_not_answered(
        start in 0..60_u64, length in 0..120_u64, today in 0..240_u64, last in proptest::option::of(0..240_u64),
        grace in 0..20_u32, weekday in 0..7_u8,
        interval in proptest::sample::select(&[Interval::Daily, Interval::Weekly, Interval::Biweekly, Interval::Monthly][..]),
    ) {
        let nth = |n: u64| the(1) + Days::new(n);
        let period = Period { start: nth(start), end: nth(start + length) };
        let cadence = Cadence {
            check_in: Some(interval),
            day: Weekday::try_from(weekday).expect("of seven"),
            grace_days: grace,
            ..Cadence::default()
        };
        let (today, last) = (nth(today), last.map(nth).filter(|last| *last <= nth(today)));
        // Rule 12, read out.
        let first = (0..7).map(|n| period.start + Days::new(n)).find(|d| chrono::Datelike::weekday(d) == cadence.day);
        let dues = (0..).map(|n| first.expect("in a week") + Days::new(n * interval.days()));
        let dues: Vec<_> = dues.take_while(|due| *due <= period.end && *due <= today).collect();
        let answered = |due: &Day| last.is_some_and(|last| last > *due - Days::new(interval.days()));
        let outdated = dues.iter().any(|due| today > *due + Days::new(u64::from(grace)) && !answered(due));
        let timing = cadence.timing(Some(period), last, today);
        prop_assert_eq!(timing.owed, dues.iter().copied().find(|due| !answered(due)));
        prop_assert_eq!(timing.outdated, outdated, "{:?}", timing);
        prop_assert_eq!(timing.days_overdue, timing.owed.map_or(0, |owed| (today - owed).num_days()));
        let later = (0..400).map(|n| first.expect("in a week") + Days::new(n * interval.days()));
        let next = later.take_while(|due| *due <= period.end).find(|due| *due > today && !answered(due));
        prop_assert_eq!(timing.next, next);
    }
}
