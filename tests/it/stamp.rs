//! Stamps order events the same way everywhere.

use alignment_board::domain::stamp::{Clock, MAX_MS, Stamp, TOLERANCE_MS, is_ahead};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::seen;

#[test]
fn a_stamp_is_24_lower_case_hex_digits() {
    let stamp = Stamp {
        ms: 0x0019_a3f0_beef,
        counter: 0x2a,
        replica: 0xc0ff_ee00,
    };
    assert_eq!(stamp.to_string(), "0019a3f0beef002ac0ffee00");
    assert_eq!("0019a3f0beef002ac0ffee00".parse(), Ok(stamp));
}

#[test]
fn nothing_else_is_a_stamp() {
    for text in [
        "",
        "0019a3f0beef002ac0ffee0",
        "0019a3f0beef002ac0ffee000",
        "0019A3F0BEEF002AC0FFEE00",
        "+019a3f0beef002ac0ffee00",
        "0019a3f0beef002ac0ffeé0",
    ] {
        assert!(text.parse::<Stamp>().is_err(), "{text:?}");
    }
}

#[test]
fn a_clock_follows_the_time_and_counts_within_a_millisecond() {
    let mut clock = Clock::new(7);
    let stamps = [5, 5, 9, 3]
        .map(|ms| clock.tick(ms))
        .map(|stamp| (stamp.ms, stamp.counter, stamp.replica));
    assert_eq!(stamps, [(5, 0, 7), (5, 1, 7), (9, 0, 7), (9, 1, 7)]);
}

#[test]
fn a_full_counter_borrows_the_next_millisecond() {
    let mut clock = Clock::new(7);
    let full = Stamp {
        ms: 5,
        counter: u16::MAX,
        replica: 1,
    };
    clock.observe(full, 5);
    assert_eq!(
        clock.tick(5),
        Stamp {
            ms: 6,
            counter: 0,
            replica: 7
        }
    );
}

#[test]
fn a_stamp_more_than_five_minutes_ahead_advances_no_clock() {
    let stamp = |ms| Stamp {
        ms,
        counter: 0,
        replica: 1,
    };
    let mut clock = Clock::new(7);
    clock.observe(stamp(1000 + TOLERANCE_MS + 1), 1000);
    assert_eq!(clock.tick(1000).ms, 1000);
    clock.observe(stamp(1000 + TOLERANCE_MS), 1000);
    assert_eq!(clock.tick(1000).ms, 1000 + TOLERANCE_MS);
}

proptest! {
    #[test]
    fn the_order_of_texts_is_the_order_of_stamps(a in seen(), b in seen(), near in any::<bool>()) {
        let b = if near { Stamp { ms: a.ms, ..b } } else { b };
        prop_assert_eq!(a.to_string().cmp(&b.to_string()), a.cmp(&b));
        prop_assert_eq!(a.to_string().parse(), Ok(a));
    }

    #[test]
    fn whatever_a_clock_is_told_each_stamp_is_later_than_all_it_made_or_saw(
        told in vec((0..MAX_MS - 100_000, proptest::option::of(seen())), 1..50),
    ) {
        let mut clock = Clock::new(7);
        let mut latest = None;
        for (now, other) in told {
            if let Some(other) = other {
                clock.observe(other, now);
                if !is_ahead(other, now) {
                    latest = latest.max(Some((other.ms, other.counter)));
                }
            }
            let made = clock.tick(now);
            prop_assert!(Some((made.ms, made.counter)) > latest, "{made} is not later than {latest:?}");
            prop_assert!(made.ms <= MAX_MS);
            latest = Some((made.ms, made.counter));
        }
    }

    #[test]
    fn a_clock_is_never_further_ahead_than_what_it_trusts(now in 0..MAX_MS / 2, others in vec(seen(), 0..20)) {
        let mut clock = Clock::new(7);
        for other in others {
            clock.observe(other, now);
        }
        prop_assert!(!is_ahead(clock.tick(now), now + 1));
    }
}
