//! The way from page to page of a board.

use yew::Callback;

use super::ask::Ask;
use super::el::{El, el};
use super::speech::Speech;
use crate::app::Page;

pub(super) fn nav(speech: &Speech, page: Page, complete: bool, ask: &Callback<Ask>) -> El {
    let mut pages = el("nav class=pages part=pages").attr("aria-label", &speech.get("page.all"));
    for other in Page::MAIN {
        pages.add(button(speech, other, page, ask));
    }
    let mut list = el("ul class=menu-list");
    for other in Page::MORE {
        list.add(el("li").child(button(speech, other, page, ask)));
    }
    if complete {
        let print = el("button type=button class=page").click(ask, Ask::Print);
        list.add(el("li").child(print.words(speech.get("print"))));
    }
    let inside = Page::MORE.contains(&page);
    let words = speech.get(if inside { title(page) } else { "page.more" });
    let summary = el("summary class=page")
        .maybe_attr("aria-current", inside.then_some("true"))
        .words(words);
    // Another page, another fold: it closes when one is chosen.
    pages.child(el("details class=menu").key(page.name()).child(summary).child(list))
}

fn button(speech: &Speech, other: Page, page: Page, ask: &Callback<Ask>) -> El {
    let current = (other == page).then_some("page");
    el("button type=button class=page")
        .maybe_attr("aria-current", current)
        .click(ask, Ask::Go(other))
        .words(speech.get(title(other)))
}

/// The key of a page's name.
fn title(page: Page) -> &'static str {
    match page {
        Page::Board => "page.board",
        Page::Map => "page.map",
        Page::Review => "page.review",
        Page::Ideas => "page.ideas",
        Page::People => "page.people",
        Page::Limits => "page.limits",
        Page::Activity | Page::Gallery => "page.activity",
    }
}
