//! A check-in: how it is going, one line, and what follows from not going well. Twenty seconds by keyboard.

use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html};

use super::ask::Ask;
use super::card::confidence_key;
use super::dialog::dialog;
use super::el::{El, el, target};
use super::form::{Fields, form, submit_button};
use super::speech::Speech;
use super::subject;
use crate::app::{Action, State};
use crate::domain::board::Board;
use crate::domain::event::{CheckIn, Subject};
use crate::domain::goals::{GuardrailKind, Text};
use crate::domain::progress::{Status, confidence_status};
use crate::web::intl::plain;

/// The three words on screen and the confidence each stands for.
const CHOICES: [(&str, Status); 3] = [("8", Status::OnTrack), ("5", Status::AtRisk), ("2", Status::OffTrack)];

pub(super) fn check_in(speech: &Speech, state: &State, on: &Subject, ask: &Callback<Ask>) -> Html {
    let last = last(state, on);
    let submit = {
        let (ask, on) = (ask.clone(), on.clone());
        move |fields: &Fields| {
            ask.emit(Ask::Do(Action::CheckIn(Box::new(CheckIn {
                on: on.clone(),
                value: fields.number("value"),
                progress: fields.number("progress").map(|progress| progress.clamp(0.0, 100.0)),
                confidence: fields.text("confidence").parse().ok(),
                line: fields.text("line"),
                change: fields.text("change"),
                blocker: fields.text("blocker"),
                help: Vec::new(),
            }))));
        }
    };
    let said = confidence_status(last.confidence.unwrap_or(8));
    let mut choices = el("fieldset class=options")
        .on("change", note_choice)
        .child(el("legend").words(speech.get("check-in.how")));
    for (value, means) in CHOICES {
        let radio = el("input type=radio name=confidence")
            .value(value)
            .checked(said == means)
            .flag("autofocus", said == means);
        let word = el("span").words(speech.get(confidence_key(means)));
        let option = el("label class=option").class(super::bar::tone(Some(means)));
        choices.add(option.child(radio).child(word));
    }
    let before = last.line.as_ref();
    let before = before.map(|line| el("p class=soft").words(speech.say("check-in.last", &[("line", line)])));
    let line = |tag, key, input| el(tag).words(speech.get(key)).child(el(input));
    let form = form("form class=check-in", submit)
        .attr("data-said", said_value(last.confidence))
        .maybe(before)
        .child(choices)
        .child(number(speech, on, &last))
        .child(line(
            "label",
            "check-in.line",
            "input name=line maxlength=500 autocomplete=off",
        ))
        // Shown by style, when the answer above asks for it.
        .child(line(
            "label class=if-unsure",
            "check-in.change",
            "input name=change maxlength=500 autocomplete=off",
        ))
        .child(line(
            "label class=if-stuck",
            "check-in.blocker",
            "input name=blocker maxlength=500 autocomplete=off",
        ))
        .child(submit_button(speech.get("act.check-in")));
    let title = speech.say("check-in.title", &[("title", &last.title)]);
    dialog(speech, title, ask, form.into())
}

/// The choice that stands for a confidence.
fn said_value(confidence: Option<u8>) -> &'static str {
    let status = confidence_status(confidence.unwrap_or(8));
    let choice = CHOICES.iter().find(|(_, means)| *means == status);
    choice.map_or("", |(value, _)| value)
}

/// Marks the form with what was chosen, for the style to show what follows from it. Done by hand because not every
/// browser looks again at `:has(:checked)` inside a shadow root.
fn note_choice(event: Event) {
    let Some(input) = target::<HtmlInputElement>(&event) else {
        return;
    };
    if let Some(form) = input.form() {
        // The name is a valid one.
        let _ = form.set_attribute("data-said", &input.value());
    }
}

/// What was said last time.
#[derive(Default)]
struct Last {
    title: Text,
    line: Option<Text>,
    confidence: Option<u8>,
    value: Option<f64>,
    unit: Option<Text>,
}

fn last(state: &State, on: &Subject) -> Last {
    let Some(board) = &state.board else {
        return Last::default();
    };
    let words = |line: &Text| Some(line.clone()).filter(|line| !line.is_empty());
    match on {
        Subject::Initiative(id) => board.initiative(id).map(|(_, initiative, work)| {
            let spoken = work.last_spoken().map(|spoken| &spoken.check_in);
            Last {
                title: initiative.title.clone(),
                line: spoken.and_then(|said| words(&said.line)),
                confidence: spoken.and_then(|said| said.confidence),
                value: spoken.and_then(|said| said.progress),
                unit: None,
            }
        }),
        on => board.number(on).map(|measured| Last {
            title: subject::title(state, on),
            line: measured.reports.last().and_then(|report| words(&report.line)),
            confidence: measured.confidence(),
            value: measured.current().map(|(value, _)| value),
            unit: unit(board, on),
        }),
    }
    .unwrap_or_default()
}

/// In what a number is counted.
fn unit(board: &Board, on: &Subject) -> Option<Text> {
    let goals = board.goals();
    match on {
        Subject::KeyResult(id) => {
            let mut all = goals.objectives.iter().flat_map(|objective| &objective.key_results);
            all.find(|key_result| key_result.id == *id)?.unit.clone()
        }
        Subject::Guardrail(id) => match &goals.guardrails.iter().find(|it| it.id == *id)?.kind {
            GuardrailKind::Metric { unit, .. } => unit.clone(),
            _ => None,
        },
        Subject::NorthStar => goals.north_star.as_ref()?.metric.as_ref()?.unit.clone(),
        _ => None,
    }
}

/// A number asks for its value; an initiative may say how far it is.
fn number(speech: &Speech, on: &Subject, last: &Last) -> El {
    let (tag, label) = match on {
        Subject::KeyResult(_) | Subject::Guardrail(_) | Subject::NorthStar => {
            let unit = last.unit.as_deref().unwrap_or_default();
            (
                "input name=value inputmode=decimal autocomplete=off required=required",
                speech.say("check-in.value", &[("unit", unit)]),
            )
        }
        _ => (
            "input name=progress type=number min=0 max=100 step=any autocomplete=off",
            speech.get("check-in.progress"),
        ),
    };
    let mut field = el(tag);
    if let Some(value) = last.value {
        field = field.value(&plain(value));
    }
    el("label").words(label).child(field)
}
