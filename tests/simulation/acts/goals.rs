//! Goals and decisions.

use std::rc::Rc;

use alignment_board::domain::event::{
    Answer, Ask, Body, ChangeGoal, Close, Goal, Measure, Next, Record, Reply, Subject, Value,
};
use alignment_board::domain::goals::Money;

use super::Sight;
use crate::chance::Chance;

pub(super) fn of_kind(kind: &str, sight: &Sight<'_>, chance: &mut Chance) -> Option<Body> {
    Some(match kind {
        "proposeObjective" => Body::ProposeObjective(Rc::new(Goal {
            title: chance.word(&["", "We sleep well", "We laugh"]).into(),
            why: "".into(),
            key_results: vec![Measure {
                title: "Nights".into(),
                unit: "".into(),
                start: chance.one_in(2).then(|| sight.figure(chance)),
                target: chance.one_in(2).then(|| sight.figure(chance)),
            }],
        })),
        "proposeChange" => Body::ProposeChange(Rc::new(change(sight, chance))),
        "coSign" => Body::CoSign {
            on: sight.subject(chance),
        },
        "closeObjective" => Body::CloseObjective(Rc::new(Close {
            objective: sight.objective(chance),
            grade: chance.one_in(2).then_some(0.7),
            lesson: chance.word(&["", "Less is more."]).into(),
            next: if chance.one_in(2) { Next::Carry } else { Next::Stop },
        })),
        "waive" => Body::Waive {
            guardrail: chance.word(&["cac", "wip", "gone"]).into(),
            initiative: sight.any_initiative(chance),
            reason: chance.word(&["", "It repairs it."]).into(),
        },
        "ask" => Body::Ask(Rc::new(Ask {
            area: chance.one_in(2).then(|| chance.word(&["paid", "gone"]).into()),
            initiative: chance.one_in(2).then(|| sight.any_initiative(chance)),
            amount: money(sight, chance),
            question: chance.word(&["", "May I?", "May we?"]).into(),
        })),
        "answer" => answer(sight, chance),
        "logDecision" => Body::LogDecision(Rc::new(Record {
            area: chance.one_in(2).then(|| chance.word(&["paid", "gone"]).into()),
            initiative: chance.one_in(2).then(|| sight.any_initiative(chance)),
            amount: money(sight, chance),
            decision: chance.word(&["", "We do it."]).into(),
            why: "".into(),
        })),
        _ => return None,
    })
}

fn money(sight: &Sight<'_>, chance: &mut Chance) -> Option<Money> {
    chance.one_in(2).then(|| Money {
        amount: sight.figure(chance),
        currency: chance.word(&["EUR", "USD"]).into(),
    })
}

fn change(sight: &Sight<'_>, chance: &mut Chance) -> ChangeGoal {
    let on = match chance.below(4) {
        0 => Subject::Objective(sight.objective(chance)),
        1 => Subject::KeyResult("views".into()),
        _ => sight.number(chance),
    };
    let field = match on {
        Subject::Objective(_) => chance.word(&["title", "why", "weight"]),
        Subject::Guardrail(_) => chance.word(&["max", "title"]),
        Subject::NorthStar => chance.word(&["statement", "target"]),
        _ => chance.word(&["target", "due", "title"]),
    };
    let value = match field {
        "target" | "max" => Value::Number(sight.figure(chance)),
        "due" => Value::Text(sight.day(chance, 60).to_string().into()),
        _ => Value::Text(chance.word(&["Better words", "Other words"]).into()),
    };
    ChangeGoal {
        was: said(sight, &on, field).filter(|_| !chance.one_in(5)),
        on,
        field: field.into(),
        value,
        why: "It was a guess.".into(),
    }
}

/// What a field holds now, for those that are changed most.
fn said(sight: &Sight<'_>, on: &Subject, field: &str) -> Option<Value> {
    use alignment_board::domain::goals::{GuardrailKind, KeyResultKind};
    let goals = sight.board.goals();
    match (on, field) {
        (Subject::Objective(id), "title") => {
            let objective = goals.objectives.iter().find(|objective| objective.id == *id)?;
            Some(Value::Text(objective.title.clone()))
        }
        (Subject::KeyResult(id), _) => {
            let mut all = goals.objectives.iter().flat_map(|objective| &objective.key_results);
            let key_result = all.find(|key_result| key_result.id == *id)?;
            match (field, &key_result.kind) {
                ("title", _) => Some(Value::Text(key_result.title.clone())),
                ("target", KeyResultKind::Reach { target, .. }) => target.map(Value::Number),
                _ => None,
            }
        }
        (Subject::Guardrail(id), "max") => match goals.guardrails.iter().find(|g| g.id == *id)?.kind {
            GuardrailKind::Metric { band, .. } => band.max.map(Value::Number),
            _ => None,
        },
        (Subject::NorthStar, "statement") => Some(Value::Text(goals.north_star.as_ref()?.statement.clone())),
        (Subject::NorthStar, "target") => goals.north_star.as_ref()?.metric.as_ref()?.target.map(Value::Number),
        _ => None,
    }
}

fn answer(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    let questions: Vec<_> = sight.board.questions().iter().map(|question| question.id).collect();
    Body::Answer(Rc::new(Reply {
        question: sight.one_of(&questions, chance),
        answer: match chance.below(3) {
            0 => Answer::Yes,
            1 => Answer::No,
            _ => Answer::Instead,
        },
        instead: chance.word(&["", "Ask again."]).into(),
        reason: "".into(),
    }))
}
