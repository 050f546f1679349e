//! Events from clocks that run ahead.

use alignment_board::domain::board::Added;
use alignment_board::domain::event::Body;

use crate::support::{Team, at, goals, initiative};

const MINUTE: u64 = 60_000;

fn team() -> Team {
    Team::with(goals([initiative("ugc")]))
}

fn claim() -> Body {
    Body::Claim {
        initiative: "ugc".into(),
        team: None,
        verdict: None,
    }
}

#[test]
fn an_event_up_to_five_minutes_ahead_counts_at_once() {
    let mut team = team();
    let event = team.at(1, 9).by("ana").makes(&claim());
    assert_eq!(team.ledger.add(event, at(1, 9) - 5 * MINUTE), Added::Folded);
    assert_eq!(team.holders("ugc"), "ana");
}

#[test]
fn an_event_more_than_five_minutes_ahead_is_kept_aside_until_it_is_due() {
    let mut team = team();
    let event = team.at(1, 9).by("ana").makes(&claim());
    assert_eq!(team.ledger.add(event.clone(), at(1, 9) - 5 * MINUTE - 1), Added::Aside);
    assert_eq!((team.holders("ugc").as_str(), team.ledger.len()), ("", 1));
    assert_eq!(team.ledger.aside(), [event.into()]);

    assert!(!team.ledger.advance(at(1, 9) - 5 * MINUTE - 1));
    assert!(team.ledger.advance(at(1, 9) - 5 * MINUTE));
    assert_eq!((team.holders("ugc").as_str(), team.ledger.aside().len()), ("ana", 0));
}

#[test]
fn an_event_kept_aside_takes_its_place_by_its_own_time() {
    let mut team = team();
    let ahead = team.at(1, 9).by("ana").makes(&claim());
    team.ledger.add(ahead, at(1, 8));
    team.at(1, 10).by("ben").claim("ugc");
    team.ledger.advance(at(1, 10));
    assert_eq!((team.holders("ugc"), team.waiting("ugc")), ("ana".into(), "ben".into()));
}

#[test]
fn an_event_is_added_once_also_while_it_is_kept_aside() {
    let mut team = team();
    let event = team.at(1, 9).by("ana").makes(&claim());
    team.ledger.add(event.clone(), at(1, 8));
    assert_eq!(team.ledger.add(event.clone(), at(1, 8)), Added::Known);
    team.ledger.advance(at(1, 9));
    assert_eq!(team.ledger.add(event, at(1, 9)), Added::Known);
    assert_eq!(team.ledger.len(), 1);
}

#[test]
fn a_document_edited_meanwhile_keeps_what_is_aside() {
    let mut team = team();
    let event = team.at(1, 9).by("ana").makes(&claim());
    team.ledger.add(event, at(1, 8));
    team.ledger = team.ledger.under(goals([initiative("ugc")]).into());
    team.ledger.advance(at(1, 9));
    assert_eq!(team.holders("ugc"), "ana");
}
