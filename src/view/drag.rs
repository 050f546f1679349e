//! Dragging a card to another objective, by mouse or, after a long press, by finger. By keyboard it is "Move to…".
//!
//! It is done to the page directly, so that nothing is drawn anew on the way. A card that may be moved says so with
//! `data-movable`.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};
use yew::Callback;

use super::ask::Ask;
use super::el::target;
use crate::domain::id::{InitiativeId, ObjectiveId};
use crate::web::clock;
use crate::web::listener::Listener;

/// How far a mouse goes before it drags, in pixels.
const SLACK: f64 = 6.0;
/// How long a finger rests before it drags, in milliseconds; before, it scrolls.
const PRESS_MS: u32 = 350;

struct Drag {
    card: HtmlElement,
    columns: Element,
    from: (f64, f64),
    /// Whether the card has left its place.
    lifted: bool,
    finger: bool,
    ask: Callback<Ask>,
    press: Option<Timeout>,
    _listeners: Vec<Listener>,
}

thread_local! {
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
}

/// Something was pressed among the columns: perhaps a card begins to move.
#[inline(never)]
pub(super) fn pressed(event: &Event, ask: &Callback<Ask>) {
    let pointer: &PointerEvent = event.unchecked_ref();
    let on = target::<Element>(event).filter(|_| pointer.is_primary() && pointer.button() == 0);
    let Some(on) = on.filter(|on| !is(on, "button, a, input, select, textarea, summary")) else {
        return;
    };
    let card = on.closest("article[data-movable]").ok().flatten();
    let Some(card) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let Some(columns) = card.closest(".columns").ok().flatten() else {
        return;
    };
    let Some(window) = web_sys::window() else { return };
    let finger = pointer.pointer_type() != "mouse";
    let listen = |kind, hear: fn(&Event)| Listener::new(window.clone(), kind, move |event| hear(&event));
    let mut listeners = vec![
        listen("pointermove", moved),
        listen("pointerup", |event| end(Some(event))),
        listen("pointercancel", |_| end(None)),
        listen("keydown", |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                end(None);
            }
        }),
    ];
    // On the card itself, where a listener may keep the page from scrolling.
    listeners.push(Listener::new(card.clone(), "touchmove", |event| {
        if is_lifted() {
            event.prevent_default();
        }
    }));
    let press = finger.then(|| {
        clock::after(PRESS_MS, || {
            DRAG.with_borrow_mut(|drag| {
                if let Some(drag) = drag {
                    drag.lift();
                }
            });
        })
    });
    DRAG.set(Some(Drag {
        card,
        columns,
        from: place(pointer),
        lifted: false,
        finger,
        ask: ask.clone(),
        press,
        _listeners: listeners,
    }));
}

fn moved(event: &Event) {
    let at = place(event.unchecked_ref());
    let gone = DRAG.with_borrow_mut(|drag| {
        let Some(drag) = drag else { return false };
        let by = (at.0 - drag.from.0, at.1 - drag.from.1);
        if !drag.lifted {
            if by.0.hypot(by.1) < SLACK {
                return false;
            }
            // A finger that moves at once scrolls.
            if drag.finger {
                return true;
            }
            drag.lift();
        }
        let _ = drag
            .card
            .style()
            .set_property("translate", &format!("{}px {}px", by.0, by.1));
        drag.mark(drag.under(at).as_ref());
        false
    });
    if gone {
        end(None);
    }
}

fn end(dropped: Option<&Event>) {
    let Some(mut drag) = DRAG.take() else { return };
    let to = dropped.and_then(|event| drag.under(place(event.unchecked_ref())));
    drag.press = None;
    let _ = drag.card.style().remove_property("translate");
    let _ = drag.card.remove_attribute("data-dragged");
    let _ = drag.columns.remove_attribute("data-dragging");
    drag.mark(None);
    if let (true, Some(to)) = (drag.lifted, to)
        && let (Some(card), Some(objective)) = (
            drag.card.get_attribute("data-initiative"),
            to.get_attribute("data-objective"),
        )
    {
        drag.ask
            .emit(Ask::MoveTo(InitiativeId::from(card), ObjectiveId::from(objective)));
    }
    // Not while one of its listeners runs.
    clock::after(0, move || drop(drag)).forget();
}

impl Drag {
    fn lift(&mut self) {
        self.lifted = true;
        let _ = self.card.set_attribute("data-dragged", "");
        let _ = self.columns.set_attribute("data-dragging", "");
    }

    /// The column under the pointer, if it is another one.
    fn under(&self, at: (f64, f64)) -> Option<Element> {
        let own = self.card.closest("[data-objective]").ok().flatten();
        let over = columns(&self.columns).find(|column| {
            let place = column.get_bounding_client_rect();
            (place.left()..place.right()).contains(&at.0) && (place.top()..place.bottom()).contains(&at.1)
        });
        over.filter(|over| own.as_ref() != Some(over))
    }

    /// Shows where the card would go.
    fn mark(&self, to: Option<&Element>) {
        for column in columns(&self.columns) {
            let _ = if to == Some(&column) {
                column.set_attribute("data-target", "")
            } else {
                column.remove_attribute("data-target")
            };
        }
    }
}

fn columns(all: &Element) -> impl Iterator<Item = Element> {
    let children = all.children();
    (0..children.length()).filter_map(move |n| children.item(n))
}

fn is_lifted() -> bool {
    DRAG.with_borrow(|drag| drag.as_ref().is_some_and(|drag| drag.lifted))
}

fn is(on: &Element, selector: &str) -> bool {
    on.closest(selector).ok().flatten().is_some()
}

fn place(pointer: &PointerEvent) -> (f64, f64) {
    (f64::from(pointer.client_x()), f64::from(pointer.client_y()))
}
