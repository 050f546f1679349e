//! Chance from a seed, and how long to wait after failures.

/// A seeded generator (splitmix64). It spreads waiting times; no secret depends on it.
#[derive(Clone, Debug)]
pub struct Chance(u64);

const SHORTEST_MS: u64 = 100;
const FIRST_MS: u64 = 1_000;
const LONGEST_MS: u64 = 60_000;

impl Chance {
    /// What comes is decided by the seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 up to, not including, `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end.max(1)
    }

    /// How long to wait after so many failures in a row. All of the time is chance, so that those who failed together
    /// do not come back together.
    pub(crate) fn backoff(&mut self, failures: u32) -> u64 {
        let most = LONGEST_MS.min(FIRST_MS << failures.min(10));
        SHORTEST_MS + self.below(most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_grows_to_a_minute_and_is_spread_over_all_of_it() {
        let mut chance = Chance::new(7);
        let waits: Vec<_> = (0..2_000).map(|_| chance.backoff(20)).collect();
        assert!(waits.iter().all(|wait| *wait < LONGEST_MS + SHORTEST_MS));
        assert!(waits.iter().any(|wait| *wait < 2_000));
        assert!(waits.iter().any(|wait| *wait > 58_000));
        assert!((0..100).all(|_| chance.backoff(1) < 2_100));
    }
}
