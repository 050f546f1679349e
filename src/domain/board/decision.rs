//! Questions and their answers, and decisions put into the log.

use std::rc::Rc;

use super::context::Context;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use crate::domain::event::{Answer, Ask, Body, Event, EventId, Record, Reply};
use crate::domain::goals::{DecisionArea, Goals, Initiative, Objective};
use crate::domain::id::{AreaId, InitiativeId};
use crate::domain::people::Person;

/// A question that wants a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The event.
    pub id: EventId,
    /// Who asks.
    pub by: Person,
    /// What.
    pub ask: Rc<Ask>,
    /// What was answered, oldest first; the last holds.
    pub answers: Vec<Answered>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The event.
    pub event: EventId,
    /// Who.
    pub by: Person,
    /// What.
    pub reply: Rc<Reply>,
}

/// A decision in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The event.
    pub id: EventId,
    /// Who put it there.
    pub by: Person,
    /// What was decided.
    pub record: Rc<Record>,
}

impl Question {
    pub(super) fn new(event: &Event, ask: &Rc<Ask>) -> Self {
        Self {
            id: event.id,
            by: Person::named(&event.by),
            ask: ask.clone(),
            answers: Vec::new(),
        }
    }

    /// The answer that holds; with the question it is an entry of the decision log.
    #[must_use]
    pub fn answer(&self) -> Option<&Answered> {
        self.answers.last()
    }

    /// A lead, who sponsors the initiative's objective in the document, or whom the area names: the one asked about, else
    /// the initiative's.
    fn may_answer(&self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        let by = &act.by;
        let home = self.ask.initiative.as_ref().and_then(|id| home(cx.charter, id));
        let of = home.and_then(|(_, initiative)| initiative.decision_area.as_ref());
        if let Some(area) = self.ask.area.as_ref().or(of).and_then(|id| area(cx.charter, id)) {
            let named = area.with.iter().chain(&area.consult).chain(&area.delegates);
            if area.approver.as_ref() == Some(&by.id) || named.into_iter().any(|name| is_meant(cx.charter, name, by)) {
                return Ok(());
            }
        }
        let right = match home {
            Some((objective, _)) => cx.leads(&by.id, &objective.id, act.day()),
            None => cx.is_lead(&by.id, act.day()),
        };
        right.map_err(|_| Refusal::NoRight)
    }
}

/// An initiative of the document, with its objective there; an id of today is meant before a former one.
fn home<'a>(goals: &'a Goals, id: &InitiativeId) -> Option<(&'a Objective, &'a Initiative)> {
    let under = |objective: &'a Objective| objective.initiatives.iter().map(move |it| (objective, &**it));
    let all = || goals.objectives.iter().flat_map(|objective| under(objective));
    let today = all().find(|(_, it)| it.id == *id);
    today.or_else(|| all().find(|(_, it)| it.formerly.contains(id)))
}

fn area<'a>(goals: &'a Goals, id: &AreaId) -> Option<&'a DecisionArea> {
    goals.decision_areas.iter().find(|area| area.id == *id)
}

/// Whether a name in a decision area means somebody: by id, by name, by role, or by team.
fn is_meant(goals: &Goals, name: &str, who: &Person) -> bool {
    if goals.person(name).is_some_and(|person| person.id == who.id) {
        return true;
    }
    let same = |text: &str| super::cast::key(text) == super::cast::key(name);
    let member = goals.members.iter().find(|member| member.id == who.id);
    let role = member.is_some_and(|member| member.roles.iter().any(|role| same(role)));
    let mut teams = goals
        .teams
        .iter()
        .filter(|team| same(team.id.as_str()) || same(&team.name));
    role || teams.any(|team| team.members.contains(&who.id))
}

/// An area that is named exists.
fn known(cx: &Context<'_>, id: Option<&AreaId>) -> Result<(), Refusal> {
    match id {
        Some(id) => area(cx.charter, id).map(|_| ()).ok_or(Refusal::NotInDocument),
        None => Ok(()),
    }
}

impl Fold for Question {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::Ask(ask) => {
                if ask.question.trim().is_empty() {
                    return Err(Refusal::Empty);
                }
                known(cx, ask.area.as_ref())?;
                self.by = act.by.clone();
                Ok(())
            }
            Body::Answer(reply) => {
                self.may_answer(cx, act)?;
                if reply.answer == Answer::Instead && reply.instead.trim().is_empty() {
                    return Err(Refusal::Empty);
                }
                self.answers.push(Answered {
                    event: act.id(),
                    by: act.by.clone(),
                    reply: reply.clone(),
                });
                Ok(())
            }
            Body::Comment(_) => Ok(()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], target: &Event, _: EventId) -> Result<(), Refusal> {
        self.answers.retain(|answered| answered.event != target.id);
        Ok(())
    }
}

impl Decision {
    pub(super) fn new(event: &Event, record: &Rc<Record>) -> Self {
        Self {
            id: event.id,
            by: Person::named(&event.by),
            record: record.clone(),
        }
    }
}

impl Fold for Decision {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::LogDecision(record) => {
                if record.decision.trim().is_empty() {
                    return Err(Refusal::Empty);
                }
                known(cx, record.area.as_ref())?;
                self.by = act.by.clone();
                Ok(())
            }
            Body::Comment(_) => Ok(()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], _: &Event, _: EventId) -> Result<(), Refusal> {
        Ok(())
    }
}
