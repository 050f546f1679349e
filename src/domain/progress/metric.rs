//! A number on its own, such as the North Star's.

use super::{Progress, reach};
use crate::domain::calendar::{Day, Period};
use crate::domain::goals::Metric;

/// How far a metric such as the North Star's is with the number it has `now`, in the document or reported, and should be
/// by today in its period.
#[must_use]
pub fn metric(metric: &Metric, now: Option<f64>, period: Option<Period>, today: Day) -> (Progress, Option<f64>) {
    let progress = match (metric.target, now) {
        (None, _) => Progress::NotMeasurable,
        (_, None) => Progress::NotMeasured,
        (Some(target), Some(current)) => Progress::At(reach(metric.start, target, current)),
    };
    let expected = metric.target.and(period).map(|period| period.share(today));
    (progress, expected)
}
