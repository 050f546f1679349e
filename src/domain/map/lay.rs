//! Where everything stands.

use super::TITLED;
use super::figure::{Block, block, room};
use super::pack::{Places, direction, slide};
use super::plan::{Field, Plan, State};
use super::space::{Point, Rect};
use super::text::Label;

/// What a map is to fit into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Wider than high.
    #[default]
    Wide,
    /// Higher than wide, as a telephone.
    Tall,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// All of it.
    pub frame: Rect,
    /// Whether stars always show their titles.
    pub titled: bool,
    /// How large a star is, from its middle to a tip.
    pub radius: f64,
    /// From a tip to the outside of a ring around it.
    pub ring: f64,
    /// Where the North Star stands; beneath it what it says, if there is one.
    pub north: Named,
    /// The objectives, in the plan's order.
    pub fields: Vec<Drawn>,
}

/// Something with words.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Where it stands.
    pub at: Point,
    /// Its words.
    pub label: Label,
}

/// Where an objective stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The objective itself.
    pub head: Named,
    /// The way from the North Star.
    pub tie: (Point, Point),
    /// What holds it and its stars.
    pub room: Rect,
    /// Its stars, in the plan's order.
    pub stars: Vec<Placed>,
    /// The constellations' names, and how their holders call them.
    pub names: Vec<(Option<Label>, Option<Label>)>,
    /// What joins stars that one has.
    pub lines: Vec<(Point, Point)>,
    /// What joins a star to others of somebody who helps with it.
    pub shared: Vec<(Point, Point)>,
}

/// Where a star stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its middle.
    pub at: Point,
    /// Its title.
    pub label: Label,
    /// How bright it is.
    pub light: Light,
}

/// How bright a star is, by how far it is: from 0, nothing known, to 4, all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Light(pub u8);

impl Light {
    fn of(state: State, progress: Option<u8>) -> Self {
        match (state, progress) {
            (State::Done, _) => Self(4),
            (_, Some(percent)) => Self((percent / 25).min(3) + 1),
            _ => Self(0),
        }
    }
}

/// How large everything is.
pub(super) struct Style {
    pub(super) titled: bool,
    /// From a star's middle to a tip.
    pub(super) radius: f64,
    /// From a tip to the outside of its ring.
    pub(super) ring: f64,
    /// The size of a star's title, and how wide it may be.
    pub(super) title: f64,
    pub(super) across: f64,
    /// The size of holders' names.
    pub(super) name: f64,
    /// How far a star may stand from its place in a grid.
    pub(super) play: f64,
}

impl Style {
    fn new(stars: usize, shape: Shape) -> Self {
        let titled = match shape {
            Shape::Wide => TITLED,
            Shape::Tall => TITLED / 4,
        };
        if stars <= titled {
            return Self {
                titled: true,
                radius: 12.0,
                ring: 6.0,
                title: 12.5,
                across: 116.0,
                name: 14.0,
                play: 4.0,
            };
        }
        // The fewer, the more room each has.
        let room = match stars {
            0..=60 => 2.0,
            61..=100 => 1.7,
            101..=160 => 1.4,
            161..=280 => 1.2,
            _ => 1.0,
        };
        Self {
            titled: false,
            radius: 6.5 * room,
            ring: 3.2 * room,
            title: 2.1 * room,
            across: 20.0 * room,
            name: 12.0,
            play: 2.4 * room,
        }
    }
}

/// Around the whole map.
const MARGIN: f64 = 28.0;
/// What parts objectives.
const APART: f64 = 14.0;
/// What keeps clear of the North Star, so that the ways to it are seen.
const CLEAR: f64 = 24.0;
/// The North Star, from its middle to a tip.
pub const NORTH: f64 = 34.0;
/// An objective's mark.
pub const HEAD: f64 = 9.0;

impl Map {
    /// The map of a plan.
    #[must_use]
    pub fn new(plan: &Plan, shape: Shape) -> Self {
        let style = Style::new(plan.len(), shape);
        let (wide, flat) = match shape {
            Shape::Wide => (1.25, 1.05),
            Shape::Tall => (0.75, 0.8),
        };
        let label = Label::new(plan.north.as_deref().unwrap_or_default(), 17.0, 250.0, 4);
        let words = label.moved(Point { x: 0.0, y: NORTH + 4.0 });
        let middle = Rect::around(Point::default(), 2.0 * NORTH, 2.0 * NORTH)
            .with(words.room())
            .with(missing(plan))
            .grown(10.0);
        let mut taken = vec![middle.grown(CLEAR)];
        let mut fields = Vec::new();
        for (n, field) in plan.fields.iter().enumerate() {
            let away = direction(n, plan.fields.len(), wide);
            let mut group = Group::new(field, &style, away, flat);
            let by = slide(&group.rooms, &taken, away, APART);
            group.drawn.moved(by);
            let head = group.rooms[0].moved(by);
            group.drawn.tie = (middle.edge(head.middle()), head.edge(middle.middle()));
            taken.extend(group.rooms.iter().map(|room| room.moved(by)));
            fields.push(group.drawn);
        }
        let all = taken.iter().fold(middle, |all, room| all.with(*room));
        Self {
            frame: framed(all.grown(MARGIN), shape),
            titled: style.titled,
            radius: style.radius,
            ring: style.ring,
            north: Named {
                at: Point::default(),
                label: words,
            },
            fields,
        }
    }
}

/// Room to say that there is no North Star.
fn missing(plan: &Plan) -> Rect {
    let width = if plan.north.is_none() { 250.0 } else { 0.0 };
    Rect {
        x: -width / 2.0,
        y: 0.0,
        width,
        height: NORTH + 26.0,
    }
}

/// At least as large as a small map needs to look like one, and neither too wide nor too high.
fn framed(all: Rect, shape: Shape) -> Rect {
    let (wide, high, least, most) = match shape {
        Shape::Wide => (1040.0, 600.0, 1.25, 1.75),
        Shape::Tall => (360.0, 420.0, 0.6, 0.95),
    };
    let width: f64 = all.width.max(wide);
    let height = all.height.max(high).max(width / most);
    Rect::around(all.middle(), width.max(height * least), height)
}

/// An objective with its stars around a middle of their own.
struct Group {
    drawn: Drawn,
    /// The head's, then the constellations'.
    rooms: Vec<Rect>,
}

impl Group {
    fn new(field: &Field, style: &Style, away: Point, flat: f64) -> Self {
        let label = Label::new(&field.title, 14.5, 190.0, 3);
        // The words stand behind the mark, as seen from the North Star.
        let above = away.y < -0.3;
        let down = if above {
            -HEAD - 8.0 - label.height()
        } else {
            HEAD + 5.0
        };
        let label = label.moved(Point { x: 0.0, y: down });
        let head = Rect::around(Point::default(), 2.0 * HEAD, 2.0 * HEAD)
            .with(label.room())
            .grown(8.0);
        let blocks: Vec<Block> = field.figures.iter().map(|figure| block(field, figure, style)).collect();
        let space = blocks.iter().map(|it| it.width * it.height).sum::<f64>() + head.width * head.height;
        let widest = blocks
            .iter()
            .map(|it| it.width.max(it.height))
            .fold(head.width, f64::max);
        let places = Places::new(space, widest, away, flat);
        let mut rooms = vec![head];
        let mut drawn = Drawn {
            head: Named {
                at: Point::default(),
                label,
            },
            tie: Default::default(),
            room: head,
            stars: Vec::new(),
            names: Vec::new(),
            lines: Vec::new(),
            shared: Vec::new(),
        };
        for (figure, block) in field.figures.iter().zip(blocks) {
            let middle = places.find(block.width, block.height, &rooms);
            let corner = Rect::around(middle, block.width, block.height);
            let by = Point {
                x: corner.x,
                y: corner.y,
            };
            let space = room(&block, by);
            rooms.push(space);
            drawn.room = drawn.room.with(space);
            for (star, (at, label)) in field.stars[figure.stars.clone()].iter().zip(block.stars) {
                drawn.stars.push(Placed {
                    at: at.plus(by),
                    label: label.moved(by),
                    light: Light::of(star.state, star.progress),
                });
            }
            drawn
                .names
                .push((block.name.map(|it| it.moved(by)), block.title.map(|it| it.moved(by))));
            let ends = figure
                .lines
                .iter()
                .map(|(a, b)| (drawn.stars[*a].at, drawn.stars[*b].at));
            drawn.lines.extend(ends);
        }
        for (star, figure) in &field.shared {
            let from = drawn.stars[*star].at;
            let theirs = drawn.stars[field.figures[*figure].stars.clone()].iter().map(|it| it.at);
            let near = theirs.reduce(|a, b| if from.far(b) < from.far(a) { b } else { a });
            drawn.shared.extend(near.map(|to| (from, to)));
        }
        Self { drawn, rooms }
    }
}

impl Drawn {
    fn moved(&mut self, by: Point) {
        let put = |point: &mut Point| *point = point.plus(by);
        put(&mut self.head.at);
        put(&mut self.head.label.at);
        self.room = self.room.moved(by);
        for star in &mut self.stars {
            put(&mut star.at);
            put(&mut star.label.at);
        }
        for (name, title) in &mut self.names {
            for label in name.iter_mut().chain(title) {
                put(&mut label.at);
            }
        }
        for (from, to) in self.lines.iter_mut().chain(&mut self.shared) {
            put(from);
            put(to);
        }
    }
}
