//! All about one star beside it, while it has the focus or the mouse.

use super::{Scene, at, text, told};
use crate::domain::map::{Label, Point, Rect};
use crate::view::el::{El, el};
use crate::view::speech::Speech;

/// In letters of `size`, inside what is seen. It takes no clicks.
pub(super) fn callout(scene: &Scene, n: usize, sight: Rect, size: f64, speech: &Speech) -> Option<El> {
    let (_, star, placed) = scene.star(n)?;
    let title = Label::new(&star.title, size, size * 17.0, 4);
    let said = Label::new(&told(speech, star), size * 0.92, size * 17.0, 3);
    let (pad, gap) = (size * 0.7, scene.map.radius + scene.map.ring + size * 0.4);
    let (first, second) = (title.room(), said.room());
    let width = first.width.max(second.width) + 2.0 * pad;
    let height = first.height + second.height + 1.6 * pad;
    let above = placed.at.y - gap - height;
    let y = if above < sight.y { placed.at.y + gap } else { above };
    let edge = size * 0.4;
    let middle = placed
        .at
        .x
        .max(sight.x + edge + width / 2.0)
        .min(sight.x + sight.width - edge - width / 2.0);
    let line = |label: Label, down: f64, class| text(&label.moved(Point { x: middle, y: down }), class);
    let back = at(at(el("rect"), "x", middle - width / 2.0), "y", y);
    let back = at(at(at(back, "width", width), "height", height), "rx", size * 0.6);
    Some(
        el("g class=callout aria-hidden=true")
            .child(back)
            .child(line(title, y + 0.7 * pad, "objective"))
            .child(line(said, y + 0.9 * pad + first.height, "title-of")),
    )
}
