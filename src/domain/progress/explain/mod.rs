//! Where a number comes from: what went in, from whom, the rule, and the day.

mod key_result;
mod objective;

pub use objective::{explain_grade, explain_objective, explain_objective_expected, explain_star, explain_status};

use super::{Rule, Status, Verdict};
use crate::domain::board::{Measured, Report};
use crate::domain::calendar::{Day, TimeZone};
use crate::domain::event::EventId;
use crate::domain::id::KeyResultId;
use crate::domain::people::Person;

/// A result that says how it came about. Whoever knows the [`Rule`] can work it out again from the inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What came out.
    pub result: Value,
    /// By which rule.
    pub rule: Rule,
    /// What went in, in the order of the formula.
    pub inputs: Vec<Input>,
    /// The team's day it is looked at.
    pub on: Day,
}

/// One of the things a number is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// What it is.
    pub name: Name,
    /// Whose, where an objective is made of several key results.
    pub of: Option<KeyResultId>,
    /// How much.
    pub value: Value,
    /// From where.
    pub source: Source,
}

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// Where it began.
    Start,
    /// Where it should be.
    Target,
    /// Where it is.
    Current,
    /// The lower end of its band.
    Least,
    /// The upper end of its band.
    Most,
    /// How many milestones are listed.
    Milestones,
    /// The first day of its line.
    From,
    /// The last day of its line, or the day it should be done.
    Due,
    /// A value that should be reached on the way.
    PhasedTarget,
    /// How much is wanted in the end.
    Wanted,
    /// How far it is.
    Progress,
    /// How far it should be.
    Expected,
    /// How far behind it is.
    Behind,
    /// The last day anything was reported.
    LastReport,
    /// The due day that no report answers.
    Owed,
    /// How many days late is still fine.
    Grace,
    /// How sure its author was.
    Confidence,
    /// Its share in the mean.
    Weight,
    /// How it is doing.
    Status,
    /// The last day of the period.
    PeriodEnd,
}

/// A value, with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// There is none (yet).
    None,
    /// In the key result's own unit.
    Number(f64),
    /// A share of 1, neither rounded nor clamped, unless the rule clamps it.
    Share(f64),
    /// Whole percentage points.
    Points(i64),
    /// How many.
    Count(u32),
    /// A calendar day.
    On(Day),
    /// A value by a day.
    By(Day, f64),
    /// 0 to 10.
    Confidence(u8),
    /// How something is doing.
    Status(Status),
    /// Whether something is met.
    Verdict(Verdict),
}

/// Where an input comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// The goal document.
    Document,
    /// The document says nothing of this very thing, and a default is taken: the period's days, or the whole way.
    Default,
    /// Somebody reported it.
    Event {
        /// The check-in.
        id: EventId,
        /// Who.
        by: Person,
        /// The team's day it was made on.
        day: Day,
    },
    /// It was worked out.
    Worked(Box<Explanation>),
    /// Nobody has said it.
    Nobody,
}

impl Input {
    fn new(name: Name, value: Value, source: Source) -> Self {
        Self {
            name,
            of: None,
            value,
            source,
        }
    }

    fn document(name: Name, value: Value) -> Self {
        Self::new(name, value, Source::Document)
    }

    /// What is worked out itself.
    fn worked(name: Name, explanation: Explanation) -> Self {
        Self::new(name, explanation.result, Source::Worked(Box::new(explanation)))
    }

    fn of(self, key_result: &KeyResultId) -> Self {
        Self {
            of: Some(key_result.clone()),
            ..self
        }
    }
}

/// The number now, and whose it is.
fn current(measured: &Measured, zone: &TimeZone) -> Input {
    let Some((value, day)) = measured.current() else {
        return Input::new(Name::Current, Value::None, Source::Nobody);
    };
    // A report wins over the document on its day, so a report of that day is where the value is from.
    let reports = measured.reports.iter();
    let of_that_day = reports.filter(|r| r.value.is_some() && Some(r.day) == day);
    let source = of_that_day
        .max_by_key(|r| r.id)
        .map_or(Source::Document, |r| reported(r, zone));
    Input::new(Name::Current, Value::Number(value), source)
}

fn reported(report: &Report, zone: &TimeZone) -> Source {
    Source::Event {
        id: report.id,
        by: report.by.clone(),
        day: zone.day(report.id.stamp.ms),
    }
}
