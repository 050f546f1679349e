//! Which cards of a long column are drawn. Pure arithmetic over a few fixed heights: nothing is measured card by card,
//! so nothing jumps.

use std::ops::Range;

/// Cards drawn beyond what can be seen, each way.
const SPARE: usize = 6;

/// The heights of a column's cards, in pixels, each with the gap below it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Heights {
    pub(super) small: f64,
    pub(super) large: f64,
}

/// A column's cards by height: how many of the first n are large.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows(Vec<u32>);

impl Rows {
    pub(super) fn new(large: impl Iterator<Item = bool>) -> Self {
        let mut sum = 0;
        let mut sums = vec![0];
        sums.extend(large.map(|large| {
            sum += u32::from(large);
            sum
        }));
        Self(sums)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    /// Where card `n` begins.
    pub(super) fn top(&self, n: usize, heights: Heights) -> f64 {
        let n = n.min(self.len());
        let large = self.0.get(n).copied().unwrap_or(0) as usize;
        large as f64 * heights.large + (n - large) as f64 * heights.small
    }

    /// The cards between two heights of the column, with some to spare.
    pub(super) fn between(&self, top: f64, bottom: f64, heights: Heights) -> Range<usize> {
        let at = |y: f64| {
            let (mut low, mut high) = (0, self.len());
            while low < high {
                let middle = (low + high) / 2;
                if self.top(middle + 1, heights) <= y {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            low
        };
        at(top).saturating_sub(SPARE)..(at(bottom) + 1 + SPARE).min(self.len())
    }

    /// What is drawn: the cards in sight, and the focused one with its neighbours wherever it is.
    pub(super) fn drawn(&self, sight: Range<usize>, focused: Option<usize>) -> Vec<Range<usize>> {
        let Some(n) = focused.filter(|n| *n < self.len()) else {
            return vec![sight];
        };
        let near = n.saturating_sub(1)..(n + 2).min(self.len());
        if near.end < sight.start {
            vec![near, sight]
        } else if sight.end < near.start {
            vec![sight, near]
        } else {
            let all = near.start.min(sight.start)..near.end.max(sight.end);
            vec![all]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEIGHTS: Heights = Heights {
        small: 50.0,
        large: 100.0,
    };

    #[test]
    fn a_card_begins_where_those_above_it_end() {
        let rows = Rows::new([true, false, true].into_iter());
        assert_eq!([0, 1, 2, 3].map(|n| rows.top(n, HEIGHTS)), [0.0, 100.0, 150.0, 250.0]);
    }

    #[test]
    fn only_cards_in_sight_and_some_to_spare_are_drawn() {
        let rows = Rows::new(std::iter::repeat_n(false, 1000));
        assert_eq!(rows.between(5000.0, 5500.0, HEIGHTS), 94..117);
    }

    #[test]
    fn the_focused_card_and_its_neighbours_stay_drawn() {
        let rows = Rows::new(std::iter::repeat_n(false, 1000));
        assert_eq!(rows.drawn(94..117, Some(500)), vec![94..117, 499..502]);
        assert_eq!(rows.drawn(94..117, Some(0)), vec![0..2, 94..117]);
        assert_eq!(rows.drawn(94..117, Some(117)).first(), Some(&(94..119)));
    }

    #[test]
    fn the_end_of_a_column_is_its_last_card() {
        let rows = Rows::new(std::iter::repeat_n(true, 10));
        assert_eq!(rows.between(900.0, 1200.0, HEIGHTS), 3..10);
    }
}
