//! The shapes of stars. Each state has its own; colours only repeat what shapes say.

use super::{at, figure};
use crate::domain::card::Pulse;
use crate::domain::map::{Light, State};
use crate::domain::progress::Status;
use crate::view::el::{El, el};

/// A star around 0, from its middle to a tip `radius`, its ring at `ring` more.
pub(super) fn star(state: State, light: Light, pulse: Option<Pulse>, radius: f64, ring: f64) -> El {
    let body = match state {
        State::Free => hollow(radius),
        State::Held => el("g").child(shape(radius, false).class(bright(light))),
        State::Done => el("g")
            .child(shape(radius * 1.12, true).class("done"))
            .child(path("check", &check(radius * 0.42))),
        State::Dropped => el("g").child(path("cross", &cross(radius * 0.5))),
    };
    let ring = around(pulse).map(|class| at(el("circle").class(class), "r", radius + ring * 0.55));
    body.maybe(ring)
}

/// The class of the ring around a star that is not doing well, or of which nothing is known.
fn around(pulse: Option<Pulse>) -> Option<&'static str> {
    match pulse? {
        Pulse::Said(Status::OnTrack) => None,
        Pulse::Said(Status::AtRisk) => Some("ring unsure"),
        Pulse::Said(Status::OffTrack) => Some("ring stuck"),
        Pulse::Said(Status::NoNews) | Pulse::Outdated(_) | Pulse::NeverSaid => Some("ring quiet"),
    }
}

/// Four tips, or eight.
pub(super) fn shape(radius: f64, eight: bool) -> El {
    path("shape", &tips(radius, eight))
}

fn bright(light: Light) -> &'static str {
    match light {
        Light(0) => "light-0",
        Light(1) => "light-1",
        Light(2) => "light-2",
        Light(3) => "light-3",
        Light(_) => "light-4",
    }
}

fn hollow(radius: f64) -> El {
    el("g")
        .child(at(el("circle class=hollow"), "r", radius * 0.82))
        .child(path("plus", &plus(radius * 0.38)))
}

fn path(class: &'static str, d: &str) -> El {
    el("path").class(class).attr("d", d)
}

fn tips(radius: f64, eight: bool) -> String {
    // Between the tips of four, an inner point on the diagonal; between those of eight, a shorter tip and two points.
    const DIAGONAL: f64 = std::f64::consts::FRAC_1_SQRT_2;
    let (inner, short) = (radius * 0.3, radius * 0.74 * DIAGONAL);
    let quarter: Vec<(f64, f64)> = if eight {
        vec![
            (0.0, -radius),
            (0.39 * radius * 0.48, -0.92 * radius * 0.48),
            (short, -short),
            (0.92 * radius * 0.48, -0.39 * radius * 0.48),
        ]
    } else {
        vec![(0.0, -radius), (inner * DIAGONAL, -inner * DIAGONAL)]
    };
    let mut d = String::new();
    for turn in 0..4 {
        for (x, y) in &quarter {
            let (x, y) = match turn {
                0 => (*x, *y),
                1 => (-y, *x),
                2 => (-x, -y),
                _ => (*y, -x),
            };
            d.push(if d.is_empty() { 'M' } else { 'L' });
            point(&mut d, x, y);
        }
    }
    d.push('Z');
    d
}

fn point(d: &mut String, x: f64, y: f64) {
    d.push_str(&figure(x));
    d.push(' ');
    d.push_str(&figure(y));
}

fn strokes(ends: &[(f64, f64, f64, f64)]) -> String {
    let mut d = String::new();
    for (x, y, to_x, to_y) in ends {
        d.push('M');
        point(&mut d, *x, *y);
        d.push('L');
        point(&mut d, *to_x, *to_y);
    }
    d
}

fn plus(r: f64) -> String {
    strokes(&[(-r, 0.0, r, 0.0), (0.0, -r, 0.0, r)])
}

fn cross(r: f64) -> String {
    strokes(&[(-r, -r, r, r), (-r, r, r, -r)])
}

fn check(r: f64) -> String {
    strokes(&[
        (-r * 0.7, 0.0, -r * 0.2, r * 0.5),
        (-r * 0.2, r * 0.5, r * 0.7, -r * 0.5),
    ])
}
