//! What needs somebody.

mod laws;
mod limits;
mod nobody;
mod order;
mod quiet;
mod stuck;

use std::rc::Rc;

use alignment_board::domain::attention::{Concern, Scene, Step, Why, attention};
use alignment_board::domain::calendar::TimeZone;
use alignment_board::domain::event::{Body, CheckIn, Subject};
use alignment_board::domain::goals::{Goals, Initiative, KeyResult};
use alignment_board::domain::guardrail::Facts;

use crate::support::{Team, at, document, initiative, key_result, objective};

/// A board looked at on a day of October at noon UTC.
pub(crate) fn scene(team: &Team, today: u64) -> Scene<'_> {
    Scene {
        ledger: &team.ledger,
        facts: Facts::default(),
        now: TimeZone::UTC.now(at(today, 12)),
        zone: TimeZone::UTC,
    }
}

/// Everything that needs attention on that day, as Ben sees it.
fn concerns(team: &Team, today: u64) -> Vec<Concern> {
    as_seen_by("ben", team, today)
}

fn as_seen_by(viewer: &str, team: &Team, today: u64) -> Vec<Concern> {
    attention(&scene(team, today), Some(&viewer.into()))
}

/// Why something needs attention: the keys' ends.
fn of(id: &str, concerns: &[Concern]) -> String {
    let about = concerns.iter().filter(|concern| name(&concern.on) == id);
    let keys: Vec<_> = about.map(|concern| short(&concern.why)).collect();
    keys.join(" ")
}

/// What Ben sees of one thing.
fn sees(team: &Team, today: u64, id: &str) -> String {
    of(id, &concerns(team, today))
}

fn short(why: &Why) -> &'static str {
    why.key().trim_start_matches("attention.")
}

/// What can be done about something for that reason.
fn step(concerns: &[Concern], id: &str, reason: &str) -> Step {
    let mut about = concerns.iter();
    let found = about.find(|concern| name(&concern.on) == id && short(&concern.why) == reason);
    found
        .unwrap_or_else(|| panic!("{id} is not {reason}: {concerns:?}"))
        .step
        .clone()
}

pub(crate) fn name(on: &Subject) -> String {
    match on {
        Subject::Initiative(id) => id.to_string(),
        Subject::KeyResult(id) => id.to_string(),
        Subject::Guardrail(id) => id.to_string(),
        Subject::Objective(id) => id.to_string(),
        Subject::Begun(id) => id.to_string(),
        other => format!("{other:?}"),
    }
}

/// An objective whose one key result was reported on the first day, and moved by these initiatives.
fn talk(initiatives: impl IntoIterator<Item = Initiative>) -> Goals {
    let moves = |initiative: Initiative| {
        Rc::new(Initiative {
            key_results: vec!["views".into()],
            ..initiative
        })
    };
    let mut objective = objective("talk");
    objective.key_results = vec![KeyResult {
        owner: Some("ben".into()),
        ..key_result("views", 0.0, 100.0)
    }];
    objective.initiatives = initiatives.into_iter().map(moves).collect();
    document(objective)
}

/// `ugc`, claimed by Cai on 5 October.
fn claimed() -> Team {
    let mut team = Team::with(talk([initiative("ugc")]));
    team.at(5, 9).by("cai").claim("ugc");
    team
}

/// A check-in with everything a test speaks of.
pub(crate) fn said(on: Subject, confidence: Option<u8>, blocker: &str, help: &[&str]) -> Body {
    Body::CheckIn(Rc::new(CheckIn {
        on,
        value: None,
        progress: None,
        confidence,
        line: "So so.".into(),
        change: "".into(),
        blocker: blocker.into(),
        help: help.iter().map(|name| (*name).into()).collect(),
    }))
}

pub(crate) fn ugc() -> Subject {
    Subject::Initiative("ugc".into())
}
