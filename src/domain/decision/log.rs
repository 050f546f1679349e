//! The decision log: what was decided and what was answered, by whom, and under which right.

use super::answered::{Answered, Reply};
use super::right::{Question, Right};
use crate::domain::board::{Board, Question as Asked};
use crate::domain::calendar::{Day, TimeZone};
use crate::domain::event::{Answer, EventId};
use crate::domain::goals::{DecisionArea, Goals, Money, Text};
use crate::domain::id::{AreaId, InitiativeId};
use crate::domain::people::Person;

/// An entry of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The event that put it there: a decision, or an answer.
    pub event: EventId,
    /// Who decided.
    pub by: Person,
    /// The team's day.
    pub day: Day,
    /// The decision area: the one named, else the initiative's.
    pub area: Option<AreaId>,
    /// For which initiative, if for one.
    pub initiative: Option<InitiativeId>,
    /// How much it was about.
    pub amount: Option<Money>,
    /// What was decided.
    pub what: What,
    /// The right of whoever decided, on that day and by today's goals, after what was answered until then; `None` where
    /// the document has no such area.
    pub right: Option<Right>,
}

/// What stands in the log.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A decision somebody put there.
    Decided {
        /// In words.
        decision: Text,
        /// Why.
        why: Text,
    },
    /// The answer that holds to a question.
    Answered {
        /// Who asked.
        asked_by: Person,
        /// What.
        question: Text,
        /// In one word.
        answer: Answer,
        /// What to do instead, when the answer is that.
        instead: Text,
        /// Why.
        reason: Text,
    },
}

/// The log, oldest first: decisions, and questions with the answer that holds.
#[must_use]
pub fn log(board: &Board, zone: &TimeZone) -> Vec<Entry> {
    let mut log: Vec<Entry> = Vec::new();
    for decision in board.decisions() {
        let record = &decision.record;
        log.push(Entry {
            event: decision.id,
            by: decision.by.clone(),
            day: zone.day(decision.id.stamp.ms),
            area: area(board, record.area.as_ref(), record.initiative.as_ref()).map(|area| area.id.clone()),
            initiative: record.initiative.clone(),
            amount: record.amount.clone(),
            what: What::Decided {
                decision: record.decision.clone(),
                why: record.why.clone(),
            },
            right: None,
        });
    }
    for question in board.questions() {
        let Some(answered) = question.answer() else { continue };
        let (ask, reply) = (&question.ask, &answered.reply);
        log.push(Entry {
            event: answered.event,
            by: answered.by.clone(),
            day: zone.day(answered.event.stamp.ms),
            area: area_of(board, question).map(|area| area.id.clone()),
            initiative: ask.initiative.clone(),
            amount: ask.amount.clone(),
            what: What::Answered {
                asked_by: question.by.clone(),
                question: ask.question.clone(),
                answer: reply.answer,
                instead: reply.instead.clone(),
                reason: reply.reason.clone(),
            },
            right: None,
        });
    }
    log.sort_by_key(|entry| entry.event);
    let answers = answers(board);
    for entry in &mut log {
        let before = answers.partition_point(|answered| answered.event < entry.event);
        entry.right = right(board, entry, &answers[..before]);
    }
    log
}

/// All answers on the board, in the events' order, as [`Question::answers`] wants them.
#[must_use]
pub fn answers(board: &Board) -> Vec<Answered> {
    let mut answers = Vec::new();
    for question in board.questions() {
        let Some(area) = area_of(board, question) else { continue };
        answers.extend(question.answers.iter().map(|answered| Answered {
            event: answered.event,
            asked_by: question.by.id.clone(),
            area: area.id.clone(),
            initiative: question.ask.initiative.clone(),
            amount: question.ask.amount.clone(),
            reply: match answered.reply.answer {
                Answer::Yes => Reply::Yes,
                Answer::No => Reply::No,
                Answer::Instead => Reply::Instead,
            },
            by: answered.by.clone(),
            reason: answered.reply.reason.clone(),
        }));
    }
    answers.sort_by_key(|answered| answered.event);
    answers
}

fn right(board: &Board, entry: &Entry, answers: &[Answered]) -> Option<Right> {
    let goals: &Goals = board.goals();
    let area = area(board, entry.area.as_ref(), None)?;
    let found = entry.initiative.as_ref().and_then(|id| board.initiative(id));
    let question = Question {
        goals,
        member: &entry.by.id,
        area,
        objective: found.map(|(objective, ..)| &**objective),
        initiative: entry.initiative.as_ref(),
        amount: entry.amount.as_ref(),
        answers,
        day: entry.day,
    };
    Some(question.right())
}

/// The decision area a question is about: the one named, else the initiative's.
pub(in crate::domain) fn area_of<'a>(board: &'a Board, question: &Asked) -> Option<&'a DecisionArea> {
    area(board, question.ask.area.as_ref(), question.ask.initiative.as_ref())
}

fn area<'a>(board: &'a Board, named: Option<&AreaId>, of: Option<&InitiativeId>) -> Option<&'a DecisionArea> {
    let of = of.and_then(|id| board.initiative(id)?.1.decision_area.as_ref());
    let id = named.or(of)?;
    board.goals().decision_areas.iter().find(|area| area.id == *id)
}
