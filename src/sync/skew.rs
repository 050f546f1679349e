//! How far this device's clock is from the store's.

use super::few::sort;

/// The last differences between a server's `Date` and this device's clock.
#[derive(Debug, Default)]
pub(crate) struct Skew(Vec<i64>);

const KEPT: usize = 5;
/// Smaller differences are those of networks and whole seconds.
const SMALLEST_MS: u64 = 60_000;

impl Skew {
    /// Takes note of an answer whose `Date` was made between two moments of this clock.
    pub(crate) fn note(&mut self, date: u64, sent: u64, received: u64) {
        let here = sent + received.saturating_sub(sent) / 2;
        if self.0.len() == KEPT {
            self.0.remove(0);
        }
        self.0.push(date as i64 - here as i64);
    }

    /// What to add to this device's clock, in milliseconds: the median, or 0 when it is at most a minute.
    pub(crate) fn offset(&self) -> i64 {
        let mut sorted = self.0.clone();
        sort(&mut sorted, &mut |a, b| a < b);
        let median = sorted.get(sorted.len() / 2).copied().unwrap_or(0);
        if median.unsigned_abs() > SMALLEST_MS { median } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wild_answer_among_five_changes_nothing() {
        let mut skew = Skew::default();
        for date in [10_000, 11_000, 9_999_999, 13_000, 14_000] {
            skew.note(date, 10_000, 10_200);
        }
        assert_eq!(skew.offset(), 0);
    }

    #[test]
    fn a_clock_that_is_ten_minutes_off_is_known_and_the_last_five_answers_decide() {
        let mut skew = Skew::default();
        for _ in 0..5 {
            skew.note(700_000, 100_000, 100_000);
        }
        assert_eq!(skew.offset(), 600_000);
        for _ in 0..3 {
            skew.note(700_000, 700_000, 700_000);
        }
        assert_eq!(skew.offset(), 0);
    }
}
