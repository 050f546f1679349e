//! Works an explanation out again, from nothing but its rule and its inputs, as a reader would with pen and paper.

use alignment_board::domain::calendar::Day;
use alignment_board::domain::progress::explain::{Explanation, Input, Name, Source, Value};
use alignment_board::domain::progress::{Rule, Status, Verdict, percent, reach};

/// Fails unless the result and everything it was worked out from follow from the inputs.
#[track_caller]
pub(super) fn follows(explanation: &Explanation) {
    for input in &explanation.inputs {
        if let Source::Worked(worked) = &input.source {
            assert_eq!(worked.result, input.value, "{input:?}");
            assert_eq!(worked.on, explanation.on);
            follows(worked);
        }
    }
    if let Some(result) = worked_out(explanation) {
        assert!(
            same(explanation.result, result),
            "{result:?} is not the result of {explanation:#?}"
        );
    }
}

/// Every number in it, and in what it is worked out from.
pub(super) fn numbers(explanation: &Explanation) -> Vec<f64> {
    let inputs = explanation.inputs.iter();
    let below = inputs.clone().filter_map(|input| match &input.source {
        Source::Worked(worked) => Some(numbers(worked)),
        _ => None,
    });
    let mut all: Vec<f64> = below.flatten().collect();
    for value in inputs.map(|input| input.value).chain([explanation.result]) {
        match value {
            Value::Number(x) | Value::Share(x) | Value::By(_, x) => all.push(x),
            _ => {}
        }
    }
    all
}

fn same(a: Value, b: Value) -> bool {
    match (a, b) {
        (Value::Share(a), Value::Share(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        (a, b) => a == b,
    }
}

fn of(explanation: &Explanation, name: Name) -> impl Iterator<Item = &Input> {
    explanation.inputs.iter().filter(move |input| input.name == name)
}

fn the(explanation: &Explanation, name: Name) -> Value {
    of(explanation, name).next().map_or(Value::None, |input| input.value)
}

fn number(explanation: &Explanation, name: Name) -> Option<f64> {
    match the(explanation, name) {
        Value::Number(x) | Value::Share(x) => Some(x),
        Value::Count(n) => Some(f64::from(n)),
        _ => None,
    }
}

fn on(explanation: &Explanation, name: Name) -> Option<Day> {
    match the(explanation, name) {
        Value::On(day) => Some(day),
        _ => None,
    }
}

fn clamped(value: Value) -> Option<f64> {
    match value {
        Value::Share(share) => Some(share.clamp(0.0, 1.0)),
        _ => None,
    }
}

fn shown(value: Value) -> i64 {
    clamped(value).map_or(0, percent)
}

fn share(all: bool) -> Value {
    Value::Share(if all { 1.0 } else { 0.0 })
}

/// `None` where nothing can be checked: that something is missing is said by the rule alone.
fn worked_out(e: &Explanation) -> Option<Value> {
    let current = number(e, Name::Current);
    Some(match e.rule {
        Rule::NotMeasurable | Rule::NotMeasured | Rule::NothingMeasured => Value::None,
        Rule::Reach => Value::Share(reach(number(e, Name::Start)?, number(e, Name::Target)?, current?)),
        Rule::StartIsTarget => share(current == number(e, Name::Target)),
        Rule::InBand => {
            let above = number(e, Name::Least).is_none_or(|least| current >= Some(least));
            share(above && number(e, Name::Most).is_none_or(|most| current <= Some(most)))
        }
        Rule::Milestones => Value::Share(current? / number(e, Name::Milestones)?),
        Rule::DoneOrNot => share(current > Some(0.0)),
        Rule::Linear => Value::Share(line(e) * number(e, Name::Wanted)?),
        // Golden tests hold the bends.
        Rule::Phased => return None,
        Rule::Behind => Value::Points(shown(the(e, Name::Expected)) - shown(the(e, Name::Progress))),
        Rule::NeverReported | Rule::NoNumber => Value::Status(Status::NoNews),
        Rule::Outdated => {
            let Value::Count(grace) = the(e, Name::Grace) else {
                return None;
            };
            let overdue = (e.on - on(e, Name::Owed)?).num_days();
            assert!(on(e, Name::LastReport) < on(e, Name::Owed) && overdue > i64::from(grace));
            Value::Status(Status::NoNews)
        }
        Rule::Pace => Value::Status(match the(e, Name::Behind) {
            Value::Points(26..) => Status::OffTrack,
            Value::Points(11..) => Status::AtRisk,
            _ => Status::OnTrack,
        }),
        Rule::Band => Value::Status(good(clamped(the(e, Name::Progress)) == Some(1.0))),
        Rule::DueDay => {
            let done = clamped(the(e, Name::Progress)) == Some(1.0);
            Value::Status(good(done || on(e, Name::Due).is_none_or(|due| e.on <= due)))
        }
        Rule::Confidence => Value::Status(match the(e, Name::Confidence) {
            Value::Confidence(0..=3) => Status::OffTrack,
            Value::Confidence(4..=6) => Status::AtRisk,
            _ => return None,
        }),
        Rule::WeightedMean | Rule::EqualWeights => mean(e),
        Rule::Weakest => {
            let statuses = of(e, Name::Status).filter_map(|input| match input.value {
                Value::Status(status) => Some(status),
                _ => None,
            });
            Value::Status(statuses.min()?)
        }
        Rule::Grade => Value::Verdict(match (the(e, Name::Progress), number(e, Name::Wanted)) {
            (Value::Share(at), Some(wanted)) if percent(at) >= percent(wanted) => Verdict::Met,
            (Value::Share(_), _) => Verdict::Missed,
            _ => Verdict::NotMeasured,
        }),
    })
}

fn good(good: bool) -> Status {
    if good { Status::OnTrack } else { Status::OffTrack }
}

/// Days gone of days in all.
fn line(e: &Explanation) -> f64 {
    let (Some(from), Some(due)) = (on(e, Name::From), on(e, Name::Due)) else {
        return f64::NAN;
    };
    if due < from || e.on >= due {
        return if e.on >= due { 1.0 } else { 0.0 };
    }
    let days = |from: Day, to: Day| ((to - from).num_days() + 1).max(0) as f64;
    days(from, e.on) / days(from, due)
}

fn mean(e: &Explanation) -> Value {
    let (mut sum, mut total) = (0.0, 0.0);
    for weight in of(e, Name::Weight) {
        let part = e.inputs.iter().find(|i| i.of == weight.of && i.name != Name::Weight);
        let share = part
            .and_then(|part| clamped(part.value))
            .expect("only what has a number has a weight");
        // Scaled, as weights may be next to infinity.
        let weight = match (weight.value, e.rule) {
            (Value::Number(weight), Rule::WeightedMean) => weight / heaviest(e),
            _ => 1.0,
        };
        sum += weight * share;
        total += weight;
    }
    Value::Share(sum / total)
}

fn heaviest(e: &Explanation) -> f64 {
    let weights = of(e, Name::Weight).filter_map(|input| match input.value {
        Value::Number(weight) => Some(weight),
        _ => None,
    });
    weights.fold(0.0, f64::max)
}
