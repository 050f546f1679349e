//! For you: what waits for one person, with the one thing to do about each. There is no server to send mail, so the
//! board itself says it.
//!
//! Most urgent first, of one kind what waits longest, and of equals in the document's order:
//!
//! | What | Until |
//! |---|---|
//! | a review that has no word from you | you post, pass or are absent, or it is closed; only the last one opened |
//! | somebody asks you for help | one of those asked does something about it, or who asks says a new word |
//! | somebody asks you a question | anybody answers it; whom it asks follows from the decision rights |
//! | somebody offers you a seat | you accept, it is taken back, or its giver leaves |
//! | your turn: you moved up from a wait list | you do something about it |
//! | a pitch or proposal to decide, or somebody to let in, if you lead | a lead decides |
//! | your pitch was returned | you say it anew |
//! | a pitch wants your feedback, if you are on the panel and do not decide it | you give it; a revision asks again |
//! | a check-in is due: on initiatives you hold, key results and guardrails you own | anybody with a claim, or you, report |
//!
//! Who is not on the team has nothing to do here.

mod pitches;
mod team;
mod work;

use super::attention::{Scene, Step, Viewer};
use super::calendar::Day;
use super::event::Subject;
use super::goals::Text;
use super::id::MemberId;
use super::people::Person;

/// Something that waits for somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    /// What it is about.
    pub on: Subject,
    /// Its title.
    pub title: Text,
    /// What is wanted.
    pub want: Want,
    /// The team's day it waits since.
    pub since: Day,
    /// What to do.
    pub step: Step,
}

/// What is wanted of somebody, most urgent first.
#[derive(Clone, Debug, PartialEq)]
pub enum Want {
    /// Your part in a review.
    Review {
        /// Who opened it.
        by: Person,
    },
    /// Your help.
    Help {
        /// Who asks.
        by: Person,
        /// What is in the way; may be empty.
        blocker: Text,
    },
    /// Your answer.
    Answer {
        /// Who asks.
        by: Person,
    },
    /// That you take a seat.
    Accept {
        /// Who offers theirs.
        by: Person,
    },
    /// That you begin: a seat you waited for is yours.
    Begin,
    /// Your decision on a pitch.
    DecidePitch {
        /// Whose.
        by: Person,
        /// How many of the panel have given feedback since it was said last.
        feedback: usize,
        /// How many are on the panel.
        panel: usize,
    },
    /// Your decision on a proposal.
    DecideProposal {
        /// Whose.
        by: Person,
        /// How many put their names under it.
        signed: usize,
    },
    /// That you let somebody in, or not.
    LetIn,
    /// That you say your pitch anew.
    Revise {
        /// Who returned it.
        by: Person,
        /// Why.
        reason: Text,
    },
    /// Your feedback on a pitch.
    Feedback {
        /// Whose.
        by: Person,
    },
    /// A check-in.
    CheckIn {
        /// How many days ago it was due; 0 on the day itself.
        days: i64,
        /// Whether its grace is over.
        outdated: bool,
    },
}

impl Want {
    /// The key of its sentence.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Review { .. } => "for-you.review",
            Self::Help { .. } => "for-you.help",
            Self::Answer { .. } => "for-you.answer",
            Self::Accept { .. } => "for-you.accept",
            Self::Begin => "for-you.begin",
            Self::DecidePitch { .. } => "for-you.pitch",
            Self::DecideProposal { .. } => "for-you.proposal",
            Self::LetIn => "for-you.let-in",
            Self::Revise { .. } => "for-you.revise",
            Self::Feedback { .. } => "for-you.feedback",
            Self::CheckIn { outdated: true, .. } => "for-you.outdated",
            Self::CheckIn { outdated: false, .. } => "for-you.check-in",
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Review { .. } => 0,
            Self::Help { .. } => 1,
            Self::Answer { .. } => 2,
            Self::Accept { .. } => 3,
            Self::Begin => 4,
            Self::DecidePitch { .. } => 5,
            Self::DecideProposal { .. } => 6,
            Self::LetIn => 7,
            Self::Revise { .. } => 8,
            Self::Feedback { .. } => 9,
            Self::CheckIn { .. } => 10,
        }
    }
}

/// What waits for a member, most urgent first.
#[must_use]
pub fn for_you(scene: &Scene<'_>, member: &MemberId) -> Vec<Matter> {
    let mut list = Vec::new();
    if !scene.is_here(member) {
        return list;
    }
    let viewer = Viewer {
        scene,
        member: Some(member),
    };
    team::review(scene, member, &mut list);
    team::questions(scene, member, &mut list);
    team::joins(scene, member, &mut list);
    pitches::pitches(&viewer, member, &mut list);
    pitches::proposals(&viewer, &mut list);
    work::numbers(scene, member, &mut list);
    work::works(scene, member, &mut list);
    list.sort_by_key(|matter| (matter.want.rank(), matter.since));
    list
}
