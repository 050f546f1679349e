//! Bodies in a line: everything a test does not speak of is empty.

use alignment_board::domain::event::{
    Answer, Ask, Body, Change, ChangeGoal, Comment, EventId, Facet, Goal, Measure, Pitch, Post, Reply, Ruling, Settle,
    Subject, TakeOver, Value,
};

pub(crate) fn settle(id: &str, claim: EventId, saw: &[EventId]) -> Body {
    Body::Settle(Box::new(Settle {
        initiative: id.into(),
        claim,
        saw: saw.to_vec(),
    }))
}

pub(crate) fn take_over(id: &str, claim: EventId) -> Body {
    Body::TakeOver(Box::new(TakeOver {
        initiative: id.into(),
        claim: Some(claim),
        member: "".into(),
    }))
}

pub(crate) fn take_over_from(id: &str, owner: &str) -> Body {
    Body::TakeOver(Box::new(TakeOver {
        initiative: id.into(),
        claim: None,
        member: owner.into(),
    }))
}

pub(crate) fn vacate(id: &str, member: &str) -> Body {
    Body::Vacate {
        initiative: id.into(),
        member: member.into(),
        reason: "Moved on.".into(),
    }
}

pub(crate) fn describe(id: &str, was: &str, to: &str) -> Body {
    Body::Adjust {
        initiative: id.into(),
        changes: vec![Change {
            to: Facet::Description(to.into()),
            was: Facet::Description(was.into()),
        }],
    }
}

pub(crate) fn relocate(id: &str, objective: &str) -> Body {
    Body::Move {
        initiative: id.into(),
        objective: objective.into(),
        reason: "".into(),
    }
}

pub(crate) fn split(id: &str, parts: &[&str]) -> Body {
    Body::Split {
        initiative: id.into(),
        parts: parts.iter().map(|part| (*part).into()).collect(),
    }
}

pub(crate) fn comment(on: Subject, line: &str) -> Body {
    Body::Comment(Box::new(Comment { on, line: line.into() }))
}

pub(crate) fn idea(text: &str) -> Body {
    Body::Idea {
        text: text.into(),
        links: vec![],
    }
}

pub(crate) fn pitch(objective: &str, title: &str) -> Pitch {
    Pitch {
        idea: None,
        objective: objective.into(),
        title: title.into(),
        description: "".into(),
        moves: vec![],
        effort: "".into(),
        cost: None,
        first_step: "".into(),
        help: "".into(),
    }
}

pub(crate) fn decide(target: EventId, verdict: Ruling, reason: &str) -> Body {
    Body::Decide {
        target,
        verdict,
        reason: reason.into(),
    }
}

pub(crate) fn goal(title: &str) -> Body {
    Body::ProposeObjective(
        Goal {
            title: title.into(),
            why: "".into(),
            key_results: vec![Measure {
                title: "Stay longer".into(),
                unit: "%".into(),
                start: Some(40.0),
                target: Some(60.0),
            }],
        }
        .into(),
    )
}

pub(crate) fn retarget(key_result: &str, was: f64, value: f64) -> Body {
    change(
        Subject::KeyResult(key_result.into()),
        "target",
        Some(Value::Number(was)),
        Value::Number(value),
    )
}

pub(crate) fn change(on: Subject, field: &str, was: Option<Value>, value: Value) -> Body {
    Body::ProposeChange(
        ChangeGoal {
            on,
            field: field.into(),
            value,
            was,
            why: "".into(),
        }
        .into(),
    )
}

pub(crate) fn ask(area: Option<&str>, question: &str) -> Body {
    Body::Ask(
        Ask {
            area: area.map(Into::into),
            initiative: None,
            amount: None,
            question: question.into(),
        }
        .into(),
    )
}

pub(crate) fn answer(question: EventId, answer: Answer, instead: &str) -> Body {
    Body::Answer(
        Reply {
            question,
            answer,
            instead: instead.into(),
            reason: "".into(),
        }
        .into(),
    )
}

pub(crate) fn post(review: EventId, member: &str, done: &str) -> Body {
    Body::ReviewPost(
        Post {
            review,
            member: member.into(),
            done: done.into(),
            next: "".into(),
            blocked: "".into(),
            noticed: "".into(),
        }
        .into(),
    )
}
