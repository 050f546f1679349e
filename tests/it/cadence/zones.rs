//! Check-ins in the team's own days: across changes of the clocks, across the date line and across new year.

use alignment_board::domain::cadence::Timing;
use alignment_board::domain::calendar::{Period, TimeZone};
use alignment_board::domain::goals::Cadence;
use chrono::Weekday;

use crate::calendar::{auckland, los_angeles, madrid};
use crate::support::{day, utc};

/// What is owed at a moment by somebody who reported at another, weekly on Mondays, over October to January.
fn timing(zone: &TimeZone, reported: u64, now: u64) -> Timing {
    on(Weekday::Mon, zone, reported, now)
}

fn on(weekday: Weekday, zone: &TimeZone, reported: u64, now: u64) -> Timing {
    let period = Period {
        start: day("2026-03-01"),
        end: day("2027-02-28"),
    };
    let cadence = Cadence {
        day: weekday,
        ..Cadence::default()
    };
    cadence.timing(Some(period), Some(zone.day(reported)), zone.day(now))
}

fn owed(since: &str, days_overdue: i64, outdated: bool, next: &str) -> Timing {
    Timing {
        owed: Some(day(since)),
        days_overdue,
        outdated,
        next: Some(day(next)),
    }
}

fn fine(next: &str) -> Timing {
    Timing {
        next: Some(day(next)),
        ..Timing::default()
    }
}

#[test]
fn in_madrid_monday_begins_an_hour_later_after_the_clocks_went_back() {
    let reported = utc("2026-10-19", 9, 0);
    let now = |on, hour, minute| timing(&madrid(), reported, utc(on, hour, minute));
    assert_eq!(now("2026-10-25", 22, 59), fine("2026-10-26"), "23:59 on Sunday");
    assert_eq!(now("2026-10-25", 23, 0), owed("2026-10-26", 0, false, "2026-11-02"));
    // Grace ends with Wednesday.
    assert_eq!(now("2026-10-28", 22, 59), owed("2026-10-26", 2, false, "2026-11-02"));
    assert_eq!(now("2026-10-28", 23, 0), owed("2026-10-26", 3, true, "2026-11-02"));
}

#[test]
fn in_madrid_the_short_sunday_of_march_is_a_day_like_any_other() {
    let reported = utc("2026-03-23", 9, 0);
    let now = |on, hour, minute| timing(&madrid(), reported, utc(on, hour, minute));
    assert_eq!(now("2026-03-29", 21, 59), fine("2026-03-30"));
    assert_eq!(now("2026-03-29", 22, 0), owed("2026-03-30", 0, false, "2026-04-06"));
    // A team that reports on that very Sunday.
    let sundays = |hour, minute| {
        on(
            Weekday::Sun,
            &madrid(),
            utc("2026-03-22", 9, 0),
            utc("2026-03-29", hour, minute),
        )
    };
    assert_eq!(sundays(0, 30), owed("2026-03-29", 0, false, "2026-04-05"));
    assert_eq!(sundays(21, 59), owed("2026-03-29", 0, false, "2026-04-05"));
    assert_eq!(sundays(22, 0), owed("2026-03-29", 1, false, "2026-04-05"));
}

#[test]
fn a_report_on_monday_evening_in_los_angeles_is_mondays_although_it_is_tuesday_in_utc() {
    let monday_evening = utc("2026-10-27", 1, 0);
    assert_eq!(los_angeles().day(monday_evening), day("2026-10-26"));
    let next_monday = utc("2026-11-02", 20, 0);
    assert_eq!(
        timing(&los_angeles(), monday_evening, next_monday),
        owed("2026-11-02", 0, false, "2026-11-09")
    );
    assert_eq!(
        timing(TimeZone::UTC, monday_evening, next_monday),
        fine("2026-11-09"),
        "what UTC would make of it"
    );
}

#[test]
fn in_los_angeles_the_clocks_change_in_the_night_to_sunday() {
    let reported = utc("2026-10-26", 20, 0);
    let now = |on, hour, minute| timing(&los_angeles(), reported, utc(on, hour, minute));
    assert_eq!(
        now("2026-11-02", 7, 59),
        fine("2026-11-02"),
        "23:59 on Sunday, UTC−8 by now"
    );
    assert_eq!(now("2026-11-02", 8, 0), owed("2026-11-02", 0, false, "2026-11-09"));
    let reported = utc("2026-03-02", 20, 0);
    let now = |on, hour, minute| timing(&los_angeles(), reported, utc(on, hour, minute));
    assert_eq!(
        now("2026-03-09", 6, 59),
        fine("2026-03-09"),
        "23:59 on Sunday, UTC−7 by now"
    );
    assert_eq!(now("2026-03-09", 7, 0), owed("2026-03-09", 0, false, "2026-03-16"));
}

#[test]
fn in_auckland_monday_is_over_before_it_ends_in_utc() {
    let monday_morning = utc("2026-09-27", 20, 0);
    assert_eq!(auckland().day(monday_morning), day("2026-09-28"));
    let now = |on, hour, minute| timing(&auckland(), monday_morning, utc(on, hour, minute));
    assert_eq!(now("2026-10-04", 10, 59), fine("2026-10-05"));
    assert_eq!(now("2026-10-04", 11, 0), owed("2026-10-05", 0, false, "2026-10-12"));
    assert_eq!(now("2026-10-07", 10, 59), owed("2026-10-05", 2, false, "2026-10-12"));
    assert_eq!(now("2026-10-07", 11, 0), owed("2026-10-05", 3, true, "2026-10-12"));
}

#[test]
fn the_weeks_run_on_over_new_year() {
    // 28 December 2026 and 4 January 2027 are Mondays.
    for (zone, hours_before) in [(madrid(), 1), (auckland(), 13), (TimeZone::UTC.clone(), 0)] {
        let reported = utc("2026-12-22", 0, 0) - hours_before * 3_600_000;
        assert_eq!(zone.day(reported), day("2026-12-22"));
        let midnight = |on| utc(on, 0, 0) - hours_before * 3_600_000;
        assert_eq!(timing(&zone, reported, midnight("2027-01-01")), fine("2027-01-04"));
        assert_eq!(
            timing(&zone, reported, midnight("2027-01-04")),
            owed("2027-01-04", 0, false, "2027-01-11")
        );
        assert_eq!(
            timing(&zone, reported, midnight("2027-01-07")),
            owed("2027-01-04", 3, true, "2027-01-11")
        );
    }
    let silent_since_november = utc("2026-11-30", 20, 0);
    assert_eq!(
        timing(&los_angeles(), silent_since_november, utc("2027-01-01", 8, 0)),
        owed("2026-12-07", 25, true, "2027-01-04")
    );
}
