//! Where one thing's state is kept, with what people say of it.

use std::rc::Rc;

use super::aim::Aim;
use super::context::Context;
use super::decision::{Decision, Question};
use super::erasures::Erasures;
use super::idea::Idea;
use super::join::Join;
use super::life::Life;
use super::log::{Act, Fold, Logged};
use super::measured::Measured;
use super::pitch::Pitch;
use super::proposal::{Proposal, Proposed};
use super::refusal::Refusal;
use super::review::Review;
use super::work::Work;
use crate::domain::event::{Body, Event, EventId};
use crate::domain::goals::Text;
use crate::domain::people::Person;

/// One thing's state, by what it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum State {
    /// Nothing bears that id.
    #[default]
    Absent,
    Work(Rc<Work>),
    Measured(Rc<Measured>),
    Aim(Rc<Aim>),
    Idea(Rc<Idea>),
    Pitch(Rc<Pitch>),
    Proposal(Rc<Proposal>),
    Question(Rc<Question>),
    Decision(Rc<Decision>),
    Review(Rc<Review>),
    Join(Rc<Join>),
    Life(Rc<Life>),
    Erasures(Rc<Erasures>),
}

/// A state and what people say of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Slot {
    pub(super) state: State,
    pub(super) voices: Option<Rc<Voices>>,
}

/// What people say of something.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Voices {
    pub(super) remarks: Vec<Remark>,
    pub(super) signers: Vec<Signer>,
}

/// A comment.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The event.
    pub event: EventId,
    /// Who.
    pub by: Person,
    /// In words.
    pub line: Text,
}

/// Somebody who supports something, or put their name under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The event.
    pub event: EventId,
    /// Who.
    pub by: Person,
}

/// A state of one's own, to be changed.
#[inline(never)]
fn own<T: Fold + Clone + 'static>(state: &mut Rc<T>) -> &mut dyn Fold {
    let own: &mut T = Rc::make_mut(state);
    own
}

impl Slot {
    pub(super) fn new(state: State) -> Self {
        Self { state, voices: None }
    }

    /// The state as what folds; `None` when there is nothing.
    pub(super) fn state(&mut self) -> Option<&mut dyn Fold> {
        Some(match &mut self.state {
            State::Absent => return None,
            State::Work(state) => own(state),
            State::Measured(state) => own(state),
            State::Aim(state) => own(state),
            State::Idea(state) => own(state),
            State::Pitch(state) => own(state),
            State::Proposal(state) => own(state),
            State::Question(state) => own(state),
            State::Decision(state) => own(state),
            State::Review(state) => own(state),
            State::Join(state) => own(state),
            State::Life(state) => own(state),
            State::Erasures(state) => own(state),
        })
    }

    /// Applies an event: what people say is the same for everything, the rest is the state's business.
    pub(super) fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        let Some(state) = self.state() else {
            return Err(Refusal::NotInDocument);
        };
        match &act.event.body {
            Body::Comment(comment) => {
                if comment.line.trim().is_empty() {
                    return Err(Refusal::Empty);
                }
                state.apply(cx, act)?;
                let (event, by, line) = (act.id(), act.by.clone(), comment.line.clone());
                self.voices().remarks.push(Remark { event, by, line });
                Ok(())
            }
            Body::CoSign { .. } | Body::Support { .. } => {
                if !state.signable(&act.event.body) {
                    return Err(Refusal::WrongKind);
                }
                let (event, by) = (act.id(), act.by.clone());
                let voices = self.voices();
                if voices.signers.iter().any(|signer| signer.by.id == by.id) {
                    return Err(Refusal::AlreadySaid);
                }
                voices.signers.push(Signer { event, by });
                Ok(())
            }
            _ => state.apply(cx, act),
        }
    }

    /// Takes an event back.
    #[inline(never)]
    pub(super) fn retract(
        &mut self,
        cx: &Context<'_>,
        past: &[Logged],
        target: &Event,
        at: EventId,
    ) -> Result<(), Refusal> {
        if let Some(voices) = self.voices.as_mut().map(Rc::make_mut) {
            voices.remarks.retain(|remark| remark.event != target.id);
            voices.signers.retain(|signer| signer.event != target.id);
            if voices == &Voices::default() {
                self.voices = None;
            }
        }
        self.state().map_or(Ok(()), |state| state.retract(cx, past, target, at))
    }

    #[inline(never)]
    fn voices(&mut self) -> &mut Voices {
        Rc::make_mut(self.voices.get_or_insert_default())
    }
}

/// The state of what an event began, before it counts.
pub(super) fn begun(event: &Event) -> State {
    match &event.body {
        Body::Idea { text, links } => State::Idea(Rc::new(Idea::new(event, text, links))),
        Body::Pitch(text) => State::Pitch(Rc::new(Pitch::new(event, text))),
        Body::ProposeObjective(goal) => {
            State::Proposal(Rc::new(Proposal::new(event, Proposed::Objective(goal.clone()))))
        }
        Body::ProposeChange(change) => State::Proposal(Rc::new(Proposal::new(event, Proposed::Change(change.clone())))),
        Body::Ask(ask) => State::Question(Rc::new(Question::new(event, ask))),
        Body::LogDecision(record) => State::Decision(Rc::new(Decision::new(event, record))),
        Body::ReviewOpen => State::Review(Rc::new(Review::new(event))),
        Body::Join { .. } => State::Join(Rc::new(Join::new(event))),
        _ => State::Absent,
    }
}
