//! Since Monday: what a team has done since the start of its week, or since any moment.
//!
//! It compares two boards, then and now, so that what was taken back, came late or was done and undone is told as it is
//! and not as it went. The board of then is [`Ledger::before`](super::board::Ledger::before) of the moment.
//!
//! Only what people did is news. What the document says was known then as well, as nobody knows what it said before;
//! but a number it dates after the moment is compared with the last one reported before.

mod limits;
mod numbers;
mod parts;
mod week;
mod work;

pub use limits::Crossing;
pub use numbers::Moved;
pub use parts::Part;
pub(in crate::domain) use week::midnight;
pub use week::week_start;
pub use work::{Ended, Started, Trouble};

use super::attention::Scene;
use super::board::{Board, PitchState};
use super::calendar::Day;
use super::event::{EventId, Subject};
use super::goals::Text;
use super::people::Person;

/// What happened between two moments. Each list is in the document's order, what events began in theirs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct News {
    /// Initiatives that were finished.
    pub finished: Vec<Ended>,
    /// Initiatives that were given up.
    pub dropped: Vec<Ended>,
    /// What is stuck by somebody's word since then.
    pub stuck: Vec<Trouble>,
    /// Seats that somebody has and did not have then.
    pub claimed: Vec<Started>,
    /// Pitches made.
    pub pitched: Vec<Begun>,
    /// Numbers that are others now.
    pub moved: Vec<Moved>,
    /// Guardrails that are breached and were not.
    pub breached: Vec<Crossing>,
    /// Guardrails that were breached and are kept again.
    pub back: Vec<Crossing>,
    /// Questions answered, pitches and proposals decided, decisions logged, objectives closed.
    pub decided: Vec<Begun>,
}

/// Something that an event began or decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun {
    /// What.
    pub on: Subject,
    /// Its title.
    pub title: Text,
    /// Who pitched or decided.
    pub by: Person,
    /// The pitch, or the decision.
    pub event: EventId,
}

/// A board as it was at a moment, with the same goals as now.
#[derive(Clone, Copy, Debug)]
struct Then<'a> {
    board: &'a Board,
    ms: u64,
    today: Day,
}

/// What happened since `ms`, when the board was `then`.
#[must_use]
pub fn news(then: &Board, ms: u64, now: &Scene<'_>) -> News {
    let then = &Then {
        board: then,
        ms,
        today: now.zone.day(ms),
    };
    let mut news = News::default();
    work::work(then, now, &mut news);
    news.moved = numbers::moved(then, now);
    limits::crossed(then, now, &mut news);
    begun(ms, now, &mut news);
    news
}

fn begun(since: u64, scene: &Scene<'_>, news: &mut News) {
    let board = scene.board();
    let is_new = |event: EventId| event.stamp.ms > since;
    let of = |id: EventId, title: Text, by: &Person, event: EventId| Begun {
        on: Subject::Begun(id),
        title,
        by: by.clone(),
        event,
    };
    for pitch in board.pitches() {
        let Some(text) = pitch.text() else { continue };
        if is_new(pitch.id) {
            news.pitched.push(of(pitch.id, text.title.clone(), &pitch.by, pitch.id));
        }
        if let Some(ruled) = pitch.rulings.last().filter(|ruled| is_new(ruled.event)) {
            // A pitch that was said anew waits again.
            if pitch.state() != PitchState::Open {
                news.decided
                    .push(of(pitch.id, text.title.clone(), &ruled.by, ruled.event));
            }
        }
    }
    for proposal in board.proposals() {
        let ruled = proposal.rulings.last().filter(|ruled| is_new(ruled.event));
        if let Some((ruled, title)) = ruled.zip(super::attention::proposed(scene.goals(), proposal)) {
            news.decided.push(of(proposal.id, title, &ruled.by, ruled.event));
        }
    }
    for question in board.questions() {
        if let Some(answer) = question.answer().filter(|answer| is_new(answer.event)) {
            let title = question.ask.question.clone();
            news.decided.push(of(question.id, title, &answer.by, answer.event));
        }
    }
    for decision in board.decisions().into_iter().filter(|decision| is_new(decision.id)) {
        let title = decision.record.decision.clone();
        news.decided.push(of(decision.id, title, &decision.by, decision.id));
    }
    for objective in &scene.goals().objectives {
        let closing = board.aim(&objective.id).and_then(|aim| aim.closing.as_ref());
        if let Some(closing) = closing.filter(|closing| is_new(closing.event)) {
            news.decided.push(Begun {
                on: Subject::Objective(objective.id.clone()),
                ..of(closing.event, objective.title.clone(), &closing.by, closing.event)
            });
        }
    }
    news.decided.sort_by_key(|begun| begun.event);
}
