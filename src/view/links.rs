//! Where to read more.

use super::el::{El, el};
use crate::domain::goals::Link;

/// A list of links that open beside the page; nothing when there are none.
pub(super) fn links(links: &[Link]) -> Option<El> {
    let mut list = el("ul class=links");
    for link in links {
        let there = el("a target=_blank rel='noopener noreferrer'").attr("href", &link.href);
        list.add(el("li").child(there.text(&link.label)));
    }
    (!links.is_empty()).then_some(list)
}
