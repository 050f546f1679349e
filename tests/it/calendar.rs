//! Which day a moment is in the team's zone, with the offsets that the zones have in 2026 and 2027.

use alignment_board::domain::calendar::{Day, Now, Period, TimeZone, day_of};
use proptest::prelude::*;

use crate::support::{day, utc};

/// UTC+1, and UTC+2 from 29 March to 25 October 2026, at 01:00 UTC.
pub(crate) fn madrid() -> TimeZone {
    TimeZone::new([
        (utc("2026-01-01", 0, 0), 60),
        (utc("2026-03-29", 1, 0), 120),
        (utc("2026-10-25", 1, 0), 60),
        (utc("2027-03-28", 1, 0), 120),
    ])
}

/// UTC−8, and UTC−7 from 8 March, 10:00 UTC, to 1 November 2026, 09:00 UTC.
pub(crate) fn los_angeles() -> TimeZone {
    TimeZone::new([
        (utc("2026-01-01", 0, 0), -480),
        (utc("2026-03-08", 10, 0), -420),
        (utc("2026-11-01", 9, 0), -480),
        (utc("2027-03-14", 10, 0), -420),
    ])
}

/// UTC+13, and UTC+12 from 4 April, 14:00 UTC, to 26 September 2026, 14:00 UTC: summer is in January.
pub(crate) fn auckland() -> TimeZone {
    TimeZone::new([
        (utc("2026-01-01", 0, 0), 780),
        (utc("2026-04-04", 14, 0), 720),
        (utc("2026-09-26", 14, 0), 780),
        (utc("2027-04-03", 14, 0), 720),
    ])
}

/// Each day begins at that minute UTC, and not a minute earlier.
#[track_caller]
fn begins(zone: &TimeZone, the_day: &str, on: &str, hour: u64, minute: u64) {
    let midnight = utc(on, hour, minute);
    assert_eq!(zone.day(midnight), day(the_day), "{the_day} has begun");
    assert_eq!(
        Some(zone.day(midnight - 60_000)),
        day(the_day).pred_opt(),
        "not yet {the_day}"
    );
}

#[test]
fn days_in_madrid_have_23_hours_in_march_and_25_in_october() {
    begins(&madrid(), "2026-03-29", "2026-03-28", 23, 0);
    begins(&madrid(), "2026-03-30", "2026-03-29", 22, 0);
    begins(&madrid(), "2026-10-25", "2026-10-24", 22, 0);
    begins(&madrid(), "2026-10-26", "2026-10-25", 23, 0);
}

#[test]
fn days_in_los_angeles_begin_in_the_morning_utc() {
    begins(&los_angeles(), "2026-03-08", "2026-03-08", 8, 0);
    begins(&los_angeles(), "2026-03-09", "2026-03-09", 7, 0);
    begins(&los_angeles(), "2026-11-01", "2026-11-01", 7, 0);
    begins(&los_angeles(), "2026-11-02", "2026-11-02", 8, 0);
}

#[test]
fn days_in_auckland_begin_the_day_before_utc() {
    begins(&auckland(), "2026-04-05", "2026-04-04", 11, 0);
    begins(&auckland(), "2026-04-06", "2026-04-05", 12, 0);
    begins(&auckland(), "2026-09-27", "2026-09-26", 12, 0);
    begins(&auckland(), "2026-09-28", "2026-09-27", 11, 0);
}

#[test]
fn the_new_year_begins_in_auckland_first_and_in_los_angeles_last() {
    begins(&auckland(), "2027-01-01", "2026-12-31", 11, 0);
    begins(&madrid(), "2027-01-01", "2026-12-31", 23, 0);
    begins(TimeZone::UTC, "2027-01-01", "2027-01-01", 0, 0);
    begins(&los_angeles(), "2027-01-01", "2027-01-01", 8, 0);
}

#[test]
fn a_change_holds_from_its_very_moment_on() {
    let change = utc("2026-10-25", 1, 0);
    assert_eq!((madrid().offset(change - 1), madrid().offset(change)), (120, 60));
}

#[test]
fn before_the_first_change_that_is_known_its_offset_holds_as_well() {
    let zone = TimeZone::new([(utc("2026-10-25", 1, 0), 60)]);
    assert_eq!((zone.offset(0), zone.offset(utc("2026-12-01", 0, 0))), (60, 60));
    assert_eq!(TimeZone::new([]).offset(0), 0);
}

#[test]
fn changes_may_come_in_any_order() {
    let mixed = [(utc("2026-10-25", 1, 0), 60), (utc("2026-03-29", 1, 0), 120)];
    let zone = TimeZone::new(mixed);
    assert_eq!(zone.offset(utc("2026-07-01", 0, 0)), 120);
    assert_eq!(zone.offset(utc("2026-12-01", 0, 0)), 60);
}

#[test]
fn a_moment_before_1970_there_is_still_a_day() {
    assert_eq!(TimeZone::new([(0, -480)]).day(0), day("1969-12-31"));
}

#[test]
fn a_quarter_has_thirteen_weeks_and_its_odd_days_belong_to_the_last() {
    let quarter = Period {
        start: day("2026-10-01"),
        end: day("2026-12-31"),
    };
    for (today, week) in [
        ("2026-09-30", None),
        ("2026-10-01", Some((1, 13))),
        ("2026-10-07", Some((1, 13))),
        ("2026-10-08", Some((2, 13))),
        ("2026-12-30", Some((13, 13))),
        ("2026-12-31", Some((13, 13))),
        ("2027-01-01", None),
    ] {
        assert_eq!(quarter.week(day(today)), week, "{today}");
    }
    let day_long = Period {
        start: day("2026-10-01"),
        end: day("2026-10-01"),
    };
    assert_eq!(day_long.week(day("2026-10-01")), Some((1, 1)));
}

proptest! {
    #[test]
    fn utc_is_a_zone_like_any_other(ms in any::<u64>()) {
        prop_assert_eq!(TimeZone::UTC.now(ms), Now::utc(ms));
    }

    #[test]
    fn any_zone_at_any_moment_is_at_most_a_day_off(changes in proptest::collection::vec((any::<u64>(), any::<i32>()), 0..4), ms in any::<u64>()) {
        let there: Day = TimeZone::new(changes).day(ms);
        prop_assert!((there - day_of(ms)).num_days().abs() <= 1);
    }
}
