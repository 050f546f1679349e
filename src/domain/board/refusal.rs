//! Why an event does not count. It is kept all the same, and the activity list says so.

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $key:literal)*) => {
        /// The reason.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Refusal {
            $($(#[$doc])* $name,)*
        }

        impl Refusal {
            /// All there are.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The key of its sentence.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

refusals! {
    // Who.
    /// The document lists members, and its author is not one.
    NotListed "refusal.not-listed"
    /// Its author had left the team.
    Left "refusal.left"
    /// Only a lead may.
    NotLead "refusal.not-lead"
    /// Only a holder or a lead may.
    NotHolder "refusal.not-holder"
    /// Only the owner or a lead may report this number.
    NotOwner "refusal.not-owner"
    /// Only a member of the team may claim for it.
    NotTeam "refusal.not-team"
    /// Only one of the panel or a lead may.
    NotPanel "refusal.not-panel"
    /// Only who made it may say it anew.
    NotAuthor "refusal.not-author"
    /// Only who may decide this can answer.
    NoRight "refusal.no-right"
    /// Only whoever opened the review may.
    NotOpener "refusal.not-opener"
    /// It names somebody who is not on this board.
    Nobody "refusal.nobody"
    /// Its author is on the board already.
    AlreadyMember "refusal.already-member"

    // About what.
    /// Nothing in the document bears that id.
    NotInDocument "refusal.not-in-document"
    /// The initiative's id is shared with another one.
    NoOwnId "refusal.no-own-id"
    /// It came to be later than this.
    NotYet "refusal.not-yet"
    /// The event it is about is not there (yet), or does not count.
    NothingThere "refusal.nothing-there"
    /// That cannot be done to such a thing.
    WrongKind "refusal.wrong-kind"
    /// A later version's event.
    Newer "refusal.newer"
    /// A lead erased it.
    Erased "refusal.erased"

    // What it says.
    /// It says nothing.
    Empty "refusal.empty"
    /// It needs a reason.
    NoReason "refusal.no-reason"
    /// It ends before it begins.
    BadSpan "refusal.bad-span"
    /// That field cannot be changed, or not to this.
    BadValue "refusal.bad-value"
    /// It is so already.
    NoChange "refusal.no-change"
    /// The document no longer says what it changes.
    Superseded "refusal.superseded"

    // Seats.
    /// Its author already holds or waits.
    AlreadyIn "refusal.already-in"
    /// Its author neither holds nor waits.
    NotIn "refusal.not-in"
    /// There is no such seat, or its author holds none.
    NoSeat "refusal.no-seat"
    /// The claim is not open.
    NoClaim "refusal.no-claim"
    /// The claim is settled, or less than ten minutes old.
    NotSettling "refusal.not-settling"
    /// The holder has not been quiet for long enough.
    NotIdle "refusal.not-idle"
    /// No such offer stands, or it was made to somebody else.
    NoOffer "refusal.no-offer"
    /// The one it is offered to is not on this board, or holds it already.
    NoTaker "refusal.no-taker"

    // When.
    /// The initiative is finished or dropped.
    Finished "refusal.finished"
    /// It is still open.
    StillOpen "refusal.still-open"
    /// It is decided already.
    Decided "refusal.decided"
    /// It is closed.
    Closed "refusal.closed"
    /// Its author has said so already.
    AlreadySaid "refusal.already-said"
    /// Somebody has neither posted nor passed.
    SomebodySilent "refusal.somebody-silent"

    // Taking back.
    /// The event taken back is not there (yet), or does not count.
    NothingToRetract "refusal.nothing-to-retract"
    /// Only one's own can be taken back.
    NotOwn "refusal.not-own"
    /// Somebody has built on it since.
    BuiltUpon "refusal.built-upon"
    /// A retract cannot be taken back.
    IsRetract "refusal.is-retract"
    /// It cannot be taken back, only answered by another event.
    Stands "refusal.stands"
}
