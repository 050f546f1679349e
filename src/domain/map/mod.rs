//! The board as a night sky: the North Star, the objectives around it, and what people do as stars.
//!
//! [`Plan`] says what there is to draw, and [`Map`] where it stands. The same plan gives the same map everywhere. All
//! stands in rectangles that do not overlap, and a text is never wider than it is taken for (`text`).

mod figure;
mod lay;
mod pack;
mod plan;
mod space;
mod text;

pub use lay::{Drawn, HEAD, Light, Map, NORTH, Named, Placed, Shape};
pub use plan::{Field, Figure, Plan, Star, State};
pub use space::{Point, Rect};
pub use text::Label;

/// Up to so many stars always show their titles.
pub const TITLED: usize = 40;
