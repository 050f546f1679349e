//! The one thing to do about something, as a button.

use yew::Callback;

use super::ask::{Ask, Open, PitchOf};
use super::el::{El, el};
use super::speech::Speech;
use crate::app::{Action, Page};
use crate::domain::attention::Step;
use crate::domain::card::Act;
use crate::domain::event::{Body, Subject, TakeOver};
use crate::domain::goals::Text;

/// `about` is the sentence the button stands beside.
pub(super) fn step(speech: &Speech, ask: &Callback<Ask>, step: &Step, title: &Text, about: &str) -> El {
    let words = speech.get(step.key());
    let name = [&words, ": ", about].concat();
    el("button type=button class=quiet")
        .attr("aria-label", &name)
        .click(ask, asks(step, title))
        .words(words)
}

fn asks(step: &Step, title: &Text) -> Ask {
    let say = |body| Ask::Do(Action::Say(Box::new(body), title.clone()));
    match step {
        Step::Show(on) => shows(on),
        Step::ShowMember(_) => Ask::Go(Page::People),
        Step::Claim(id) => Ask::Act(Act::Claim, id.clone()),
        Step::Accept { initiative, offer } => Ask::Do(Action::Accept(initiative.clone(), *offer)),
        Step::TakeOver {
            initiative,
            claim,
            member,
        } => say(Body::TakeOver(Box::new(TakeOver {
            initiative: initiative.clone(),
            claim: *claim,
            member: member.as_str().into(),
        }))),
        Step::CheckIn(on) => Ask::Open(Open::CheckIn(on.clone())),
        Step::Comment(on) => Ask::Open(Open::Comment(on.clone())),
        Step::Adjust(id) => Ask::Open(Open::Adjust(id.clone())),
        Step::Pitch { objective, key_result } => {
            Ask::Open(Open::Pitch(PitchOf::Gap(objective.clone(), key_result.clone())))
        }
        Step::Propose(id) => Ask::Open(Open::Propose(Subject::KeyResult(id.clone()))),
        Step::Decide(event) => shows(&Subject::Begun(*event)),
        Step::Answer(event) => Ask::Open(Open::Answer(*event)),
        Step::Revise(event) => Ask::Open(Open::Pitch(PitchOf::Pitch(*event))),
        Step::Feedback(event) => Ask::Open(Open::Feedback(*event)),
        Step::Post(review) => Ask::Open(Open::Post {
            review: *review,
            of: None,
        }),
    }
}

/// Where something is to be seen.
pub(super) fn shows(on: &Subject) -> Ask {
    match on {
        Subject::Initiative(id) => Ask::Details(id.clone()),
        on => Ask::Show(on.clone()),
    }
}
