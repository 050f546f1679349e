//! The one thing that helps.

use crate::domain::event::{EventId, Subject};
use crate::domain::id::{InitiativeId, KeyResultId, MemberId, ObjectiveId};

/// What a viewer can do about something, as data: a view makes a button of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Look at it: whoever can do more about it is somebody else.
    Show(Subject),
    /// Look at what somebody has.
    ShowMember(MemberId),
    /// Take a free seat.
    Claim(InitiativeId),
    /// Take the seat that is offered.
    Accept {
        /// Of what.
        initiative: InitiativeId,
        /// The `handOver`.
        offer: EventId,
    },
    /// Take the seat of somebody who has gone quiet for long enough.
    TakeOver {
        /// Of what.
        initiative: InitiativeId,
        /// The event that took the seat; `None` when an owner in the document has it.
        claim: Option<EventId>,
        /// Whose seat it is.
        member: MemberId,
    },
    /// Report.
    CheckIn(Subject),
    /// Say something: ask, offer help, answer a call for it.
    Comment(Subject),
    /// Change what it says: its date, or what it moves.
    Adjust(InitiativeId),
    /// Pitch work.
    Pitch {
        /// Under which objective.
        objective: ObjectiveId,
        /// That moves this.
        key_result: Option<KeyResultId>,
    },
    /// Propose a number for it.
    Propose(KeyResultId),
    /// Accept, return or park a pitch, a proposal or a wish to join.
    Decide(EventId),
    /// Answer a question.
    Answer(EventId),
    /// Say a pitch anew.
    Revise(EventId),
    /// Say what one thinks of a pitch.
    Feedback(EventId),
    /// Say one's part in a review.
    Post(EventId),
}

impl Step {
    /// The key of its words.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Show(_) | Self::ShowMember(_) => "step.show",
            Self::Claim(_) => "step.claim",
            Self::Accept { .. } => "step.accept",
            Self::TakeOver { .. } => "step.take-over",
            Self::CheckIn(_) => "step.check-in",
            Self::Comment(_) => "step.comment",
            Self::Adjust(_) => "step.adjust",
            Self::Pitch { .. } => "step.pitch",
            Self::Propose(_) => "step.propose",
            Self::Decide(_) => "step.decide",
            Self::Answer(_) => "step.answer",
            Self::Revise(_) => "step.revise",
            Self::Feedback(_) => "step.feedback",
            Self::Post(_) => "step.post",
        }
    }
}
