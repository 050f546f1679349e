//! Questions that want a decision, and their answers, on the board for everybody to see.

use std::rc::Rc;

use yew::Html;

use super::may_i::currency;
use crate::domain::board::Question;
use crate::domain::event::{Answer, Ask as Asking, Body, EventId, Reply, Subject};
use crate::domain::goals::Money;
use crate::domain::id::AreaId;
use crate::view::ask::{MayI, Open};
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::form::{Fields, choices};
use crate::view::long::long;
use crate::view::say::{Say, field, labelled, say};
use crate::view::subject;
use crate::web::intl::plain;

/// Answers in one word, each with the key of its words.
const ANSWERS: [(Answer, &str); 3] = [
    (Answer::Yes, "answer.yes"),
    (Answer::No, "answer.no"),
    (Answer::Instead, "answer.instead"),
];

/// What waits for an answer.
pub(super) fn asked(cx: Cx<'_>) -> El {
    let questions = cx.board.questions();
    let open: Vec<_> = questions
        .into_iter()
        .filter(|question| question.answer().is_none())
        .collect();
    if open.is_empty() {
        return el("p class=none-here").words(cx.get("asked.none"));
    }
    let row = |question: &Question| {
        let amount = question
            .ask
            .amount
            .as_ref()
            .map(|amount| el("span class='pill none'").words(cx.speech.money(amount)));
        let words = el("div class=words")
            .child(el("p").text(&question.ask.question))
            .child(cx.by(&question.by.name, question.id));
        let answer = cx
            .actor()
            .map(|_| cx.opens("step.answer", &question.ask.question, Open::Answer(question.id)));
        el("li class=matter").child(words).maybe(amount).maybe(answer)
    };
    let rows = open.into_iter().map(|question| row(question)).collect();
    long(cx.speech, "ul class=matters", rows)
}

/// Asking whoever decides.
pub(in crate::view) fn ask_first(cx: Cx<'_>, about: &MayI) -> Html {
    let found = cx.goals().decision_areas.iter().find(|area| area.id == about.area);
    let Some(area) = found else {
        return Html::default();
    };
    let currency = currency(cx, area);
    let amount = about.amount.map(plain).unwrap_or_default();
    let what = Say {
        heading: cx.speech.say("may-i.ask.name", &[("title", &area.title)]),
        why: Some("asked.why"),
        fields: vec![
            field(
                cx.speech,
                "asked.question",
                "textarea name=question rows=2 maxlength=1000 required=required autofocus=autofocus",
            ),
            labelled(
                cx.speech,
                "may-i.amount",
                el("input name=amount inputmode=decimal autocomplete=off").value(&amount),
            ),
        ],
        submit: "may-i.ask",
        title: &area.title,
    };
    let (area, initiative) = (area.id.clone(), about.initiative.clone());
    say(cx.speech, cx.ask, what, move |fields| {
        Some(Body::Ask(Rc::new(Asking {
            area: Some(area.clone()),
            initiative: initiative.clone(),
            amount: fields.number("amount").map(|amount| Money {
                amount,
                currency: currency.clone(),
            }),
            question: fields.text("question"),
        })))
    })
}

pub(in crate::view) fn answer(cx: Cx<'_>, question: EventId) -> Html {
    let title = subject::title(cx.state, &Subject::Begun(question));
    let mut options = el("fieldset class=options").child(el("legend").words(cx.get("answer.what")));
    for (answer, key) in ANSWERS {
        let radio = el("input type=radio name=answer")
            .value(key)
            .checked(answer == Answer::Yes);
        options.add(
            el("label class=option")
                .child(radio)
                .child(el("span").words(cx.get(key))),
        );
    }
    let what = Say {
        heading: title.to_string(),
        why: None,
        fields: vec![
            options,
            field(
                cx.speech,
                "answer.what-instead",
                "input name=instead maxlength=1000 autocomplete=off",
            ),
            field(cx.speech, "decide.reason", "textarea name=reason rows=2 maxlength=1000"),
        ],
        submit: "step.answer",
        title: &title,
    };
    say(cx.speech, cx.ask, what, move |fields| {
        let said = fields.text("answer");
        let answer = ANSWERS.iter().find(|(_, key)| *key == &*said)?.0;
        Some(Body::Answer(Rc::new(Reply {
            question,
            answer,
            instead: fields.text("instead"),
            reason: fields.text("reason"),
        })))
    })
}

/// The areas, to choose one of them or none.
pub(super) fn area_field(cx: Cx<'_>) -> El {
    let mut options = vec![(String::new(), cx.get("log.no-area"))];
    let areas = cx.goals().decision_areas.iter();
    options.extend(areas.map(|area| (area.id.to_string(), area.title.to_string())));
    choices("select name=area", None, options)
}

/// The area that was chosen.
pub(super) fn area(fields: &Fields) -> Option<AreaId> {
    let id = fields.text("area");
    (!id.is_empty()).then(|| AreaId::from(&*id))
}
