//! What the shapes mean.

use super::glyph;
use crate::domain::card::Pulse;
use crate::domain::map::{Light, State};
use crate::domain::progress::Status;
use crate::view::el::{El, el};
use crate::view::speech::Speech;

pub(super) fn legend(speech: &Speech) -> El {
    let said = |status| Some(Pulse::Said(status));
    let entries = [
        (State::Held, 3, None, "map.held"),
        (State::Free, 0, None, "card.free"),
        (State::Held, 2, said(Status::AtRisk), "map.unsure"),
        (State::Held, 2, said(Status::OffTrack), "map.stuck"),
        (State::Held, 2, said(Status::NoNews), "map.quiet"),
        (State::Done, 4, None, "card.done"),
        (State::Dropped, 0, None, "card.dropped"),
    ];
    let mut legend = el("ul class='map-legend small'");
    for (state, light, pulse, key) in entries {
        let star = glyph::star(state, Light(light), pulse, 9.0, 5.0);
        let picture = el("svg viewBox='-15 -15 30 30' aria-hidden=true focusable=false").child(star);
        legend.add(el("li").child(picture).words(speech.get(key)));
    }
    legend
}
