//! What a board is, in three sentences, until somebody has read them.

use yew::Callback;

use super::ask::Ask;
use super::el::{El, el};
use super::speech::Speech;
use crate::app::State;

pub(super) fn hint(speech: &Speech, state: &State, ask: &Callback<Ask>) -> Option<El> {
    if state.known || state.readonly() {
        return None;
    }
    let known = el("button type=button class=quiet")
        .click(ask, Ask::Known)
        .words(speech.get("hint.known"));
    let words = el("p").words(speech.get("hint.text"));
    Some(
        el("aside class=hint")
            .attr("aria-label", &speech.get("hint.title"))
            .child(words)
            .child(known),
    )
}
