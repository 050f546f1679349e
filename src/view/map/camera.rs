//! Which part of the map is looked at. Pure arithmetic: nothing is measured here.

use crate::domain::map::{Point, Rect};

/// How near one can go.
const NEAREST: f64 = 14.0;

/// A look at a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Camera {
    frame: Rect,
    /// How much nearer than when all of it is seen.
    pub(super) near: f64,
    at: Point,
}

impl Camera {
    /// All of it.
    pub(super) fn new(frame: Rect) -> Self {
        Self {
            frame,
            near: 1.0,
            at: frame.middle(),
        }
    }

    /// The same look at a map that has changed.
    pub(super) fn over(self, frame: Rect) -> Self {
        Self { frame, ..self }.held()
    }

    /// What is seen.
    pub(super) fn sight(&self) -> Rect {
        let (width, height) = (self.frame.width / self.near, self.frame.height / self.near);
        Rect {
            x: self.at.x - width / 2.0,
            y: self.at.y - height / 2.0,
            width,
            height,
        }
    }

    /// Nearer, or farther for less than 1; what is at `around` stays where it is on the screen.
    pub(super) fn nearer(self, by: f64, around: Point) -> Self {
        let near = (self.near * by).clamp(1.0, NEAREST);
        let by = near / self.near;
        let at = Point {
            x: around.x + (self.at.x - around.x) / by,
            y: around.y + (self.at.y - around.y) / by,
        };
        Self { near, at, ..self }.held()
    }

    /// The same, around the middle of what is seen.
    pub(super) fn closer(self, by: f64) -> Self {
        self.nearer(by, self.at)
    }

    /// Elsewhere, by parts of what is seen.
    pub(super) fn turned(self, x: f64, y: f64) -> Self {
        let sight = self.sight();
        self.moved(x * sight.width, y * sight.height)
    }

    pub(super) fn moved(self, x: f64, y: f64) -> Self {
        let at = self.at.plus(Point { x, y });
        Self { at, ..self }.held()
    }

    /// As far as needed to see a point that is not near the edge.
    pub(super) fn seeing(self, point: Point) -> Self {
        let sight = self.sight();
        let inside =
            |at: f64, from: f64, long: f64| (at - from - long * 0.85).max(0.0) + (at - from - long * 0.15).min(0.0);
        let x = inside(point.x, sight.x, sight.width);
        let y = inside(point.y, sight.y, sight.height);
        self.moved(x, y)
    }

    /// Never beyond the map.
    fn held(self) -> Self {
        let (width, height) = (self.frame.width / self.near / 2.0, self.frame.height / self.near / 2.0);
        let within = |at: f64, from: f64, long: f64, half: f64| at.max(from + half).min(from + long - half);
        Self {
            at: Point {
                x: within(self.at.x, self.frame.x, self.frame.width, width),
                y: within(self.at.y, self.frame.y, self.frame.height, height),
            },
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Rect = Rect {
        x: -100.0,
        y: -50.0,
        width: 200.0,
        height: 100.0,
    };

    #[test]
    fn at_first_all_of_it_is_seen() {
        assert_eq!(Camera::new(FRAME).sight(), FRAME);
    }

    #[test]
    fn what_one_goes_nearer_to_stays_where_it_is() {
        let there = Point { x: 50.0, y: 25.0 };
        let sight = Camera::new(FRAME).nearer(2.0, there).sight();
        assert_eq!((sight.x, sight.width), (-25.0, 100.0));
        assert_eq!((there.x - sight.x) / sight.width, 0.75);
    }

    #[test]
    fn one_never_looks_beyond_the_map() {
        let camera = Camera::new(FRAME).closer(2.0).moved(1000.0, -1000.0);
        let sight = camera.sight();
        assert_eq!((sight.x + sight.width, sight.y), (100.0, -50.0));
        assert_eq!(Camera::new(FRAME).moved(30.0, 30.0), Camera::new(FRAME));
    }

    #[test]
    fn whatever_has_the_focus_comes_into_sight() {
        let camera = Camera::new(FRAME).closer(4.0);
        let sight = camera.seeing(Point { x: 80.0, y: 0.0 }).sight();
        assert!(sight.x < 80.0 && 80.0 < sight.x + sight.width);
        assert_eq!(camera.seeing(Point { x: 3.0, y: 3.0 }), camera);
    }

    #[test]
    fn farther_than_all_of_it_is_all_of_it() {
        assert_eq!(Camera::new(FRAME).closer(3.0).closer(0.1).sight(), FRAME);
    }
}
