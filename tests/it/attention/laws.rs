//! What holds whatever happens.

use alignment_board::domain::attention::{Concern, Step, attention};
use alignment_board::domain::board::{Board, Ledger};
use alignment_board::domain::event::{Event, EventId, Subject};
use alignment_board::domain::goals::{Cadence, Goals, Guardrail, GuardrailKind, Interval, Owner};
use alignment_board::domain::id::MemberId;
use proptest::prelude::*;
use proptest::sample::select;

use super::limits::{at_most, guardrail};
use super::{looking, talk};
use crate::support::{HOURS, Team, at, day, initiative, story};

/// Short of everything, so that a day or two is long enough for all that can be wrong.
pub(crate) fn impatient() -> Goals {
    let mut ugc = initiative("ugc");
    ugc.seats = 2;
    ugc.due = Some(day("2026-10-02"));
    let mut replies = initiative("replies");
    replies.owners = vec![Owner::Member("cai".into())];
    let mut goals = talk([ugc, replies]);
    goals.cadence = Cadence {
        check_in: Some(Interval::Daily),
        grace_days: 0,
        idle_after_days: 0,
        reclaim_after_days: 1,
        ..Cadence::default()
    };
    goals.guardrails = vec![
        guardrail("wip", GuardrailKind::ClaimLimit(0)),
        Guardrail {
            repaired_by: vec!["ugc".into()],
            ..guardrail("cac", at_most(50.0, Some(51.0), "2026-10-01"))
        },
    ];
    goals
}

pub(crate) fn folded(goals: Goals, events: &[Event]) -> Ledger {
    let mut ledger = Ledger::new(goals.into());
    for event in events {
        ledger.add(event.clone(), at(1, HOURS));
    }
    ledger
}

/// Whether a subject is on the board.
pub(crate) fn is_there(board: &Board, on: &Subject) -> bool {
    let goals = board.goals();
    match on {
        Subject::Initiative(id) => board.initiative(id).is_some(),
        Subject::KeyResult(id) => board.measured(id).is_some(),
        Subject::Guardrail(id) => goals.guardrails.iter().any(|g| g.id == *id),
        Subject::Objective(id) => goals.objectives.iter().any(|o| o.id == *id),
        Subject::Begun(id) => begun(board, *id),
        Subject::NorthStar => goals.north_star.is_some(),
        Subject::Team | Subject::Erasures => false,
    }
}

/// Whether an event began something that is there.
fn begun(board: &Board, id: EventId) -> bool {
    let asked = board.question(id).is_some() || board.join(id).is_some() || board.review(id).is_some();
    let said = board.idea(id).is_some() || board.decision(id).is_some();
    asked || said || board.pitch(id).is_some() || board.proposal(id).is_some()
}

pub(crate) fn is_member(board: &Board, id: &MemberId) -> bool {
    board.person(id.as_str()).is_some_and(|person| person.id == *id)
}

/// Whether a step leads to something on the board.
pub(crate) fn leads_somewhere(board: &Board, step: &Step) -> bool {
    let initiative = |id: &alignment_board::domain::id::InitiativeId| board.initiative(id).is_some();
    match step {
        Step::Show(on) | Step::CheckIn(on) | Step::Comment(on) => is_there(board, on),
        Step::ShowMember(id) => is_member(board, id),
        Step::Claim(id) | Step::Adjust(id) => initiative(id),
        Step::Accept { initiative: id, .. } => initiative(id),
        Step::TakeOver {
            initiative: id, member, ..
        } => initiative(id) && is_member(board, member),
        Step::Pitch { objective, key_result } => {
            let there = key_result.as_ref().is_none_or(|id| board.measured(id).is_some());
            there && is_there(board, &Subject::Objective(objective.clone()))
        }
        Step::Propose(id) => board.measured(id).is_some(),
        Step::Decide(id) | Step::Answer(id) | Step::Revise(id) | Step::Feedback(id) | Step::Post(id) => {
            begun(board, *id)
        }
    }
}

fn seen(ledger: &Ledger, hours: u64, viewer: Option<&str>) -> Vec<Concern> {
    let viewer = viewer.map(MemberId::from);
    looking(ledger, at(1, hours), |scene| attention(scene, viewer.as_ref()))
}

proptest! {
    #[test]
    fn whatever_happens_what_is_named_is_on_the_board_and_worse_comes_first(
        events in story(), hours in 0..2000_u64, viewer in select(&[None, Some("ana"), Some("cai"), Some("eve")][..]),
    ) {
        let ledger = folded(impatient(), &events);
        let board = ledger.board();
        let list = seen(&ledger, hours, viewer);
        for concern in &list {
            prop_assert!(is_there(board, &concern.on), "{concern:?}");
            prop_assert!(leads_somewhere(board, &concern.step), "{concern:?}");
            prop_assert!(!concern.title.is_empty());
        }
        prop_assert!(list.is_sorted_by_key(|concern| concern.why.group()));
    }

    #[test]
    fn the_list_does_not_depend_on_the_order_in_which_events_arrived(
        (events, other) in story().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
        hours in 0..2000_u64,
    ) {
        let (one, two) = (folded(impatient(), &events), folded(impatient(), &other));
        prop_assert_eq!(seen(&one, hours, Some("ana")), seen(&two, hours, Some("ana")));
    }
}

#[test]
fn nothing_is_the_matter_with_an_empty_board() {
    let team = Team::with(Goals::default());
    assert_eq!(looking(&team.ledger, at(6, 12), |scene| attention(scene, None)), []);
}
