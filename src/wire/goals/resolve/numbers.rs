//! Numbers with their spans of days and bands.

use super::super::at::At;
use super::super::document;
use crate::domain::calendar::Day;
use crate::domain::fault::Problem;
use crate::domain::goals::{Band, Metric, Money};

pub(super) fn metric(metric: document::Metric) -> Metric {
    Metric {
        title: metric.title,
        unit: metric.unit,
        start: metric.start.unwrap_or(0.0),
        target: metric.target,
        current: metric.current,
        as_of: metric.as_of,
    }
}

pub(super) fn money(money: document::Money) -> Money {
    Money {
        amount: money.amount.0,
        currency: money.currency.0,
    }
}

/// A band; one that is upside down is told and left out.
pub(super) fn band(band: Option<document::Band>, at: &mut At) -> Band {
    let Some(document::Band { min, max }) = band else {
        return Band::default();
    };
    if let (Some(least), Some(most)) = (min, max)
        && least > most
    {
        let problem = Problem::BandUpsideDown { min: least, max: most };
        at.field("band", |at| at.left_out(problem));
        return Band::default();
    }
    Band { min, max }
}

impl At {
    /// Whether `end`, if both are known, is not before `start`; told at `field`, and then neither counts.
    pub(in super::super) fn in_order(&mut self, field: &str, start: Option<Day>, end: Option<Day>) -> bool {
        let (Some(start), Some(end)) = (start, end) else {
            return true;
        };
        if end < start {
            let problem = Problem::EndBeforeStart { start, end };
            self.field(field, |at| at.left_out(problem));
        }
        start <= end
    }
}
