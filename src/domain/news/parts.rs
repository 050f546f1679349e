//! The news in one line.

use super::{Moved, News};

/// A part of the line, as in "3 finished, 1 stuck, engagement 10 → 12".
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part<'a> {
    /// So many of a kind, never 0.
    Count {
        /// The key of its words.
        key: &'static str,
        /// How many.
        n: usize,
    },
    /// A number.
    Moved(&'a Moved),
}

impl Part<'_> {
    /// The key of its words.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Count { key, .. } => key,
            Self::Moved(Moved { from: Some(_), .. }) => "news.moved",
            Self::Moved(_) => "news.measured",
        }
    }
}

impl News {
    /// What there is to say, the weightiest first: what is finished, stuck and breached, the numbers, what is kept
    /// again, decided, dropped, pitched and claimed. Nothing when nothing happened.
    #[must_use]
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        let counts = |parts: &mut Vec<Part<'_>>, counts: &[(&'static str, usize)]| {
            let some = counts.iter().filter(|(_, n)| *n > 0);
            parts.extend(some.map(|(key, n)| Part::Count { key, n: *n }));
        };
        let weighty = [
            ("news.finished", self.finished.len()),
            ("news.stuck", self.stuck.len()),
            ("news.breached", self.breached.len()),
        ];
        counts(&mut parts, &weighty);
        parts.extend(self.moved.iter().map(Part::Moved));
        let others = [
            ("news.back", self.back.len()),
            ("news.decided", self.decided.len()),
            ("news.dropped", self.dropped.len()),
            ("news.pitched", self.pitched.len()),
            ("news.claimed", self.claimed.len()),
        ];
        counts(&mut parts, &others);
        parts
    }
}
