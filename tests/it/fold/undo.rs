//! An event taken back right away leaves no trace on the board.

use std::rc::Rc;

use alignment_board::domain::board::Ledger;
use alignment_board::domain::event::{Body, CheckIn, Event, EventId, Outcome, Subject};
use alignment_board::domain::stamp::Stamp;
use proptest::prelude::*;
use proptest::sample::select;

use super::laws::{END, folded};
use crate::support::{at, event, story};

/// One act of each kind that somebody could do about `ugc`.
fn acts(offer: Option<EventId>) -> Vec<Body> {
    let initiative = || "ugc".into();
    let check_in = CheckIn {
        on: Subject::Initiative(initiative()),
        value: None,
        progress: Some(50.0),
        confidence: Some(8),
        line: "Half.".into(),
        change: "".into(),
        blocker: "".into(),
        help: vec![],
    };
    let mut acts = vec![
        Body::Claim {
            initiative: initiative(),
            team: None,
            verdict: None,
        },
        Body::Release {
            initiative: initiative(),
            note: "".into(),
        },
        Body::HandOver {
            initiative: initiative(),
            to: "dee".into(),
        },
        Body::CheckIn(Rc::new(check_in)),
        Body::Done {
            initiative: initiative(),
            outcome: Outcome::Partly,
            learned: "".into(),
        },
        Body::Reopen {
            initiative: initiative(),
        },
    ];
    acts.extend(offer.map(|offer| Body::Accept {
        initiative: initiative(),
        offer,
    }));
    acts
}

fn then(ledger: &mut Ledger, counter: u16, by: &str, body: &Body) -> Event {
    let stamp = Stamp {
        ms: at(1, END + 1),
        counter,
        replica: 1,
    };
    let event = event(stamp, by, body);
    ledger.add(event.clone(), at(1, END + 1));
    event
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn an_event_taken_back_right_away_leaves_the_board_as_it_was(
        events in story(),
        by in select(&["ana", "ben", "cai", "dee"][..]),
    ) {
        let before = folded(&events);
        let work = before.board().work(&"ugc".into()).expect("in the document").clone();
        let offer = work.offer_to(&by.into()).map(|offer| offer.event);
        let moves_up = |body: &Body| match body {
            // Who has moved up stays up.
            Body::Release { .. } => !work.waiting().is_empty(),
            Body::Accept { .. } => work.holds(&by.into()) && !work.waiting().is_empty(),
            _ => false,
        };
        for body in acts(offer).into_iter().filter(|body| !moves_up(body)) {
            let mut ledger = folded(&events);
            let done = then(&mut ledger, 0, by, &body);
            let counts = ledger.about(&Subject::Initiative("ugc".into())).last().is_some_and(|l| l.refused.is_none());
            if counts {
                then(&mut ledger, 1, by, &Body::Retract { event: done.id });
            }
            prop_assert_eq!(ledger.board(), before.board(), "{:?}", body);
        }
    }
}
