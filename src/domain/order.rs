//! In which order the cards of an objective stand.

use std::cmp::Reverse;

use super::board::Work;
use super::goals::Initiative;
use crate::letters;

/// An order. What is equal in it stays in the document's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As leads wrote it.
    #[default]
    Document,
    /// What is due first comes first, what has no due day last.
    Due,
    /// What its people are least sure of comes first, what nobody spoke of last.
    Confidence,
    /// By title.
    Title,
}

impl Order {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Document, Self::Due, Self::Confidence, Self::Title];

    /// Its name in an address.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Due => "due",
            Self::Confidence => "confidence",
            Self::Title => "title",
        }
    }

    /// Reads a name; what is not known is the document's order.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|order| order.name() == text).unwrap_or_default()
    }

    /// Puts cards into this order. `of` says which initiative and which state a card is.
    pub fn sort<T>(self, cards: &mut [T], of: impl Fn(&T) -> (&Initiative, &Work)) {
        if self != Self::Document {
            self.sorted(cards, of);
        }
    }

    #[inline(never)]
    fn sorted<T>(self, cards: &mut [T], of: impl Fn(&T) -> (&Initiative, &Work)) {
        match self {
            Self::Document => {}
            Self::Due => cards.sort_by_key(|card| {
                let due = of(card).0.due;
                (due.is_none(), due)
            }),
            Self::Confidence => cards.sort_by_key(|card| {
                let mut said = of(card).1.spoken.iter().rev();
                let confidence = said.find_map(|spoken| spoken.check_in.confidence);
                Reverse(confidence.map(Reverse))
            }),
            Self::Title => cards.sort_by_cached_key(|card| letters::lower(&of(card).0.title)),
        }
    }
}
