//! Ids as types that cannot be mixed up, and how one is derived from a title.

use std::rc::Rc;

use crate::letters;

/// The longest id that is derived from a title, in characters.
pub const DERIVED_LENGTH: usize = 48;

/// Derives an id from a title: lower-cased, each run of characters that are not Unicode alphanumeric becomes `-`,
/// trimmed of `-`, cut to [`DERIVED_LENGTH`] characters. `None` when nothing is left of the title.
///
/// ```
/// use alignment_board::domain::id::derived;
/// assert_eq!(derived("Answer every comment, within a day!").as_deref(), Some("answer-every-comment-within-a-day"));
/// assert_eq!(derived("…"), None);
/// ```
#[must_use]
pub fn derived(title: &str) -> Option<String> {
    let dashed = letters::dashed(title);
    let begin = dashed.trim_start_matches('-');
    let cut = begin.char_indices().nth(DERIVED_LENGTH);
    let id = cut.and_then(|(end, _)| begin.get(..end)).unwrap_or(begin);
    let id = id.trim_end_matches('-');
    (!id.is_empty()).then(|| id.to_owned())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The id as it stands in the document.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The same text, shared.
            #[must_use]
            pub fn text(&self) -> Rc<str> {
                self.0.clone()
            }
        }

        impl<T: Into<Rc<str>>> From<T> for $name {
            fn from(text: T) -> Self {
                Self(text.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Keeps boards apart in a store: the document's `id`, else where it was loaded from.
    BoardId,
    /// An objective of the goal document.
    ObjectiveId,
    /// A key result, unique in the document.
    KeyResultId,
    /// An initiative, unique in the document.
    InitiativeId,
    /// Somebody who acts: a listed member's id, or in a document without members the name without case.
    MemberId,
    /// A team of members.
    TeamId,
    /// A guardrail.
    GuardrailId,
    /// A decision area.
    AreaId,
}
