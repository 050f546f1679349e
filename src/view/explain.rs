//! Where a number comes from: the rule, what went in, from whom, and the day.

use yew::Html;

use super::ask::{Ask, Number, Open};
use super::cx::Cx;
use super::dialog::dialog;
use super::el::{El, all, el};
use super::subject;
use crate::domain::event::Subject;
use crate::domain::goals::{KeyResult, Objective};
use crate::domain::progress::explain::{
    Explanation, Input, Name, Source, Value, explain_grade, explain_objective, explain_objective_expected,
    explain_star, explain_status,
};
use crate::domain::progress::{Gauge, Rule, Status, Verdict, percent};

pub(super) fn explain(cx: Cx<'_>, number: &Number) -> Html {
    let parts = match number {
        Number::Objective(id) => cx
            .goals()
            .objectives
            .iter()
            .find(|it| it.id == *id)
            .map(|it| objective(cx, it)),
        Number::KeyResult(id) => cx
            .goals()
            .objectives
            .iter()
            .find_map(|of| Some((of, of.key_results.iter().find(|it| it.id == *id)?)))
            .map(|(of, it)| key_result(cx, of, it)),
        Number::Star => star(cx),
    };
    let (title, unit, mut body) = parts.unwrap_or_default();
    let mut drawn: Vec<Html> = Vec::new();
    for (key, explanation) in body.drain(..) {
        drawn.push(el("h3").words(cx.get(key)).into());
        drawn.push(told(cx, &unit, &explanation).into());
    }
    drawn.extend(acts(cx, number).map(Html::from));
    dialog(cx.speech, title, cx.ask, all(drawn))
}

/// A title, a unit, and each figure that is explained.
type Parts = (String, String, Vec<(&'static str, Explanation)>);

fn objective(cx: Cx<'_>, objective: &Objective) -> Parts {
    let (now, zone) = (cx.state.now, cx.scene.zone);
    let mut parts = vec![
        ("explain.progress", explain_objective(cx.board, objective, now, zone)),
        (
            "explain.expected",
            explain_objective_expected(cx.board, objective, now, zone),
        ),
    ];
    if let Some(status) = explain_status(cx.board, objective, now, zone) {
        parts.push(("explain.status", status));
    }
    parts.push(("explain.grade", explain_grade(cx.board, objective, now, zone)));
    (objective.title.to_string(), String::new(), parts)
}

fn key_result(cx: Cx<'_>, objective: &Objective, key_result: &KeyResult) -> Parts {
    let mut parts = Vec::new();
    if let Some(gauge) = Gauge::new(cx.board, objective, key_result, cx.state.now, cx.scene.zone) {
        parts.push(("explain.progress", gauge.explain_progress()));
        let more = [
            ("explain.expected", gauge.explain_expected()),
            ("explain.behind", gauge.explain_behind()),
            ("explain.status", gauge.explain_status()),
        ];
        parts.extend(
            more.into_iter()
                .filter_map(|(key, explanation)| Some((key, explanation?))),
        );
    }
    let unit = key_result.unit.as_deref().unwrap_or_default();
    (key_result.title.to_string(), unit.to_owned(), parts)
}

fn star(cx: Cx<'_>) -> Option<Parts> {
    let metric = cx.goals().north_star.as_ref()?.metric.as_ref()?;
    let (progress, expected) = explain_star(cx.board, cx.state.now, cx.scene.zone)?;
    let mut parts = vec![("explain.progress", progress)];
    parts.extend(expected.map(|expected| ("explain.expected", expected)));
    let unit = metric.unit.as_deref().unwrap_or_default();
    Some((metric.title.to_string(), unit.to_owned(), parts))
}

/// What comes out, the rule, and what goes in.
fn told(cx: Cx<'_>, unit: &str, explanation: &Explanation) -> El {
    let result = el("p").child(el("strong class=figure").words(value(cx, unit, &explanation.result)));
    let mut list = el("dl class=facts-list");
    for input in &explanation.inputs {
        let of = input
            .of
            .as_ref()
            .and_then(|id| subject::of(cx.board, &Subject::KeyResult(id.clone())));
        let name = match of {
            Some(of) => [&*of, " · ", &cx.get(name_key(input.name))].concat(),
            None => cx.get(name_key(input.name)),
        };
        list.add(el("dt").words(name));
        list.add(given(cx, unit, input));
    }
    el("div class=explained")
        .child(result)
        .child(el("p class=soft").words(cx.get(rule_key(explanation.rule))))
        .maybe((!explanation.inputs.is_empty()).then_some(list))
}

/// A value and where it is from; what was worked out unfolds.
fn given(cx: Cx<'_>, unit: &str, input: &Input) -> El {
    let words = value(cx, unit, &input.value);
    let entry = el("dd");
    match &input.source {
        Source::Worked(explanation) => {
            let summary = el("summary").words(words);
            entry.child(el("details").child(summary).child(told(cx, unit, explanation)))
        }
        Source::Event { by, day, .. } => {
            let from = cx
                .speech
                .say("explain.by", &[("name", &by.name), ("day", &cx.speech.day(*day))]);
            entry
                .words([&words, " "].concat())
                .child(el("span class='soft small'").words(from))
        }
        Source::Document => entry
            .words([&words, " "].concat())
            .child(el("span class='soft small'").words(cx.get("explain.document"))),
        Source::Default => entry
            .words([&words, " "].concat())
            .child(el("span class='soft small'").words(cx.get("explain.default"))),
        Source::Nobody => entry.words(cx.get("explain.nobody")),
    }
}

fn value(cx: Cx<'_>, unit: &str, value: &Value) -> String {
    let speech = cx.speech;
    match value {
        Value::None => "–".to_owned(),
        Value::Number(number) => [&speech.number(*number), " ", unit].concat().trim_end().to_owned(),
        Value::Share(share) => speech.percent(percent(*share)),
        Value::Points(points) => speech.say("explain.points", &[("n", &points.to_string())]),
        Value::Count(count) => speech.number(f64::from(*count)),
        Value::On(day) => speech.day(*day),
        Value::By(day, number) => [&speech.number(*number), " · ", &speech.day(*day)].concat(),
        Value::Confidence(confidence) => speech.say("explain.of-ten", &[("n", &confidence.to_string())]),
        Value::Status(status) => speech.get(match status {
            Status::OffTrack => "status.off-track",
            Status::AtRisk => "status.at-risk",
            Status::NoNews => "status.no-news",
            Status::OnTrack => "status.on-track",
        }),
        Value::Verdict(verdict) => speech.get(match verdict {
            Verdict::Met => "explain.met",
            Verdict::Missed => "explain.missed",
            Verdict::NotMeasured => "key-results.not-measured",
        }),
    }
}

/// What can be done about the number.
fn acts(cx: Cx<'_>, number: &Number) -> Option<El> {
    cx.actor()?;
    let on = match number {
        Number::KeyResult(id) => Subject::KeyResult(id.clone()),
        Number::Objective(id) => Subject::Objective(id.clone()),
        Number::Star => Subject::NorthStar,
    };
    let title = subject::title(cx.state, &on);
    let me = cx.actor()?;
    let propose =
        matches!(number, Number::KeyResult(_)).then(|| cx.opens("step.propose", &title, Open::Propose(on.clone())));
    let close = match number {
        Number::Objective(id) => cx
            .goals()
            .objectives
            .iter()
            .find(|it| it.id == *id)
            .filter(|it| cx.goals().leads(me, it, cx.state.now.today))
            .filter(|_| cx.board.aim(id).is_none_or(|aim| aim.closing.is_none()))
            .map(|_| cx.opens("closing.submit", &title, Open::CloseObjective(id.clone()))),
        _ => None,
    };
    let comment = cx.does("explain.comment", &title, Ask::Open(Open::Comment(on)));
    Some(el("div class=dialog-foot").child(comment).maybe(propose).maybe(close))
}

fn name_key(name: Name) -> &'static str {
    match name {
        Name::Start => "input.start",
        Name::Target => "input.target",
        Name::Current => "input.current",
        Name::Least => "input.least",
        Name::Most => "input.most",
        Name::Milestones => "input.milestones",
        Name::From => "input.from",
        Name::Due => "input.due",
        Name::PhasedTarget => "input.phased-target",
        Name::Wanted => "input.wanted",
        Name::Progress => "input.progress",
        Name::Expected => "input.expected",
        Name::Behind => "input.behind",
        Name::LastReport => "input.last-report",
        Name::Owed => "input.owed",
        Name::Grace => "input.grace",
        Name::Confidence => "input.confidence",
        Name::Weight => "input.weight",
        Name::Status => "input.status",
        Name::PeriodEnd => "input.period-end",
    }
}

fn rule_key(rule: Rule) -> &'static str {
    match rule {
        Rule::Reach => "rule.reach",
        Rule::StartIsTarget => "rule.start-is-target",
        Rule::InBand => "rule.in-band",
        Rule::Milestones => "rule.milestones",
        Rule::DoneOrNot => "rule.done-or-not",
        Rule::NotMeasurable => "rule.not-measurable",
        Rule::NotMeasured => "rule.not-measured",
        Rule::Linear => "rule.linear",
        Rule::Phased => "rule.phased",
        Rule::Behind => "rule.behind",
        Rule::NeverReported => "rule.never-reported",
        Rule::Outdated => "rule.outdated",
        Rule::NoNumber => "rule.no-number",
        Rule::Pace => "rule.pace",
        Rule::Band => "rule.band",
        Rule::DueDay => "rule.due-day",
        Rule::Confidence => "rule.confidence",
        Rule::WeightedMean => "rule.weighted-mean",
        Rule::EqualWeights => "rule.equal-weights",
        Rule::NothingMeasured => "rule.nothing-measured",
        Rule::Weakest => "rule.weakest",
        Rule::Grade => "rule.grade",
    }
}
