//! People who ask to be let in.

use std::rc::Rc;

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::{Body, EventId, Ruling};

use crate::support::says::decide;
use crate::support::{Team, day, goals, initiative, member};

fn join() -> Body {
    Body::Join {
        name: "Zoe Lind".into(),
    }
}

/// Zoe has asked.
fn team() -> (Team, EventId) {
    let mut team = Team::with(goals([initiative("ugc")]));
    let wish = team.at(1, 9).by("zoe").does(&join());
    (team, wish)
}

#[test]
fn anybody_may_ask_and_a_lead_lets_them_in() {
    let (mut team, wish) = team();
    let early = team.at(1, 10).by("zoe").claim("ugc");
    assert!(team.board().join(wish).expect("a wish").waits());
    team.at(2, 9).by("ana").does(&decide(wish, Ruling::Accept, ""));
    let late = team.at(2, 10).by("Zoe").claim("ugc");
    assert_eq!(
        (team.verdict(early), team.verdict(late)),
        (Some(Refusal::NotListed), None)
    );
    assert_eq!(
        (team.holders("ugc"), &*team.work("ugc").queue[0].by.name),
        ("zoe".into(), "Zoe Lind")
    );
    assert_eq!(team.board().team(day("2026-10-02")).len(), 5);
    assert_eq!(team.board().person("ZOE").map(|zoe| zoe.name), Some("Zoe Lind".into()));
}

#[test]
fn what_they_did_counts_when_word_of_being_let_in_arrives_late() {
    let (mut team, wish) = team();
    let decision = team.at(2, 9).by("ana").makes(&decide(wish, Ruling::Accept, ""));
    let claim = team.at(2, 10).by("zoe").claim("ugc");
    let offer = team.at(2, 11).by("ana").claim("ugc");
    assert_eq!((team.holders("ugc"), team.verdict(offer)), ("ana".into(), None));
    team.receive(decision);
    assert_eq!(
        (team.verdict(claim), team.holders("ugc"), team.waiting("ugc")),
        (None, "zoe".into(), "ana".into())
    );
}

#[test]
fn a_seat_can_be_handed_to_who_was_let_in_and_not_before() {
    let (mut team, wish) = team();
    team.at(1, 10).by("ben").claim("ugc");
    let early = team.at(1, 11).by("ben").hand_over("ugc", "zoe");
    team.at(2, 9).by("ana").does(&decide(wish, Ruling::Accept, ""));
    let offer = team.at(2, 10).by("ben").hand_over("ugc", "Zoe");
    team.at(2, 11).by("zoe").accept("ugc", offer);
    assert_eq!(
        (team.verdict(early), team.holders("ugc")),
        (Some(Refusal::NoTaker), "zoe".into())
    );
}

#[test]
fn only_whom_the_document_lists_as_lead_or_sponsor_lets_in() {
    let (mut team, wish) = team();
    let other = team.at(1, 9).by("eve").does(&join());
    let member = team.at(2, 9).by("ben").does(&decide(wish, Ruling::Accept, ""));
    let own = team.at(2, 9).by("zoe").does(&decide(wish, Ruling::Accept, ""));
    team.at(2, 10).by("ana").does(&decide(wish, Ruling::Accept, ""));
    let guest = team.at(2, 11).by("zoe").does(&decide(other, Ruling::Accept, ""));
    assert_eq!(team.verdict(member), Some(Refusal::NotLead));
    assert_eq!(team.verdict(own), Some(Refusal::NotListed));
    assert_eq!(team.verdict(guest), Some(Refusal::NotListed));
}

#[test]
fn any_objectives_sponsor_lets_in_too() {
    let mut goals = goals([initiative("ugc")]);
    Rc::make_mut(&mut goals.objectives[0]).sponsor = Some("dee".into());
    let mut team = Team::with(goals);
    let wish = team.at(1, 9).by("zoe").does(&join());
    let ruled = team.at(2, 9).by("dee").does(&decide(wish, Ruling::Accept, ""));
    assert_eq!(team.verdict(ruled), None);
}

#[test]
fn whom_the_document_lists_afterwards_counts_from_the_start_like_anybody_listed() {
    let (mut team, wish) = team();
    let early = team.at(1, 10).by("zoe").claim("ugc");
    team.at(2, 9).by("ana").does(&decide(wish, Ruling::Accept, ""));
    assert_eq!(team.verdict(early), Some(Refusal::NotListed));
    let mut with_zoe = goals([initiative("ugc")]);
    with_zoe.members.push(member("zoe"));
    team.ledger = team.ledger.under(with_zoe.into());
    assert_eq!(team.verdict(early), None);
}

#[test]
fn who_is_asked_to_leave_again_keeps_what_they_did_and_does_no_more() {
    let (mut team, wish) = team();
    team.at(2, 9).by("ana").does(&decide(wish, Ruling::Accept, ""));
    team.at(2, 10).by("zoe").claim("ugc");
    let curt = team.at(3, 9).by("ana").does(&decide(wish, Ruling::Park, ""));
    team.at(3, 10).by("ana").does(&decide(wish, Ruling::Park, "She left."));
    let late = team.at(3, 11).by("zoe").check_in("ugc", 8);
    assert_eq!(
        (team.verdict(curt), team.verdict(late)),
        (Some(Refusal::NoReason), Some(Refusal::NotListed))
    );
    assert_eq!(
        (team.holders("ugc"), team.board().team(day("2026-10-03")).len()),
        ("zoe".into(), 4)
    );
}

#[test]
fn who_is_on_the_board_already_need_not_ask() {
    let (mut team, _) = team();
    let listed = team.at(2, 9).by("ben").does(&join());
    assert_eq!(team.verdict(listed), Some(Refusal::AlreadyMember));
    let mut open = goals([initiative("ugc")]);
    open.members.clear();
    let mut open = Team::with(open);
    let anybody = open.at(2, 9).by("zoe").does(&join());
    assert_eq!(open.verdict(anybody), Some(Refusal::AlreadyMember));
}

#[test]
fn a_wish_can_be_taken_back_until_it_is_answered() {
    let (mut team, wish) = team();
    let undo = team.at(1, 10).by("zoe").retract(wish);
    assert_eq!((team.verdict(undo), team.board().joins().len()), (None, 0));
}

#[test]
fn who_was_let_in_is_out_when_their_wish_is_erased() {
    let (mut team, wish) = team();
    team.at(2, 9).by("ana").does(&decide(wish, Ruling::Accept, ""));
    let claim = team.at(2, 10).by("zoe").claim("ugc");
    let ids = vec![wish];
    let reason = "By mistake.".into();
    team.at(3, 9).by("ana").does(&Body::Erase { ids, reason });
    assert_eq!(team.verdict(claim), Some(Refusal::NotListed));
    assert_eq!(team.board().person("zoe"), None);
}
