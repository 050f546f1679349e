//! A small plot of a number against its band. The figures stand beside it in words.

use crate::domain::guardrail::Gauged;
use crate::view::el::{El, el};

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 48.0;

/// Nothing for less than two readings: a point is no history.
pub(super) fn spark(gauged: &Gauged) -> Option<El> {
    let values: Vec<f64> = gauged.history.iter().map(|reading| reading.value).collect();
    if values.len() < 2 {
        return None;
    }
    let ends = values.iter().copied().chain(gauged.band.min).chain(gauged.band.max);
    let (low, high) = ends.fold((f64::MAX, f64::MIN), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let span = (high - low).max(f64::MIN_POSITIVE);
    let y = |value: f64| HEIGHT - 4.0 - (value - low) / span * (HEIGHT - 8.0);
    let step = WIDTH / (values.len() - 1) as f64;
    let mut points = String::new();
    for (n, value) in values.iter().enumerate() {
        points.push_str(&format!("{:.1},{:.1} ", n as f64 * step, y(*value)));
    }
    let top = gauged.band.max.map_or(0.0, y);
    let bottom = gauged.band.min.map_or(HEIGHT, y);
    let band = el("rect class=band x=0 width=240")
        .attr("y", &format!("{top:.1}"))
        .attr("height", &format!("{:.1}", (bottom - top).max(1.0)));
    let line = el("polyline class=line").attr("points", points.trim_end());
    Some(
        el("svg class=spark viewBox='0 0 240 48' preserveAspectRatio=none aria-hidden=true focusable=false")
            .child(band)
            .child(line),
    )
}
