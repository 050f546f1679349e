//! The numbers of one key result, explained.

use super::{Explanation, Input, Name, Source, Value, current, reported};
use crate::domain::calendar::Day;
use crate::domain::goals::{Intent, KeyResultKind};
use crate::domain::progress::pace::{pace, span};
use crate::domain::progress::share::progress;
use crate::domain::progress::status::status;
use crate::domain::progress::{Gauge, Progress, Rule, wanted};

impl Gauge<'_> {
    /// How far it is, raw: below 0 and beyond 1 as well.
    #[must_use]
    pub fn explain_progress(&self) -> Explanation {
        let value = self.measured.current();
        let (progress, rule) = progress(&self.key_result.kind, value.map(|(value, _)| value));
        let mut inputs = match &self.key_result.kind {
            KeyResultKind::Reach { start, target } => {
                let target = target.map_or(Value::None, Value::Number);
                vec![
                    Input::document(Name::Start, Value::Number(*start)),
                    Input::document(Name::Target, target),
                ]
            }
            KeyResultKind::Stay(band) => {
                let ends = [(Name::Least, band.min), (Name::Most, band.max)];
                let known = ends.into_iter().filter_map(|(name, end)| Some((name, end?)));
                known
                    .map(|(name, end)| Input::document(name, Value::Number(end)))
                    .collect()
            }
            KeyResultKind::Milestones(list) => vec![Input::document(Name::Milestones, count(list.len()))],
            KeyResultKind::Done => Vec::new(),
        };
        inputs.push(current(self.measured, self.zone));
        self.explained(raw(progress), rule, inputs)
    }

    /// How far it should be by today; `None` for what has no pace, or no days to have one between.
    #[must_use]
    pub fn explain_expected(&self) -> Option<Explanation> {
        let (expected, rule) = pace(self.goals, self.objective, self.key_result, self.now.today)?;
        let span = span(self.goals, self.key_result)?;
        let mut inputs = vec![
            Input::new(Name::From, Value::On(span.start), source(self.key_result.from)),
            Input::new(Name::Due, Value::On(span.end), source(self.key_result.due)),
            self.wanted(),
        ];
        if let (Rule::Phased, KeyResultKind::Reach { start, target }) = (rule, &self.key_result.kind) {
            inputs.push(Input::document(Name::Start, Value::Number(*start)));
            inputs.push(Input::document(Name::Target, target.map_or(Value::None, Value::Number)));
            let phases = self.key_result.phased_targets.iter();
            inputs.extend(phases.map(|p| Input::document(Name::PhasedTarget, Value::By(p.on, p.value))));
        }
        Some(self.explained(Value::Share(expected), rule, inputs))
    }

    /// How many points it is behind; `None` without a pace or a number.
    #[must_use]
    pub fn explain_behind(&self) -> Option<Explanation> {
        let behind = Value::Points(self.standing().behind?);
        let inputs = vec![
            Input::worked(Name::Expected, self.explain_expected()?),
            Input::worked(Name::Progress, self.explain_progress()),
        ];
        Some(self.explained(behind, Rule::Behind, inputs))
    }

    /// How it is doing; `None` when it is not measurable. Only what decided is an input.
    #[must_use]
    pub fn explain_status(&self) -> Option<Explanation> {
        let standing = self.standing();
        standing.status?;
        let (status, rule) = status(self, standing.progress, standing.behind);
        let inputs = match rule {
            Rule::NeverReported => vec![Input::new(Name::LastReport, Value::None, Source::Nobody)],
            Rule::Outdated => self.silence(),
            Rule::Confidence => vec![self.confidence()],
            // Without days to have a pace between, being behind is unknown, and so no reason.
            Rule::Pace => match self.explain_behind() {
                Some(behind) => vec![Input::worked(Name::Behind, behind)],
                None => vec![Input::new(Name::Behind, Value::None, Source::Nobody)],
            },
            Rule::DueDay => {
                let due = self.key_result.due.or(self.goals.period.map(|p| p.end));
                let due = Input::new(
                    Name::Due,
                    due.map_or(Value::None, Value::On),
                    source(self.key_result.due),
                );
                vec![Input::worked(Name::Progress, self.explain_progress()), due]
            }
            _ => vec![Input::worked(Name::Progress, self.explain_progress())],
        };
        Some(self.explained(Value::Status(status), rule, inputs))
    }

    pub(super) fn wanted(&self) -> Input {
        let source = match self.objective.intent {
            Intent::Committed => Source::Default,
            Intent::Aspirational => Source::Document,
        };
        Input::new(Name::Wanted, Value::Share(wanted(self.objective.intent)), source)
    }

    fn confidence(&self) -> Input {
        let given = self.measured.reports.iter().rev();
        match given.filter_map(|r| Some((r, r.confidence?))).next() {
            Some((report, confidence)) => {
                let source = reported(report, self.zone);
                Input::new(Name::Confidence, Value::Confidence(confidence), source)
            }
            None => Input::new(Name::Confidence, Value::None, Source::Nobody),
        }
    }

    /// The last report, the due day it does not answer, and the grace that is over.
    fn silence(&self) -> Vec<Input> {
        let (cadence, last) = (&self.goals.cadence, self.last_day());
        let mut reports = self.measured.reports.iter();
        let report = reports.rfind(|r| Some(self.zone.day(r.id.stamp.ms)) == last);
        let source = report.map_or(Source::Document, |report| reported(report, self.zone));
        let owed = self.timing().owed;
        vec![
            Input::new(Name::LastReport, last.map_or(Value::None, Value::On), source),
            Input::document(Name::Owed, owed.map_or(Value::None, Value::On)),
            Input::document(Name::Grace, Value::Count(cadence.grace_days)),
        ]
    }

    fn explained(&self, result: Value, rule: Rule, inputs: Vec<Input>) -> Explanation {
        Explanation {
            result,
            rule,
            inputs,
            on: self.now.today,
        }
    }
}

/// A share as it is kept.
pub(super) fn raw(progress: Progress) -> Value {
    match progress {
        Progress::At(raw) => Value::Share(raw),
        Progress::NotMeasured | Progress::NotMeasurable => Value::None,
    }
}

/// A key result's own day, else the period's.
fn source(own: Option<Day>) -> Source {
    own.map_or(Source::Default, |_| Source::Document)
}

fn count(length: usize) -> Value {
    Value::Count(u32::try_from(length).unwrap_or(u32::MAX))
}
