//! Numbers that stay in a band.

use alignment_board::domain::event::EventId;
use alignment_board::domain::goals::{Band, Guardrail, GuardrailKind, OnBreach};
use alignment_board::domain::guardrail::{Because, Detail, Facts, Gauged, MayClaim, Measurement, State};
use alignment_board::domain::progress::explain::Source;

use super::{answer, asks, because, guardrail, limits, measurement, team};
use crate::support::{day, initiative};

pub(super) fn band(min: Option<f64>, max: Option<f64>) -> GuardrailKind {
    known(min, max, None, None)
}

fn known(min: Option<f64>, max: Option<f64>, current: Option<f64>, as_of: Option<&str>) -> GuardrailKind {
    GuardrailKind::Metric {
        unit: None,
        band: Band { min, max },
        current,
        as_of: as_of.map(day),
    }
}

/// What a metric stands at on a day of October, after these measurements.
fn gauged(kind: GuardrailKind, measured: &[Measurement], today: u64) -> (State, Gauged) {
    let team = team([initiative("ugc")], &[guardrail("cac", kind)]);
    let facts = Facts {
        measured,
        ..Facts::default()
    };
    let standing = limits(team.board(), facts, today).standings().remove(0);
    match standing.detail {
        Detail::Metric(gauged) => (standing.state, gauged),
        other => panic!("{other:?}"),
    }
}

fn state(kind: GuardrailKind, today: u64) -> State {
    gauged(kind, &[], today).0
}

#[test]
fn inside_its_band_it_is_kept_and_outside_breached_and_the_ends_are_inside() {
    for (value, expected) in [(50.0, State::Kept), (50.1, State::Breached), (-7.0, State::Kept)] {
        assert_eq!(
            state(known(None, Some(50.0), Some(value), Some("2026-10-19")), 20),
            expected,
            "{value}"
        );
    }
    for (value, expected) in [(4.9, State::Breached), (5.0, State::Kept)] {
        assert_eq!(
            state(known(Some(5.0), Some(50.0), Some(value), Some("2026-10-19")), 20),
            expected
        );
    }
}

#[test]
fn without_a_number_a_day_or_a_band_nothing_is_known() {
    assert_eq!(state(band(None, Some(50.0)), 20), State::Unknown);
    assert_eq!(
        state(known(None, Some(50.0), Some(44.0), None), 20),
        State::Unknown,
        "no day"
    );
    assert_eq!(
        state(known(None, None, Some(44.0), Some("2026-10-19")), 20),
        State::Unknown,
        "no band"
    );
}

#[test]
fn a_number_that_went_silent_is_not_green_but_silence_lifts_no_breach() {
    let of = |value| known(None, Some(50.0), Some(value), Some("2026-10-12"));
    // Due on the 19th, with two days' grace.
    assert_eq!(
        (state(of(44.0), 21), state(of(44.0), 22)),
        (State::Kept, State::Unknown)
    );
    assert_eq!(
        (state(of(51.0), 21), state(of(51.0), 22)),
        (State::Breached, State::Breached)
    );
    assert_eq!(gauged(of(44.0), &[], 22).1.silent_since, Some(day("2026-10-19")));
}

#[test]
fn the_room_left_is_the_way_to_the_nearest_end_of_the_band() {
    let room = |min, max, value| gauged(known(min, max, Some(value), None), &[], 20).1.room;
    assert_eq!(room(None, Some(50.0), 44.0), Some(6.0));
    assert_eq!(room(Some(40.0), None, 44.0), Some(4.0));
    assert_eq!(room(Some(40.0), Some(45.0), 44.0), Some(1.0));
    assert_eq!(room(Some(40.0), Some(45.0), 47.0), Some(-2.0), "outside by 2");
    assert_eq!(room(None, None, 44.0), None);
}

#[test]
fn the_latest_day_wins_and_a_report_wins_over_the_document_on_its_day() {
    let of = |as_of, measured: &[Measurement]| {
        let (_, gauged) = gauged(known(None, Some(50.0), Some(44.0), as_of), measured, 20);
        gauged.latest().map(|latest| latest.value)
    };
    let on_the_18th = [measurement("cac", 60.0, 18, 9)];
    assert_eq!(of(Some("2026-10-17"), &on_the_18th), Some(60.0));
    assert_eq!(of(Some("2026-10-18"), &on_the_18th), Some(60.0));
    assert_eq!(of(Some("2026-10-19"), &on_the_18th), Some(44.0));
    assert_eq!(of(None, &on_the_18th), Some(60.0));
    let two = [measurement("cac", 61.0, 18, 17), measurement("cac", 60.0, 18, 9)];
    assert_eq!(of(None, &two), Some(61.0), "of one day the last");
    assert_eq!(of(Some("2026-10-17"), &[measurement("other", 60.0, 18, 9)]), Some(44.0));
}

#[test]
fn out_of_the_band_and_back_the_history_says_since_when() {
    let all = [
        measurement("cac", 55.0, 12, 9),
        measurement("cac", 49.0, 14, 9),
        measurement("cac", 51.0, 16, 9),
        measurement("cac", 58.0, 19, 9),
        measurement("cac", 48.0, 20, 9),
    ];
    let of = |measured| gauged(known(None, Some(50.0), Some(44.0), Some("2026-10-05")), measured, 20);
    let (state, gauged) = of(&all[..4]);
    assert_eq!(
        (state, gauged.outside_since),
        (State::Breached, Some(day("2026-10-16")))
    );
    let (state, gauged) = of(&all);
    assert_eq!((state, gauged.outside_since), (State::Kept, None));
    let history: Vec<_> = gauged.history.iter().map(|r| (r.value, r.inside)).collect();
    assert_eq!(
        history,
        [
            (44.0, true),
            (55.0, false),
            (49.0, true),
            (51.0, false),
            (58.0, false),
            (48.0, true)
        ]
    );
}

#[test]
fn a_breach_stops_or_warns_with_the_band_the_number_and_whose_it_is() {
    let breached = |on_breach| Guardrail {
        on_breach,
        ..guardrail("cac", band(None, Some(50.0)))
    };
    let measured = [measurement("cac", 51.0, 19, 9)];
    let facts = Facts {
        measured: &measured,
        ..Facts::default()
    };
    let ask = |on_breach| asks(&team([initiative("ugc")], &[breached(on_breach)]), facts, "ben", "ugc");
    assert_eq!(answer(&ask(OnBreach::Block)), "no: cac stops");
    assert_eq!(answer(&ask(OnBreach::Warn)), "yes, but cac warns");
    let Because::OutOfBand { band, latest } = because(ask(OnBreach::Block)) else {
        panic!("another reason")
    };
    assert_eq!(
        (band.max, latest.value, latest.day),
        (Some(50.0), 51.0, Some(day("2026-10-19")))
    );
    let Source::Event { id, by, .. } = latest.source else {
        panic!("not the report")
    };
    let expected: EventId = measured[0].event;
    assert_eq!((id, by.id.as_str()), (expected, "ben"));
}

#[test]
fn what_is_unknown_stops_nothing() {
    let team = team([initiative("ugc")], &[guardrail("cac", band(None, Some(50.0)))]);
    assert_eq!(asks(&team, Facts::default(), "ben", "ugc"), MayClaim::Yes);
}

#[test]
fn a_breach_affects_what_is_open_and_nothing_that_is_finished() {
    let cac = guardrail("cac", known(None, Some(50.0), Some(51.0), Some("2026-10-19")));
    let mut team = team([initiative("ugc"), initiative("video")], &[cac]);
    team.at(5, 9).by("ben").claim("video");
    team.at(6, 9).by("ben").done("video");
    let standing = limits(team.board(), Facts::default(), 20).standings().remove(0);
    assert_eq!(standing.affected, ["ugc".into()]);
}
