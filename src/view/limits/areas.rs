//! Who may decide what, area by area.

use super::may_i::{answer_words, right};
use crate::domain::goals::{DecisionArea, DelegationLevel};
use crate::view::cx::Cx;
use crate::view::el::{El, el};

pub(super) fn areas(cx: Cx<'_>) -> El {
    let areas = &cx.goals().decision_areas;
    if areas.is_empty() {
        return el("p class=none-here").words(cx.get("areas.none"));
    }
    let cell = |key| el("th scope=col").words(cx.get(key));
    let head = el("tr")
        .child(cell("areas.area"))
        .child(cell("areas.who"))
        .child(cell("areas.up-to"));
    let mut body = el("tbody");
    let mut sorted: Vec<_> = areas.iter().collect();
    sorted.sort_by_key(|area| std::cmp::Reverse(area.level));
    for area in sorted {
        body.add(row(cx, area));
    }
    let table = el("table").child(el("thead").child(head)).child(body);
    el("div class=scrolls tabindex=0 role=region")
        .attr("aria-label", &cx.get("areas.title"))
        .child(table)
}

fn row(cx: Cx<'_>, area: &DecisionArea) -> El {
    let words = match cx.state.viewer.as_ref() {
        Some(viewer) => answer_words(cx, &right(cx, &viewer.id, area, None).answer),
        None => cx.get(level_key(area.level)),
    };
    let up_to = area
        .up_to
        .as_ref()
        .map_or_else(|| "–".to_owned(), |limit| cx.speech.money(limit));
    let note = |key, words: &[crate::domain::goals::Text]| {
        (!words.is_empty()).then(|| el("p class='soft small'").words([&cx.get(key), ": ", &words.join(", ")].concat()))
    };
    let name = el("th scope=row")
        .child(el("span").text(&area.title))
        .maybe(note("areas.alone", &area.alone))
        .maybe(note("areas.together", &area.together));
    el("tr")
        .child(name)
        .child(el("td").words(words))
        .child(el("td class=number").words(up_to))
}

/// How far an area is delegated, to somebody who has not said who they are.
fn level_key(level: DelegationLevel) -> &'static str {
    match level {
        DelegationLevel::Tell => "level.tell",
        DelegationLevel::Sell => "level.sell",
        DelegationLevel::Consult => "level.consult",
        DelegationLevel::Agree => "level.agree",
        DelegationLevel::Advise => "level.advise",
        DelegationLevel::Inquire => "level.inquire",
        DelegationLevel::Delegate => "level.delegate",
    }
}
