//! What needs somebody, each with one thing to do about it.

use crate::domain::attention::{Concern, Group};
use crate::view::concern::{sentence, words};
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::step::step;

/// So many of a group are shown at once; the others unfold.
const SHOWN: usize = 8;
/// And no more than so many at all.
const MOST: usize = 200;

pub(super) fn attention(cx: Cx<'_>, all: &[Concern]) -> El {
    let section = el("section class=attention").child(el("h3").words(cx.speech.count("review.attention", all.len())));
    if all.is_empty() {
        return section.child(el("p class=none-here").words(cx.get("review.nothing")));
    }
    let mut groups = el("div class=lanes");
    for group in Group::ALL {
        let rows: Vec<_> = all.iter().filter(|concern| concern.why.group() == group).collect();
        if rows.is_empty() {
            continue;
        }
        let row = |concern: &&Concern| {
            let text = sentence(cx.speech, concern);
            let button = cx
                .may_act()
                .then(|| step(cx.speech, cx.ask, &concern.step, &concern.title, &text));
            let quote = words(&concern.why).map(|words| el("p class=said").child(el("q").text(words)));
            el("li class=matter")
                .child(el("div class=words").child(el("p").words(text)).maybe(quote))
                .maybe(button)
        };
        let heading = el("h4")
            .words(cx.get(group.key()))
            .child(el("span class=soft").text(&format!(" {}", rows.len())));
        let (first, others) = rows.split_at(rows.len().min(SHOWN));
        let lane = el("section class=lane")
            .child(heading)
            .child(first.iter().map(row).fold(el("ul"), El::child));
        let more = (!others.is_empty()).then(|| {
            let summary = el("summary").words(cx.speech.count("for-you.more", others.len()));
            let list = others.iter().take(MOST).map(row).fold(el("ul"), El::child);
            el("details").child(summary).child(list)
        });
        groups.add(lane.maybe(more));
    }
    section.child(groups)
}
