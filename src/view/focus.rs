//! Where the keyboard is, inside a shadow root.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// Whether nothing on the board has focus, while nothing else on the page took it.
pub(super) fn is_lost(board: &Element) -> bool {
    let root = board.get_root_node();
    let Some(root) = root.dyn_ref::<ShadowRoot>() else {
        return false;
    };
    let document = board.owner_document();
    let elsewhere = document.and_then(|document| Some(document.active_element()? != document.body()?.into()));
    root.active_element().is_none() && !elsewhere.unwrap_or(false)
}

/// Moves focus to the first action of a card; true when there is one.
pub(super) fn to_card(board: &Element, initiative: &str) -> bool {
    let Some(card) = card(board, initiative) else {
        return false;
    };
    // What was just finished is folded away: then the fold has it.
    let folded = card.closest("details:not([open])").ok().flatten();
    let place = match folded.and_then(|folded| folded.query_selector("summary").ok().flatten()) {
        Some(summary) => Some(summary),
        None => card.query_selector(".foot button").ok().flatten().or(Some(card)),
    };
    place
        .and_then(|place| place.dyn_into::<HtmlElement>().ok())
        .is_some_and(|place| place.focus().is_ok())
}

/// Scrolls to a card and moves focus to its title; true when it is there.
pub(super) fn to_title(board: &Element, initiative: &str) -> bool {
    let Some(card) = card(board, initiative) else {
        return false;
    };
    card.scroll_into_view();
    let title = card.query_selector(".title").ok().flatten();
    title
        .and_then(|title| title.dyn_into::<HtmlElement>().ok())
        .is_some_and(|title| title.focus().is_ok())
}

/// A card by its initiative. Compared here, so that no id has to be escaped for a selector.
pub(super) fn card(board: &Element, initiative: &str) -> Option<Element> {
    let cards = board.query_selector_all("article[data-initiative]").ok()?;
    (0..cards.length())
        .filter_map(|n| cards.item(n)?.dyn_into::<Element>().ok())
        .find(|card| card.get_attribute("data-initiative").as_deref() == Some(initiative))
}

/// An element id made of one of ours, which may contain spaces that would end a reference to it.
pub(super) fn dom_id(prefix: &str, id: &str) -> String {
    let id: String = id.chars().map(|c| if c.is_whitespace() { '_' } else { c }).collect();
    format!("{prefix}-{id}")
}
