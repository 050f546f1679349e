//! Amounts of money, compared as a person would.

use crate::domain::goals::{Money, Text};

/// Whether an amount is more than its limit. Sums of binary fractions are off by a little (0.1 + 0.2 is more than 0.3),
/// so what exceeds the limit by less than a billionth of it does not exceed it.
#[must_use]
pub(in crate::domain) fn exceeds(amount: f64, limit: f64) -> bool {
    amount - limit > limit.abs().max(1.0) * 1e-9
}

/// Whether two codes are of one currency, whatever their case.
#[must_use]
pub(in crate::domain) fn same_currency(money: &Money, currency: &Text) -> bool {
    money.currency.eq_ignore_ascii_case(currency)
}

/// A sum that is never infinite.
pub(super) fn plus(a: f64, b: f64) -> f64 {
    (a + b).clamp(f64::MIN, f64::MAX)
}

/// What is left of a limit, negative when it is exceeded; 0 where the two are equal to a person.
pub(super) fn room(limit: f64, used: f64) -> f64 {
    let room = plus(limit, -used);
    if room.abs() <= limit.abs().max(1.0) * 1e-9 {
        0.0
    } else {
        room
    }
}
