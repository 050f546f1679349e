//! Every type of event, by what it is about.

use super::{
    Ask, Change, ChangeGoal, CheckIn, Close, Comment, EventId, Goal, Outcome, Pitch, Post, Record, Reply, Ruling,
    Settle, Subject, TakeOver, Verdict, View,
};
use std::rc::Rc;

use crate::domain::calendar::Day;
use crate::domain::goals::{Link, Text};
use crate::domain::id::{GuardrailId, InitiativeId, ObjectiveId, TeamId};

/// What was done. What would make every event large stands in a box.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Takes a seat, or a place on the wait list.
    Claim {
        /// Of what.
        initiative: InitiativeId,
        /// For this team, of which its author is a member; for oneself without one.
        team: Option<TeamId>,
        /// What the guardrails said when it was written.
        verdict: Option<Box<Verdict>>,
    },
    /// Makes a claim certain, so that no claim that arrives later overtakes it.
    Settle(Box<Settle>),
    /// Frees the seat of somebody who has gone quiet.
    TakeOver(Box<TakeOver>),
    /// Leaves a seat or the wait list.
    Release {
        /// Of what.
        initiative: InitiativeId,
        /// Why, or where it stands.
        note: Text,
    },
    /// Offers one's seat to somebody.
    HandOver {
        /// The seat's initiative.
        initiative: InitiativeId,
        /// To whom.
        to: Text,
    },
    /// Takes an offered seat.
    Accept {
        /// The seat's initiative.
        initiative: InitiativeId,
        /// The `handOver` that is accepted.
        offer: EventId,
    },
    /// A lead frees the seat of somebody who left.
    Vacate {
        /// The seat's initiative.
        initiative: InitiativeId,
        /// Whose seat: a member or a team.
        member: Text,
        /// Why.
        reason: Text,
    },
    /// Its author is away: the idle clock stops, and reviews count them as absent.
    Away {
        /// First day.
        from: Day,
        /// Last day.
        until: Day,
        /// Who helps out meanwhile.
        cover: Text,
    },
    /// Reports on an initiative, a key result, a guardrail or the North Star's number.
    CheckIn(Rc<CheckIn>),
    /// A holder changes what an initiative says.
    Adjust {
        /// Which.
        initiative: InitiativeId,
        /// What, and what it said before.
        changes: Vec<Change>,
    },
    /// Puts an initiative under another objective.
    Move {
        /// Which.
        initiative: InitiativeId,
        /// Where it goes.
        objective: ObjectiveId,
        /// Why.
        reason: Text,
    },
    /// Divides an initiative into parts, which take its place.
    Split {
        /// Which.
        initiative: InitiativeId,
        /// The parts' titles; they bear the ids `id.1`, `id.2` … of this event.
        parts: Vec<Text>,
    },
    /// Finishes an initiative.
    Done {
        /// Which.
        initiative: InitiativeId,
        /// How it went.
        outcome: Outcome,
        /// What was learned.
        learned: Text,
    },
    /// Gives an initiative up.
    Drop {
        /// Which.
        initiative: InitiativeId,
        /// Why.
        reason: Text,
        /// What was learned.
        learned: Text,
    },
    /// Takes a finished, dropped or split initiative up again.
    Reopen {
        /// Which.
        initiative: InitiativeId,
    },
    /// Says something about anything.
    Comment(Box<Comment>),
    /// Names a constellation of one's own claimed initiatives; without any, takes the name back.
    Constellation {
        /// Its name; a later one of the same author and name replaces it.
        title: Text,
        /// The stars.
        initiatives: Vec<InitiativeId>,
    },
    /// A thought anybody may add.
    Idea {
        /// In words.
        text: Text,
        /// Where to read more.
        links: Vec<Link>,
    },
    /// Likes an idea or a pitch.
    Support {
        /// Which.
        idea: EventId,
    },
    /// Begins to make a pitch of an idea, together with a coach.
    Draft {
        /// Of which idea.
        idea: EventId,
        /// Who helps.
        coach: Text,
    },
    /// Proposes an initiative.
    Pitch(Rc<Pitch>),
    /// What one of the panel says of a pitch.
    Feedback {
        /// The pitch.
        pitch: EventId,
        /// In one word.
        view: View,
        /// In one line.
        line: Text,
    },
    /// Says a pitch anew.
    Revise {
        /// The pitch.
        pitch: EventId,
        /// How it reads now.
        text: Rc<Pitch>,
    },
    /// A lead answers a pitch, a proposal or somebody who asked to join.
    Decide {
        /// Which of these.
        target: EventId,
        /// How.
        verdict: Ruling,
        /// Why; needed to return or to park.
        reason: Text,
    },
    /// Proposes an objective.
    ProposeObjective(Rc<Goal>),
    /// Proposes another target, date or wording.
    ProposeChange(Rc<ChangeGoal>),
    /// Puts one's name under a proposal, an objective or the North Star.
    CoSign {
        /// Under what.
        on: Subject,
    },
    /// Grades an objective and ends it.
    CloseObjective(Rc<Close>),
    /// A lead lets one initiative pass a guardrail.
    Waive {
        /// Which guardrail.
        guardrail: GuardrailId,
        /// For which initiative.
        initiative: InitiativeId,
        /// Why.
        reason: Text,
    },
    /// Asks for a decision.
    Ask(Rc<Ask>),
    /// Answers a question.
    Answer(Rc<Reply>),
    /// Puts a decision into the log.
    LogDecision(Rc<Record>),
    /// Opens a review.
    ReviewOpen,
    /// Says one's part in a review.
    ReviewPost(Rc<Post>),
    /// Has nothing to say in a review.
    ReviewPass {
        /// Which.
        review: EventId,
        /// Who passes, when whoever opened the review notes it for them.
        member: Text,
    },
    /// Is not there.
    ReviewAbsent {
        /// Which.
        review: EventId,
        /// Who is absent, when whoever opened the review notes it for them.
        member: Text,
    },
    /// Ends a review.
    ReviewClose {
        /// Which.
        review: EventId,
    },
    /// Asks to be let in.
    Join {
        /// The name to be known by.
        name: Text,
    },
    /// Takes one's own event back, from here onward.
    Retract {
        /// The event.
        event: EventId,
    },
    /// A lead takes the content of events away for good.
    Erase {
        /// Which events.
        ids: Vec<EventId>,
        /// Why.
        reason: Text,
    },
    /// What was erased: only its id is kept.
    Erased,
    /// Something a later version knows. Kept and passed on; an initiative it names is locked.
    Unknown {
        /// Its type.
        kind: Rc<str>,
        /// The initiative it names.
        initiative: Option<InitiativeId>,
    },
}
