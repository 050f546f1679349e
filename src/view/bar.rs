//! A bar with a mark for where today's line is. The figure always stands beside it in words.

use super::el::{El, el};
use crate::domain::progress::Status;

/// `done` and `expected` are shares of 0 to 1.
pub(super) fn bar(done: Option<f64>, expected: Option<f64>, status: Option<Status>) -> El {
    let line = |tag, ends: &[&'static str], share: f64| {
        let at = ((share.clamp(0.0, 1.0) * 1000.0).round() as i64).to_string();
        ends.iter().fold(el(tag), |line, end| line.attr(end, &at))
    };
    el("svg class=bar viewBox='0 0 1000 10' preserveAspectRatio=none aria-hidden=true focusable=false")
        .class(tone(status))
        .child(el("line class=track x1=0 x2=1000 y1=5 y2=5"))
        .maybe(
            done.filter(|done| *done > 0.0)
                .map(|done| line("line class=done x1=0 y1=5 y2=5", &["x2"], done)),
        )
        .maybe(expected.map(|expected| line("line class=expected y1=0 y2=10", &["x1", "x2"], expected)))
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
