//! A thought in the idea lane.

use super::context::Context;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use crate::domain::event::{Body, Event, EventId};
use crate::domain::goals::{Link, Text};
use crate::domain::people::Person;

/// An idea.
#[derive(Clone, Debug, PartialEq)]
pub struct Idea {
    /// The event.
    pub id: EventId,
    /// Whose.
    pub by: Person,
    /// In words.
    pub text: Text,
    /// Where to read more.
    pub links: Vec<Link>,
    /// Who makes a pitch of it, with whose help, oldest first.
    pub drafts: Vec<Draft>,
}

/// A pitch in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The event.
    pub event: EventId,
    /// Who writes it.
    pub by: Person,
    /// Who helps.
    pub coach: Person,
}

impl Idea {
    pub(super) fn new(event: &Event, text: &Text, links: &[Link]) -> Self {
        Self {
            id: event.id,
            by: Person::named(&event.by),
            text: text.clone(),
            links: links.to_vec(),
            drafts: Vec::new(),
        }
    }
}

impl Fold for Idea {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::Idea { text, .. } => {
                if text.trim().is_empty() {
                    return Err(Refusal::Empty);
                }
                self.by = act.by.clone();
                Ok(())
            }
            Body::Draft { coach, .. } => {
                let coach = cx.person(coach, act.id()).ok_or(Refusal::Nobody)?;
                if self
                    .drafts
                    .iter()
                    .any(|draft| draft.by.id == act.by.id && draft.coach.id == coach.id)
                {
                    return Err(Refusal::AlreadySaid);
                }
                self.drafts.push(Draft {
                    event: act.id(),
                    by: act.by.clone(),
                    coach,
                });
                Ok(())
            }
            Body::Comment(_) => Ok(()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], target: &Event, _: EventId) -> Result<(), Refusal> {
        self.drafts.retain(|draft| draft.event != target.id);
        Ok(())
    }

    fn signable(&self, body: &Body) -> bool {
        matches!(body, Body::Support { .. })
    }
}
