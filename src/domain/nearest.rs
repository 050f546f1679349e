//! The nearest known word to one that was mistyped.

use crate::letters;

/// The candidate closest to `word`, if it is close enough that a person may have meant it: at most a third of the
/// longer word's letters differ (at least one may), compared without case.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = letters::lower(word);
    candidates
        .into_iter()
        .map(|candidate| {
            let lower = letters::lower(candidate);
            let longer = word.chars().count().max(lower.chars().count());
            (strsim::osa_distance(&word, &lower), longer, candidate)
        })
        .filter(|(distance, longer, _)| *distance <= (longer / 3).max(1))
        .min_by_key(|(distance, ..)| *distance)
        .map(|(_, _, candidate)| candidate)
}
