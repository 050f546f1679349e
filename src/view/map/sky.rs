//! What lies behind the stars: dust, the North Star, the ways to the objectives, and the lines of constellations.

use super::{Scene, at, figure, glyph, text};
use crate::domain::map::{Drawn, HEAD, Label, NORTH, Point, Rect};
use crate::view::el::{El, el};
use crate::view::speech::Speech;

/// Says nothing that the tree does not say.
pub(super) fn sky(scene: &Scene, speech: &Speech) -> El {
    let map = &scene.map;
    let mut sky = el("g aria-hidden=true").child(dust(map.frame));
    for field in &map.fields {
        for step in 0..9 {
            sky.add(glow(field.room.grown(f64::from(step) * 11.0)));
        }
    }
    let tied = map.fields.iter().map(|field| field.tie);
    for (from, to) in tied {
        sky.add(line("tie", from, to));
    }
    for field in &map.fields {
        lines(&mut sky, field, map.radius * 0.7);
    }
    for label in map.fields.iter().flat_map(|field| &field.names) {
        sky = sky.maybe(label.0.as_ref().map(|label| text(label, "holder")));
        sky = sky.maybe(label.1.as_ref().map(|label| text(label, "called")));
    }
    sky.child(north(scene, speech))
}

fn north(scene: &Scene, speech: &Speech) -> El {
    let named = &scene.map.north;
    let there = scene.plan.north.is_some();
    let shape = glyph::shape(NORTH, false);
    if !there {
        let words = Label::new(&speech.get("map.no-north"), 15.0, 250.0, 2);
        let words = words.moved(Point {
            x: named.at.x,
            y: named.at.y + NORTH + 4.0,
        });
        return el("g class='north none'").child(shape).child(text(&words, "tell"));
    }
    let mut north = el("g class=north");
    for r in [1.0, 0.72, 0.46] {
        north.add(at(el("circle class=halo"), "r", NORTH * r));
    }
    north.child(shape).child(text(&named.label, "tell"))
}

/// A little light around an objective and its stars.
fn glow(room: Rect) -> El {
    let middle = room.middle();
    let glow = at(at(el("ellipse class=glow"), "cx", middle.x), "cy", middle.y);
    at(at(glow, "rx", room.width / 2.0), "ry", room.height / 2.0)
}

fn lines(sky: &mut El, field: &Drawn, short: f64) {
    for (class, ends) in [("join", &field.lines), ("help", &field.shared)] {
        for (from, to) in ends {
            let far = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).sqrt();
            let by = if far > 3.0 * short { short / far } else { 0.0 };
            let way = Point {
                x: (to.x - from.x) * by,
                y: (to.y - from.y) * by,
            };
            let back = Point { x: -way.x, y: -way.y };
            sky.add(line(class, from.plus(way), to.plus(back)));
        }
    }
}

fn line(class: &'static str, from: Point, to: Point) -> El {
    let line = at(at(el("line").class(class), "x1", from.x), "y1", from.y);
    at(at(line, "x2", to.x), "y2", to.y)
}

/// Specks all over, the same each time.
fn dust(frame: Rect) -> El {
    let mut d = String::new();
    let mut seed: u32 = 7;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 16) / 65_536.0
    };
    for _ in 0..90 {
        d.push('M');
        d.push_str(&figure(frame.x + next() * frame.width));
        d.push(' ');
        d.push_str(&figure(frame.y + next() * frame.height));
        d.push_str("h0");
    }
    el("path class=dust").attr("d", &d)
}

/// An objective's mark.
pub(super) fn mark(at_: Point) -> El {
    let mark = at(at(el("circle class=mark"), "cx", at_.x), "cy", at_.y);
    at(mark, "r", HEAD)
}
