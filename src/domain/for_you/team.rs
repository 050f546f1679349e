//! What the team wants of somebody: their part in a review, an answer, to be let in.

use super::{Matter, Want};
use crate::domain::attention::{Scene, Step, asks};
use crate::domain::calendar::day_of;
use crate::domain::event::Subject;
use crate::domain::id::MemberId;

/// The last review, while it is open and has no word from them.
pub(super) fn review(scene: &Scene<'_>, member: &MemberId, list: &mut Vec<Matter>) {
    let board = scene.board();
    let Some(review) = board.reviews().into_iter().next_back() else {
        return;
    };
    let mut team = board.team(day_of(review.id.stamp.ms));
    team.retain(|person| person.id == *member);
    let aways = board.life().map_or(&[][..], |life| &life.aways);
    if review.closed.is_none() && review.silent(&team, aways).next().is_some() {
        list.push(Matter {
            on: Subject::Begun(review.id),
            title: "".into(),
            want: Want::Review { by: review.by.clone() },
            since: scene.zone.day(review.id.stamp.ms),
            step: Step::Post(review.id),
        });
    }
}

/// Questions that ask them.
pub(super) fn questions(scene: &Scene<'_>, member: &MemberId, list: &mut Vec<Matter>) {
    for question in scene.board().questions() {
        if question.answer().is_none() && asks(scene, question, member) {
            list.push(Matter {
                on: Subject::Begun(question.id),
                title: question.ask.question.clone(),
                want: Want::Answer {
                    by: question.by.clone(),
                },
                since: scene.zone.day(question.id.stamp.ms),
                step: Step::Answer(question.id),
            });
        }
    }
}

/// Who wants to join, for those who speak for the team: leads and sponsors. The wish of somebody whom the document lists
/// does not count.
pub(super) fn joins(scene: &Scene<'_>, member: &MemberId, list: &mut Vec<Matter>) {
    let (goals, today) = (scene.goals(), scene.now.today);
    let sponsors = goals
        .objectives
        .iter()
        .any(|objective| objective.sponsor.as_ref() == Some(member));
    let listed = goals.person(member.as_str()).is_some();
    if !listed || !(sponsors || goals.is_lead(member, today)) {
        return;
    }
    for join in scene.board().joins().into_iter().filter(|join| join.waits()) {
        list.push(Matter {
            on: Subject::Begun(join.id),
            title: join.name.clone(),
            want: Want::LetIn,
            since: scene.zone.day(join.id.stamp.ms),
            step: Step::Decide(join.id),
        });
    }
}
