//! What else can be done on a card, behind one small button.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

use super::card::{act_key, act_name};
use super::icon;
use super::speech::use_speech;
use crate::domain::card::Act;
use crate::domain::goals::Initiative;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) initiative: Rc<Initiative>,
    pub(super) acts: Vec<Act>,
    pub(super) act: Callback<Act>,
}

#[component]
pub(super) fn Menu(props: &Props) -> Html {
    let speech = use_speech();
    let open = use_state_eq(|| false);
    let node = use_node_ref();
    let button = use_node_ref();
    let list = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    {
        let list = list.clone();
        use_effect_with(*open, move |open| {
            if let Some(list) = list.cast::<HtmlElement>().filter(|_| *open) {
                let first = list.query_selector("button").ok().flatten();
                if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
                    let _ = first.focus();
                }
            }
        });
    }
    let onkeydown = {
        let (open, button, list) = (open.clone(), button.clone(), list.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" if *open => {
                event.stop_propagation();
                open.set(false);
                if let Some(button) = button.cast::<HtmlElement>() {
                    let _ = button.focus();
                }
            }
            "ArrowDown" | "ArrowUp" if *open => {
                event.prevent_default();
                step(&list, event.key() == "ArrowDown");
            }
            _ => {}
        })
    };
    let onfocusout = {
        let (open, node) = (open.clone(), node.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
            let inside = node.cast::<Node>().is_some_and(|node| node.contains(to.as_ref()));
            if !inside {
                open.set(false);
            }
        })
    };
    let title = &props.initiative.title;
    html! {
        <div class="menu" ref={node} {onkeydown} {onfocusout}>
            <button type="button" class="quiet icon-only" ref={button} aria-expanded={open.to_string()}
                aria-label={speech.say("act.more.name", &[("title", title)])} onclick={toggle}>{ icon::more() }</button>
            if *open {
                <ul class="menu-list" ref={list}>
                    { for props.acts.iter().map(|act| {
                        let (act, open, emit) = (*act, open.clone(), props.act.clone());
                        let onclick = Callback::from(move |_: MouseEvent| {
                            open.set(false);
                            emit.emit(act);
                        });
                        html! {
                            <li><button type="button" aria-label={act_name(&speech, act, title)} {onclick}>
                                { speech.get(act_key(act)) }
                            </button></li>
                        }
                    }) }
                </ul>
            }
        </div>
    }
}

/// Moves focus to the next or the previous entry, round the ends.
fn step(list: &NodeRef, forward: bool) {
    let Some(list) = list.cast::<HtmlElement>() else {
        return;
    };
    let Ok(buttons) = list.query_selector_all("button") else {
        return;
    };
    let count = buttons.length();
    let at = (0..count).find(|n| {
        let button = buttons.item(*n).and_then(|button| button.dyn_into::<HtmlElement>().ok());
        button.is_some_and(|button| button.matches(":focus").unwrap_or(false))
    });
    let next = match (at, forward) {
        (None, _) => 0,
        (Some(n), true) => (n + 1) % count.max(1),
        (Some(n), false) => (n + count.saturating_sub(1)) % count.max(1),
    };
    if let Some(button) = buttons.item(next).and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
