//! Numbers that moved.

use super::Then;
use crate::domain::attention::Scene;
use crate::domain::board::Measured;
use crate::domain::calendar::Day;
use crate::domain::event::Subject;
use crate::domain::goals::{KeyResultKind, Text};

/// A number that is another now.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// A key result, or the North Star.
    pub on: Subject,
    /// Its title.
    pub title: Text,
    /// In what it is counted.
    pub unit: Option<Text>,
    /// Where it was; `None` when nobody had said.
    pub from: Option<f64>,
    /// Where it is.
    pub to: f64,
    /// Whether that is nearer to where it should be; `None` when there is no telling.
    pub better: Option<bool>,
}

/// Key results in the document's order, then the North Star's number.
pub(super) fn moved(then: &Then<'_>, now: &Scene<'_>) -> Vec<Moved> {
    let mut list = Vec::new();
    let goals = now.goals();
    for key_result in goals.objectives.iter().flat_map(|objective| &objective.key_results) {
        let on = Subject::KeyResult(key_result.id.clone());
        if let Some((from, to)) = change(then, now, &on, key_result.as_of) {
            list.push(Moved {
                better: from.and_then(|from| nearer(&key_result.kind, from, to)),
                on,
                title: key_result.title.clone(),
                unit: key_result.unit.clone(),
                from,
                to,
            });
        }
    }
    let star = goals.north_star.as_ref().and_then(|star| star.metric.as_ref());
    if let Some(metric) = star
        && let Some((from, to)) = change(then, now, &Subject::NorthStar, metric.as_of)
    {
        let kind = KeyResultKind::Reach {
            start: metric.start,
            target: metric.target,
        };
        list.push(Moved {
            better: from.and_then(|from| nearer(&kind, from, to)),
            on: Subject::NorthStar,
            title: metric.title.clone(),
            unit: metric.unit.clone(),
            from,
            to,
        });
    }
    list
}

fn change(then: &Then<'_>, now: &Scene<'_>, on: &Subject, as_of: Option<Day>) -> Option<(Option<f64>, f64)> {
    let (to, _) = now.board().number(on)?.current()?;
    let before = then.board.number(on);
    let from = if as_of.is_some_and(|day| day > then.today) {
        // The document did not say so then. What it said, only reports tell.
        Some(last_reported(before?)?)
    } else {
        before.and_then(|before| before.current()).map(|(value, _)| value)
    };
    (from != Some(to)).then_some((from, to))
}

fn last_reported(measured: &Measured) -> Option<f64> {
    let reports = measured
        .reports
        .iter()
        .filter_map(|report| Some((report.day, report.id, report.value?)));
    reports.max_by_key(|(day, id, _)| (*day, *id)).map(|(.., value)| value)
}

fn nearer(kind: &KeyResultKind, from: f64, to: f64) -> Option<bool> {
    match kind {
        KeyResultKind::Reach { start, target } => target.map(|target| (to > from) == (target >= *start)),
        KeyResultKind::Milestones(_) | KeyResultKind::Done => Some(to > from),
        KeyResultKind::Stay(band) => match (band.holds(from), band.holds(to)) {
            (false, true) => Some(true),
            (true, false) => Some(false),
            _ => None,
        },
    }
}
