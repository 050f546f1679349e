//! Why an event does not count. It is kept all the same, and the activity list says so.

/// The reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The document lists members, and its author is not one.
    NotListed,
    /// Its author had left the team.
    Left,
    /// Nothing in the document bears that id.
    NotInDocument,
    /// The initiative's id is shared with another one.
    NoOwnId,
    /// Its author already holds or waits.
    AlreadyIn,
    /// Its author neither holds nor waits.
    NotIn,
    /// Its author holds no seat to give.
    NoSeat,
    /// The initiative is finished or dropped.
    Finished,
    /// It is still open.
    StillOpen,
    /// No such offer stands, or it was made to somebody else.
    NoOffer,
    /// The one it is offered to is not on this board, or holds it already.
    NoTaker,
    /// Only a holder or a lead may.
    NotHolder,
    /// Only the owner or a lead may report this number.
    NotOwner,
    /// The event taken back is not there (yet), or does not count.
    NothingToRetract,
    /// Only one's own can be taken back.
    NotOwn,
    /// Somebody has built on it since.
    BuiltUpon,
    /// A retract cannot be taken back.
    IsRetract,
    /// A later version's event.
    Newer,
}

impl Refusal {
    /// The key of its sentence.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NotListed => "refusal.not-listed",
            Self::Left => "refusal.left",
            Self::NotInDocument => "refusal.not-in-document",
            Self::NoOwnId => "refusal.no-own-id",
            Self::AlreadyIn => "refusal.already-in",
            Self::NotIn => "refusal.not-in",
            Self::NoSeat => "refusal.no-seat",
            Self::Finished => "refusal.finished",
            Self::StillOpen => "refusal.still-open",
            Self::NoOffer => "refusal.no-offer",
            Self::NoTaker => "refusal.no-taker",
            Self::NotHolder => "refusal.not-holder",
            Self::NotOwner => "refusal.not-owner",
            Self::NothingToRetract => "refusal.nothing-to-retract",
            Self::NotOwn => "refusal.not-own",
            Self::BuiltUpon => "refusal.built-upon",
            Self::IsRetract => "refusal.is-retract",
            Self::Newer => "refusal.newer",
        }
    }
}
