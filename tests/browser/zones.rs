//! What the browser says of the clocks of a place.

use alignment_board::domain::calendar::{TimeZone, parse_day};
use alignment_board::web::intl::clock_changes;
use wasm_bindgen_test::wasm_bindgen_test;

/// The first moment of 2026, UTC, and of 2027.
const YEAR: (u64, u64) = (1_767_225_600_000, 1_798_761_600_000);

#[wasm_bindgen_test]
fn the_clocks_of_madrid_change_twice_a_year() {
    let changes = clock_changes("Europe/Madrid", YEAR.0, YEAR.1);
    let expected = [(YEAR.0, 60), (1_774_746_000_000, 120), (1_792_890_000_000, 60)];
    assert_eq!(changes, expected);
    let madrid = TimeZone::new(changes);
    // Half past ten in the evening in UTC, on a summer's day.
    assert_eq!(Some(madrid.day(1_782_858_600_000)), parse_day("2026-07-01"));
}

#[wasm_bindgen_test]
fn a_place_may_be_three_quarters_of_an_hour_off_and_never_change() {
    assert_eq!(clock_changes("Asia/Kathmandu", YEAR.0, YEAR.1), [(YEAR.0, 345)]);
}

#[wasm_bindgen_test]
fn a_place_nobody_knows_has_the_days_of_utc() {
    assert_eq!(clock_changes("Atlantis/Poseidonis", YEAR.0, YEAR.1), []);
}
