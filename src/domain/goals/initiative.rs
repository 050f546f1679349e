//! What people can take.

use super::{Metric, Text};
use crate::domain::calendar::Day;
use crate::domain::id::{AreaId, InitiativeId, KeyResultId, MemberId, TeamId};

/// Work under one objective, which people take.
#[derive(Clone, Debug, PartialEq)]
pub struct Initiative {
    /// Unique in the document.
    pub id: InitiativeId,
    /// Whether the id can be relied on. False when two titles derive the same id: such an initiative cannot be claimed.
    pub claimable: bool,
    /// In words.
    pub title: Text,
    /// More words.
    pub description: Option<Text>,
    /// What it moves.
    pub key_results: Vec<KeyResultId>,
    /// As the document has it.
    pub state: InitiativeState,
    /// Who holds it from the start: members' ids, or a team's.
    pub owners: Vec<Owner>,
    /// How many may hold it, at least 1 and at least the number of owners.
    pub seats: usize,
    /// When it should be done.
    pub due: Option<Day>,
    /// What it costs.
    pub cost: Option<Money>,
    /// Which decisions it touches.
    pub decision_area: Option<AreaId>,
    /// Words to find it by.
    pub tags: Vec<Text>,
    /// A good place to start.
    pub first_step: bool,
    /// Its own small number: shown, never rolled up.
    pub signal: Option<Metric>,
    /// Where to read more.
    pub links: Vec<Link>,
    /// Ids it had before; claims on them count for it.
    pub formerly: Vec<InitiativeId>,
}

/// Who holds a seat from the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// One person.
    Member(MemberId),
    /// A team, for which any of its members acts.
    Team(TeamId),
}

/// Whether work is to be had, finished or given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InitiativeState {
    /// Can be worked on.
    #[default]
    Open,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
}

/// An amount in a currency. Currencies are never added to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// How much.
    pub amount: f64,
    /// ISO 4217 code.
    pub currency: Text,
}

/// A place to read more.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// What it is called.
    pub label: Text,
    /// http, https, mailto or relative; anything else was refused when the document was read.
    pub href: Text,
}
