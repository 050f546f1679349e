//! A person as a small round face: a picture from the page's own origin, else initials.

use web_sys::{Event, HtmlElement};

use super::el::{El, el, target};
use crate::domain::goals::Goals;
use crate::domain::people::Person;

/// The face only; the name stands beside it. A picture that does not come leaves the initials.
pub(super) fn face(person: &Person, goals: &Goals) -> El {
    let member = goals.members.iter().find(|member| member.id == person.id);
    let picture = member
        .and_then(|member| member.avatar.as_deref())
        .filter(|src| is_own(src))
        .map(|src| el("img alt='' loading=lazy").attr("src", src).on("error", hide));
    el("span class=face aria-hidden=true")
        .words(person.initials())
        .maybe(picture)
}

/// Whether an address is of the page's own origin: a board asks nothing of any other server.
fn is_own(src: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let base = window
        .document()
        .and_then(|document| document.base_uri().ok().flatten());
    let url = base.and_then(|base| web_sys::Url::new_with_base(src, &base).ok());
    url.is_some_and(|url| window.location().origin() == Ok(url.origin()))
}

fn hide(event: Event) {
    if let Some(picture) = target::<HtmlElement>(&event) {
        picture.set_hidden(true);
    }
}
