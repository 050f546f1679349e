//! What stands in docs/events.md of each type besides its fields: who may do it, and why it may not count.

use crate::domain::board::Refusal::{self, *};

/// A type of event, for whoever reads about it.
#[derive(Debug)]
pub struct Entry {
    /// Its name.
    pub kind: &'static str,
    /// What it does.
    pub does: &'static str,
    /// Who may.
    pub who: &'static str,
    /// Why it may not count.
    pub refusals: &'static [Refusal],
}

/// Why anything may not count that somebody does.
pub const ANYTHING: &[Refusal] = &[NotListed, Left];

macro_rules! entries {
    ($($kind:literal $does:literal, $who:literal: $($refusal:ident)*;)*) => {
        /// Every type there is, in the order of [`super::KINDS`].
        pub const REFERENCE: &[Entry] = &[
            $(Entry { kind: $kind, does: $does, who: $who, refusals: &[$($refusal),*] },)*
        ];
    };
}

entries! {
    "claim" "Takes a seat, or a place on the wait list", "Anybody on the team; for a team, any of its members":
        NotInDocument NoOwnId NotYet Finished AlreadyIn NotTeam;
    "settle" "Makes a claim certain: no claim that arrives later overtakes it", "Anybody's widget":
        NotInDocument NoOwnId NotYet NoClaim NotSettling;
    "takeOver" "Frees the seat of somebody who has gone quiet, for the first who waits or else for its author",
        "Anybody without a seat there": NotInDocument NoOwnId NotYet Finished NoSeat AlreadyIn NotIdle;
    "release" "Leaves a seat or the wait list", "Whoever has it, or any member of the team that does":
        NotInDocument NoOwnId NotYet NotIn;
    "handOver" "Offers a seat to somebody", "Its holder": NotInDocument NoOwnId NotYet Finished NoSeat NoTaker;
    "accept" "Takes the offered seat, past the wait list", "Whom it was offered to":
        NotInDocument NoOwnId NotYet Finished NoOffer;
    "vacate" "Frees the seat of somebody who left", "A lead": NotInDocument NoOwnId NotYet NotLead NoSeat;
    "away" "Stops the idle clock, and counts as absent in reviews", "Anybody, for oneself": BadSpan Nobody;
    "checkIn" "Reports on an initiative, or a number: a key result's, a guardrail's, the North Star's",
        "On an initiative whoever has a claim there, on a number its owner or a lead":
        NotInDocument NoOwnId NotYet NothingThere WrongKind Finished NotIn NotOwner;
    "adjust" "Changes what an initiative says; `was` says what it said", "A holder":
        NotInDocument NoOwnId NotYet Finished NoSeat Empty NoChange Superseded;
    "move" "Puts an initiative under another objective", "A holder, or a lead of either objective":
        NotInDocument NoOwnId NotYet Finished NotHolder NoChange;
    "split" "Divides an initiative; the parts take over who stood in line", "A holder or a lead":
        NotInDocument NoOwnId NotYet Finished NotHolder Empty;
    "done" "Finishes an initiative", "A holder or a lead": NotInDocument NoOwnId NotYet Finished NotHolder;
    "drop" "Gives an initiative up", "A holder or a lead": NotInDocument NoOwnId NotYet NoReason Finished NotHolder;
    "reopen" "Takes a finished, dropped or split initiative up again", "A holder or a lead":
        NotInDocument NoOwnId NotYet StillOpen NotHolder;
    "comment" "Says something about anything", "Anybody on the team":
        NotInDocument NoOwnId NotYet NothingThere WrongKind Empty;
    "constellation" "Names initiatives that belong together; those one holds are shown", "Anybody, of one's own": Empty;
    "idea" "Adds a thought to the idea lane", "Anybody on the team": Empty;
    "support" "Likes an idea or a pitch", "Anybody on the team, once": NothingThere WrongKind AlreadySaid;
    "draft" "Begins to make a pitch of an idea, with a coach", "Anybody on the team":
        NothingThere WrongKind Nobody AlreadySaid;
    "pitch" "Proposes an initiative", "Anybody on the team": NotInDocument Empty;
    "feedback" "Says what one thinks of a pitch", "The pitch panel, or anybody when there is none; a lead":
        NothingThere WrongKind NotPanel;
    "revise" "Says a pitch anew", "Its author, until it is accepted":
        NotInDocument NothingThere WrongKind NotAuthor Decided Empty;
    "decide" "Accepts, returns or parks a pitch, a proposal or a wish to join; the last that counts holds",
        "A lead; of a wish to join, one whom the document lists": NothingThere WrongKind NotLead Decided NoReason;
    "proposeObjective" "Proposes an objective", "Anybody on the team": Empty;
    "proposeChange" "Proposes another target, date, limit or wording; `was` says what the document said",
        "Anybody on the team": NotInDocument WrongKind BadValue NoChange;
    "coSign" "Puts one's name under a proposal, an objective or the North Star", "Anybody on the team, once":
        NotInDocument NothingThere WrongKind AlreadySaid;
    "closeObjective" "Grades an objective and ends it", "A lead, or its sponsor": NotInDocument NotLead Closed BadValue;
    "waive" "Lets one initiative pass a guardrail", "A lead": NotInDocument NotLead NoReason;
    "ask" "Asks for a decision", "Anybody on the team": NotInDocument Empty;
    "answer" "Answers a question; the last answer holds", "A lead, and whom the decision area names":
        NothingThere WrongKind NoRight Empty;
    "logDecision" "Puts a decision into the log", "Anybody on the team": NotInDocument Empty;
    "reviewOpen" "Opens a review", "Anybody on the team":;
    "reviewPost" "Says one's part in a review", "Anybody for oneself; whoever opened it, for others":
        NothingThere WrongKind Closed Nobody NotOpener AlreadySaid Empty;
    "reviewPass" "Has nothing to say in a review", "Anybody for oneself; whoever opened it, for others":
        NothingThere WrongKind Closed Nobody NotOpener AlreadySaid;
    "reviewAbsent" "Is not there", "Anybody for oneself; whoever opened it, for others":
        NothingThere WrongKind Closed Nobody NotOpener AlreadySaid;
    "reviewClose" "Ends a review, once nobody is silent", "Whoever opened it, or a lead":
        NothingThere WrongKind Closed NotOpener SomebodySilent;
    "join" "Asks to be let in", "Anybody whom the document does not list": AlreadyMember;
    "retract" "Takes an event back, from here onward", "Its author":
        NothingToRetract NotOwn BuiltUpon IsRetract Stands Decided;
    "erase" "Takes the content of events away for good; their ids stay", "A lead whom the document lists":
        NotLead Empty;
}
