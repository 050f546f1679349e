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
        .map(|src| el("img alt='' loading=lazy").attr("src", src).on("error", hide));
    el("span class=face aria-hidden=true")
        .words(person.initials())
        .maybe(picture)
}

fn hide(event: Event) {
    if let Some(picture) = target::<HtmlElement>(&event) {
        picture.set_hidden(true);
    }
}
