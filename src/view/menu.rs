//! What else can be done on a card, behind one small button.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent, Node};
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

use super::card::{act_key, act_name};
use super::el::{el, yes_no};
use super::icon;
use super::speech::Speech;
use crate::domain::card::Act;
use crate::domain::goals::Initiative;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) initiative: Rc<Initiative>,
    pub(super) acts: Vec<Act>,
    pub(super) speech: Speech,
    pub(super) act: Callback<Act>,
}

#[derive(Default)]
pub(super) struct Menu {
    open: bool,
    node: NodeRef,
    button: NodeRef,
    list: NodeRef,
}

pub(super) enum Msg {
    Toggle,
    Left,
    Key(KeyboardEvent),
    Chosen(Act),
}

impl Component for Menu {
    type Message = Msg;
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let open = match msg {
            Msg::Toggle => !self.open,
            Msg::Left => false,
            Msg::Key(event) => self.key(&event),
            Msg::Chosen(act) => {
                ctx.props().act.emit(act);
                false
            }
        };
        std::mem::replace(&mut self.open, open) != open
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props {
            initiative,
            acts,
            speech,
            ..
        } = ctx.props();
        let link = ctx.link();
        let title = &initiative.title;
        let (toggled, pressed, left) = (link.clone(), link.clone(), link.clone());
        let node = self.node.clone();
        let button = el("button type=button class='quiet icon-only'")
            .node(&self.button)
            .attr("aria-expanded", yes_no(self.open))
            .attr("aria-label", &speech.say("act.more.name", &[("title", title)]))
            .on("click", move |_| toggled.send_message(Msg::Toggle))
            .child(icon::more());
        let list = self.open.then(|| {
            let mut list = el("ul class=menu-list").node(&self.list);
            for act in acts {
                let (act, link) = (*act, link.clone());
                let entry = el("button type=button")
                    .attr("aria-label", &act_name(speech, act, title))
                    .on("click", move |_| link.send_message(Msg::Chosen(act)))
                    .words(speech.get(act_key(act)));
                list.add(el("li").child(entry));
            }
            list
        });
        el("div class=menu")
            .node(&self.node)
            .on("keydown", move |event| {
                pressed.send_message(Msg::Key(event.unchecked_into()))
            })
            // Asked while the event is on its way: afterwards it no longer says where in a shadow root focus went.
            .on("focusout", move |event| {
                if !holds(&node, event.unchecked_ref()) {
                    left.send_message(Msg::Left);
                }
            })
            .child(button)
            .maybe(list)
            .into()
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        // Just opened: the keyboard goes to the first entry.
        if self.open && focused(&self.list).is_none() {
            step(&self.list, true);
        }
    }
}

impl Menu {
    /// Whether it is open after a key.
    fn key(&self, event: &KeyboardEvent) -> bool {
        match event.key().as_str() {
            "Escape" if self.open => {
                event.stop_propagation();
                if let Some(button) = self.button.cast::<HtmlElement>() {
                    let _ = button.focus();
                }
                return false;
            }
            "ArrowDown" | "ArrowUp" if self.open => {
                event.prevent_default();
                step(&self.list, event.key() == "ArrowDown");
            }
            _ => {}
        }
        self.open
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
