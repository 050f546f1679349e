//! The objectives and stars as a tree: one stop of the Tab key, inside which arrows go from item to item.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, SvgElement};
use yew::Callback;

use super::{Scene, at, figure, glyph, sky, text, told};
use crate::domain::map::{Drawn, Field, HEAD, Placed, Star, State};
use crate::view::ask::{Ask, Number};
use crate::view::el::{El, el, target};
use crate::view::part::{Link, Part};
use crate::view::same::Same;
use crate::view::speech::Speech;

#[derive(PartialEq)]
pub(super) struct Shown {
    pub(super) scene: Same<Scene>,
    pub(super) speech: Speech,
    pub(super) ask: Callback<Ask>,
}

/// All that stands on the map. Not drawn anew when somebody looks elsewhere.
pub(super) struct Tree;

impl Part for Tree {
    type Shown = Shown;

    fn new(_shown: &Shown) -> Self {
        Self
    }

    fn draw(&self, shown: &Shown, _link: &Link) -> El {
        let scene = &*shown.scene;
        let mut tree = el("g role=tree class=stars")
            .attr("aria-label", &shown.speech.get("map.tree"))
            .on("focusin", reached)
            .on("keydown", keyed(shown))
            .on("click", clicked(shown));
        let mut n = 0;
        for (place, (field, drawn)) in scene.plan.fields.iter().zip(&scene.map.fields).enumerate() {
            objective(&mut tree, shown, place, field, drawn, &mut n);
        }
        el("g")
            .child(sky::sky(scene, &shown.speech))
            .child(titles(scene))
            .child(tree)
    }
}

/// What stands beside objectives and stars. Apart from the tree, whose items are named by all of it: a title here may
/// be cut.
fn titles(scene: &Scene) -> El {
    let mut titles = el("g aria-hidden=true class=titles");
    for field in &scene.map.fields {
        titles.add(text(&field.head.label, "objective"));
    }
    for (_, star, placed) in scene.stars() {
        let title = text(&placed.label, "title-of");
        titles.add(title.class(if star.state == State::Dropped { "struck" } else { "" }));
    }
    titles
}

/// An objective, and after it its stars one level deeper.
fn objective(tree: &mut El, shown: &Shown, place: usize, field: &Field, drawn: &Drawn, n: &mut usize) {
    let focus = at(
        at(el("circle class=focus"), "cx", drawn.head.at.x),
        "cy",
        drawn.head.at.y,
    );
    let head = el("g class=head aria-hidden=true")
        .child(at(focus, "r", HEAD + 5.0))
        .child(sky::mark(drawn.head.at));
    tree.add(
        el("g role=treeitem aria-level=1")
            .attr("aria-label", &field.title)
            .attr("tabindex", if place == 0 { "0" } else { "-1" })
            .attr("data-place", &place.to_string())
            .child(head),
    );
    let all = field.stars.len().to_string();
    for (k, (star, placed)) in field.stars.iter().zip(&drawn.stars).enumerate() {
        let item = item(shown, *n, star, placed);
        tree.add(
            item.attr("aria-posinset", &(k + 1).to_string())
                .attr("aria-setsize", &all),
        );
        *n += 1;
    }
}

fn item(shown: &Shown, n: usize, star: &Star, placed: &Placed) -> El {
    let map = &shown.scene.map;
    let name = [&*star.title, &told(&shown.speech, star)].join(" · ");
    let class = match star.state {
        State::Free => "free",
        State::Held => "held",
        State::Done => "done",
        State::Dropped => "dropped",
    };
    let put = ["translate(", &figure(placed.at.x), " ", &figure(placed.at.y), ")"].concat();
    let shape = el("g aria-hidden=true")
        .attr("transform", &put)
        .child(at(el("circle class=focus"), "r", map.radius + map.ring))
        .child(glyph::star(star.state, placed.light, star.pulse, map.radius, map.ring))
        .child(at(el("circle class=hit"), "r", map.radius + map.ring));
    el("g role=treeitem aria-level=2 tabindex=-1")
        .class(class)
        .attr("aria-label", &name)
        .attr("data-star", &n.to_string())
        .child(shape)
}

fn clicked(shown: &Shown) -> impl Fn(Event) + 'static {
    let (scene, ask) = (shown.scene.clone(), shown.ask.clone());
    move |event| {
        if let Some(item) = item_of(&event) {
            choose(&scene, &ask, &item);
        }
    }
}

fn keyed(shown: &Shown) -> impl Fn(Event) + 'static {
    let (scene, ask) = (shown.scene.clone(), shown.ask.clone());
    move |event| {
        let (Some(item), Some(event)) = (item_of(&event), event.dyn_ref::<KeyboardEvent>()) else {
            return;
        };
        match event.key().as_str() {
            _ if event.ctrl_key() || event.alt_key() || event.meta_key() => return,
            "Enter" | " " => choose(&scene, &ask, &item),
            key if step(&item, key) => {}
            _ => return,
        }
        event.prevent_default();
    }
}

/// A star is opened; an objective tells how far it is.
fn choose(scene: &Scene, ask: &Callback<Ask>, item: &Element) {
    if let Some((_, star, _)) = star_of(item).and_then(|n| scene.star(n)) {
        ask.emit(Ask::Details(star.initiative.clone()));
    } else if let Some(field) = number(item, "data-place").and_then(|n| scene.plan.fields.get(n)) {
        ask.emit(Ask::Explain(Number::Objective(field.objective.clone())));
    }
}

fn item_of(event: &Event) -> Option<Element> {
    target::<Element>(event)?.closest("[role=treeitem]").ok()?
}

fn number(item: &Element, name: &str) -> Option<usize> {
    item.get_attribute(name)?.parse().ok()
}

/// The number of a star.
pub(super) fn star_of(item: &Element) -> Option<usize> {
    number(item, "data-star")
}

/// Whether an event comes from an objective or a star.
pub(super) fn on_item(event: &Event) -> bool {
    item_of(event).is_some()
}

/// The star that something happened to.
pub(super) fn touched(event: &Event) -> Option<usize> {
    star_of(&item_of(event)?)
}

/// The Tab key comes back to where it was. Yew need not know: what it draws says the same each time.
fn reached(event: Event) {
    let Some(item) = item_of(&event) else { return };
    if let Some(Ok(Some(before))) = tree_of(&item).map(|tree| tree.query_selector("[tabindex='0']")) {
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = item.set_attribute("tabindex", "0");
}

/// The keys of a tree; false for any other.
fn step(item: &Element, key: &str) -> bool {
    let Some(Ok(items)) = tree_of(item).map(|tree| tree.query_selector_all("[role=treeitem]")) else {
        return false;
    };
    let item_at = |n: u32| items.item(n).and_then(|node| node.dyn_into::<SvgElement>().ok());
    let last = items.length().saturating_sub(1);
    let own = (0..=last)
        .find(|n| item_at(*n).is_some_and(|it| it.is_same_node(Some(item))))
        .unwrap_or(0);
    let star = star_of(item).is_some();
    let to = match key {
        "ArrowDown" => (own + 1).min(last),
        "ArrowUp" => own.saturating_sub(1),
        "ArrowRight" if !star => (own + 1).min(last),
        "ArrowLeft" if star => (0..own)
            .rev()
            .find(|n| item_at(*n).is_some_and(|it| star_of(&it).is_none()))
            .unwrap_or(own),
        "Home" => 0,
        "End" => last,
        _ => return false,
    };
    item_at(to).is_some_and(|item| item.focus().is_ok())
}

fn tree_of(item: &Element) -> Option<Element> {
    item.closest("[role=tree]").ok().flatten()
}

/// A scene that is shared.
pub(super) fn shared(scene: Scene) -> Same<Scene> {
    Same::new(&Rc::new(scene))
}
