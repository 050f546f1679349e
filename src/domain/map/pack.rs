//! Where rectangles find room: near to a middle, and later where earlier ones are.

use super::space::{Point, Rect};

/// How far apart the places are that are tried.
const STEP: f64 = 10.0;

/// Places around a middle, the near ones first.
pub(super) struct Places(Vec<Vec<Point>>);

impl Places {
    /// For so much space in all. What lies behind the middle, seen along `away`, counts as farther; `flat` is how much
    /// farther what lies above or below counts than what lies beside it.
    pub(super) fn new(space: f64, widest: f64, away: Point, flat: f64) -> Self {
        let reach = (space * 2.2).sqrt() + widest;
        let steps = (reach / STEP).ceil() as i32;
        let mut rings: Vec<Vec<Point>> = vec![Vec::new(); 4 * steps as usize + 1];
        for row in -steps..=steps {
            for column in -steps..=steps {
                let (x, y) = (f64::from(column), f64::from(row));
                let tall = y * flat;
                let behind = x * away.x + y * away.y < -1.5;
                let far = (x * x + tall * tall).sqrt() * if behind { 3.0 } else { 1.0 };
                if let Some(ring) = rings.get_mut(far as usize) {
                    ring.push(Point {
                        x: x * STEP,
                        y: y * STEP,
                    });
                }
            }
        }
        Self(rings)
    }

    /// The nearest place for the middle of a rectangle of this size, among those that are taken.
    pub(super) fn find(&self, width: f64, height: f64, taken: &[Rect]) -> Point {
        // What was in the way is often in the way again.
        let mut before = 0;
        for at in self.0.iter().flatten() {
            let rect = Rect::around(*at, width, height);
            if taken.get(before).is_some_and(|other| rect.overlaps(*other)) {
                continue;
            }
            match taken.iter().position(|other| rect.overlaps(*other)) {
                Some(other) => before = other,
                None => return *at,
            }
        }
        let low = taken.iter().map(|rect| rect.y + rect.height).fold(0.0, f64::max);
        Point {
            x: 0.0,
            y: low + height / 2.0,
        }
    }
}

/// How far a group has to go along `away` until none of it lies upon what is there.
pub(super) fn slide(group: &[Rect], taken: &[Rect], away: Point, apart: f64) -> Point {
    let mut far = 0.0;
    loop {
        let by = Point {
            x: away.x * far,
            y: away.y * far,
        };
        let free = |rect: &Rect| {
            let rect = rect.moved(by).grown(apart);
            !taken.iter().any(|other| rect.overlaps(*other))
        };
        if group.iter().all(free) {
            return back(group, taken, by, apart);
        }
        far += 2.0 * STEP;
    }
}

/// How much of the way out a group keeps, on each axis: it stays on its side.
const KEPT: f64 = 0.6;

/// From where it came, as far back to the middle as there is room: first beside, then above or below.
fn back(group: &[Rect], taken: &[Rect], out: Point, apart: f64) -> Point {
    let free = |by: Point| {
        let lies = |rect: &Rect| taken.iter().any(|other| rect.overlaps(*other));
        !group.iter().any(|rect| lies(&rect.moved(by).grown(apart)))
    };
    let keeps = |at: f64, out: f64| at * out > 0.0 && at.abs() >= KEPT * out.abs();
    let mut at = out;
    loop {
        let beside = Point {
            x: at.x - STEP.copysign(out.x),
            ..at
        };
        let along = Point {
            y: at.y - STEP.copysign(out.y),
            ..at
        };
        if keeps(beside.x, out.x) && free(beside) {
            at = beside;
        } else if keeps(along.y, out.y) && free(along) {
            at = along;
        } else {
            return at;
        }
    }
}

/// The direction of one of `of` around a middle, clockwise from the left: a place on the sides of a rectangle that is
/// `wide` times as wide as high.
pub(super) fn direction(n: usize, of: usize, wide: f64) -> Point {
    if of == 1 {
        return Point { x: 0.0, y: 1.0 };
    }
    // Two stand beside the star, three as a triangle, others around it, with none exactly left.
    let turn = match of {
        2 => 0.0,
        3 => 0.08,
        _ => 0.5 / of as f64,
    };
    // Quarters of the way around, each along half a side and half of the next one.
    let way = (n as f64 / of as f64 + turn).fract() * 8.0;
    let (side, along) = (way as usize, way.fract());
    let (x, y) = match side {
        0 => (-1.0, -along),
        1 => (along - 1.0, -1.0),
        2 => (along, -1.0),
        3 => (1.0, along - 1.0),
        4 => (1.0, along),
        5 => (1.0 - along, 1.0),
        6 => (-along, 1.0),
        _ => (-1.0, 1.0 - along),
    };
    let far = (x * x + y * y).sqrt();
    Point {
        x: x / far * wide,
        y: y / far,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_stand_left_and_right_and_four_in_the_corners() {
        let around = |of: usize| -> Vec<(i64, i64)> {
            (0..of)
                .map(|n| direction(n, of, 1.0))
                .map(|at| ((at.x * 10.0).round() as i64, (at.y * 10.0).round() as i64))
                .collect()
        };
        assert_eq!(around(2), [(-10, 0), (10, 0)]);
        assert_eq!(around(4), [(-7, -7), (7, -7), (7, 7), (-7, 7)]);
    }

    #[test]
    fn the_nearest_place_that_is_free_is_taken() {
        let places = Places::new(10_000.0, 50.0, Point { x: 0.0, y: 1.0 }, 1.0);
        let middle = Rect::around(Point::default(), 20.0, 20.0);
        let found = places.find(20.0, 20.0, &[middle]);
        assert!(found.far(Point::default()) <= 900.0);
        assert!(!Rect::around(found, 20.0, 20.0).overlaps(middle));
    }

    #[test]
    fn a_group_goes_as_far_as_it_has_to() {
        let there = [Rect::around(Point::default(), 100.0, 100.0)];
        let group = [Rect::around(Point::default(), 50.0, 50.0)];
        assert_eq!(
            slide(&group, &there, Point { x: 1.0, y: 0.0 }, 0.0),
            Point { x: 80.0, y: 0.0 }
        );
    }
}
