//! When the week began.

use alignment_board::domain::calendar::TimeZone;
use alignment_board::domain::goals::Cadence;
use alignment_board::domain::news::week_start;
use chrono::Weekday;

use crate::calendar::{auckland, los_angeles};
use crate::support::utc;

fn start(day: Weekday, zone: &TimeZone, now: u64) -> u64 {
    let cadence = Cadence {
        day,
        ..Cadence::default()
    };
    week_start(&cadence, zone.now(now), zone) + 1
}

#[test]
fn it_is_the_last_monday_and_today_on_a_monday() {
    let monday = utc("2026-10-12", 0, 0);
    for (day, hour) in [
        ("2026-10-12", 0),
        ("2026-10-12", 23),
        ("2026-10-15", 9),
        ("2026-10-18", 23),
    ] {
        assert_eq!(start(Weekday::Mon, TimeZone::UTC, utc(day, hour, 30)), monday, "{day}");
    }
    assert_eq!(
        start(Weekday::Mon, TimeZone::UTC, utc("2026-10-19", 0, 0)),
        utc("2026-10-19", 0, 0)
    );
}

#[test]
fn a_team_that_meets_on_thursdays_counts_from_there() {
    assert_eq!(
        start(Weekday::Thu, TimeZone::UTC, utc("2026-10-14", 9, 0)),
        utc("2026-10-08", 0, 0)
    );
    assert_eq!(
        start(Weekday::Thu, TimeZone::UTC, utc("2026-10-15", 9, 0)),
        utc("2026-10-15", 0, 0)
    );
}

#[test]
fn midnight_is_the_teams_also_in_weeks_when_clocks_change() {
    // Sunday evening in Los Angeles is Monday in UTC; its clocks go back on 1 November.
    let zone = los_angeles();
    assert_eq!(
        start(Weekday::Mon, &zone, utc("2026-10-19", 3, 0)),
        utc("2026-10-12", 7, 0)
    );
    assert_eq!(
        start(Weekday::Mon, &zone, utc("2026-11-01", 20, 0)),
        utc("2026-10-26", 7, 0)
    );
    assert_eq!(
        start(Weekday::Mon, &zone, utc("2026-11-04", 20, 0)),
        utc("2026-11-02", 8, 0)
    );
    let zone = auckland();
    assert_eq!(
        start(Weekday::Mon, &zone, utc("2026-10-12", 9, 0)),
        utc("2026-10-11", 11, 0)
    );
}

#[test]
fn where_clocks_are_set_at_midnight_the_day_begins_with_its_first_moment() {
    let monday = utc("2026-10-12", 0, 0);
    let forward = TimeZone::new([(0, 0), (monday, 60)]);
    assert_eq!(
        start(Weekday::Mon, &forward, utc("2026-10-14", 9, 0)),
        monday,
        "there is no hour from 0 to 1"
    );
    let back = TimeZone::new([(0, 60), (monday, 0)]);
    assert_eq!(
        start(Weekday::Mon, &back, utc("2026-10-14", 9, 0)),
        monday - 3_600_000,
        "it is midnight twice"
    );
}
