//! What was decided, by whom, and under which right.

use std::rc::Rc;

use yew::Html;

use super::asked::{area, area_field};
use super::may_i::answer_words;
use crate::domain::decision::{Entry, What, log as entries};
use crate::domain::event::{Answer, Body, Record};
use crate::domain::goals::Text;
use crate::view::ask::{Ask, Open};
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::say::{Say, field, labelled, say};

/// So many are shown at once; the older ones unfold.
const SHOWN: usize = 20;

pub(super) fn log(cx: Cx<'_>) -> El {
    let entries = entries(cx.board, cx.scene.zone);
    let add = cx.actor().map(|_| {
        el("button type=button class=quiet")
            .click(cx.ask, Ask::Open(Open::LogDecision))
            .words(cx.get("log.add"))
    });
    let part = el("div").maybe(add);
    if entries.is_empty() {
        return part.child(el("p class=none-here").words(cx.get("log.none")));
    }
    let mut rows: Vec<El> = entries.iter().rev().map(|it| entry(cx, it)).collect();
    let older = rows.split_off(rows.len().min(SHOWN));
    let list = |rows: Vec<El>| rows.into_iter().fold(el("ul class=history"), El::child);
    let more = (!older.is_empty()).then(|| {
        let summary = el("summary").words(cx.speech.count("for-you.more", older.len()));
        el("details").child(summary).child(list(older))
    });
    part.child(list(rows)).maybe(more)
}

fn entry(cx: Cx<'_>, entry: &Entry) -> El {
    let area = entry
        .area
        .as_ref()
        .and_then(|id| cx.goals().decision_areas.iter().find(|area| area.id == *id));
    let mut by = vec![entry.by.name.to_string(), cx.speech.day(entry.day)];
    by.extend(area.map(|area| area.title.to_string()));
    by.extend(entry.amount.as_ref().map(|amount| cx.speech.money(amount)));
    let row = el("li").child(el("p class='soft small'").words(by.join(" · ")));
    let line = |row: El, words: &Text| match words.is_empty() {
        true => row,
        false => row.child(el("p class=said").child(el("q").text(words))),
    };
    let row = match &entry.what {
        What::Decided { decision, why } => line(row.child(el("p").text(decision)), why),
        What::Answered {
            asked_by,
            question,
            answer,
            instead,
            reason,
        } => {
            let asks = cx.speech.say(
                "attention.unanswered",
                &[("name", asked_by.first_name()), ("title", question)],
            );
            let (key, tone) = match answer {
                Answer::Yes => ("answer.yes", "ok"),
                Answer::No => ("answer.no", "bad"),
                Answer::Instead => ("answer.instead", "warn"),
            };
            let verdict = el("p").child(el("span class=pill").class(tone).words(cx.get(key)));
            line(line(row.child(el("p").words(asks)).child(verdict), instead), reason)
        }
    };
    let right = entry.right.as_ref().map(|right| {
        let words = cx.speech.say(
            "log.right",
            &[
                ("name", entry.by.first_name()),
                ("right", &answer_words(cx, &right.answer)),
            ],
        );
        el("p class='soft small'").words(words)
    });
    row.maybe(right)
}

pub(in crate::view) fn log_decision(cx: Cx<'_>) -> Html {
    let title = Text::from("");
    let what = Say {
        heading: cx.get("log.add"),
        why: Some("log.why"),
        fields: vec![
            field(
                cx.speech,
                "log.decision",
                "textarea name=decision rows=2 maxlength=1000 required=required autofocus=autofocus",
            ),
            field(cx.speech, "log.reason", "textarea name=why rows=2 maxlength=1000"),
            labelled(cx.speech, "may-i.area", area_field(cx)),
        ],
        submit: "log.submit",
        title: &title,
    };
    say(cx.speech, cx.ask, what, |fields| {
        Some(Body::LogDecision(Rc::new(Record {
            area: area(fields),
            initiative: None,
            amount: None,
            decision: fields.text("decision"),
            why: fields.text("why"),
        })))
    })
}
