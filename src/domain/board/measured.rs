//! What is known of a number: the document's value and what was reported since. Key results, guardrails and the North
//! Star have one.

use super::charter::Charter;
use super::context::Context;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use crate::domain::calendar::Day;
use crate::domain::event::{Body, Event, EventId, Subject};
use crate::domain::goals::{Guardrail, GuardrailKind, KeyResult, KeyResultKind, Metric, Objective, Text};
use crate::domain::id::{InitiativeId, MemberId, ObjectiveId};
use crate::domain::people::Person;

/// The reports on one number.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    document: Option<f64>,
    as_of: Option<Day>,
    /// Those that count, in their order.
    pub reports: Vec<Report>,
    /// Initiatives that a lead let pass, when it is a guardrail.
    pub waivers: Vec<Waiver>,
    owner: Option<MemberId>,
    /// Whose leads may report and waive; without any, the leads of all.
    objectives: Vec<ObjectiveId>,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    KeyResult,
    Guardrail,
    Star,
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

/// A lead's leave for one initiative to pass a guardrail.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiver {
    /// The event.
    pub event: EventId,
    /// Who gave it.
    pub by: Person,
    /// For which initiative.
    pub initiative: InitiativeId,
    /// Why.
    pub reason: Text,
}

impl Measured {
    /// What the goals say of a key result, a guardrail or the North Star; `None` when they have none such.
    pub(super) fn of(charter: &Charter, subject: &Subject) -> Option<Self> {
        let goals = &*charter.goals;
        match subject {
            Subject::KeyResult(id) => {
                let (objective, key_result) = charter.key_result(id)?;
                Some(Self::new(objective, key_result))
            }
            Subject::Guardrail(id) => goals.guardrails.iter().find(|g| g.id == *id).map(Self::guardrail),
            Subject::NorthStar => goals.north_star.as_ref().map(|star| Self::star(star.metric.as_ref())),
            _ => None,
        }
    }

    fn new(objective: &Objective, key_result: &KeyResult) -> Self {
        let document = match &key_result.kind {
            KeyResultKind::Milestones(list) => Some(list.iter().filter(|m| m.done).count() as f64),
            _ => key_result.current,
        };
        Self {
            owner: key_result.owner.clone(),
            objectives: vec![objective.id.clone()],
            ..Self::plain(Kind::KeyResult, document, key_result.as_of)
        }
    }

    fn guardrail(guardrail: &Guardrail) -> Self {
        let (document, as_of) = match &guardrail.kind {
            GuardrailKind::Metric { current, as_of, .. } => (*current, *as_of),
            _ => (None, None),
        };
        Self {
            owner: guardrail.owner.clone(),
            objectives: guardrail.objectives.clone(),
            ..Self::plain(Kind::Guardrail, document, as_of)
        }
    }

    fn star(metric: Option<&Metric>) -> Self {
        Self::plain(Kind::Star, metric.and_then(|m| m.current), metric.and_then(|m| m.as_of))
    }

    fn plain(kind: Kind, document: Option<f64>, as_of: Option<Day>) -> Self {
        Self {
            document,
            as_of,
            reports: Vec::new(),
            waivers: Vec::new(),
            owner: None,
            objectives: Vec::new(),
            kind,
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

    /// Whether an initiative may pass a guardrail because a lead said so.
    #[must_use]
    pub fn waived(&self, initiative: &InitiativeId) -> Option<&Waiver> {
        self.waivers
            .iter()
            .rev()
            .find(|waiver| waiver.initiative == *initiative)
    }

    fn in_charge(&self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        let leads = |objective| cx.leads(&act.by.id, objective, act.day()).is_ok();
        if self.objectives.iter().any(leads) {
            return Ok(());
        }
        cx.is_lead(&act.by.id, act.day())
    }
}

impl Fold for Measured {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::CheckIn(check_in) => {
                if self.owner.as_ref() != Some(&act.by.id) {
                    self.in_charge(cx, act).map_err(|_| Refusal::NotOwner)?;
                }
                self.reports.push(Report {
                    id: act.id(),
                    by: act.by.clone(),
                    day: act.day(),
                    value: check_in.value,
                    confidence: check_in.confidence,
                    line: check_in.line.clone(),
                });
                Ok(())
            }
            Body::Waive { initiative, reason, .. } => {
                self.in_charge(cx, act)?;
                if reason.trim().is_empty() {
                    return Err(Refusal::NoReason);
                }
                self.waivers.push(Waiver {
                    event: act.id(),
                    by: act.by.clone(),
                    initiative: initiative.clone(),
                    reason: reason.clone(),
                });
                Ok(())
            }
            Body::Comment(_) => Ok(()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], target: &Event, _: EventId) -> Result<(), Refusal> {
        self.reports.retain(|r| r.id != target.id);
        self.waivers.retain(|waiver| waiver.event != target.id);
        Ok(())
    }

    fn signable(&self, body: &Body) -> bool {
        self.kind == Kind::Star && matches!(body, Body::CoSign { .. })
    }
}
