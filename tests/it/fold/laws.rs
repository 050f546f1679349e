//! What holds whatever happens, in whatever order one hears of it.

use std::collections::BTreeSet;

use alignment_board::domain::board::{Board, Ledger, Logged, Refusal};
use alignment_board::domain::calendar::Now;
use alignment_board::domain::event::{Body, Event, EventId, Subject};
use alignment_board::domain::goals::{
    Band, Cadence, DecisionArea, DelegationLevel, Goals, Guardrail, GuardrailKind, Initiative, Member, Metric,
    NorthStar, Objective, OnBreach, Owner, Team,
};
use alignment_board::domain::progress::summary;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::{HOURS, at, day, goals, initiative, key_result, member, objective, stories, story};

/// Two seats, a seat that Cai owns, a crew, and Eve, who left after the first day; silence of a day is long here.
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
    goals.teams.push(Team {
        id: "crew".into(),
        name: "The crew".into(),
        members: vec!["ben".into(), "cai".into()],
    });
    goals.objectives.push(
        Objective {
            sponsor: Some("dee".into()),
            key_results: vec![key_result("visits", 0.0, 100.0)],
            ..objective("reach")
        }
        .into(),
    );
    goals.north_star = Some(NorthStar {
        statement: "Everybody knows us".into(),
        why: None,
        metric: Some(Metric {
            title: "Awareness".into(),
            unit: None,
            start: 18.0,
            target: Some(30.0),
            current: None,
            as_of: None,
        }),
    });
    goals.guardrails.push(Guardrail {
        id: "cac".into(),
        title: "Cost".into(),
        kind: GuardrailKind::Metric {
            unit: None,
            band: Band::default(),
            current: None,
            as_of: None,
        },
        owner: Some("ben".into()),
        objectives: vec![],
        on_breach: OnBreach::Warn,
        repaired_by: vec![],
    });
    goals.decision_areas.push(DecisionArea {
        id: "paid".into(),
        title: "Paid".into(),
        level: DelegationLevel::Advise,
        delegates: vec!["crew".into()],
        up_to: None,
        approver: Some("dee".into()),
        with: vec![],
        consult: vec![],
        inform: vec![],
        alone: vec![],
        together: vec![],
    });
    goals.pitch_panel.push("ben".into());
    goals.cadence = Cadence {
        reclaim_after_days: 1,
        ..Cadence::default()
    };
    goals
}

/// Later than every story.
pub(super) const END: u64 = HOURS;

pub(crate) fn folded(events: &[Event]) -> Ledger {
    folded_under(team(), events)
}

fn folded_under(goals: Goals, events: &[Event]) -> Ledger {
    let mut ledger = Ledger::new(goals.into());
    for event in events {
        ledger.add(event.clone(), at(1, END));
    }
    ledger
}

/// Everything anybody can see: the board, every verdict, and what was erased.
fn view(ledger: &Ledger) -> (Board, Vec<Logged>, BTreeSet<EventId>, usize) {
    let mut logged: Vec<_> = ledger.logged().cloned().collect();
    logged.sort_by_key(|logged| logged.event.id);
    (ledger.board().clone(), logged, ledger.erased().collect(), ledger.len())
}

/// Every subject's verdicts, in the order they are kept.
fn in_order(ledger: &Ledger) -> bool {
    let homes: BTreeSet<Subject> = ledger
        .events()
        .iter()
        .filter_map(|event| ledger.home(event.id))
        .collect();
    homes
        .iter()
        .all(|subject| ledger.about(subject).is_sorted_by_key(|logged| logged.event.id))
}

/// A story as two replicas hear it: the second in any order, in part twice, and at times that put some aside.
fn heard() -> impl Strategy<Value = (Vec<Event>, Vec<(Event, u64)>)> {
    stories(40).prop_flat_map(|events| {
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
                prop_assert!(work.over() == 0 || work.seats_free() == 0);
                prop_assert!(work.waiting().iter().all(|claim| !claim.settled), "a settled claim waits");
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
            let known = ledger.home(event.id).is_some() || ledger.is_erased(event.id);
            let would = ledger.would_count(&event);
            ledger.add(event.clone(), at(1, END));
            // Who asks is told that somebody is not idle; who did not ask is let stay, one over.
            if would == Err(Refusal::NotIdle) { continue }
            let Some(subject) = ledger.home(event.id) else { continue };
            let found = ledger.about(&subject).iter().find(|logged| logged.event.id == event.id);
            let does = found.and_then(|logged| logged.refused).map_or(Ok(()), Err);
            prop_assert!(known || would == does, "{would:?} is not {does:?}");
        }
    }

    #[test]
    fn heard_one_by_one_or_all_at_once_is_the_same((events, other) in heard()) {
        let mut at_once = Ledger::new(team().into());
        at_once.extend(other.into_iter().map(|(event, _)| event), at(1, END));
        prop_assert!(in_order(&at_once));
        prop_assert_eq!(view(&folded(&events)), view(&at_once));
    }

    #[test]
    fn two_halves_that_meet_agree_with_who_heard_everything(events in stories(40), cut in any::<prop::sample::Index>()) {
        let cut = cut.index(events.len() + 1);
        let (here, there) = events.split_at(cut);
        let mut one = folded(here);
        one.extend(there.iter().cloned(), at(1, END));
        let mut two = folded(there);
        two.extend(here.iter().cloned(), at(1, END));
        prop_assert_eq!(view(&one), view(&two));
    }

    #[test]
    fn a_board_as_of_a_moment_is_the_board_of_that_moment(mut events in stories(40), hour in 0..=END) {
        events.retain(|event| !matches!(event.body, Body::Erase { .. }));
        let then = folded(&events).as_of(at(1, hour));
        events.retain(|event| event.id.stamp.ms <= at(1, hour));
        prop_assert_eq!(view(&then), view(&folded(&events)));
    }

    #[test]
    fn looking_back_shows_the_board_as_of_that_moment_and_leaves_this_one_as_it_is((events, other) in heard(), hour in 0..=END) {
        let mut ledger = Ledger::new(team().into());
        ledger.extend(other.into_iter().map(|(event, _)| event), at(1, END));
        let then = ledger.as_of(at(1, hour));
        prop_assert_eq!(&ledger.before(at(1, hour)), then.board());
        prop_assert_eq!(view(&ledger), view(&folded(&events)));
    }

    #[test]
    fn no_order_gives_strangers_or_those_who_left_a_say((events, other) in heard()) {
        let never: Vec<Event> = events.iter().filter(|event| !matches!(event.body, Body::Join { .. })).cloned().collect();
        let mut ledger = Ledger::new(team().into());
        for (event, _) in other.into_iter().filter(|(event, _)| never.contains(event)) {
            ledger.add(event, at(1, END));
        }
        for logged in ledger.logged().filter(|logged| logged.refused.is_none()) {
            let by = &*logged.event.by;
            prop_assert!(by != "zoe", "{:?}", logged.event);
            prop_assert!(by != "eve" || logged.event.id.stamp.ms < at(2, 0), "{:?}", logged.event);
        }
    }

    #[test]
    fn only_leads_and_sponsors_decide_whatever_the_order((_, other) in heard()) {
        let mut ledger = Ledger::new(team().into());
        for (event, _) in other {
            ledger.add(event, at(1, END));
        }
        for logged in ledger.logged().filter(|logged| logged.refused.is_none()) {
            let lead = *logged.event.by == *"ana";
            let sponsor = *logged.event.by == *"dee";
            match &logged.event.body {
                Body::Erase { .. } | Body::Waive { .. } => prop_assert!(lead),
                Body::Decide { .. } | Body::Vacate { .. } | Body::CloseObjective(_) => prop_assert!(lead || sponsor),
                _ => {}
            }
        }
    }

    #[test]
    fn what_was_erased_has_no_content_and_no_effect((_, other) in heard()) {
        let mut ledger = Ledger::new(team().into());
        ledger.extend(other.iter().map(|(event, _)| event.clone()), at(1, END));
        let erased: BTreeSet<EventId> = ledger.erased().collect();
        for event in ledger.events() {
            prop_assert_eq!(erased.contains(&event.id), event.body == Body::Erased);
        }
        let without: Vec<Event> = other
            .into_iter()
            .map(|(event, _)| event)
            .filter(|event| !erased.contains(&event.id))
            .collect();
        let others: Vec<_> = view(&folded(&without)).1.into_iter().filter(|l| l.event.retracts().is_none()).collect();
        let rest: Vec<_> = view(&ledger).1.into_iter().filter(|l| l.event.retracts().is_none()).collect();
        prop_assert_eq!(others, rest);
    }

    #[test]
    fn no_number_on_the_board_is_nonsense(events in story()) {
        let ledger = folded(&events);
        let board = ledger.board();
        for objective in &board.goals().objectives {
            let summary = summary(board, objective, Now::utc(at(1, END)));
            prop_assert!(summary.progress.is_none_or(f64::is_finite) && summary.expected.is_none_or(f64::is_finite));
        }
        prop_assert!(board.works().all(|(objective, _, work)| objective.id == work.objective));
        let shown: usize = board.goals().objectives.iter().map(|objective| objective.initiatives.len()).sum();
        prop_assert_eq!(shown, board.works().count());
    }

    #[test]
    fn every_refusal_has_its_reason_and_no_verdict_is_missing(events in story()) {
        let ledger = folded(&events);
        let verdicts: Vec<Option<Refusal>> = ledger.logged().map(|logged| logged.refused).collect();
        let kept = ledger.events().len();
        prop_assert!(verdicts.len() <= kept && kept == ledger.len());
    }
}
