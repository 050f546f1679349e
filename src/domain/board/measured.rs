//! What is known of a key result's number: the document's value and what was reported since.

use super::log::{Fold, Logged};
use super::refusal::Refusal;
use super::work::author;
use crate::domain::calendar::{Day, day_of};
use crate::domain::event::{Body, Event, EventId};
use crate::domain::goals::{Goals, KeyResult, KeyResultKind, Objective, Text};
use crate::domain::people::Person;

/// A key result's reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    document: Option<f64>,
    as_of: Option<Day>,
    /// Those that count, in their order.
    pub reports: Vec<Report>,
}

/// One report of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The check-in.
    pub id: EventId,
    /// Who.
    pub by: Person,
    /// On which UTC day.
    pub day: Day,
    /// The number, if one was given.
    pub value: Option<f64>,
    /// 0 to 10, if given.
    pub confidence: Option<u8>,
    /// In words.
    pub line: Text,
}

impl Measured {
    pub(super) fn new(key_result: &KeyResult) -> Self {
        let document = match &key_result.kind {
            KeyResultKind::Milestones(list) => Some(list.iter().filter(|m| m.done).count() as f64),
            _ => key_result.current,
        };
        Self {
            document,
            as_of: key_result.as_of,
            reports: Vec::new(),
        }
    }

    /// The number now and its day: the latest day wins, and a report wins over the document on the same day.
    #[must_use]
    pub fn current(&self) -> Option<(f64, Option<Day>)> {
        let reported = self
            .reports
            .iter()
            .filter_map(|r| Some((r.day, r.id, r.value?)))
            .max_by_key(|(day, id, _)| (*day, *id));
        match (reported, self.document) {
            (Some((day, _, value)), document) if document.is_none() || self.as_of.is_none_or(|d| d <= day) => {
                Some((value, Some(day)))
            }
            (_, Some(document)) => Some((document, self.as_of)),
            (_, None) => None,
        }
    }

    /// The last day anything was reported, in the document or here.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        let document = self.document.and(self.as_of);
        self.reports.iter().map(|r| r.day).chain(document).max()
    }

    /// The last confidence given, 0 to 10.
    #[must_use]
    pub fn confidence(&self) -> Option<u8> {
        self.reports.iter().rev().find_map(|r| r.confidence)
    }
}

/// A measurement with what is needed to judge who may report it.
pub(super) struct Measuring<'a> {
    pub(super) goals: &'a Goals,
    pub(super) objective: &'a Objective,
    pub(super) key_result: &'a KeyResult,
    pub(super) state: &'a mut Measured,
}

impl Fold for Measuring<'_> {
    fn author(&self, event: &Event) -> Result<Person, Refusal> {
        author(self.goals, event)
    }

    fn apply(&mut self, _past: &[Logged], event: &Event) -> Result<(), Refusal> {
        let Body::CheckIn(check_in) = &event.body else {
            return Err(Refusal::Newer);
        };
        let by = self.author(event)?;
        let day = day_of(event.id.stamp.ms);
        if !self.goals.may_measure(&by.id, self.objective, self.key_result, day) {
            return Err(Refusal::NotOwner);
        }
        self.state.reports.push(Report {
            id: event.id,
            by,
            day,
            value: check_in.value,
            confidence: check_in.confidence,
            line: check_in.line.clone(),
        });
        Ok(())
    }

    fn retract(&mut self, target: &Event) {
        self.state.reports.retain(|r| r.id != target.id);
    }
}
