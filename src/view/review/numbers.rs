//! Numbers and limits, which come first.

use crate::domain::guardrail::State as Limit;
use crate::domain::progress::percent;
use crate::view::bar::{bar, tone};
use crate::view::column::status;
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::limits::standing_words;

pub(super) fn numbers(cx: Cx<'_>) -> El {
    let mut section = el("section class=numbers").child(el("h3").words(cx.get("review.numbers")));
    for (objective, summary) in cx.goals().objectives.iter().zip(&cx.state.summaries) {
        let figure = summary
            .progress
            .map_or_else(|| "–".to_owned(), |share| cx.speech.percent(percent(share)));
        let row = el("div class=row")
            .child(el("h4").text(&objective.title))
            .child(el("strong class='figure push'").words(figure));
        let words = status(cx.speech, objective, summary);
        section.add(
            el("div class=measure")
                .child(row)
                .child(bar(summary.progress, summary.expected, summary.status))
                .child(el("p class='status small'").class(tone(summary.status)).words(words)),
        );
    }
    if let Some(lately) = &cx.state.lately {
        section.add(crate::view::for_you::news(cx.speech, lately));
    }
    section.maybe(limits(cx))
}

/// Each limit in a line, the breached ones first.
fn limits(cx: Cx<'_>) -> Option<El> {
    let mut standings = cx.scene.limits().standings();
    standings.sort_by_key(|standing| standing.state != Limit::Breached);
    let mut list = el("ul class=limit-list");
    for standing in &standings {
        let found = cx.goals().guardrails.iter().find(|it| it.id == standing.guardrail);
        let Some(guardrail) = found else { continue };
        let (words, tone) = standing_words(cx, standing);
        list.add(
            el("li class=row")
                .child(el("span").text(&guardrail.title))
                .child(el("span class='pill push'").class(tone).words(words)),
        );
    }
    let kept = standings.iter().all(|standing| standing.state != Limit::Breached);
    let sum = kept.then(|| el("p class='soft small'").words(cx.get("limits.all-kept")));
    (!standings.is_empty()).then(|| el("div class=measure").child(list).maybe(sum))
}
