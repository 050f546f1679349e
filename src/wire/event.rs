//! Bodies of events as JSON text, in both directions.
//!
//! A body is an object with a `type`. What is not understood, a type or a field of a later version, is not lost: the
//! sealed text is what is kept and passed on.

use std::rc::Rc;

use super::sealed::Sealed;
use crate::domain::event::{Body, CheckIn, Event, EventId, Outcome, Subject};
use crate::domain::goals::Text;
use crate::domain::id::{InitiativeId, KeyResultId};
use crate::json::{self, Fields, Json, Object};

/// Opens a sealed event. A body of an unknown type, or one that lacks what its type needs, is [`Body::Unknown`].
#[must_use]
pub fn open(sealed: &Sealed) -> Event {
    let value = json::parse(&sealed.e).unwrap_or_default();
    Event {
        id: sealed.id,
        by: Rc::from(sealed.by.as_str()),
        body: body(&value).unwrap_or_else(|| unknown(&value)),
    }
}

/// The body's JSON text, to be sealed. Empty parts are left out.
#[must_use]
pub fn text(body: &Body) -> String {
    let on = |kind: &str, initiative: &InitiativeId| {
        Object::new().text("type", kind).text("initiative", initiative.as_str())
    };
    let object = match body {
        Body::Claim { initiative } => on("claim", initiative),
        Body::Release { initiative, note } => on("release", initiative).text("note", note),
        Body::HandOver { initiative, to } => on("handOver", initiative).text("to", to),
        Body::Accept { initiative, offer } => on("accept", initiative).text("offer", &offer.to_string()),
        Body::CheckIn(check_in) => check_in_text(check_in),
        Body::Done {
            initiative,
            outcome,
            learned,
        } => on("done", initiative)
            .text("outcome", outcome_word(*outcome))
            .text("learned", learned),
        Body::Reopen { initiative } => on("reopen", initiative),
        Body::Retract { event } => Object::new().text("type", "retract").text("event", &event.to_string()),
        Body::Unknown { kind, initiative } => {
            let initiative = initiative.as_ref().map(InitiativeId::as_str);
            Object::new()
                .text("type", kind)
                .text("initiative", initiative.unwrap_or_default())
        }
    };
    object.end()
}

fn body(value: &Json) -> Option<Body> {
    let fields = value.as_object()?;
    Some(match fields.get("type")?.as_str()? {
        "claim" => Body::Claim {
            initiative: initiative(fields)?,
        },
        "release" => Body::Release {
            initiative: initiative(fields)?,
            note: words(fields, "note"),
        },
        "handOver" => Body::HandOver {
            initiative: initiative(fields)?,
            to: fields.get("to")?.as_str()?.into(),
        },
        "accept" => Body::Accept {
            initiative: initiative(fields)?,
            offer: event(fields, "offer")?,
        },
        "checkIn" => Body::CheckIn(Box::new(check_in(fields)?)),
        "done" => Body::Done {
            initiative: initiative(fields)?,
            outcome: outcome(fields.get("outcome"))?,
            learned: words(fields, "learned"),
        },
        "reopen" => Body::Reopen {
            initiative: initiative(fields)?,
        },
        "retract" => Body::Retract {
            event: event(fields, "event")?,
        },
        _ => return None,
    })
}

/// The types this version knows.
const KNOWN: [&str; 8] = [
    "claim", "release", "handOver", "accept", "checkIn", "done", "reopen", "retract",
];

fn unknown(value: &Json) -> Body {
    let text = |name: &str| value.get(name).and_then(Json::as_str);
    let kind = text("type").unwrap_or_default();
    // A known type with a faulty body comes from no later version: it says nothing and locks nothing.
    let later = !KNOWN.contains(&kind);
    Body::Unknown {
        kind: kind.into(),
        initiative: text("initiative").filter(|_| later).map(InitiativeId::from),
    }
}

fn check_in(fields: &Fields) -> Option<CheckIn> {
    let on = match initiative(fields) {
        Some(id) => Subject::Initiative(id),
        None => Subject::KeyResult(KeyResultId::from(fields.get("keyResult")?.as_str()?)),
    };
    let number = |name: &str| fields.get(name).and_then(Json::as_f64).filter(|n| n.is_finite());
    let confidence = match fields.get("confidence") {
        None => None,
        Some(value) => Some(value.as_u64().and_then(|n| u8::try_from(n).ok()).filter(|n| *n <= 10)?),
    };
    let help = fields.get("help").and_then(Json::as_array).into_iter().flatten();
    Some(CheckIn {
        on,
        value: number("value"),
        progress: number("progress").map(|p| p.clamp(0.0, 100.0)),
        confidence,
        line: words(fields, "line"),
        change: words(fields, "change"),
        blocker: words(fields, "blocker"),
        help: help.filter_map(Json::as_str).map(Text::from).collect(),
    })
}

fn check_in_text(check_in: &CheckIn) -> Object {
    let (name, id) = match &check_in.on {
        Subject::Initiative(id) => ("initiative", id.as_str()),
        Subject::KeyResult(id) => ("keyResult", id.as_str()),
    };
    Object::new()
        .text("type", "checkIn")
        .text(name, id)
        .number("value", check_in.value)
        .number("progress", check_in.progress)
        .number("confidence", check_in.confidence.map(f64::from))
        .text("line", &check_in.line)
        .text("change", &check_in.change)
        .text("blocker", &check_in.blocker)
        .texts("help", &check_in.help)
}

fn initiative(fields: &Fields) -> Option<InitiativeId> {
    fields.get("initiative")?.as_str().map(InitiativeId::from)
}

fn event(fields: &Fields, name: &str) -> Option<EventId> {
    fields.get(name)?.as_str()?.parse().ok()
}

fn words(fields: &Fields, name: &str) -> Text {
    fields.get(name).and_then(Json::as_str).unwrap_or_default().into()
}

fn outcome(value: Option<&Json>) -> Option<Outcome> {
    match value {
        None => Some(Outcome::default()),
        Some(value) => [Outcome::Worked, Outcome::Partly, Outcome::No]
            .into_iter()
            .find(|outcome| Some(outcome_word(*outcome)) == value.as_str()),
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Worked => "worked",
        Outcome::Partly => "partly",
        Outcome::No => "no",
    }
}
