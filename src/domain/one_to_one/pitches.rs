//! A member's pitches and what became of them.

use crate::domain::attention::Scene;
use crate::domain::board::{Feedback, PitchState, Ruled};
use crate::domain::calendar::Day;
use crate::domain::event::EventId;
use crate::domain::goals::Text;
use crate::domain::id::MemberId;

/// A pitch with its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Pitched {
    /// The pitch.
    pub pitch: EventId,
    /// How it is called now.
    pub title: Text,
    /// Where it stands.
    pub state: PitchState,
    /// The last answer of a lead, with its reason.
    pub ruled: Option<Ruled>,
    /// What the panel said of it, oldest first.
    pub feedback: Vec<Feedback>,
}

/// Those that wait for a lead or for their author, and those about which something was said from `since` on.
pub(super) fn pitches(scene: &Scene<'_>, member: &MemberId, since: Day) -> Vec<Pitched> {
    let mut pitches = Vec::new();
    for pitch in scene
        .board()
        .pitches()
        .into_iter()
        .filter(|pitch| pitch.by.id == *member)
    {
        let Some(said) = pitch.revisions.last() else { continue };
        let state = pitch.state();
        let ruled = pitch.rulings.last();
        let feedback = pitch.feedback.last().map(|feedback| feedback.event);
        let last = [Some(said.event), ruled.map(|ruled| ruled.event), feedback]
            .into_iter()
            .flatten()
            .max();
        let is_recent = last.is_some_and(|event| scene.zone.day(event.stamp.ms) >= since);
        if is_recent || matches!(state, PitchState::Open | PitchState::Returned) {
            pitches.push(Pitched {
                pitch: pitch.id,
                title: said.text.title.clone(),
                state,
                ruled: ruled.cloned(),
                feedback: pitch.feedback.clone(),
            });
        }
    }
    pitches
}
