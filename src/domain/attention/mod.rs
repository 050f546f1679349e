//! What needs somebody: one list of what nobody has, what has gone quiet, what is stuck and what waits for a decision,
//! each with its reason and the one thing that helps.
//!
//! The list is worst first: by [`Group`], in a group by kind, of one kind the worse (more days late, less confidence),
//! and of equals in the document's order. It is worked out from the board, in time linear in its size, whenever
//! somebody looks.
//!
//! | Group | What is in it |
//! |---|---|
//! | stuck | a breached guardrail; an unanswered call for help; confidence of 3 and less; something in the way; a due day that is over; somebody with more claims than a limit allows |
//! | waits for a decision | what is not measurable, told to those who lead it |
//! | gone quiet | a holder who did nothing about it for `idleAfterDays`; a check-in overdue beyond its grace |
//! | nobody has it | an objective without work; a key result that no open initiative moves and that is not reached; an initiative that nobody holds; one that moves no key result |
//!
//! One thing is told once where one reason says it all: what is outdated is not stuck, whatever was said last, a silent
//! holder stands for a silent card, and an objective without work for its key results. An initiative that shares its id
//! with another one, or that a later version changed, is left out: nothing can be said of it with certainty.

mod nobody;
mod quiet;
mod scene;
mod step;
mod stuck;
mod viewer;
mod why;
mod word;

pub use scene::Scene;
pub use step::Step;
pub use why::{Breach, Why};

pub(super) use viewer::Viewer;
pub(super) use word::{Word, word, words};

use super::board::Work;
use super::event::Subject;
use super::goals::{Initiative, InitiativeState, Text};
use super::id::MemberId;

/// Something that needs somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Concern {
    /// What it is about.
    pub on: Subject,
    /// Its title.
    pub title: Text,
    /// Why.
    pub why: Why,
    /// What the viewer can do about it.
    pub step: Step,
}

/// What kind of attention is needed, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// It does not go on by itself.
    Stuck,
    /// It waits for a decision.
    Decision,
    /// Nobody has heard of it.
    Quiet,
    /// Nobody has it.
    Nobody,
}

impl Group {
    /// All of them, worst first.
    pub const ALL: [Self; 4] = [Self::Stuck, Self::Decision, Self::Quiet, Self::Nobody];

    /// The key of its title.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Stuck => "attention.group.stuck",
            Self::Decision => "attention.group.decision",
            Self::Quiet => "attention.group.quiet",
            Self::Nobody => "attention.group.nobody",
        }
    }
}

/// What needs attention, worst first. `viewer` is who looks, if they have said so: steps are those they can take, and
/// what only leads can mend is told to leads.
#[must_use]
pub fn attention(scene: &Scene<'_>, viewer: Option<&MemberId>) -> Vec<Concern> {
    let viewer = Viewer { scene, member: viewer };
    let mut list = Vec::new();
    stuck::breaches(&viewer, &mut list);
    stuck::said(&viewer, &mut list);
    quiet::quiet(&viewer, &mut list);
    nobody::nobody(&viewer, &mut list);
    list.sort_by_key(|concern| concern.why.weight());
    list
}

/// Whether work is to be had and known for certain.
pub(super) fn is_live(initiative: &Initiative, work: &Work) -> bool {
    work.state == InitiativeState::Open && initiative.claimable && !work.locked
}
