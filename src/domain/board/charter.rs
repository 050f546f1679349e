//! The goals as they are after what was accepted: the document, the objectives leads let in, and the changes they
//! agreed to. A change holds while the document still says what it changed.

use std::rc::Rc;

use super::names::{Kind, Name, Names};
use super::order::by_event;
use super::proposal::{Proposal, Proposed};
use super::refusal::Refusal;
use crate::domain::calendar::{Day, parse_day};
use crate::domain::event::{ChangeGoal, EventId, Goal, Subject, Value};
use crate::domain::goals::{Goals, GuardrailKind, Intent, KeyResult, KeyResultKind, Objective, Text};
use crate::domain::id::{KeyResultId, ObjectiveId};

/// The goals in force, and the accepted changes that the document has overtaken.
#[derive(Debug)]
pub(super) struct Charter {
    pub(super) goals: Rc<Goals>,
    pub(super) superseded: Rc<Vec<EventId>>,
    /// The place of each objective, by its id and by those of its key results.
    columns: Names,
}

impl Charter {
    /// The document alone.
    pub(super) fn new(document: &Rc<Goals>) -> Self {
        Self::of(document.clone(), Vec::new())
    }

    fn of(goals: Rc<Goals>, superseded: Vec<EventId>) -> Self {
        let mut columns = Names::default();
        for (column, objective) in (0..).zip(&goals.objectives) {
            columns.put(Name::new(Kind::Objective, objective.id.text()), column);
            for key_result in &objective.key_results {
                columns.put(Name::new(Kind::KeyResult, key_result.id.text()), column);
            }
        }
        Self {
            goals,
            superseded: Rc::new(superseded),
            columns,
        }
    }

    /// The place of an objective.
    pub(super) fn column(&self, id: &ObjectiveId) -> Option<usize> {
        let column = self.columns.get(&Name::new(Kind::Objective, id.text()));
        column.map(|column| column as usize)
    }

    /// An objective of the document or an accepted one.
    pub(super) fn objective(&self, id: &ObjectiveId) -> Option<&Objective> {
        self.goals.objectives.get(self.column(id)?).map(|o| &**o)
    }

    /// A key result and its objective.
    pub(super) fn key_result(&self, id: &KeyResultId) -> Option<(&Objective, &KeyResult)> {
        let column = self.columns.get(&Name::new(Kind::KeyResult, id.text()))?;
        let objective = self.goals.objectives.get(column as usize)?;
        let key_result = objective.key_results.iter().find(|k| k.id == *id)?;
        Some((objective, key_result))
    }

    /// The document with what was accepted, in the order it was accepted.
    pub(super) fn with(document: &Rc<Goals>, mut accepted: Vec<(EventId, &Proposal)>) -> Self {
        if accepted.is_empty() {
            return Self::new(document);
        }
        by_event(&mut accepted, |(event, _)| *event);
        let mut goals = Goals::clone(document);
        let mut superseded = Vec::new();
        for (_, proposal) in &accepted {
            if let Proposed::Objective(goal) = &proposal.what {
                let objective = objective(proposal.id, goal);
                // A document that bears the id has taken it over.
                if goals.objectives.iter().all(|o| o.id != objective.id) {
                    goals.objectives.push(Rc::new(objective));
                }
            }
        }
        for (_, proposal) in &accepted {
            if let Proposed::Change(change) = &proposal.what {
                let said = |goals| get(goals, &change.on, &change.field).ok();
                let stands = said(&goals).is_some_and(|now| now == change.was)
                    || said(document).is_some_and(|then| then == change.was);
                if !stands || put(&mut goals, change).is_err() {
                    superseded.push(proposal.id);
                }
            }
        }
        Self::of(Rc::new(goals), superseded)
    }
}

fn objective(id: EventId, goal: &Goal) -> Objective {
    let key_result = |(n, measure): (usize, &crate::domain::event::Measure)| KeyResult {
        id: KeyResultId::from(part(id, n)),
        title: measure.title.clone(),
        unit: said(&measure.unit),
        kind: KeyResultKind::Reach {
            start: measure.start.unwrap_or(0.0),
            target: measure.target,
        },
        current: None,
        as_of: None,
        baseline: None,
        owner: None,
        how: None,
        source: None,
        from: None,
        due: None,
        weight: 1.0,
        phased_targets: Vec::new(),
    };
    Objective {
        id: ObjectiveId::from(id.to_string()),
        title: goal.title.clone(),
        why: said(&goal.why),
        sponsor: None,
        intent: Intent::default(),
        weight: 1.0,
        tags: Vec::new(),
        key_results: goal.key_results.iter().enumerate().map(key_result).collect(),
        initiatives: Vec::new(),
    }
}

fn said(text: &Text) -> Option<Text> {
    Some(text.clone()).filter(|text| !text.is_empty())
}

/// The id of the part in place `n` of what an event created, counted from 1.
pub(super) fn part(id: EventId, n: usize) -> String {
    let mut text = id.to_string();
    text.push('.');
    text.push_str(&(n + 1).to_string());
    text
}

/// The event, and the place of the part in it from 0, that an id is made of; without a part, the event alone.
pub(super) fn made_by(id: &str) -> Option<(EventId, Option<usize>)> {
    let Some((event, n)) = id.split_once('.') else {
        return Some((id.parse().ok()?, None));
    };
    let place: usize = n.parse().ok()?;
    // Only as it is written: `.01` is no part.
    (place > 0 && place.to_string() == n).then_some(())?;
    Some((event.parse().ok()?, Some(place - 1)))
}

/// Whether a change can be proposed: of something there, of a field that can change, to what the field can hold.
pub(super) fn may_change(document: &Goals, change: &ChangeGoal) -> Result<(), Refusal> {
    let fits = match (&*change.field, &change.value) {
        ("target" | "limit" | "min" | "max", Value::Number(number)) => number.is_finite(),
        ("due", Value::Text(day)) => parse_day(day).is_some(),
        ("title" | "why" | "statement", Value::Text(words)) => !words.trim().is_empty(),
        _ => false,
    };
    if !fits {
        return Err(Refusal::BadValue);
    }
    match get(document, &change.on, &change.field) {
        Err(Refusal::NotInDocument) if event_made(&change.on) => Ok(()),
        Err(refusal) => Err(refusal),
        Ok(now) if now.as_ref() == Some(&change.value) => Err(Refusal::NoChange),
        Ok(_) => Ok(()),
    }
}

/// Whether the subject may be part of an accepted objective, which is looked up when the goals are put together.
fn event_made(subject: &Subject) -> bool {
    match subject {
        Subject::KeyResult(id) => made_by(id.as_str()).is_some(),
        Subject::Objective(id) => made_by(id.as_str()).is_some(),
        _ => false,
    }
}

fn words(text: &Text) -> Option<Value> {
    Some(Value::Text(text.clone()))
}

/// What a field holds; `None` when nothing.
fn get(goals: &Goals, on: &Subject, field: &str) -> Result<Option<Value>, Refusal> {
    let missing = Refusal::NotInDocument;
    match on {
        Subject::Objective(id) => {
            let objective = goals.objectives.iter().find(|o| o.id == *id).ok_or(missing)?;
            match field {
                "title" => Ok(words(&objective.title)),
                "why" => Ok(objective.why.clone().map(Value::Text)),
                _ => Err(Refusal::BadValue),
            }
        }
        Subject::KeyResult(id) => {
            let mut all = goals.objectives.iter().flat_map(|o| &o.key_results);
            let key_result = all.find(|k| k.id == *id).ok_or(missing)?;
            match (field, &key_result.kind) {
                ("title", _) => Ok(words(&key_result.title)),
                ("due", _) => Ok(key_result.due.map(|due| Value::Text(due.to_string().into()))),
                ("target", KeyResultKind::Reach { target, .. }) => Ok(target.map(Value::Number)),
                _ => Err(Refusal::BadValue),
            }
        }
        Subject::Guardrail(id) => {
            let guardrail = goals.guardrails.iter().find(|g| g.id == *id).ok_or(missing)?;
            match (field, &guardrail.kind) {
                ("title", _) => Ok(words(&guardrail.title)),
                ("min", GuardrailKind::Metric { band, .. }) => Ok(band.min.map(Value::Number)),
                ("max", GuardrailKind::Metric { band, .. }) => Ok(band.max.map(Value::Number)),
                ("limit", GuardrailKind::ClaimLimit(limit)) => Ok(Some(Value::Number(f64::from(*limit)))),
                ("limit", GuardrailKind::Budget(money)) => Ok(Some(Value::Number(money.amount))),
                _ => Err(Refusal::BadValue),
            }
        }
        Subject::NorthStar => {
            let star = goals.north_star.as_ref().ok_or(missing)?;
            match (field, &star.metric) {
                ("statement", _) => Ok(words(&star.statement)),
                ("why", _) => Ok(star.why.clone().map(Value::Text)),
                ("target", Some(metric)) => Ok(metric.target.map(Value::Number)),
                _ => Err(Refusal::BadValue),
            }
        }
        _ => Err(Refusal::WrongKind),
    }
}

/// Puts a value where [`get`] found one.
fn put(goals: &mut Goals, change: &ChangeGoal) -> Result<(), Refusal> {
    let field = &*change.field;
    let wrong = Refusal::BadValue;
    let number = || match &change.value {
        Value::Number(number) => Ok(*number),
        Value::Text(_) => Err(wrong),
    };
    let text = || match &change.value {
        Value::Text(text) => Ok(text.clone()),
        Value::Number(_) => Err(wrong),
    };
    let day = || -> Result<Day, Refusal> { parse_day(&text()?).ok_or(wrong) };
    match &change.on {
        Subject::Objective(id) => {
            let found = goals.objectives.iter_mut().find(|o| o.id == *id).ok_or(wrong)?;
            let objective = Rc::make_mut(found);
            match field {
                "title" => objective.title = text()?,
                "why" => objective.why = Some(text()?),
                _ => return Err(wrong),
            }
        }
        Subject::KeyResult(id) => {
            let has = |o: &&mut Rc<Objective>| o.key_results.iter().any(|k| k.id == *id);
            let found = goals.objectives.iter_mut().find(has).ok_or(wrong)?;
            let mut all = Rc::make_mut(found).key_results.iter_mut();
            let key_result = all.find(|k| k.id == *id).ok_or(wrong)?;
            match (field, &mut key_result.kind) {
                ("title", _) => key_result.title = text()?,
                ("due", _) => key_result.due = Some(day()?),
                ("target", KeyResultKind::Reach { target, .. }) => *target = Some(number()?),
                _ => return Err(wrong),
            }
        }
        Subject::Guardrail(id) => {
            let guardrail = goals.guardrails.iter_mut().find(|g| g.id == *id).ok_or(wrong)?;
            match (field, &mut guardrail.kind) {
                ("title", _) => guardrail.title = text()?,
                ("min", GuardrailKind::Metric { band, .. }) => band.min = Some(number()?),
                ("max", GuardrailKind::Metric { band, .. }) => band.max = Some(number()?),
                ("limit", GuardrailKind::ClaimLimit(limit)) => *limit = number()?.round().clamp(0.0, 1e9) as u32,
                ("limit", GuardrailKind::Budget(money)) => money.amount = number()?,
                _ => return Err(wrong),
            }
        }
        Subject::NorthStar => {
            let star = goals.north_star.as_mut().ok_or(wrong)?;
            match (field, &mut star.metric) {
                ("statement", _) => star.statement = text()?,
                ("why", _) => star.why = Some(text()?),
                ("target", Some(metric)) => metric.target = Some(number()?),
                _ => return Err(wrong),
            }
        }
        _ => return Err(wrong),
    }
    Ok(())
}
