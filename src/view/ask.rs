//! What people ask of a board, and which dialog is open.

use super::activity::Traveller;
use crate::app::{Action, Page};
use crate::domain::calendar::Day;
use crate::domain::card::Act;
use crate::domain::event::{EventId, Ruling, Subject};
use crate::domain::filter::Filter;
use crate::domain::goals::Text;
use crate::domain::id::{AreaId, GuardrailId, InitiativeId, KeyResultId, MemberId, ObjectiveId};
use crate::domain::order::Order;
use crate::domain::people::Person;

/// What a person asks of the board.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ask {
    /// Something on a card.
    Act(Act, InitiativeId),
    /// The number of a key result.
    Measure(KeyResultId),
    /// More about a card.
    Details(InitiativeId),
    /// Say who is looking.
    Pick,
    /// Where events are kept.
    Keeping,
    /// Share what was done in this browser before.
    Share,
    /// Another page.
    Go(Page),
    /// Where something is to be seen.
    Show(Subject),
    /// All that waits for the viewer, or only the first of it.
    Unfold,
    /// Where a number comes from.
    Explain(Number),
    /// May I decide this?
    MayI(MayI),
    /// Something else among what happened.
    Travel(Box<Traveller>),
    /// The board as it was on a day.
    AsOf(Day),
    /// Words, to take along.
    Copy(String),
    /// What is open, on paper.
    Print,
    /// The browser begins to print, or has printed.
    Paper(bool),
    /// A dialog.
    Open(Open),
    /// The form for a name and a password.
    SignIn,
    /// The page where people sign in to the store.
    Login,
    /// A name and a password.
    Credentials(String, String),
    /// Other cards.
    Filter(Filter),
    /// Another order.
    Order(Order),
    /// A column folded, or unfolded again.
    Fold(ObjectiveId),
    /// A card brought into sight.
    Reveal(InitiativeId),
    /// A card put under another objective.
    MoveTo(InitiativeId, ObjectiveId),
    /// Only one objective on a narrow board, or all.
    Only(Option<ObjectiveId>),
    /// Said from within a dialog that stays.
    Tell(Action),
    /// The first hint was read.
    Known,
    /// The address of a card, to take along.
    CopyLink(InitiativeId),
    /// What a dialog came to.
    Do(Action),
    /// A name was picked.
    Am(Text),
    /// Close what is open.
    Close,
    /// A copy of everything, as a file.
    SaveCopy,
    /// Try loading again.
    Retry,
}

/// Which dialog is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Open {
    #[default]
    Nothing,
    /// Who is looking, and what they asked for before they had said so.
    Picker {
        then: Option<Box<Ask>>,
    },
    /// What the limits say to a claim, before it is made.
    Claim(InitiativeId),
    CheckIn(Subject),
    HandOver(InitiativeId),
    Finish(InitiativeId),
    Details(InitiativeId),
    Keeping,
    /// An idea, and where to read more, as far as an address says it already.
    Suggest(Text, Text),
    Draft(EventId),
    Pitch(PitchOf),
    Feedback(EventId),
    Decide(EventId, Ruling),
    SignIn,
    Comment(Subject),
    Drop(InitiativeId),
    Split(InitiativeId),
    Move(InitiativeId),
    /// The seat of a member or a team.
    Vacate(InitiativeId, Text),
    Adjust(InitiativeId),
    /// One's part in a review, or somebody else's.
    Post {
        review: EventId,
        of: Option<Person>,
    },
    Away,
    /// The viewer's constellation of that name, or a new one.
    Constellation(Text),
    /// A one-to-one.
    Sheet(MemberId),
    AskFirst(MayI),
    Answer(EventId),
    LogDecision,
    Waive(GuardrailId),
    Propose(Subject),
    ProposeObjective,
    CloseObjective(ObjectiveId),
    Explain(Number),
}

/// What a pitch begins with.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum PitchOf {
    /// An idea.
    Idea(EventId),
    /// A pitch that is said anew.
    Pitch(EventId),
    /// Something that nobody works on.
    Gap(ObjectiveId, Option<KeyResultId>),
}

/// A number that can be explained.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Number {
    Objective(ObjectiveId),
    KeyResult(KeyResultId),
    Star,
}

/// May I decide this: in which area, and about how much.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MayI {
    pub(super) area: AreaId,
    pub(super) amount: Option<f64>,
    /// For which initiative, if for one.
    pub(super) initiative: Option<InitiativeId>,
}
