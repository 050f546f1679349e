//! The numbers of an objective and of the North Star, explained.

use super::key_result::raw;
use super::{Explanation, Input, Name, Source, Value, current};
use crate::domain::board::Board;
use crate::domain::calendar::{Now, TimeZone};
use crate::domain::event::Subject;
use crate::domain::goals::{Intent, Objective};
use crate::domain::progress::mean::mean;
use crate::domain::progress::summary::paced;
use crate::domain::progress::{Gauge, Rule, Standing, grades, metric, summary_in, wanted};

/// An objective's progress, from every key result's weight and progress. Those without a number stand there as well,
/// with none, and are left out of the mean.
#[must_use]
pub fn explain_objective(board: &Board, objective: &Objective, now: Now, zone: &TimeZone) -> Explanation {
    let share = |standing: &Standing| standing.progress.clamped();
    let part = |gauge: &Gauge| Some(Input::worked(Name::Progress, gauge.explain_progress()));
    mean_of(board, objective, now, zone, share, part)
}

/// How far an objective should be by today, over the key results that are measured and have a pace.
#[must_use]
pub fn explain_objective_expected(board: &Board, objective: &Objective, now: Now, zone: &TimeZone) -> Explanation {
    let part = |gauge: &Gauge| Some(Input::worked(Name::Expected, gauge.explain_expected()?));
    mean_of(board, objective, now, zone, paced, part)
}

/// How an objective is doing, from the status of each key result that is measurable; `None` when none is.
#[must_use]
pub fn explain_status(board: &Board, objective: &Objective, now: Now, zone: &TimeZone) -> Option<Explanation> {
    let status = summary_in(board, objective, now, zone).status?;
    let parts = gauges(board, objective, now, zone)
        .filter_map(|gauge| Some(Input::worked(Name::Status, gauge.explain_status()?).of(&gauge.key_result.id)));
    Some(Explanation {
        result: Value::Status(status),
        rule: Rule::Weakest,
        inputs: parts.collect(),
        on: now.today,
    })
}

/// Whether an objective is met: its progress against what is wanted of it. It is final when the period's last day is
/// over.
#[must_use]
pub fn explain_grade(board: &Board, objective: &Objective, now: Now, zone: &TimeZone) -> Explanation {
    let period = board.goals().period;
    let summary = summary_in(board, objective, now, zone);
    let grade = grades(objective, &summary, period, now.today).objective;
    let intent = match objective.intent {
        Intent::Committed => Source::Default,
        Intent::Aspirational => Source::Document,
    };
    let mut inputs = vec![
        Input::worked(Name::Progress, explain_objective(board, objective, now, zone)),
        Input::new(Name::Wanted, Value::Share(wanted(objective.intent)), intent),
    ];
    inputs.extend(period.map(|period| Input::document(Name::PeriodEnd, Value::On(period.end))));
    Explanation {
        result: Value::Verdict(grade.verdict),
        rule: Rule::Grade,
        inputs,
        on: now.today,
    }
}

/// How far the North Star's number is, and how far it should be by today if it has a period and a target; `None` when
/// the star has no number.
#[must_use]
pub fn explain_star(board: &Board, now: Now, zone: &TimeZone) -> Option<(Explanation, Option<Explanation>)> {
    let (goals, measured) = (board.goals(), board.number(&Subject::NorthStar)?);
    let (star, period) = (goals.north_star.as_ref()?.metric.as_ref()?, goals.period);
    let value = measured.current().map(|(value, _)| value);
    let (progress, expected) = metric(star, value, period, now.today);
    let rule = match (star.target, value) {
        (None, _) => Rule::NotMeasurable,
        (_, None) => Rule::NotMeasured,
        (Some(target), _) if target == star.start => Rule::StartIsTarget,
        _ => Rule::Reach,
    };
    let target = star.target.map_or(Value::None, Value::Number);
    let inputs = vec![
        Input::document(Name::Start, Value::Number(star.start)),
        Input::document(Name::Target, target),
        current(measured, zone),
    ];
    let explained = |result, rule, inputs| Explanation {
        result,
        rule,
        inputs,
        on: now.today,
    };
    let line = expected.zip(period).map(|(expected, period)| {
        let inputs = vec![
            Input::document(Name::From, Value::On(period.start)),
            Input::document(Name::Due, Value::On(period.end)),
            Input::new(Name::Wanted, Value::Share(1.0), Source::Default),
        ];
        explained(Value::Share(expected), Rule::Linear, inputs)
    });
    Some((explained(raw(progress), rule, inputs), line))
}

fn gauges<'a>(
    board: &'a Board,
    objective: &'a Objective,
    now: Now,
    zone: &'a TimeZone,
) -> impl Iterator<Item = Gauge<'a>> {
    let key_results = objective.key_results.iter();
    key_results.filter_map(move |k| Gauge::new(board, objective, k, now, zone))
}

fn mean_of(
    board: &Board,
    objective: &Objective,
    now: Now,
    zone: &TimeZone,
    share: fn(&Standing) -> Option<f64>,
    part: fn(&Gauge) -> Option<Input>,
) -> Explanation {
    let mut inputs = Vec::new();
    let mut counted = Vec::new();
    for gauge in gauges(board, objective, now, zone) {
        let key_result = gauge.key_result;
        let value = share(&gauge.standing());
        let Some(part) = part(&gauge) else { continue };
        if let Some(value) = value {
            counted.push((key_result.weight, value));
            inputs.push(Input::document(Name::Weight, Value::Number(key_result.weight)).of(&key_result.id));
        }
        inputs.push(part.of(&key_result.id));
    }
    let (mean, rule) = mean(&counted);
    Explanation {
        result: mean.map_or(Value::None, Value::Share),
        rule,
        inputs,
        on: now.today,
    }
}
