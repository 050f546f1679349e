//! Anything that could happen, for properties.

use alignment_board::domain::event::{Body, Event};
use alignment_board::domain::stamp::{MAX_MS, Stamp};
use alignment_board::wire::sealed::Sealed;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::acts::{Choices, PEOPLE, act};
use super::bodies::body;
use super::{at, event, seal};

/// How long a story is, in hours.
pub(crate) const HOURS: u64 = 60;

/// What people do in stories, the commoner more often.
const ACTS: &[&str] = &[
    "claim",
    "claim",
    "claim",
    "claim",
    "settle",
    "settle",
    "takeOver",
    "takeOver",
    "release",
    "release",
    "handOver",
    "handOver",
    "accept",
    "accept",
    "vacate",
    "away",
    "checkIn",
    "checkIn",
    "adjust",
    "move",
    "split",
    "done",
    "drop",
    "reopen",
    "comment",
    "constellation",
    "idea",
    "support",
    "draft",
    "pitch",
    "pitch",
    "feedback",
    "revise",
    "decide",
    "decide",
    "decide",
    "proposeObjective",
    "proposeChange",
    "coSign",
    "closeObjective",
    "waive",
    "ask",
    "answer",
    "logDecision",
    "reviewOpen",
    "reviewPost",
    "reviewPass",
    "reviewAbsent",
    "reviewClose",
    "join",
    "join",
    "erase",
    "unknown",
    "retract",
    "retract",
    "retract",
    "retract",
];

/// Stories begin here; an hour in them is a step, so that many events share a stamp's time.
fn moment() -> impl Strategy<Value = Stamp> {
    (0..HOURS, 0..3_u16, 0..3_u32).prop_map(|(hours, counter, replica)| Stamp {
        ms: at(1, hours),
        counter,
        replica,
    })
}

/// A set of events as a team, some strangers and a later version might make them: each may name any other, also one
/// that its stamp says was made later.
pub(crate) fn story() -> impl Strategy<Value = Vec<Event>> {
    stories(24)
}

/// The same, as long as that.
pub(crate) fn stories(length: usize) -> impl Strategy<Value = Vec<Event>> {
    let picks = || [any::<Index>(), any::<Index>(), any::<Index>(), any::<Index>()];
    let step = (moment(), any::<Index>(), select(ACTS), picks(), finite());
    vec(step, 1..length).prop_map(|steps| {
        let mut events: Vec<Event> = Vec::new();
        for (stamp, who, kind, picks, number) in steps {
            let choose = Choices {
                events: &events,
                picks,
                number,
            };
            let mut by = *who.get(&PEOPLE);
            let body = if kind == "retract" {
                let own = picks[3].index(5) > 0;
                Body::Retract {
                    event: choose.event(|e| !own || *e.by == *by),
                }
            } else {
                act(kind, &choose)
            };
            // Mostly by whoever it is for.
            if let Body::Accept { offer, .. } = &body
                && picks[3].index(5) > 0
            {
                let asked = events.iter().find(|e| e.id == *offer).and_then(|e| match &e.body {
                    Body::HandOver { to, .. } => PEOPLE.iter().find(|name| ***name == **to),
                    _ => None,
                });
                by = asked.unwrap_or(&by);
            }
            events.push(event(stamp, by, &body));
        }
        events
    })
}

/// A number as people write them: at most 15 digits, which JSON gives back exactly, and some no person writes. (The last
/// ones before infinity are left out: serde_json takes their decimals for infinity.)
pub(crate) fn finite() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (-1000..1000_i32).prop_map(f64::from),
        2 => (-1_000_000_000_000_i64..1_000_000_000_000, 0..4_i32).prop_map(|(n, e)| n as f64 / 10_f64.powi(e)),
        1 => select(&[0.0, 1e300, -1e300, 5e-324][..]),
    ]
}

/// Any stamp that has a text.
pub(crate) fn seen() -> impl Strategy<Value = Stamp> {
    (0..=MAX_MS, any::<u16>(), any::<u32>()).prop_map(|(ms, counter, replica)| Stamp { ms, counter, replica })
}

/// Any event in its stored form.
pub(crate) fn sealed() -> impl Strategy<Value = Sealed> {
    (seen(), ".{0,12}", body()).prop_map(|(stamp, by, body)| seal(stamp, &by, &body))
}
