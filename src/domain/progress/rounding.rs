//! From shares to figures.

/// A share of 1 as whole percent, rounded half away from zero. Half is what a person calls so: 57 of 200 are 29%,
/// although the nearest binary number to 0.285 is less. Shares beyond the range of an `i64` are held at its ends.
#[must_use]
pub fn percent(share: f64) -> i64 {
    let percent = share * 100.0;
    (percent + 1e-9_f64.copysign(percent)).round() as i64
}
