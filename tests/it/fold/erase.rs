//! Content that a lead takes away for good.

use alignment_board::domain::board::{Ledger, Refusal};
use alignment_board::domain::event::{Body, EventId, Subject};

use crate::support::says::{comment, idea};
use crate::support::{Team, at, goals, initiative};

fn erase(ids: &[EventId]) -> Body {
    Body::Erase {
        ids: ids.to_vec(),
        reason: "A phone number.".into(),
    }
}

fn team() -> Team {
    Team::with(goals([initiative("ugc")]))
}

fn line() -> Body {
    comment(Subject::Initiative("ugc".into()), "Call 555 1234.")
}

#[test]
fn what_a_lead_erased_is_gone_but_for_its_id() {
    let mut team = team();
    let said = team.at(1, 9).by("ben").does(&line());
    team.at(2, 9).by("ana").does(&erase(&[said]));
    assert!(team.board().remarks(&Subject::Initiative("ugc".into())).is_empty());
    assert!(team.ledger.is_erased(said) && team.ledger.len() == 2);
    let kept = team
        .ledger
        .events()
        .into_iter()
        .find(|event| event.id == said)
        .expect("its id is kept");
    assert_eq!((&*kept.by, &kept.body), ("", &Body::Erased));
}

#[test]
fn what_was_erased_before_it_arrived_never_shows() {
    let mut team = team();
    let said = team.at(1, 9).by("ben").makes(&line());
    team.at(2, 9).by("ana").does(&erase(&[said.id]));
    team.receive(said.clone());
    assert!(
        team.ledger
            .events()
            .iter()
            .all(|event| event.id != said.id || event.body == Body::Erased)
    );
    assert!(team.board().remarks(&Subject::Initiative("ugc".into())).is_empty());
}

#[test]
fn what_is_kept_aside_is_erased_too() {
    let mut team = team();
    let ahead = team.at(3, 9).by("ben").makes(&line());
    team.ledger.add(ahead.clone(), at(1, 9));
    team.at(2, 9).by("ana").does(&erase(&[ahead.id]));
    assert!(team.ledger.aside().iter().all(|event| event.body == Body::Erased));
    team.ledger.advance(at(3, 9));
    assert!(team.board().remarks(&Subject::Initiative("ugc".into())).is_empty());
}

#[test]
fn with_what_began_it_goes_what_it_began() {
    let mut team = team();
    let thought = team.at(1, 9).by("ben").does(&idea("Call 555 1234"));
    let support = team.at(1, 10).by("cai").does(&Body::Support { idea: thought });
    team.at(2, 9).by("ana").does(&erase(&[thought]));
    assert_eq!(
        (team.verdict(support), team.board().ideas().len()),
        (Some(Refusal::NothingThere), 0)
    );
}

#[test]
fn an_erased_claim_is_as_if_it_had_never_been() {
    let mut team = team();
    let claim = team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("cai").claim("ugc");
    team.at(2, 9).by("ana").does(&erase(&[claim]));
    assert_eq!(
        (team.holders("ugc"), team.waiting("ugc")),
        ("cai".into(), String::new())
    );
}

#[test]
fn nobody_but_a_lead_erases_and_not_nothing() {
    let mut team = team();
    let said = team.at(1, 9).by("ben").does(&line());
    let own = team.at(2, 9).by("ben").does(&erase(&[said]));
    let nothing = team.at(2, 9).by("ana").does(&erase(&[]));
    assert_eq!(team.verdict(own), Some(Refusal::NotLead));
    assert_eq!(team.verdict(nothing), Some(Refusal::Empty));
    assert!(!team.ledger.is_erased(said));
}

#[test]
fn an_erasure_is_neither_erased_nor_taken_back() {
    let mut team = team();
    let said = team.at(1, 9).by("ben").does(&line());
    let gone = team.at(2, 9).by("ana").does(&erase(&[said]));
    team.at(2, 10).by("ana").does(&erase(&[gone]));
    let undo = team.at(2, 11).by("ana").retract(gone);
    assert_eq!(team.verdict(undo), Some(Refusal::Stands));
    assert!(team.ledger.is_erased(said) && !team.ledger.is_erased(gone));
}

#[test]
fn what_takes_an_erasure_back_can_be_erased_whenever_it_comes() {
    let mut team = team();
    let said = team.at(1, 9).by("ben").does(&line());
    let gone = team.at(2, 9).by("ana").does(&erase(&[said]));
    let undo = team.at(2, 11).by("cai").retract(gone);
    let before = team.ledger.events();
    team.at(2, 12).by("ana").does(&erase(&[undo]));
    assert!(team.ledger.is_erased(undo));
    let mut other = Ledger::new(team.ledger.board().goals().clone());
    let last = team.ledger.events().into_iter().last();
    other.extend(last.into_iter().chain(before.into_iter().rev()), at(3, 0));
    assert!(other.is_erased(undo) && other.is_erased(said));
}

#[test]
fn what_was_erased_stays_so_under_another_document_and_in_the_past() {
    let mut team = team();
    let said = team.at(1, 9).by("ben").does(&line());
    team.at(2, 9).by("ana").does(&erase(&[said]));
    let then = team.ledger.as_of(at(1, 10));
    assert!(then.is_erased(said) && then.board().remarks(&Subject::Initiative("ugc".into())).is_empty());
    team.ledger = team.ledger.under(goals([initiative("ugc")]).into());
    assert!(team.ledger.is_erased(said));
}
