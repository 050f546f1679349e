//! Numbers: how far a key result is, how far it should be by now, and what its objective makes of it.
//!
//! Progress is (current − start) / (target − start). It is kept raw; bars clamp it to 0–100%, figures floor it at 0
//! and do not cap it ("112%"). Percent is rounded half away from zero, and thresholds compare rounded numbers.
//!
//! Every number can be asked where it comes from: [`Gauge`] explains those of a key result, [`explain`] those of an
//! objective and of the North Star. An [`Explanation`](explain::Explanation) holds the inputs with who gave them, the
//! [`Rule`] and the day; it is made when somebody asks, by the functions that work the number out.

pub mod explain;
mod gauge;
mod grade;
mod history;
mod mean;
mod metric;
mod pace;
mod rounding;
mod rule;
mod share;
mod status;
mod summary;

pub use gauge::{Gauge, Standing, standing};
pub use grade::{Grade, Grades, Verdict, grades};
pub use history::{Point, end_of, history};
pub use metric::metric;
pub use pace::wanted;
pub use rounding::percent;
pub use rule::Rule;
pub use share::reach;
pub use status::confidence_status;
pub use summary::{Summary, summary, summary_in};

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progress {
    /// 0 at the start, 1 at the target; may be below or beyond.
    At(f64),
    /// No value yet: left out of means.
    NotMeasured,
    /// No target: left out of means, and listed.
    NotMeasurable,
}

impl Progress {
    /// The share for a bar, 0 to 1.
    #[must_use]
    pub fn clamped(self) -> Option<f64> {
        self.raw().map(|raw| raw.clamp(0.0, 1.0))
    }

    /// The figure in percent, at least 0, not capped.
    #[must_use]
    pub fn percent(self) -> Option<i64> {
        self.raw().map(|raw| percent(raw).max(0))
    }

    fn raw(self) -> Option<f64> {
        match self {
            Self::At(raw) => Some(raw),
            Self::NotMeasured | Self::NotMeasurable => None,
        }
    }
}

/// How something is doing, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// More than 25 points behind, out of its band, or confidence of 3 and less.
    OffTrack,
    /// More than 10 points behind, or confidence of 4 to 6.
    AtRisk,
    /// A check-in is overdue beyond the grace days, or there never was one.
    NoNews,
    /// None of these.
    OnTrack,
}
