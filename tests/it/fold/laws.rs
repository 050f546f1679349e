//! What holds whatever happens, in whatever order one hears of it.

use std::collections::BTreeSet;

use alignment_board::domain::board::{Board, Ledger, Logged};
use alignment_board::domain::event::{Event, Subject};
use alignment_board::domain::goals::{Goals, Initiative, Member, Owner};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::{at, day, goals, initiative, member, story};

/// Two seats, a seat that Cai owns, and Eve, who left after the first day.
pub(super) fn team() -> Goals {
    let mut goals = goals([
        Initiative {
            seats: 2,
            ..initiative("ugc")
        },
        Initiative {
            owners: vec![Owner::Member("cai".into())],
            ..initiative("replies")
        },
    ]);
    goals.members.push(Member {
        until: Some(day("2026-10-01")),
        ..member("eve")
    });
    goals
}

/// Later than every story.
pub(super) const END: u64 = 40;

pub(super) fn folded(events: &[Event]) -> Ledger {
    let mut ledger = Ledger::new(team().into());
    for event in events {
        ledger.add(event.clone(), at(1, END));
    }
    ledger
}

/// Everything anybody can see.
fn view(ledger: &Ledger) -> (Board, Vec<Vec<Logged>>, usize) {
    let subjects = ["ugc", "replies", "gone"].map(|id| Subject::Initiative(id.into()));
    let numbers = ["views", "lost"].map(|id| Subject::KeyResult(id.into()));
    let logs = subjects
        .iter()
        .chain(&numbers)
        .map(|subject| ledger.about(subject).to_vec());
    (ledger.board().clone(), logs.collect(), ledger.len())
}

/// A story as two replicas hear it: the second in any order, in part twice, and at times that put some aside.
fn heard() -> impl Strategy<Value = (Vec<Event>, Vec<(Event, u64)>)> {
    story().prop_flat_map(|events| {
        let twice: Vec<_> = events.iter().chain(&events).cloned().collect();
        let length = twice.len();
        let other = (Just(twice).prop_shuffle(), vec(0..=END, length));
        let other = other.prop_map(|(events, hours)| {
            let times = hours.into_iter().map(|hour| at(1, hour));
            events.into_iter().zip(times).collect()
        });
        (Just(events), other)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_same_events_fold_into_the_same_board_in_whatever_order_and_however_often((events, other) in heard()) {
        let one = folded(&events);
        let mut two = Ledger::new(team().into());
        for (event, now) in other {
            two.add(event, now);
        }
        two.advance(at(1, END));
        prop_assert_eq!(view(&one), view(&two));
        prop_assert_eq!(one.aside().len() + two.aside().len(), 0);
    }

    #[test]
    fn an_edited_document_gives_the_board_it_would_have_given_from_the_start(events in story()) {
        let ledger = Ledger::new(goals([]).into());
        let edited = events.iter().fold(ledger, |mut ledger, event| {
            ledger.add(event.clone(), at(1, END));
            ledger
        });
        prop_assert_eq!(view(&edited.under(team().into())), view(&folded(&events)));
    }

    #[test]
    fn whatever_happens_seats_are_never_exceeded_and_nobody_stands_in_a_queue_twice(events in story()) {
        let mut ledger = Ledger::new(team().into());
        for event in events {
            ledger.add(event, at(1, END));
            for (_, _, work) in ledger.board().works() {
                let people: BTreeSet<_> = work.queue.iter().map(|claim| &claim.by.id).collect();
                prop_assert_eq!(people.len(), work.queue.len());
                prop_assert!(work.holders().len() <= work.seats);
                prop_assert_eq!(work.holders().len() + work.waiting().len(), work.queue.len());
                prop_assert!(work.waiting().is_empty() || work.seats_free() == 0);
                let offered = work.offers.iter().all(|offer| work.holds(&offer.from.id));
                prop_assert!(offered, "an offer without a seat behind it");
            }
        }
    }

    #[test]
    fn no_event_is_ever_dropped(events in story()) {
        let ids: BTreeSet<_> = events.iter().map(|event| event.id).collect();
        prop_assert_eq!(folded(&events).len(), ids.len());
    }

    #[test]
    fn what_an_event_would_do_is_what_it_does(events in story()) {
        let mut ledger = Ledger::new(team().into());
        for event in events {
            let Some(subject) = event.subject() else { continue };
            let known = ledger.about(&subject).iter().any(|logged| logged.event.id == event.id);
            let would = ledger.would_count(&event);
            ledger.add(event.clone(), at(1, END));
            let found = ledger.about(&subject).iter().find(|logged| logged.event.id == event.id);
            let does = found.and_then(|logged| logged.refused).map_or(Ok(()), Err);
            prop_assert!(known || would == does, "{would:?} is not {does:?}");
        }
    }
}
