//! Points and rectangles, with y downwards.

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A part of the plane.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
}

impl Point {
    /// The same as seen from there.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            x: self.x + other.x,
            y: self.y + other.y,
        }
    }

    /// The square of how far it is.
    pub(super) fn far(self, other: Self) -> f64 {
        (self.x - other.x) * (self.x - other.x) + (self.y - other.y) * (self.y - other.y)
    }
}

impl Rect {
    /// One of this size around a point.
    pub(super) fn around(at: Point, width: f64, height: f64) -> Self {
        Self {
            x: at.x - width / 2.0,
            y: at.y - height / 2.0,
            width,
            height,
        }
    }

    pub(super) fn moved(self, by: Point) -> Self {
        Self {
            x: self.x + by.x,
            y: self.y + by.y,
            ..self
        }
    }

    /// Larger by so much on each side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self {
            x: self.x - by,
            y: self.y - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }

    /// Whether they share more than a side.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// What holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self {
            x,
            y,
            width: (self.x + self.width).max(other.x + other.width) - x,
            height: (self.y + self.height).max(other.y + other.height) - y,
        }
    }

    /// Its middle.
    #[must_use]
    pub fn middle(self) -> Point {
        Point {
            x: self.x + self.width / 2.0,
            y: self.y + self.height / 2.0,
        }
    }

    /// Where a line from its middle to a point leaves it.
    pub(super) fn edge(self, to: Point) -> Point {
        let from = self.middle();
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let across = (2.0 * dx.abs() / self.width).max(2.0 * dy.abs() / self.height);
        if across <= 1.0 {
            return to;
        }
        Point {
            x: from.x + dx / across,
            y: from.y + dy / across,
        }
    }
}
