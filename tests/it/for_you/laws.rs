//! What holds whatever happens.

use alignment_board::domain::attention::{Step, attention};
use alignment_board::domain::board::Ledger;
use alignment_board::domain::event::{Body, Change, Event, EventId, Facet, Pitch, Subject, TakeOver, Value};
use alignment_board::domain::for_you::{Matter, for_you};
use alignment_board::domain::goals::Initiative;
use alignment_board::domain::stamp::Stamp;
use proptest::prelude::*;
use proptest::sample::select;

use crate::attention::{folded, impatient, is_there, leads_somewhere, looking};
use crate::support::{HOURS, at, day, story};

fn seen(ledger: &Ledger, hours: u64, viewer: &str) -> Vec<Matter> {
    looking(ledger, at(1, hours), |scene| for_you(scene, &viewer.into()))
}

proptest! {
    #[test]
    fn whatever_happens_what_waits_is_on_the_board(
        events in story(), hours in 0..2000_u64, viewer in select(&["ana", "ben", "cai", "dee", "eve", "zoe"][..]),
    ) {
        let ledger = folded(impatient(), &events);
        for matter in seen(&ledger, hours, viewer) {
            prop_assert!(is_there(ledger.board(), &matter.on), "{matter:?}");
            prop_assert!(leads_somewhere(ledger.board(), &matter.step), "{matter:?}");
        }
    }

    #[test]
    fn what_waits_does_not_depend_on_the_order_in_which_events_arrived(
        (events, other) in story().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
        hours in 0..2000_u64, viewer in select(&["ana", "ben", "cai", "dee"][..]),
    ) {
        let (one, two) = (folded(impatient(), &events), folded(impatient(), &other));
        prop_assert_eq!(seen(&one, hours, viewer), seen(&two, hours, viewer));
    }

    #[test]
    fn a_step_that_is_offered_would_count(
        events in story(), hours in HOURS..2000_u64, viewer in select(&["ana", "ben", "cai", "dee"][..]),
    ) {
        let ledger = folded(impatient(), &events);
        let concerns = looking(&ledger, at(1, hours), |scene| attention(scene, Some(&viewer.into())));
        let steps = concerns.into_iter().map(|concern| concern.step);
        for step in steps.chain(seen(&ledger, hours, viewer).into_iter().map(|matter| matter.step)) {
            if let Some(event) = taken(&ledger, &step, hours, viewer) {
                let verdict = ledger.would_count(&event);
                prop_assert_eq!(verdict, Ok(()), "{:?} {:?}", step, events);
            }
        }
    }
}

/// Another due day than it has.
fn due(initiative: &Initiative) -> Change {
    Change {
        was: Facet::Due(initiative.due),
        to: Facet::Due(Some(day("2031-02-03"))),
    }
}

/// The event that a step leads to.
fn taken(ledger: &Ledger, step: &Step, hours: u64, by: &str) -> Option<Event> {
    let body = match step {
        Step::Claim(id) => Body::Claim {
            initiative: id.clone(),
            team: None,
            verdict: None,
        },
        Step::Accept { initiative, offer } => Body::Accept {
            initiative: initiative.clone(),
            offer: *offer,
        },
        Step::TakeOver {
            initiative,
            claim,
            member,
        } => Body::TakeOver(Box::new(TakeOver {
            initiative: initiative.clone(),
            claim: *claim,
            member: member.text(),
        })),
        Step::CheckIn(on) => crate::attention::said(on.clone(), Some(8), "", &[]),
        Step::Comment(on) => crate::attention::remark(on.clone(), "Can I help?"),
        Step::Adjust(id) => Body::Adjust {
            initiative: id.clone(),
            changes: vec![due(&ledger.board().work(id)?.initiative)],
        },
        Step::Pitch { objective, .. } => Body::Pitch(
            Pitch {
                objective: objective.clone(),
                ..Pitch::clone(&crate::attention::pitch("Another way"))
            }
            .into(),
        ),
        Step::Propose(id) => {
            crate::support::says::change(Subject::KeyResult(id.clone()), "target", None, Value::Number(7.0))
        }
        Step::Decide(id) => crate::attention::decide(*id, alignment_board::domain::event::Ruling::Park),
        Step::Answer(id) => crate::attention::answer(*id),
        Step::Feedback(id) => Body::Feedback {
            pitch: *id,
            view: Default::default(),
            line: "Yes.".into(),
        },
        Step::Post(id) => Body::ReviewPass {
            review: *id,
            member: "".into(),
        },
        Step::Revise(id) => Body::Revise {
            pitch: *id,
            text: crate::attention::pitch("Again"),
        },
        Step::Show(_) | Step::ShowMember(_) => return None,
    };
    let stamp = Stamp {
        ms: at(1, hours),
        counter: u16::MAX,
        replica: 9,
    };
    Some(Event {
        id: EventId { stamp, hash: [9; 12] },
        by: by.into(),
        body,
    })
}
