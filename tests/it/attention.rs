//! What needs somebody.

mod decision;
mod laws;
mod limits;
mod nobody;
mod order;
mod quiet;
mod stuck;

pub(crate) use laws::{folded, impatient, is_there, leads_somewhere};
pub(crate) use limits::{at_most, guardrail};

use std::rc::Rc;

use alignment_board::domain::attention::{Concern, Known, Scene, Step, Why, attention};
use alignment_board::domain::board::Ledger;
use alignment_board::domain::calendar::TimeZone;
use alignment_board::domain::event::{Answer, Ask, Body, CheckIn, Comment, EventId, Pitch, Reply, Ruling, Subject};
use alignment_board::domain::goals::{DecisionArea, DelegationLevel, Goals, Initiative, KeyResult};

use crate::support::{Team, at, document, initiative, key_result, objective};

/// Looks at a board at a moment.
pub(crate) fn looking<T>(ledger: &Ledger, ms: u64, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    look(&Scene {
        ledger,
        known: &Known::of(ledger.board()),
        now: TimeZone::UTC.now(ms),
        zone: TimeZone::UTC,
    })
}

/// Everything that needs attention on that day of October at noon UTC, as Ben sees it.
fn concerns(team: &Team, today: u64) -> Vec<Concern> {
    as_seen_by("ben", team, today)
}

fn as_seen_by(viewer: &str, team: &Team, today: u64) -> Vec<Concern> {
    looking(&team.ledger, at(today, 12), |scene| {
        attention(scene, Some(&viewer.into()))
    })
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
pub(crate) fn talk(initiatives: impl IntoIterator<Item = Initiative>) -> Goals {
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

/// A pitch under the objective `talk`.
pub(crate) fn pitch(title: &str) -> Rc<Pitch> {
    Rc::new(Pitch {
        idea: None,
        objective: "talk".into(),
        title: title.into(),
        description: "".into(),
        moves: vec![],
        effort: "".into(),
        cost: None,
        first_step: "".into(),
        help: "".into(),
    })
}

pub(crate) fn decide(target: EventId, verdict: Ruling) -> Body {
    Body::Decide {
        target,
        verdict,
        reason: "So far.".into(),
    }
}

/// A question in an area, or in none.
pub(crate) fn ask(area: Option<&str>, question: &str) -> Body {
    Body::Ask(Rc::new(Ask {
        area: area.map(Into::into),
        initiative: None,
        amount: None,
        question: question.into(),
    }))
}

pub(crate) fn answer(question: EventId) -> Body {
    Body::Answer(Rc::new(Reply {
        question,
        answer: Answer::Yes,
        instead: "".into(),
        reason: "".into(),
    }))
}

/// An area that Ana decides and asks nobody about.
pub(crate) fn area(id: &str) -> DecisionArea {
    DecisionArea {
        id: id.into(),
        title: id.into(),
        level: DelegationLevel::Tell,
        delegates: vec![],
        up_to: None,
        approver: None,
        with: vec![],
        consult: vec![],
        inform: vec![],
        alone: vec![],
        together: vec![],
    }
}

pub(crate) fn remark(on: Subject, line: &str) -> Body {
    Body::Comment(Box::new(Comment { on, line: line.into() }))
}
