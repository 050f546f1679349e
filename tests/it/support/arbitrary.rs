//! Anything that could happen, for properties.

use std::rc::Rc;

use alignment_board::domain::event::{Body, CheckIn, Event, Outcome, Subject};
use alignment_board::domain::stamp::{MAX_MS, Stamp};
use alignment_board::wire::sealed::Sealed;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::bodies::body;
use super::{at, event, seal};

/// What happens in stories: known and unknown things, listed and unlisted people.
const INITIATIVES: [&str; 4] = ["ugc", "ugc", "replies", "gone"];
const KEY_RESULTS: [&str; 2] = ["views", "lost"];
const PEOPLE: [&str; 7] = ["ana", "ben", "Ben", "cai", "dee", "eve", "zoe"];

/// Stories begin here; an hour in them is a step, so that many events share a stamp's time.
fn moment() -> impl Strategy<Value = Stamp> {
    (0..40_u64, 0..3_u16, 0..3_u32).prop_map(|(hours, counter, replica)| Stamp {
        ms: at(1, hours),
        counter,
        replica,
    })
}

/// What somebody does in a story; other events are named by where they stand in it.
#[derive(Clone, Debug)]
enum Step {
    Act(Body),
    Accept(&'static str, Index),
    Retract(Index),
}

fn step() -> impl Strategy<Value = Step> {
    let initiative = || select(&INITIATIVES[..]);
    let act = |weight, strategy: BoxedStrategy<Body>| (weight, strategy.prop_map(Step::Act).boxed());
    let check_in = (
        initiative(),
        select(&KEY_RESULTS[..]),
        any::<bool>(),
        finite(),
        0..=10_u8,
    )
        .prop_map(|(initiative, key_result, number, value, confidence)| {
            let on = if number {
                Subject::KeyResult(key_result.into())
            } else {
                Subject::Initiative(initiative.into())
            };
            Body::CheckIn(Rc::new(CheckIn {
                on,
                value: number.then_some(value),
                progress: None,
                confidence: Some(confidence),
                line: "So so.".into(),
                change: "".into(),
                blocker: "".into(),
                help: vec![],
            }))
        });
    let hand_over = (initiative(), select(&PEOPLE[..])).prop_map(|(initiative, to)| Body::HandOver {
        initiative: initiative.into(),
        to: to.into(),
    });
    let unknown = option::of(initiative()).prop_map(|initiative| Body::Unknown {
        kind: "bless".into(),
        initiative: initiative.map(Into::into),
    });
    let of = |body: fn(&str) -> Body| initiative().prop_map(body).boxed();
    proptest::strategy::Union::new_weighted(vec![
        act(
            8,
            of(|id| Body::Claim {
                initiative: id.into(),
                team: None,
                verdict: None,
            }),
        ),
        act(
            4,
            of(|id| Body::Release {
                initiative: id.into(),
                note: "".into(),
            }),
        ),
        act(
            2,
            of(|id| Body::Done {
                initiative: id.into(),
                outcome: Outcome::No,
                learned: "".into(),
            }),
        ),
        act(2, of(|id| Body::Reopen { initiative: id.into() })),
        act(4, hand_over.boxed()),
        act(4, check_in.boxed()),
        act(1, unknown.boxed()),
        (
            4,
            (initiative(), any::<Index>())
                .prop_map(|(id, offer)| Step::Accept(id, offer))
                .boxed(),
        ),
        (6, any::<Index>().prop_map(Step::Retract).boxed()),
    ])
}

/// A set of events as a team, some strangers and a later version might make them: each may name any other, also one
/// that its stamp says was made later.
pub(crate) fn story() -> impl Strategy<Value = Vec<Event>> {
    vec((moment(), select(&PEOPLE[..]), step()), 1..24).prop_map(|mut steps| {
        // What names nothing first, then what names it, then retracts, each of what is there already.
        steps.sort_by_key(|(_, _, step)| match step {
            Step::Act(_) => 0,
            Step::Accept(..) => 1,
            Step::Retract(_) => 2,
        });
        let mut events: Vec<Event> = Vec::new();
        for (stamp, by, step) in steps {
            let made = match step {
                Step::Act(body) => event(stamp, by, &body),
                _ if events.is_empty() => continue,
                Step::Accept(initiative, index) => accept(stamp, by, initiative, &index, &events),
                Step::Retract(index) => {
                    let own = index.index(5) > 0;
                    let target = named(&events, &index, |e| !own || *e.by == *by);
                    event(stamp, by, &Body::Retract { event: target.id })
                }
            };
            events.push(made);
        }
        events
    })
}

/// An acceptance, mostly by who was asked and of what is offered.
fn accept(stamp: Stamp, by: &str, initiative: &str, index: &Index, events: &[Event]) -> Event {
    let offer = named(events, index, |e| matches!(e.body, Body::HandOver { .. }));
    let (by, initiative) = match &offer.body {
        Body::HandOver { initiative, to } if index.index(5) > 0 => (&**to, initiative.as_str()),
        _ => (by, initiative),
    };
    let body = Body::Accept {
        initiative: initiative.into(),
        offer: offer.id,
    };
    event(stamp, by, &body)
}

/// One of the events, of those that fit if any do.
fn named<'a>(events: &'a [Event], index: &Index, fits: impl Fn(&Event) -> bool) -> &'a Event {
    let fitting: Vec<_> = events.iter().filter(|e| fits(e)).collect();
    if fitting.is_empty() {
        &events[index.index(events.len())]
    } else {
        fitting[index.index(fitting.len())]
    }
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
