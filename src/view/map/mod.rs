//! The map: a night sky of what the team is about. What stands where is the domain's to say; here it is drawn.

mod callout;
mod camera;
mod chart;
mod glyph;
mod legend;
mod list;
mod name_it;
mod sky;
mod tree;

use std::rc::Rc;

use yew::{Callback, Html};

use self::chart::Chart;
pub(super) use self::name_it::name_it;
use super::ask::Ask;
use super::card::confidence_key;
use super::cx::Cx;
use super::el::{El, all, el};
use super::part::part;
use super::speech::Speech;
use crate::domain::card::Pulse;
use crate::domain::map::{Field, Label, Map, Placed, Plan, Star, State};

/// So many can be laid out and drawn while somebody waits. A map is to be read, and few would be read on it by then.
const MOST_STARS: usize = 2_000;

/// A plan and where its parts stand. Stars have numbers, objective by objective.
#[derive(PartialEq)]
struct Scene {
    plan: Rc<Plan>,
    map: Map,
}

/// What the map is drawn of.
#[derive(PartialEq)]
struct Shown {
    plan: Rc<Plan>,
    /// What files are called.
    title: Rc<str>,
    speech: Speech,
    ask: Callback<Ask>,
}

pub(super) fn map(cx: Cx<'_>) -> Html {
    let head = cx.head("map.title", "map.how").maybe(name_it::own(cx));
    if cx.goals().objectives.is_empty() {
        return all(vec![
            head.into(),
            el("p class=empty").words(cx.get("board.empty")).into(),
        ]);
    }
    let stars = cx.goals().initiatives().count();
    if stars > MOST_STARS {
        return all(vec![
            head.into(),
            el("p class=empty").words(cx.speech.count("map.too-many", stars)).into(),
        ]);
    }
    let shown = Shown {
        plan: Rc::new(Plan::new(cx.board, cx.state.now, &cx.state.zone)),
        title: cx.goals().title.clone(),
        speech: cx.speech.clone(),
        ask: cx.ask.clone(),
    };
    all(vec![head.into(), part::<Chart>(shown, None)])
}

impl Scene {
    /// The stars by number.
    fn stars(&self) -> impl Iterator<Item = (&Field, &Star, &Placed)> {
        let fields = self.plan.fields.iter().zip(&self.map.fields);
        fields.flat_map(|(field, drawn)| {
            let stars = field.stars.iter().zip(&drawn.stars);
            stars.map(move |(star, placed)| (field, star, placed))
        })
    }

    fn star(&self, n: usize) -> Option<(&Field, &Star, &Placed)> {
        self.stars().nth(n)
    }
}

/// All that a star says without words, in words: who has it, how far it is, how it is doing.
fn told(speech: &Speech, star: &Star) -> String {
    let mut parts = Vec::new();
    if !star.names.is_empty() {
        parts.push(star.names.join(", "));
    }
    match star.state {
        State::Free => parts.push(speech.get("card.free")),
        State::Done => parts.push(speech.get("card.done")),
        State::Dropped => parts.push(speech.get("card.dropped")),
        State::Held => {}
    }
    if let Some(percent) = star.progress {
        let percent = speech.percent(i64::from(percent));
        parts.push(speech.say("map.progress", &[("percent", &percent)]));
    }
    parts.extend(star.pulse.map(|pulse| match pulse {
        Pulse::NeverSaid => speech.get("card.never-said"),
        Pulse::Outdated(days) => speech.count("card.no-news", usize::try_from(days).unwrap_or(0)),
        Pulse::Said(status) => speech.get(confidence_key(status)),
    }));
    parts.join(" · ")
}

/// A length or a place, as SVG writes it.
fn figure(value: f64) -> String {
    format!("{value:.1}")
}

/// A number in an attribute.
fn at(el: El, name: &'static str, value: f64) -> El {
    el.attr(name, &figure(value))
}

/// Lines of text around a middle.
fn text(label: &Label, class: &'static str) -> El {
    let mut text = el("text text-anchor=middle").class(class);
    text = at(text, "font-size", label.size);
    for (n, line) in label.lines.iter().enumerate() {
        let span = at(el("tspan"), "x", label.at.x);
        text.add(at(span, "y", label.at.y + n as f64 * label.leading()).text(line));
    }
    text
}
