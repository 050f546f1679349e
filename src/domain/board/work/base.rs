//! What an initiative is before anything is done with it: from the document, from an accepted pitch, or as a part.

use std::rc::Rc;

use super::{Claim, How, Work};
use crate::domain::board::charter::{made_by, part};
use crate::domain::board::pitch::Pitch;
use crate::domain::event::EventId;
use crate::domain::goals::{Goals, Initiative, Owner};
use crate::domain::id::{InitiativeId, MemberId, ObjectiveId, TeamId};

/// An initiative's beginning.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::domain::board) struct Base {
    pub(super) initiative: Rc<Initiative>,
    pub(super) objective: ObjectiveId,
    /// The event it exists since; `None` for what the document has.
    pub(super) since: Option<EventId>,
    /// Its place in its column: the document's order first, then what came by events, in their order.
    pub(super) place: (Option<EventId>, usize),
    pub(super) parent: Option<InitiativeId>,
    queue: Vec<Claim>,
    held: usize,
    /// How many the document seats.
    owners: usize,
}

impl Base {
    /// The initiative in place `place` of an objective of the document.
    pub(in crate::domain::board) fn of_document(
        goals: &Goals,
        objective: &ObjectiveId,
        initiative: &Rc<Initiative>,
        place: usize,
    ) -> Self {
        let mut queue: Vec<Claim> = Vec::new();
        for owner in &initiative.owners {
            let Some(by) = goals.owner(owner) else { continue };
            // A document can name somebody twice, by id and by name.
            if queue.iter().all(|claim| claim.by.id != by.id) {
                let team = match owner {
                    Owner::Member(_) => Vec::new(),
                    Owner::Team(id) => members(goals, id),
                };
                queue.push(Claim {
                    team,
                    settled: true,
                    ..Claim::new(by, None)
                });
            }
        }
        Self {
            initiative: initiative.clone(),
            objective: objective.clone(),
            since: None,
            place: (None, place),
            parent: None,
            held: queue.len(),
            owners: queue.len(),
            queue,
        }
    }

    /// An accepted pitch: its author stands first in line.
    pub(in crate::domain::board) fn of_pitch(pitch: &Pitch) -> Option<Self> {
        let accepted = pitch.rulings.accepted()?;
        let initiative = Rc::new(pitch.initiative()?);
        Some(Self {
            initiative,
            objective: pitch.text()?.objective.clone(),
            since: Some(accepted.event),
            place: (Some(accepted.event), 0),
            parent: None,
            held: 1,
            owners: 0,
            queue: vec![Claim {
                settled: true,
                since: accepted.event.stamp.ms,
                ..Claim::new(pitch.by.clone(), Some(accepted.event))
            }],
        })
    }

    /// A part of what was split: it takes over who had the whole, and what the whole was for.
    pub(in crate::domain::board) fn of_part(whole: &Work, id: &InitiativeId) -> Option<Self> {
        let (event, place) = made_by(id.as_str())?;
        let place = place?;
        let split = whole.changes.iter().find(|change| change.event == event)?;
        let How::Split(split) = &split.how else {
            return None;
        };
        let whole = &split.initiative;
        let initiative = Initiative {
            id: InitiativeId::from(part(event, place)),
            title: split.parts.get(place)?.clone(),
            description: None,
            signal: None,
            cost: None,
            owners: Vec::new(),
            formerly: Vec::new(),
            state: Default::default(),
            ..Initiative::clone(whole)
        };
        Some(Self {
            initiative: Rc::new(initiative),
            objective: split.objective.clone(),
            since: Some(event),
            place: (Some(event), place),
            parent: Some(whole.id.clone()),
            queue: split.queue.clone(),
            held: split.held,
            owners: 0,
        })
    }

    /// Takes over who stood in line for what the document adopted: those who had a seat keep it.
    pub(in crate::domain::board) fn adopt(&mut self, other: Self) {
        for (place, claim) in other.queue.into_iter().enumerate() {
            if self.queue.iter().any(|own| own.by.id == claim.by.id) {
                continue;
            }
            if place < other.held {
                self.queue.insert(self.held, claim);
                self.held += 1;
            } else {
                self.queue.push(claim);
            }
        }
    }

    /// The state before any event.
    pub(in crate::domain::board) fn work(self) -> Work {
        Work {
            // What holds a seat beyond these was taken over from a pitch or a whole.
            seats: self.initiative.seats.max(self.owners).max(1),
            queue: self.queue.clone(),
            held: self.held,
            offers: Vec::new(),
            spoken: Vec::new(),
            state: self.initiative.state,
            locked: false,
            initiative: self.initiative.clone(),
            objective: self.objective.clone(),
            changes: Vec::new(),
            left: Vec::new(),
            adjusted: Vec::new(),
            moved: Vec::new(),
            base: self,
        }
    }
}

/// Whoever acts for a team.
pub(super) fn members(goals: &Goals, team: &TeamId) -> Vec<MemberId> {
    let teams = goals.teams.iter().filter(|t| t.id == *team);
    teams.flat_map(|t| t.members.clone()).collect()
}
