//! How the stars of one constellation stand to each other.

use super::lay::Style;
use super::plan::{Field, Figure};
use super::space::{Point, Rect};
use super::text::Label;
use crate::domain::id::InitiativeId;

/// A constellation by itself; its upper left corner is at 0.
pub(super) struct Block {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Where each star stands, and its title.
    pub(super) stars: Vec<(Point, Label)>,
    /// Who has them.
    pub(super) name: Option<Label>,
    /// How they call it.
    pub(super) title: Option<Label>,
}

/// Around everything in a block.
const PAD: f64 = 4.0;

pub(super) fn block(field: &Field, figure: &Figure, style: &Style) -> Block {
    let name = joined(&figure.names, " · ").map(|text| Label::new(&text, style.name, style.name * 15.0, 1));
    let title = joined(&figure.titles, " · ").map(|text| Label::new(&text, style.name * 0.9, style.name * 14.0, 1));
    let mut top = PAD;
    let mut wide: f64 = 0.0;
    let mut heads = [name, title];
    for head in heads.iter_mut().flatten() {
        head.at.y += top;
        top += head.height();
        wide = wide.max(head.width());
    }
    let mut stars = Vec::new();
    let (width, height) = if style.titled {
        spread(field, figure, style, top, &mut stars)
    } else {
        close(field, figure, style, top, &mut stars)
    };
    // The names stand in the middle of whatever is wider.
    let whole = width.max(wide + 2.0 * PAD);
    let aside = Point {
        x: (whole - width) / 2.0,
        y: 0.0,
    };
    for (at, label) in &mut stars {
        *at = at.plus(aside);
        label.at = label.at.plus(aside);
    }
    let [name, title] = heads.map(|head| head.map(|head| head.moved(Point { x: whole / 2.0, y: 0.0 })));
    Block {
        width: whole,
        height,
        stars,
        name,
        title,
    }
}

fn joined(texts: &[std::rc::Rc<str>], between: &str) -> Option<String> {
    (!texts.is_empty()).then(|| texts.join(between))
}

/// Stars with room for their titles: a few in a line that goes up and down, more in lines to and fro.
fn spread(field: &Field, figure: &Figure, style: &Style, top: f64, stars: &mut Vec<(Point, Label)>) -> (f64, f64) {
    let labels: Vec<Label> = figure
        .stars
        .clone()
        .map(|n| Label::new(&field.stars[n].title, style.title, style.across, 3))
        .collect();
    let columns = match labels.len() {
        n @ ..=3 => n,
        4 => 2,
        5..=9 => 3,
        n => n.min(48).isqrt() + 1,
    };
    let (half, slope) = (style.radius + style.ring, style.radius * 1.7);
    let widest = labels.iter().map(Label::width).fold(2.0 * half, f64::max) + 2.0 * style.play + 6.0;
    let slope = if columns > 1 { slope } else { 0.0 };
    let mut y = top;
    let single = labels.len() <= columns;
    let mut n = 0;
    for (row, labels) in labels.chunks(columns).enumerate() {
        let tall = labels.iter().map(Label::height).fold(0.0, f64::max);
        // A line down to the next row does not go through a title.
        let above = !single && row % 2 == 0;
        let zone = slope + 2.0 * (half + style.play);
        for (place, label) in labels.iter().enumerate() {
            let forth = row % 2 == 0;
            let column = if forth { place } else { columns - 1 - place };
            let id = &field.stars[figure.stars.start + n].initiative;
            let (dx, dy) = play(id);
            // Of three the middle one is near the name.
            let low = if column % 2 == columns % 2 { 0.0 } else { slope };
            let x = PAD + widest * (column as f64 + 0.5) + dx * style.play;
            let mut at = Point {
                x,
                y: y + half + style.play + low + dy * style.play,
            };
            if above {
                at.y += tall;
            }
            let down = if above { -half - label.height() } else { half };
            let label = label.clone().moved(Point { x, y: at.y + down });
            stars.push((at, label));
            n += 1;
        }
        y += zone + tall;
    }
    (2.0 * PAD + widest * columns as f64, y + PAD)
}

/// Many stars: close together, each with just the room for a title that is read from near.
fn close(field: &Field, figure: &Figure, style: &Style, top: f64, stars: &mut Vec<(Point, Label)>) -> (f64, f64) {
    let count = figure.stars.len();
    let columns = if count <= 3 {
        count
    } else {
        (count * 3 / 2).isqrt().max(2)
    };
    let half = style.radius + style.ring;
    let across = style.across + 2.0 * style.play + 1.0;
    let step = 2.0 * half + 3.0 * style.title * 1.28 + 2.0 * style.play + 1.0;
    let slope = if columns > 1 { step * 0.36 } else { 0.0 };
    for (n, star) in figure.stars.clone().enumerate() {
        let (row, place) = (n / columns, n % columns);
        let column = if row % 2 == 0 { place } else { columns - 1 - place };
        let star = &field.stars[star];
        let (dx, dy) = play(&star.initiative);
        let low = if column % 2 == 1 { slope } else { 0.0 };
        let at = Point {
            x: PAD + across * (column as f64 + 0.5) + dx * style.play,
            y: top + row as f64 * step + low + half + style.play + dy * style.play,
        };
        let label = Label::new(&star.title, style.title, style.across, 3);
        let under = Point {
            x: at.x,
            y: at.y + half,
        };
        stars.push((at, label.moved(under)));
    }
    let rows = count.div_ceil(columns.max(1));
    (
        2.0 * PAD + across * columns as f64,
        top + step * rows as f64 + slope + PAD,
    )
}

/// How far a star stands from where it would in a grid, from -1 to 1 each way; the same for the same initiative.
fn play(id: &InitiativeId) -> (f64, f64) {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in id.as_str().bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^= hash >> 15;
    let share = |bits: u32| f64::from(bits & 0xff) / 127.5 - 1.0;
    (share(hash), share(hash >> 8))
}

/// A constellation's space.
pub(super) fn room(block: &Block, at: Point) -> Rect {
    Rect {
        x: at.x,
        y: at.y,
        width: block.width,
        height: block.height,
    }
}
