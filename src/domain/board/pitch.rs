//! A proposed initiative: how it reads, what the panel thinks of it, and what a lead decided.

use std::rc::Rc;

use super::context::Context;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use super::ruling::{Ruled, Rulings};
use crate::domain::event::{self, Body, Event, EventId, Ruling, View};
use crate::domain::goals::{Initiative, InitiativeState, Text};
use crate::domain::id::InitiativeId;
use crate::domain::people::Person;

/// A pitch.
#[derive(Clone, Debug, PartialEq)]
pub struct Pitch {
    /// The event. An accepted pitch becomes an initiative of this id.
    pub id: EventId,
    /// Whose.
    pub by: Person,
    /// How it reads, and how it read before, oldest first.
    pub revisions: Vec<Revision>,
    /// What the panel thinks, oldest first.
    pub feedback: Vec<Feedback>,
    /// What leads decided, oldest first; the last holds.
    pub rulings: Rulings,
}

/// How a pitch reads since an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The pitch, or the event that said it anew.
    pub event: EventId,
    /// Its words.
    pub text: Rc<event::Pitch>,
}

/// What one of the panel thinks of a pitch.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// The event.
    pub event: EventId,
    /// Who.
    pub by: Person,
    /// In one word.
    pub view: View,
    /// In one line.
    pub line: Text,
}

/// Where a pitch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PitchState {
    /// A lead has not decided yet, or it was said anew since.
    Open,
    /// Not like this: its author is asked to say it anew.
    Returned,
    /// Not now.
    Parked,
    /// It is an initiative now.
    Accepted,
}

impl Pitch {
    pub(super) fn new(event: &Event, text: &Rc<event::Pitch>) -> Self {
        Self {
            id: event.id,
            by: Person::named(&event.by),
            revisions: vec![Revision {
                event: event.id,
                text: text.clone(),
            }],
            feedback: Vec::new(),
            rulings: Rulings::default(),
        }
    }

    /// How it reads now.
    #[must_use]
    pub fn text(&self) -> Option<&Rc<event::Pitch>> {
        self.revisions.last().map(|revision| &revision.text)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> PitchState {
        let said = self.revisions.last().map(|revision| revision.event);
        match self.rulings.last() {
            Some(ruled) if ruled.verdict == Ruling::Accept => PitchState::Accepted,
            Some(ruled) if Some(ruled.event) < said => PitchState::Open,
            Some(ruled) if ruled.verdict == Ruling::Return => PitchState::Returned,
            Some(_) => PitchState::Parked,
            None => PitchState::Open,
        }
    }

    /// The initiative it became.
    pub(super) fn initiative(&self) -> Option<Initiative> {
        self.rulings.accepted()?;
        let text = self.text()?;
        Some(Initiative {
            title: text.title.clone(),
            description: Some(text.description.clone()).filter(|words| !words.is_empty()),
            key_results: text.moves.iter().map(|gain| gain.key_result.clone()).collect(),
            cost: text.cost.clone(),
            ..bare(InitiativeId::from(self.id.to_string()))
        })
    }
}

/// An open initiative with one seat and nothing else.
pub(super) fn bare(id: InitiativeId) -> Initiative {
    Initiative {
        id,
        claimable: true,
        title: Text::from(""),
        description: None,
        key_results: Vec::new(),
        state: InitiativeState::Open,
        owners: Vec::new(),
        seats: 1,
        due: None,
        cost: None,
        decision_area: None,
        tags: Vec::new(),
        first_step: false,
        signal: None,
        links: Vec::new(),
        formerly: Vec::new(),
    }
}

impl Fold for Pitch {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::Pitch(text) => {
                readable(cx, text)?;
                self.by = act.by.clone();
                Ok(())
            }
            Body::Revise { text, .. } => {
                if act.by.id != self.by.id {
                    return Err(Refusal::NotAuthor);
                }
                if self.rulings.accepted().is_some() {
                    return Err(Refusal::Decided);
                }
                readable(cx, text)?;
                self.revisions.push(Revision {
                    event: act.id(),
                    text: text.clone(),
                });
                Ok(())
            }
            Body::Feedback { view, line, .. } => {
                self.on_panel(cx, act)?;
                self.feedback.push(Feedback {
                    event: act.id(),
                    by: act.by.clone(),
                    view: *view,
                    line: line.clone(),
                });
                Ok(())
            }
            Body::Decide { verdict, reason, .. } => {
                let objective = self
                    .text()
                    .map(|text| text.objective.clone())
                    .ok_or(Refusal::NothingThere)?;
                cx.leads(&act.by.id, &objective, act.day())?;
                self.rulings.push(Ruled::new(act, *verdict, reason))
            }
            Body::Comment(_) => Ok(()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], target: &Event, _: EventId) -> Result<(), Refusal> {
        // What was accepted as it reads cannot be made to read otherwise.
        if matches!(target.body, Body::Pitch(_) | Body::Revise { .. }) && self.rulings.accepted().is_some() {
            return Err(Refusal::Decided);
        }
        self.revisions.retain(|revision| revision.event != target.id);
        self.feedback.retain(|feedback| feedback.event != target.id);
        self.rulings.forget(target.id);
        Ok(())
    }

    fn signable(&self, body: &Body) -> bool {
        matches!(body, Body::Support { .. })
    }
}

impl Pitch {
    /// One of the panel, anybody when there is none, or who leads the objective.
    fn on_panel(&self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        let panel = &cx.charter.pitch_panel;
        if panel.is_empty() || panel.contains(&act.by.id) {
            return Ok(());
        }
        let objective = self.text().map(|text| &text.objective);
        let leads = objective.map(|objective| cx.leads(&act.by.id, objective, act.day()));
        leads.unwrap_or(Ok(())).map_err(|_| Refusal::NotPanel)
    }
}

fn readable(cx: &Context<'_>, text: &event::Pitch) -> Result<(), Refusal> {
    if text.title.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    cx.objective(&text.objective).map(|_| ()).ok_or(Refusal::NotInDocument)
}
