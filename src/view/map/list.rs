//! The same stars as a list: for narrow screens, and for whoever likes lists better.

use yew::Callback;

use super::told;
use crate::domain::map::Plan;
use crate::view::ask::Ask;
use crate::view::el::{El, el};
use crate::view::speech::Speech;

pub(super) fn list(plan: &Plan, open: bool, speech: &Speech, ask: &Callback<Ask>) -> El {
    let mut list = el("div class=lanes");
    for field in &plan.fields {
        let mut stars = el("ul");
        for star in &field.stars {
            let title = el("button type=button class=title")
                .click(ask, Ask::Details(star.initiative.clone()))
                .text(&star.title);
            let said = el("span class='soft small'").words(told(speech, star));
            stars.add(el("li").child(title).child(said));
        }
        list.add(el("section class=lane").child(el("h3").text(&field.title)).child(stars));
    }
    el("details class=map-list")
        .flag("open", open)
        .child(el("summary").words(speech.count("map.list", plan.len())))
        .child(list)
}
