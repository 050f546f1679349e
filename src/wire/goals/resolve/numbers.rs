//! Numbers with their spans of days and bands.

use super::super::at::At;
use super::super::document;
use super::super::written::Written;
use crate::domain::fault::Problem;
use crate::domain::goals::{Band, Metric, Money};

pub(super) fn metric(metric: Written<'_, document::Metric>) -> Metric {
    Metric {
        title: metric.title(),
        unit: metric.unit(),
        start: metric.start().unwrap_or(0.0),
        target: metric.target(),
        current: metric.current(),
        as_of: metric.as_of(),
    }
}

pub(super) fn money(money: Written<'_, document::Money>) -> Money {
    Money {
        amount: money.amount(),
        currency: money.currency(),
    }
}

/// A band; one that is upside down is told and left out.
pub(super) fn band(band: Option<Written<'_, document::Band>>, at: &mut At) -> Band {
    let Some(band) = band else {
        return Band::default();
    };
    let (min, max) = (band.min(), band.max());
    if let (Some(least), Some(most)) = (min, max)
        && least > most
    {
        let problem = Problem::BandUpsideDown { min: least, max: most };
        at.field("band", |at| at.left_out(problem));
        return Band::default();
    }
    Band { min, max }
}
