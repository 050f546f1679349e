//! How we'll know: an objective's key results, folded away until wanted.

use super::ask::{Ask, Number};
use super::bar::bar;
use super::column::{Shown, explained};
use super::el::{El, el};
use super::speech::Speech;
use crate::domain::goals::{KeyResult, KeyResultKind};
use crate::domain::progress::{Progress, Standing};

pub(super) fn key_results(shown: &Shown) -> El {
    let speech = &shown.speech;
    let count = speech.count("key-results.summary", shown.objective.key_results.len());
    let mut list = el("ul");
    for (key_result, standing) in shown.objective.key_results.iter().zip(&shown.summary.key_results) {
        list.add(row(speech, shown, key_result, standing));
    }
    let explained = (shown.complete && !shown.board.0.known).then(|| explained_words(speech));
    el("details class=key-results")
        .child(el("summary").words(count))
        .maybe(explained)
        .child(list)
}

/// What key results are, for whoever sees them for the first time.
#[inline(never)]
fn explained_words(speech: &Speech) -> El {
    el("p class='soft small'").words(speech.get("key-results.explained"))
}

fn row(speech: &Speech, shown: &Shown, key_result: &KeyResult, standing: &Standing) -> El {
    let state = &shown.board.0;
    let viewer = state.viewer.as_ref().filter(|_| !state.readonly());
    let may = viewer.is_some_and(|viewer| {
        shown
            .goals
            .may_measure(&viewer.id, &shown.objective, key_result, state.now.today)
    });
    let measure = || {
        let name = speech.say("key-results.update.name", &[("title", &key_result.title)]);
        el("button type=button class=link")
            .attr("aria-label", &name)
            .click(&shown.ask, Ask::Measure(key_result.id.clone()))
            .words(speech.get("key-results.update"))
    };
    let measurable = standing.progress != Progress::NotMeasurable;
    let bar = measurable.then(|| bar(standing.progress.clamped(), standing.expected, standing.status));
    el("li")
        .key(key_result.id.as_str())
        .attr("data-key-result", key_result.id.as_str())
        .child(el("span class=what").text(&key_result.title))
        .child(explained(
            "button type=button class='number explained'",
            speech,
            figure(speech, key_result, standing),
            Number::KeyResult(key_result.id.clone()),
            &shown.ask,
        ))
        .maybe(bar)
        .maybe(may.then(measure))
}

/// "40% · 12 of 30 · 20 Nov", or what is missing.
fn figure(speech: &Speech, key_result: &KeyResult, standing: &Standing) -> String {
    let Some(percent) = standing.progress.percent() else {
        return speech.get(match standing.progress {
            Progress::NotMeasurable => "key-results.not-measurable",
            _ => "key-results.not-measured",
        });
    };
    let unit = key_result.unit.as_deref().unwrap_or_default();
    let number = |value: f64| speech.number(value);
    let current = standing.current.unwrap_or(0.0);
    let way = match &key_result.kind {
        KeyResultKind::Reach { start, target } => {
            let target = number(target.unwrap_or(0.0));
            let args = [
                ("now", &*number(current)),
                ("target", &*target),
                ("start", &*number(*start)),
                ("unit", unit),
            ];
            speech.say(
                if *start == 0.0 {
                    "key-results.of"
                } else {
                    "key-results.from-to"
                },
                &args,
            )
        }
        KeyResultKind::Milestones(list) => {
            let all = list.len().to_string();
            speech.say(
                "key-results.of",
                &[("now", &number(current)), ("target", &all), ("unit", "")],
            )
        }
        KeyResultKind::Stay(_) => speech.say("key-results.now", &[("now", &number(current)), ("unit", unit)]),
        KeyResultKind::Done => speech.get(if current > 0.0 {
            "key-results.done"
        } else {
            "key-results.not-done"
        }),
    };
    let figure = match key_result.kind {
        KeyResultKind::Reach { .. } | KeyResultKind::Milestones(_) => Some(speech.percent(percent)),
        KeyResultKind::Stay(_) => Some(speech.get(if percent > 0 {
            "key-results.inside"
        } else {
            "key-results.outside"
        })),
        KeyResultKind::Done => None,
    };
    let day = standing.as_of.map(|day| speech.day(day));
    let parts: Vec<_> = [figure, Some(way.trim().to_owned()), day]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" · ")
}
