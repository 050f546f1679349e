//! The weekly review.

use std::rc::Rc;

use alignment_board::domain::board::{Refusal, Said};
use alignment_board::domain::event::{Body, EventId, Ruling};

use crate::support::says::{decide, post};
use crate::support::{Team, day, goals, initiative};

/// Ana has opened a review; Ben, Cai and Dee are on the team.
fn team() -> (Team, EventId) {
    let mut team = Team::with(goals([initiative("ugc")]));
    let review = team.at(5, 9).by("ana").does(&Body::ReviewOpen);
    (team, review)
}

fn pass(review: EventId, member: &str) -> Body {
    Body::ReviewPass {
        review,
        member: member.into(),
    }
}

fn absent(review: EventId, member: &str) -> Body {
    Body::ReviewAbsent {
        review,
        member: member.into(),
    }
}

fn close(review: EventId) -> Body {
    Body::ReviewClose { review }
}

#[test]
fn it_closes_when_everybody_has_posted_passed_or_is_absent() {
    let (mut team, review) = team();
    team.at(5, 10).by("ana").does(&post(review, "", "Signed the venue"));
    team.at(5, 10).by("ben").does(&pass(review, ""));
    let early = team.at(5, 11).by("ana").does(&close(review));
    team.at(5, 11).by("ana").does(&post(review, "cai", "Cut the film"));
    team.at(5, 11).by("ana").does(&absent(review, "Dee"));
    let late = team.at(5, 12).by("ana").does(&close(review));
    assert_eq!(
        (team.verdict(early), team.verdict(late)),
        (Some(Refusal::SomebodySilent), None)
    );
    let found = team.board().review(review).expect("a review");
    let minutes: Vec<_> = found
        .minutes()
        .map(|entry| (entry.member.id.as_str(), entry.noted_by.is_some()))
        .collect();
    assert_eq!(minutes, [("ana", false), ("ben", false), ("cai", true), ("dee", true)]);
    assert!(found.closed.is_some());
}

#[test]
fn a_post_that_arrives_late_but_was_made_before_closes_it_after_all() {
    let (mut team, review) = team();
    for by in ["ana", "ben", "cai"] {
        team.at(5, 10).by(by).does(&pass(review, ""));
    }
    let word = team.at(5, 11).by("dee").makes(&post(review, "", "Called five"));
    let closed = team.at(5, 12).by("ana").does(&close(review));
    assert_eq!(team.verdict(closed), Some(Refusal::SomebodySilent));
    team.receive(word);
    assert_eq!(team.verdict(closed), None);
}

#[test]
fn who_said_they_are_away_is_absent() {
    let (mut team, review) = team();
    let holiday = Body::Away {
        from: day("2026-10-05"),
        until: day("2026-10-09"),
        cover: "".into(),
    };
    let holiday = team.at(4, 9).by("dee").makes(&holiday);
    for by in ["ana", "ben", "cai"] {
        team.at(5, 10).by(by).does(&pass(review, ""));
    }
    let closed = team.at(5, 12).by("ana").does(&close(review));
    assert_eq!(team.verdict(closed), Some(Refusal::SomebodySilent));
    team.receive(holiday);
    assert_eq!(team.verdict(closed), None);
}

#[test]
fn who_says_afterwards_that_they_were_away_does_not_close_what_was_left_open() {
    let (mut team, review) = team();
    for by in ["ana", "ben", "cai"] {
        team.at(5, 10).by(by).does(&pass(review, ""));
    }
    let closed = team.at(5, 12).by("ana").does(&close(review));
    team.at(5, 13).by("dee").does(&Body::Away {
        from: day("2026-10-05"),
        until: day("2026-10-05"),
        cover: "".into(),
    });
    assert_eq!(team.verdict(closed), Some(Refusal::SomebodySilent));
    let between = team.at(5, 12).by("ana").does(&close(review));
    assert_eq!(
        team.verdict(between),
        Some(Refusal::SomebodySilent),
        "whatever arrives first"
    );
    let again = team.at(5, 14).by("ana").does(&close(review));
    assert_eq!(team.verdict(again), None);
}

#[test]
fn whoever_was_let_in_before_has_a_part_in_it() {
    let mut team = Team::with(goals([initiative("ugc")]));
    let wish = team.at(4, 9).by("zoe").does(&Body::Join { name: "Zoe".into() });
    team.at(4, 10).by("ana").does(&decide(wish, Ruling::Accept, ""));
    let review = team.at(5, 9).by("ana").does(&Body::ReviewOpen);
    for by in ["ana", "ben", "cai", "dee"] {
        team.at(5, 10).by(by).does(&pass(review, ""));
    }
    let early = team.at(5, 11).by("ana").does(&close(review));
    team.at(5, 12).by("zoe").does(&pass(review, ""));
    let late = team.at(5, 13).by("ana").does(&close(review));
    assert_eq!(
        (team.verdict(early), team.verdict(late)),
        (Some(Refusal::SomebodySilent), None)
    );
}

#[test]
fn any_objectives_sponsor_closes_it_too() {
    let mut goals = goals([initiative("ugc")]);
    Rc::make_mut(&mut goals.objectives[0]).sponsor = Some("dee".into());
    let mut team = Team::with(goals);
    let review = team.at(5, 9).by("ben").does(&Body::ReviewOpen);
    for by in ["ana", "ben", "cai", "dee"] {
        team.at(5, 10).by(by).does(&pass(review, ""));
    }
    let closed = team.at(5, 11).by("dee").does(&close(review));
    assert_eq!(team.verdict(closed), None);
}

#[test]
fn ones_own_post_replaces_what_was_noted_and_is_not_replaced_by_it() {
    let (mut team, review) = team();
    team.at(5, 10).by("ana").does(&absent(review, "ben"));
    team.at(5, 11).by("ben").does(&post(review, "", "I am here."));
    let noted = team.at(5, 12).by("ana").does(&pass(review, "ben"));
    assert_eq!(team.verdict(noted), Some(Refusal::AlreadySaid));
    let found = team.board().review(review).expect("a review");
    let own = found.entry(&"ben".into()).expect("an entry");
    assert!(matches!(&own.said, Said::Post(post) if &*post.done == "I am here.") && own.noted_by.is_none());
}

#[test]
fn only_whoever_opened_it_notes_for_others_and_only_for_the_team() {
    let (mut team, review) = team();
    let other = team.at(5, 10).by("ben").does(&pass(review, "cai"));
    let nobody = team.at(5, 10).by("ana").does(&pass(review, "zoe"));
    let own = team.at(5, 10).by("ben").does(&pass(review, "Ben"));
    assert_eq!(team.verdict(other), Some(Refusal::NotOpener));
    assert_eq!(team.verdict(nobody), Some(Refusal::Nobody));
    assert_eq!(team.verdict(own), None);
}

#[test]
fn whoever_opened_it_or_a_lead_closes_it_and_then_nothing_is_said_any_more() {
    let mut team = Team::with(goals([initiative("ugc")]));
    let review = team.at(5, 9).by("ben").does(&Body::ReviewOpen);
    for by in ["ana", "ben", "cai", "dee"] {
        team.at(5, 10).by(by).does(&pass(review, ""));
    }
    let other = team.at(5, 11).by("cai").does(&close(review));
    let lead = team.at(5, 12).by("ana").does(&close(review));
    let late = team.at(5, 13).by("cai").does(&post(review, "", "One more"));
    let again = team.at(5, 13).by("ben").does(&close(review));
    assert_eq!(team.verdict(other), Some(Refusal::NotOpener));
    assert_eq!(team.verdict(late), Some(Refusal::Closed));
    assert_eq!(team.verdict(again), Some(Refusal::Closed));
    team.at(5, 14).by("ana").retract(lead);
    let open = team.at(5, 15).by("cai").does(&post(review, "", "One more"));
    assert_eq!(team.verdict(open), None);
}

#[test]
fn an_empty_post_is_none_and_a_review_that_is_not_there_takes_none() {
    let (mut team, review) = team();
    let blank = team.at(5, 10).by("ben").does(&post(review, "", " "));
    let nowhere = team.at(5, 10).by("ben").does(&pass(EventId::FIRST, ""));
    assert_eq!(team.verdict(blank), Some(Refusal::Empty));
    assert_eq!(team.verdict(nowhere), Some(Refusal::NothingThere));
}
