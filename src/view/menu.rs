//! What else can be done on a card, behind one small button.

use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent, Node};
use yew::{Callback, NodeRef};

use super::card::{act_key, act_name};
use super::el::{El, el, yes_no};
use super::icon;
use super::part::{Link, Part, Told};
use super::same::Same;
use super::speech::Speech;
use crate::domain::card::Act;
use crate::domain::goals::Initiative;

#[derive(PartialEq)]
pub(super) struct Shown {
    pub(super) initiative: Same<Initiative>,
    pub(super) acts: Vec<Act>,
    pub(super) speech: Speech,
    pub(super) act: Callback<Act>,
}

#[derive(Default)]
pub(super) struct Menu {
    /// What it offers while it is open. What changes meanwhile must not change under a finger: what cannot be done any
    /// more is refused with a reason.
    open: Option<Vec<Act>>,
    node: NodeRef,
    button: NodeRef,
    list: NodeRef,
}

impl Part for Menu {
    type Shown = Shown;

    fn new(_shown: &Shown) -> Self {
        Self::default()
    }

    fn told(&mut self, shown: &Shown, what: Told) -> bool {
        let was = self.open.is_some();
        let stays = match what {
            Told::Used => {
                self.focus_button();
                !was
            }
            Told::Key(event) => self.key(&event),
            Told::Chosen(act) => {
                shown.act.emit(act);
                false
            }
            _ => false,
        };
        if stays != was {
            self.open = stays.then(|| shown.acts.clone());
        }
        stays != was
    }

    fn draw(&self, shown: &Shown, link: &Link) -> El {
        let Shown { initiative, speech, .. } = shown;
        let title = &initiative.title;
        let (node, left) = (self.node.clone(), link.clone());
        let button = el("button type=button class='quiet icon-only'")
            .node(&self.button)
            .attr("aria-expanded", yes_no(self.open.is_some()))
            .attr("aria-label", &speech.say("act.more.name", &[("title", title)]))
            .tells("click", link, |_| Told::Used)
            .child(icon::more());
        let list = self.open.as_ref().map(|acts| {
            let mut list = el("ul class=menu-list").node(&self.list);
            for act in acts {
                let (act, link) = (*act, link.clone());
                let entry = el("button type=button")
                    .attr("aria-label", &act_name(speech, act, title))
                    .on("click", move |_| link.send_message(Told::Chosen(act)))
                    .words(speech.get(act_key(act)));
                list.add(el("li").child(entry));
            }
            list
        });
        el("div class=menu")
            .node(&self.node)
            // Safari gives no focus to a button that is clicked, and takes it from the entry that has it: that would
            // close the menu under the finger.
            .on("mousedown", |event| event.prevent_default())
            .tells("keydown", link, |event| Told::Key(event.unchecked_into()))
            // Asked while the event is on its way: afterwards it no longer says where in a shadow root focus went.
            .on("focusout", move |event| {
                if !holds(&node, event.unchecked_ref()) {
                    left.send_message(Told::Left);
                }
            })
            .child(button)
            .maybe(list)
    }

    fn drawn(&mut self, _link: &Link, _first: bool) {
        // Just opened: the keyboard goes to the first entry.
        if self.open.is_some() && focused(&self.list).is_none() {
            step(&self.list, true);
        }
    }
}

impl Menu {
    /// Whether it is open after a key.
    fn key(&self, event: &KeyboardEvent) -> bool {
        match event.key().as_str() {
            "Escape" if self.open.is_some() => {
                event.stop_propagation();
                self.focus_button();
                return false;
            }
            "ArrowDown" | "ArrowUp" if self.open.is_some() => {
                event.prevent_default();
                step(&self.list, event.key() == "ArrowDown");
            }
            _ => {}
        }
        self.open.is_some()
    }

    fn focus_button(&self) {
        if let Some(button) = self.button.cast::<HtmlElement>() {
            let _ = button.focus();
        }
    }
}

/// Whether focus stays inside.
fn holds(menu: &NodeRef, event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
    menu.cast::<Node>().is_some_and(|menu| menu.contains(to.as_ref()))
}

fn buttons(list: &NodeRef) -> Vec<HtmlElement> {
    let found = list
        .cast::<HtmlElement>()
        .and_then(|list| list.query_selector_all("button").ok());
    let found = found
        .iter()
        .flat_map(|found| (0..found.length()).filter_map(|n| found.item(n)));
    found.filter_map(|button| button.dyn_into().ok()).collect()
}

fn focused(list: &NodeRef) -> Option<usize> {
    buttons(list)
        .iter()
        .position(|button| button.matches(":focus").unwrap_or(false))
}

/// Moves focus to the next or the previous entry, round the ends.
fn step(list: &NodeRef, forward: bool) {
    let buttons = buttons(list);
    let count = buttons.len();
    let next = match focused(list) {
        None => 0,
        Some(n) if forward => n + 1,
        Some(n) => n + count - 1,
    };
    if let Some(button) = buttons.get(next % count.max(1)) {
        let _ = button.focus();
    }
}
