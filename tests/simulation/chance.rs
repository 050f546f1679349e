//! Chance that can be repeated.

use alignment_board::sync;

/// A generator that gives the same numbers for the same seed, on every machine.
#[derive(Clone, Debug)]
pub(crate) struct Chance(sync::Chance);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        let mut chance = Self(sync::Chance::new(seed));
        chance.below(1);
        chance
    }

    /// A number below `n`, which is not 0.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.0.below(n)
    }

    /// True once in `n` times.
    pub(crate) fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let length = u64::try_from(list.len()).ok().filter(|length| *length > 0)?;
        list.get(self.below(length) as usize)
    }

    /// One of some words; there are some.
    pub(crate) fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.pick(words).copied().unwrap_or_default()
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i as u64 + 1) as usize);
        }
    }
}
