//! What a member decided, and what they asked others to decide.

use super::is_by;
use crate::domain::attention::{Scene, proposed};
use crate::domain::board::{Answered, Logged};
use crate::domain::calendar::Day;
use crate::domain::event::{Answer, Body, EventId, Next, Ruling, Subject};
use crate::domain::goals::Text;
use crate::domain::id::MemberId;

/// A decision, or a question that wants one.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// About what.
    pub on: Subject,
    /// Its title: the question, the pitch, or the decision itself.
    pub title: Text,
    /// The event.
    pub event: EventId,
    /// The team's day.
    pub day: Day,
    /// How.
    pub how: How,
}

/// How somebody had a part in a decision.
#[derive(Clone, Debug, PartialEq)]
pub enum How {
    /// They put it into the log.
    Logged,
    /// They answered a question.
    Answered(Answer),
    /// They decided a pitch, a proposal or somebody's wish to join.
    Ruled(Ruling),
    /// They closed an objective.
    Closed(Next),
    /// They asked, and this was answered, if anything.
    Asked(Option<Answered>),
}

impl How {
    /// The key of its sentence.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Logged => "one-to-one.logged",
            Self::Answered(_) => "one-to-one.answered",
            Self::Ruled(Ruling::Accept) => "one-to-one.accepted",
            Self::Ruled(Ruling::Return) => "one-to-one.returned",
            Self::Ruled(Ruling::Park) => "one-to-one.parked",
            Self::Closed(_) => "one-to-one.closed",
            Self::Asked(Some(_)) => "one-to-one.got",
            Self::Asked(None) => "one-to-one.asked",
        }
    }
}

/// Theirs since then, and their questions that nobody has answered, however old.
pub(super) fn decisions(scene: &Scene<'_>, member: &MemberId, since: Day, log: &[&Logged]) -> Vec<Decided> {
    let board = scene.board();
    let mut list = Vec::new();
    let mut tell = |on: Subject, title: Text, event: EventId, how| {
        let day = scene.zone.day(event.stamp.ms);
        list.push(Decided {
            on,
            title,
            event,
            day,
            how,
        });
    };
    let is_new = |event: EventId| scene.zone.day(event.stamp.ms) >= since;
    for question in board
        .questions()
        .into_iter()
        .filter(|question| question.by.id == *member)
    {
        let answer = question.answer();
        if answer.is_none_or(|answer| is_new(question.id) || is_new(answer.event)) {
            let (on, title) = (Subject::Begun(question.id), question.ask.question.clone());
            tell(on, title, question.id, How::Asked(answer.cloned()));
        }
    }
    for logged in log {
        let event = &logged.event;
        let decided = match &event.body {
            Body::LogDecision(record) => Some((record.decision.clone(), How::Logged)),
            Body::Answer(reply) => {
                let question = board.question(reply.question);
                question.map(|question| (question.ask.question.clone(), How::Answered(reply.answer)))
            }
            Body::Decide { target, verdict, .. } => subject(scene, *target).map(|title| (title, How::Ruled(*verdict))),
            Body::CloseObjective(close) => {
                let objective = scene.objective(&close.objective);
                objective.map(|objective| (objective.title.clone(), How::Closed(close.next)))
            }
            _ => None,
        };
        if let Some((title, how)) = decided.filter(|_| is_by(scene, logged, member)) {
            let on = scene.ledger.home(event.id).unwrap_or(Subject::Begun(event.id));
            tell(on, title, event.id, how);
        }
    }
    list.sort_by_key(|decided| decided.event);
    list
}

/// What somebody decided about: a pitch, a proposal, or who wants to join.
fn subject(scene: &Scene<'_>, id: EventId) -> Option<Text> {
    let board = scene.board();
    let pitch = || {
        board
            .pitch(id)
            .and_then(|pitch| pitch.text())
            .map(|text| text.title.clone())
    };
    let proposal = || {
        board
            .proposal(id)
            .and_then(|proposal| proposed(scene.goals(), proposal))
    };
    let join = || board.join(id).map(|join| join.name.clone());
    pitch().or_else(proposal).or_else(join)
}
