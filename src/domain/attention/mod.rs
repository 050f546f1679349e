//! What needs somebody: one list of what nobody has, what has gone quiet, what is stuck and what waits for a decision,
//! each with its reason and the one thing that helps.
//!
//! The list is worst first: by [`Group`], in a group by kind, of one kind the worse (more days late, less confidence),
//! and of equals in the document's order. It is worked out whenever somebody looks, in time linear in the board and what
//! was said on it, beside what the guardrails' own standings take.
//!
//! | Group | What is in it |
//! |---|---|
//! | stuck | a breached guardrail; an unanswered call for help; confidence of 3 and less; something in the way; a due day that is over; somebody with more claims than a limit allows |
//! | waits for a decision | a question without an answer; a pitch or proposal that nobody has decided; what is not measurable, told to those who lead it |
//! | gone quiet | a holder who did nothing about it for `idleAfterDays`; a check-in overdue beyond its grace |
//! | nobody has it | an objective without work; a key result that no open initiative moves and that is not reached; an initiative that nobody holds; one that moves no key result |
//!
//! One thing is told once where one reason says it all: what is outdated is not stuck, whatever was said last, a silent
//! holder stands for a silent card, and an objective without work for its key results. What stands under a closed
//! objective is left out, and so is an initiative that shares its id with another one or that a later version changed:
//! nothing can be said of it with certainty.

mod asked;
mod decision;
mod known;
mod nobody;
mod number;
mod quiet;
mod scene;
mod step;
mod stuck;
mod viewer;
mod why;
mod word;

pub use decision::may_decide;
pub use known::Known;
pub use scene::Scene;
pub use step::Step;
pub use why::{Breach, Why};

pub(super) use asked::asks;
pub(super) use decision::{home, title as proposed};
pub(super) use number::numbers;
pub(super) use stuck::breach;
pub(super) use viewer::Viewer;
pub(super) use word::{Word, last_words, word, words};

use std::rc::Rc;

use self::number::Number;
use super::board::Work;
use super::event::Subject;
use super::goals::{Goals, Initiative, InitiativeState, Objective, Text};
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

impl Concern {
    fn of_initiative(initiative: &Initiative, why: Why, step: Step) -> Self {
        Self {
            on: Subject::Initiative(initiative.id.clone()),
            title: initiative.title.clone(),
            why,
            step,
        }
    }

    fn of_number(viewer: &Viewer<'_, '_>, number: Number<'_>, why: Why) -> Self {
        Self {
            step: viewer.measure(&number),
            on: number.on,
            title: number.title.clone(),
            why,
        }
    }
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
    decision::undecided(&viewer, &mut list);
    quiet::quiet(&viewer, &mut list);
    nobody::nobody(&viewer, &mut list);
    list.sort_by_key(|concern| concern.why.weight());
    list
}

/// Objectives that nobody has closed, in the document's order.
pub(super) fn objectives<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Rc<Objective>> + use<'a> {
    let scene = *scene;
    scene
        .goals()
        .objectives
        .iter()
        .filter(move |objective| !scene.is_closed(objective))
}

/// Work that is to be had and known for certain, in the document's order.
pub(super) fn live<'a>(scene: &Scene<'a>) -> Vec<(&'a Objective, &'a Initiative, &'a Work)> {
    let mut closed = (None, false);
    let works = scene
        .board()
        .works()
        .map(|(objective, initiative, work)| (&**objective, &**initiative, &**work));
    let live = works.filter(|(objective, initiative, work)| {
        if closed.0 != Some(&objective.id) {
            closed = (Some(&objective.id), scene.is_closed(objective));
        }
        !closed.1 && is_live(initiative, work)
    });
    live.collect()
}

fn is_live(initiative: &Initiative, work: &Work) -> bool {
    work.state == InitiativeState::Open && initiative.claimable && !work.locked
}

/// What something of the goals is called; `None` when it is not there.
pub(super) fn title(goals: &Goals, on: &Subject) -> Option<Text> {
    let objectives = &goals.objectives;
    match on {
        Subject::Objective(id) => objectives.iter().find(|o| o.id == *id).map(|o| o.title.clone()),
        Subject::KeyResult(id) => {
            let mut all = objectives.iter().flat_map(|o| &o.key_results);
            all.find(|k| k.id == *id).map(|k| k.title.clone())
        }
        Subject::Guardrail(id) => goals.guardrails.iter().find(|g| g.id == *id).map(|g| g.title.clone()),
        Subject::NorthStar => goals.north_star.as_ref().map(|star| star.statement.clone()),
        _ => None,
    }
}
