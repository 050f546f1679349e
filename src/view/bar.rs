//! A bar with a mark for where today's line is. The figure always stands beside it in words.

use yew::prelude::*;

use crate::domain::progress::Status;

/// `done` and `expected` are shares of 0 to 1.
pub(super) fn bar(done: Option<f64>, expected: Option<f64>, status: Option<Status>) -> Html {
    let at = |share: f64| format!("{:.1}", share.clamp(0.0, 1.0) * 100.0);
    html! {
        <svg class={classes!("bar", tone(status))} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <line class="track" x1="0" x2="100" y1="5" y2="5" />
            if let Some(done) = done.filter(|done| *done > 0.0) {
                <line class="done" x1="0" x2={at(done)} y1="5" y2="5" />
            }
            if let Some(expected) = expected {
                <line class="expected" x1={at(expected)} x2={at(expected)} y1="0" y2="10" />
            }
        </svg>
    }
}

/// The class that colours a status; never the only sign of it.
pub(super) fn tone(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::OffTrack) => "bad",
        Some(Status::AtRisk) => "warn",
        Some(Status::OnTrack) => "ok",
        Some(Status::NoNews) | None => "none",
    }
}
