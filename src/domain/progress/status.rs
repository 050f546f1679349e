//! How a key result is doing, in one word.

use super::{Gauge, Progress, Rule, Status};
use crate::domain::goals::KeyResultKind;

/// Judges a confidence of 0 to 10, which looks forward.
#[must_use]
pub fn confidence_status(confidence: u8) -> Status {
    match confidence {
        7.. => Status::OnTrack,
        4..=6 => Status::AtRisk,
        _ => Status::OffTrack,
    }
}

/// The word and the rule that decided it: no news when there is none, else the worse of pace and confidence.
pub(super) fn status(gauge: &Gauge, at: Progress, behind: Option<i64>) -> (Status, Rule) {
    if gauge.last_day().is_none() {
        return (Status::NoNews, Rule::NeverReported);
    }
    if gauge.timing().outdated {
        return (Status::NoNews, Rule::Outdated);
    }
    let pace = looking_back(gauge, at, behind);
    match gauge.measured.confidence().map(confidence_status) {
        Some(forward) if forward < pace.0 => (forward, Rule::Confidence),
        _ => pace,
    }
}

fn looking_back(gauge: &Gauge, at: Progress, behind: Option<i64>) -> (Status, Rule) {
    let done = at.clamped() == Some(1.0);
    let good = |good: bool| if good { Status::OnTrack } else { Status::OffTrack };
    match &gauge.key_result.kind {
        KeyResultKind::Done => {
            let due = gauge.key_result.due.or(gauge.goals.period.map(|p| p.end));
            let over = due.is_some_and(|due| gauge.now.today > due);
            (good(done || !over), Rule::DueDay)
        }
        _ if at == Progress::NotMeasured => (Status::NoNews, Rule::NoNumber),
        KeyResultKind::Stay(_) => (good(done), Rule::Band),
        KeyResultKind::Reach { .. } | KeyResultKind::Milestones(_) => {
            let status = match behind {
                Some(26..) => Status::OffTrack,
                Some(11..) => Status::AtRisk,
                _ => Status::OnTrack,
            };
            (status, Rule::Pace)
        }
    }
}
