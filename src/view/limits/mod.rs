//! Limits and decisions: what has to be kept, who may decide what, and what was decided.

mod areas;
mod asked;
mod closing;
mod guardrail;
mod log;
mod may_i;
mod proposals;
mod spark;

use yew::Html;

pub(super) use asked::{answer, ask_first};
pub(super) use closing::close_objective;
pub(super) use guardrail::{standing_words, waive};
pub(super) use log::log_decision;
pub(super) use proposals::{propose, propose_objective};

use super::ask::MayI;
use super::cx::Cx;
use super::el::{El, all, el};

pub(super) fn limits(cx: Cx<'_>, question: Option<&MayI>) -> Html {
    let standings = cx.scene.limits().standings();
    let mut cards = el("div class=crew");
    for standing in &standings {
        if let Some(guardrail) = cx.goals().guardrails.iter().find(|it| it.id == standing.guardrail) {
            cards.add(guardrail::guardrail(cx, guardrail, standing));
        }
    }
    if standings.is_empty() {
        cards = el("p class=none-here").words(cx.get("limits.none"));
    }
    all(vec![
        cx.head("limits.title", "limits.how").into(),
        cards.into(),
        section(cx, "areas.title", vec![may_i::may_i(cx, question), areas::areas(cx)]).into(),
        section(cx, "asked.title", vec![asked::asked(cx), proposals::proposals(cx)]).into(),
        section(cx, "log.title", vec![log::log(cx)]).into(),
    ])
}

fn section(cx: Cx<'_>, title: &'static str, parts: Vec<El>) -> El {
    let section = el("section class=part").child(el("h3").words(cx.get(title)));
    parts.into_iter().fold(section, El::child)
}
