//! The map: what there is to draw, and where it stands.

mod lay;
mod plan;
