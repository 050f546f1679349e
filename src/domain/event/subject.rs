//! What events are about, and which other events they name.

use super::{Body, Event, EventId};
use crate::domain::id::{GuardrailId, InitiativeId, KeyResultId, ObjectiveId};

/// What an event is about. Each subject has a log of its own and folds alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// An initiative.
    Initiative(InitiativeId),
    /// A key result.
    KeyResult(KeyResultId),
    /// A guardrail.
    Guardrail(GuardrailId),
    /// An objective.
    Objective(ObjectiveId),
    /// The North Star.
    NorthStar,
    /// What an event began: an idea, a pitch, a proposal, a question, a decision, a review, or somebody's wish to join.
    Begun(EventId),
    /// The team: who is away, and its members' constellations.
    Team,
    /// What was erased.
    Erasures,
}

impl Subject {
    /// The initiative, if it is one.
    #[must_use]
    pub fn initiative(&self) -> Option<&InitiativeId> {
        match self {
            Self::Initiative(id) => Some(id),
            _ => None,
        }
    }
}

impl Event {
    /// The event it takes back, if it does.
    #[must_use]
    pub fn retracts(&self) -> Option<EventId> {
        match self.body {
            Body::Retract { event } => Some(event),
            _ => None,
        }
    }

    /// The event it builds upon, if it names one: that one's author cannot take it back any more.
    #[must_use]
    pub fn names(&self) -> Option<EventId> {
        match &self.body {
            Body::Accept { offer, .. } => Some(*offer),
            Body::TakeOver(take_over) => take_over.claim,
            Body::Support { idea } | Body::Draft { idea, .. } => Some(*idea),
            Body::Feedback { pitch, .. } | Body::Revise { pitch, .. } => Some(*pitch),
            Body::Decide { target, .. } => Some(*target),
            Body::Answer(reply) => Some(reply.question),
            Body::ReviewPost(post) => Some(post.review),
            Body::ReviewPass { review, .. } | Body::ReviewAbsent { review, .. } | Body::ReviewClose { review } => {
                Some(*review)
            }
            Body::Comment(comment) => begun(&comment.on),
            Body::CoSign { on } => begun(on),
            // A settle is no act of a person, and a retract acts by itself.
            _ => None,
        }
    }

    /// The initiatives a question, a decision, a waiver or a constellation names. It stands in another log, but is a
    /// word about them, too.
    #[must_use]
    pub fn mentions(&self) -> &[InitiativeId] {
        match &self.body {
            Body::Ask(ask) => ask.initiative.as_slice(),
            Body::LogDecision(record) => record.initiative.as_slice(),
            Body::Waive { initiative, .. } => std::slice::from_ref(initiative),
            Body::Constellation { initiatives, .. } => initiatives,
            _ => &[],
        }
    }

    /// The initiative it is about, if it is about one.
    #[must_use]
    pub fn initiative(&self) -> Option<&InitiativeId> {
        match &self.body {
            Body::Claim { initiative, .. }
            | Body::Release { initiative, .. }
            | Body::HandOver { initiative, .. }
            | Body::Accept { initiative, .. }
            | Body::Vacate { initiative, .. }
            | Body::Adjust { initiative, .. }
            | Body::Move { initiative, .. }
            | Body::Split { initiative, .. }
            | Body::Done { initiative, .. }
            | Body::Drop { initiative, .. }
            | Body::Reopen { initiative } => Some(initiative),
            Body::Settle(settle) => Some(&settle.initiative),
            Body::TakeOver(take_over) => Some(&take_over.initiative),
            Body::CheckIn(check_in) => check_in.on.initiative(),
            Body::Comment(comment) => comment.on.initiative(),
            Body::CoSign { on } => on.initiative(),
            Body::Unknown { initiative, .. } => initiative.as_ref(),
            _ => None,
        }
    }

    /// What it is about; `None` for a retract, which is about what its target is about, for what was erased, and for
    /// what only a later version understands.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        if let Some(initiative) = self.initiative() {
            return Some(Subject::Initiative(initiative.clone()));
        }
        match &self.body {
            Body::CheckIn(check_in) => Some(check_in.on.clone()),
            Body::Comment(comment) => Some(comment.on.clone()),
            Body::CoSign { on } => Some(on.clone()),
            Body::CloseObjective(close) => Some(Subject::Objective(close.objective.clone())),
            Body::Waive { guardrail, .. } => Some(Subject::Guardrail(guardrail.clone())),
            Body::Away { .. } | Body::Constellation { .. } => Some(Subject::Team),
            Body::Idea { .. }
            | Body::Pitch(_)
            | Body::ProposeObjective(_)
            | Body::ProposeChange(_)
            | Body::Ask(_)
            | Body::LogDecision(_)
            | Body::ReviewOpen
            | Body::Join { .. } => Some(Subject::Begun(self.id)),
            Body::Support { .. }
            | Body::Draft { .. }
            | Body::Feedback { .. }
            | Body::Revise { .. }
            | Body::Decide { .. }
            | Body::Answer(_)
            | Body::ReviewPost(_)
            | Body::ReviewPass { .. }
            | Body::ReviewAbsent { .. }
            | Body::ReviewClose { .. } => self.names().map(Subject::Begun),
            Body::Erase { .. } => Some(Subject::Erasures),
            _ => None,
        }
    }
}

fn begun(subject: &Subject) -> Option<EventId> {
    match subject {
        Subject::Begun(id) => Some(*id),
        _ => None,
    }
}
