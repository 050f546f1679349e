//! What a member is told about a decision.

use super::Party;

/// Who decides, said to one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "You decide", after asking some, and telling others then. Both may be empty.
    YouDecide {
        /// Asked first; they advise.
        ask: Vec<Party>,
        /// Told afterwards.
        tell: Vec<Party>,
    },
    /// "You decide together with Ana": nobody decides without the other.
    Together {
        /// With all of these.
        with: Vec<Party>,
        /// Asked first.
        ask: Vec<Party>,
        /// Told afterwards.
        tell: Vec<Party>,
    },
    /// "Ana decides".
    TheyDecide {
        /// Any of these, or all of them when it is [`Manner::Together`].
        who: Vec<Party>,
        /// And how.
        manner: Manner,
    },
    /// Nobody here may decide it: the document names no approver, and there is no lead.
    NobodyIsNamed,
}

/// How others decide, as far as it concerns the one who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Manner {
    /// Without more.
    Alone,
    /// And explain it.
    Explaining,
    /// And ask you first.
    AskingYouFirst,
    /// And tell you afterwards.
    TellingYou,
    /// All of them together.
    Together,
    /// When you ask them: it is over your limit.
    WhenAsked,
}
