//! The way from page to page of a board.

use yew::Callback;

use super::ask::Ask;
use super::el::{El, el};
use super::speech::Speech;
use crate::app::Page;

pub(super) fn nav(speech: &Speech, page: Page, ask: &Callback<Ask>) -> El {
    let mut pages = el("nav class=pages part=pages").attr("aria-label", &speech.get("page.all"));
    for other in Page::ALL {
        let current = (other == page).then_some("page");
        let button = el("button type=button class=page")
            .maybe_attr("aria-current", current)
            .click(ask, Ask::Go(other));
        pages.add(button.words(speech.get(title(other))));
    }
    pages
}

/// The key of a page's name.
pub(super) fn title(page: Page) -> &'static str {
    match page {
        Page::Board => "page.board",
        Page::Ideas => "page.ideas",
    }
}
