//! A person as a small round face: a picture from the page's own origin, else initials.

use yew::prelude::*;

use crate::domain::goals::Goals;
use crate::domain::people::Person;

/// The face only; the name stands beside it.
pub(super) fn face(person: &Person, goals: &Goals) -> Html {
    let member = goals.members.iter().find(|member| member.id == person.id);
    let picture = member.and_then(|member| member.avatar.clone());
    match picture {
        Some(src) => html! { <img class="face" src={AttrValue::from(src)} alt="" loading="lazy" /> },
        None => html! { <span class="face" aria-hidden="true">{ person.initials() }</span> },
    }
}
