//! A person as a small round face: a picture from the page's own origin, else initials.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::domain::goals::Goals;
use crate::domain::people::Person;

/// The face only; the name stands beside it. A picture that does not come leaves the initials.
pub(super) fn face(person: &Person, goals: &Goals) -> Html {
    let member = goals.members.iter().find(|member| member.id == person.id);
    let picture = member.and_then(|member| member.avatar.clone());
    html! {
        <span class="face" aria-hidden="true">
            { person.initials() }
            if let Some(src) = picture {
                <img src={AttrValue::from(src)} alt="" loading="lazy" onerror={Callback::from(hide)} />
            }
        </span>
    }
}

fn hide(event: Event) {
    if let Some(picture) = event.target_dyn_into::<HtmlElement>() {
        picture.set_hidden(true);
    }
}
