//! Every type of body, with anything in it.

mod parts;

use alignment_board::domain::event::{
    Answer, Ask, Body, Clearance, Close, Comment, Next, Outcome, Record, Reply, Ruling, Settle, TakeOver, Verdict, View,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;

use self::parts::{change_goal, changes, check_in, day, goal, id, links, money, other, pitch, post, subject, words};
use super::finite;

/// Seats and work.
fn about_work() -> Vec<BoxedStrategy<Body>> {
    let outcome = select(&[Outcome::Worked, Outcome::Partly, Outcome::No][..]);
    let clearance = select(&[Clearance::Yes, Clearance::But, Clearance::No][..]);
    let verdict = (clearance, vec(id(), 0..3)).prop_map(|(answer, guardrails)| {
        Box::new(Verdict {
            answer,
            guardrails: guardrails.into_iter().map(Into::into).collect(),
        })
    });
    vec![
        (id(), option::of(id()), option::of(verdict))
            .prop_map(|(id, team, verdict)| Body::Claim {
                initiative: id.into(),
                team: team.map(Into::into),
                verdict,
            })
            .boxed(),
        (id(), other(), vec(other(), 0..3))
            .prop_map(|(id, claim, saw)| {
                Body::Settle(Box::new(Settle {
                    initiative: id.into(),
                    claim,
                    saw,
                }))
            })
            .boxed(),
        (id(), option::of(other()), words())
            .prop_map(|(id, claim, member)| {
                Body::TakeOver(Box::new(TakeOver {
                    initiative: id.into(),
                    claim,
                    member,
                }))
            })
            .boxed(),
        (id(), words())
            .prop_map(|(id, note)| Body::Release {
                initiative: id.into(),
                note,
            })
            .boxed(),
        (id(), words())
            .prop_map(|(id, to)| Body::HandOver {
                initiative: id.into(),
                to,
            })
            .boxed(),
        (id(), other())
            .prop_map(|(id, offer)| Body::Accept {
                initiative: id.into(),
                offer,
            })
            .boxed(),
        (id(), words(), words())
            .prop_map(|(id, member, reason)| Body::Vacate {
                initiative: id.into(),
                member,
                reason,
            })
            .boxed(),
        (day(), day(), words())
            .prop_map(|(from, until, cover)| Body::Away { from, until, cover })
            .boxed(),
        check_in().prop_map(|check_in| Body::CheckIn(check_in.into())).boxed(),
        (id(), changes())
            .prop_map(|(id, changes)| Body::Adjust {
                initiative: id.into(),
                changes,
            })
            .boxed(),
        (id(), id(), words())
            .prop_map(|(id, objective, reason)| Body::Move {
                initiative: id.into(),
                objective: objective.into(),
                reason,
            })
            .boxed(),
        (id(), vec(words(), 0..4))
            .prop_map(|(id, parts)| Body::Split {
                initiative: id.into(),
                parts,
            })
            .boxed(),
        (id(), outcome, words())
            .prop_map(|(id, outcome, learned)| Body::Done {
                initiative: id.into(),
                outcome,
                learned,
            })
            .boxed(),
        (id(), words(), words())
            .prop_map(|(id, reason, learned)| Body::Drop {
                initiative: id.into(),
                reason,
                learned,
            })
            .boxed(),
        id().prop_map(|id| Body::Reopen { initiative: id.into() }).boxed(),
        (subject(), words())
            .prop_map(|(on, line)| Body::Comment(Box::new(Comment { on, line })))
            .boxed(),
        (words(), vec(id(), 0..3))
            .prop_map(|(title, ids)| Body::Constellation {
                title,
                initiatives: ids.into_iter().map(Into::into).collect(),
            })
            .boxed(),
    ]
}

/// Ideas, goals and decisions.
fn about_goals() -> Vec<BoxedStrategy<Body>> {
    let view = select(&[View::For, View::Unsure, View::Against][..]);
    let ruling = select(&[Ruling::Accept, Ruling::Return, Ruling::Park][..]);
    let next = select(&[Next::Carry, Next::Stop][..]);
    let answer = select(&[Answer::Yes, Answer::No, Answer::Instead][..]);
    let about = || (option::of(id()), option::of(id()), option::of(money()));
    vec![
        (words(), links())
            .prop_map(|(text, links)| Body::Idea { text, links })
            .boxed(),
        other().prop_map(|idea| Body::Support { idea }).boxed(),
        (other(), words())
            .prop_map(|(idea, coach)| Body::Draft { idea, coach })
            .boxed(),
        pitch().prop_map(|pitch| Body::Pitch(pitch.into())).boxed(),
        (other(), view, words())
            .prop_map(|(pitch, view, line)| Body::Feedback { pitch, view, line })
            .boxed(),
        (other(), pitch())
            .prop_map(|(pitch, text)| Body::Revise {
                pitch,
                text: text.into(),
            })
            .boxed(),
        (other(), ruling, words())
            .prop_map(|(target, verdict, reason)| Body::Decide {
                target,
                verdict,
                reason,
            })
            .boxed(),
        goal().prop_map(|goal| Body::ProposeObjective(goal.into())).boxed(),
        change_goal()
            .prop_map(|change| Body::ProposeChange(change.into()))
            .boxed(),
        subject().prop_map(|on| Body::CoSign { on }).boxed(),
        (id(), option::of(finite()), words(), next)
            .prop_map(|(id, grade, lesson, next)| {
                Body::CloseObjective(
                    Close {
                        objective: id.into(),
                        grade,
                        lesson,
                        next,
                    }
                    .into(),
                )
            })
            .boxed(),
        (id(), id(), words())
            .prop_map(|(guardrail, initiative, reason)| Body::Waive {
                guardrail: guardrail.into(),
                initiative: initiative.into(),
                reason,
            })
            .boxed(),
        (about(), words())
            .prop_map(|((area, initiative, amount), question)| {
                Body::Ask(
                    Ask {
                        area: area.map(Into::into),
                        initiative: initiative.map(Into::into),
                        amount,
                        question,
                    }
                    .into(),
                )
            })
            .boxed(),
        (other(), answer, words(), words())
            .prop_map(|(question, answer, instead, reason)| {
                Body::Answer(
                    Reply {
                        question,
                        answer,
                        instead,
                        reason,
                    }
                    .into(),
                )
            })
            .boxed(),
        (about(), words(), words())
            .prop_map(|((area, initiative, amount), decision, why)| {
                Body::LogDecision(
                    Record {
                        area: area.map(Into::into),
                        initiative: initiative.map(Into::into),
                        amount,
                        decision,
                        why,
                    }
                    .into(),
                )
            })
            .boxed(),
    ]
}

/// Rhythm and people.
fn about_people() -> Vec<BoxedStrategy<Body>> {
    vec![
        Just(Body::ReviewOpen).boxed(),
        post().prop_map(|post| Body::ReviewPost(post.into())).boxed(),
        (other(), words())
            .prop_map(|(review, member)| Body::ReviewPass { review, member })
            .boxed(),
        (other(), words())
            .prop_map(|(review, member)| Body::ReviewAbsent { review, member })
            .boxed(),
        other().prop_map(|review| Body::ReviewClose { review }).boxed(),
        words().prop_map(|name| Body::Join { name }).boxed(),
        other().prop_map(|event| Body::Retract { event }).boxed(),
        (vec(other(), 0..3), words())
            .prop_map(|(ids, reason)| Body::Erase { ids, reason })
            .boxed(),
        ("[a-z]{15,18}", option::of(id()))
            .prop_map(|(kind, id)| Body::Unknown {
                kind: kind.into(),
                initiative: id.map(Into::into),
            })
            .boxed(),
    ]
}

/// Any body.
pub(crate) fn body() -> impl Strategy<Value = Body> {
    Union::new([about_work(), about_goals(), about_people()].concat())
}
