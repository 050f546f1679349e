//! A number that stays in its band.

use super::amount::plus;
use super::{Limits, State};
use crate::domain::calendar::{Day, day_of};
use crate::domain::goals::{Band, Guardrail};
use crate::domain::progress::explain::Source;

/// A guardrail's number, once.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// In the guardrail's unit.
    pub value: f64,
    /// Its UTC day, as the latest day wins on every replica; unknown where the document does not say.
    pub day: Option<Day>,
    /// From the document, or from whom.
    pub source: Source,
    /// Whether it is inside the band, the ends included.
    pub inside: bool,
}

/// A metric guardrail's numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Gauged {
    /// Where the number should stay.
    pub band: Band,
    /// Every number known, oldest first; the last is the latest. A report wins over the document on the same day.
    pub history: Vec<Reading>,
    /// How far the latest is from the nearest end of the band, in its unit; negative when outside.
    pub room: Option<f64>,
    /// The day of the first number in a row that is outside, when the latest is.
    pub outside_since: Option<Day>,
    /// The due day since when news is outdated.
    pub silent_since: Option<Day>,
}

impl Gauged {
    /// The latest number.
    #[must_use]
    pub fn latest(&self) -> Option<&Reading> {
        self.history.last()
    }

    pub(super) fn state(&self) -> State {
        match self.latest() {
            Some(latest) if !latest.inside => State::Breached,
            Some(_) if self.room.is_none() || self.silent_since.is_some() => State::Unknown,
            Some(Reading { day: Some(_), .. }) => State::Kept,
            _ => State::Unknown,
        }
    }
}

impl Limits<'_> {
    pub(super) fn gauged(
        &self,
        guardrail: &Guardrail,
        band: Band,
        document: Option<f64>,
        as_of: Option<Day>,
    ) -> Gauged {
        let mut history = self.history(guardrail, band, document, as_of);
        history.sort_by_key(|(day, id, _)| (*day, *id));
        let history: Vec<Reading> = history.into_iter().map(|(_, _, reading)| reading).collect();
        let outside = history.iter().rev().take_while(|reading| !reading.inside);
        Gauged {
            band,
            room: history.last().and_then(|latest| room(band, latest.value)),
            outside_since: outside.last().and_then(|first| first.day),
            silent_since: self.silent_since(&history),
            history,
        }
    }

    /// The document's number and the reports, each with what orders it: its day, then the document first.
    fn history(
        &self,
        guardrail: &Guardrail,
        band: Band,
        document: Option<f64>,
        as_of: Option<Day>,
    ) -> Vec<(Option<Day>, Option<crate::domain::event::EventId>, Reading)> {
        let reading = |value, day, source| Reading {
            value,
            day,
            source,
            inside: band.holds(value),
        };
        let mut all = Vec::new();
        if let Some(value) = document {
            all.push((as_of, None, reading(value, as_of, Source::Document)));
        }
        for report in self.facts.measured.iter().filter(|m| m.guardrail == guardrail.id) {
            let ms = report.event.stamp.ms;
            let source = Source::Event {
                id: report.event,
                by: report.by.clone(),
                day: self.zone.day(ms),
            };
            let day = Some(day_of(ms));
            all.push((day, Some(report.event), reading(report.value, day, source)));
        }
        all
    }

    fn silent_since(&self, history: &[Reading]) -> Option<Day> {
        let team_day = |reading: &Reading| match reading.source {
            Source::Event { day, .. } => Some(day),
            _ => reading.day,
        };
        let last = history.iter().filter_map(team_day).max()?;
        let goals = self.board.goals();
        let timing = goals.cadence.timing(goals.period, Some(last), self.now.today);
        timing.owed.filter(|_| timing.outdated)
    }
}

fn room(band: Band, value: f64) -> Option<f64> {
    let above = band.min.map(|min| plus(value, -min));
    let below = band.max.map(|max| plus(max, -value));
    match (above, below) {
        (Some(above), Some(below)) => Some(above.min(below)),
        (above, below) => above.or(below),
    }
}
