//! What a member has, and how much that is.

use crate::domain::attention::{Scene, live};
use crate::domain::cadence::{Timing, of_work};
use crate::domain::calendar::Day;
use crate::domain::card::is_late;
use crate::domain::goals::{GuardrailKind, Text};
use crate::domain::guardrail::Detail;
use crate::domain::id::{GuardrailId, InitiativeId, MemberId};

/// An open claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// On which initiative.
    pub initiative: InitiativeId,
    /// Its title.
    pub title: Text,
    /// The title of the objective it serves.
    pub objective: Text,
    /// Their place in line, from 1; `None` when they hold a seat.
    pub waiting: Option<usize>,
    /// When it should be done.
    pub due: Option<Day>,
    /// Whether that day is over.
    pub late: bool,
    /// The last confidence they gave.
    pub confidence: Option<u8>,
    /// When its next check-in is due, and what is owed; `None` while they wait.
    pub timing: Option<Timing>,
}

/// A member's open claims against a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Which limit.
    pub guardrail: GuardrailId,
    /// Its title.
    pub title: Text,
    /// How many claims they have where it applies: seats and places in line.
    pub open: u32,
    /// How many they may have.
    pub limit: u32,
}

/// Seats and places in line, their team's included.
#[must_use]
pub fn claims(scene: &Scene<'_>, member: &MemberId) -> Vec<Held> {
    let mut claims = Vec::new();
    for (objective, initiative, work) in live(scene) {
        let Some(place) = work.queue.iter().position(|claim| claim.is_for(member)) else {
            continue;
        };
        let waiting = (place + 1).checked_sub(work.holders().len()).filter(|place| *place > 0);
        let own = work.spoken.iter().rev().filter(|spoken| spoken.by.id == *member);
        let timing = of_work(scene.goals(), work, scene.now, scene.zone);
        claims.push(Held {
            initiative: initiative.id.clone(),
            title: initiative.title.clone(),
            objective: objective.title.clone(),
            waiting,
            due: initiative.due,
            late: is_late(initiative, work, scene.now),
            confidence: own.into_iter().find_map(|spoken| spoken.check_in.confidence),
            timing: timing.filter(|_| waiting.is_none()),
        });
    }
    claims
}

/// Their open claims against each claim limit, in the document's order.
#[must_use]
pub fn load(scene: &Scene<'_>, member: &MemberId) -> Vec<Load> {
    let guardrails = scene.goals().guardrails.iter();
    let limits = guardrails.filter(|guardrail| matches!(guardrail.kind, GuardrailKind::ClaimLimit(_)));
    let of = |guardrail: &crate::domain::goals::Guardrail| {
        let Detail::Claims(claims) = scene.limits().standing(guardrail).detail else {
            return None;
        };
        let own = claims.members.iter().find(|count| count.person.id == *member);
        Some(Load {
            guardrail: guardrail.id.clone(),
            title: guardrail.title.clone(),
            open: own.map_or(0, |count| count.open()),
            limit: claims.limit,
        })
    };
    limits.filter_map(of).collect()
}
