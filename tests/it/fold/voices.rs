//! What people say of things: comments, support, their names, and constellations.

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::{Body, Subject};
use alignment_board::domain::goals::NorthStar;

use crate::support::says::comment;
use crate::support::{Team, day, goals, initiative};

fn team() -> Team {
    let mut goals = goals([initiative("ugc"), initiative("replies")]);
    goals.north_star = Some(NorthStar {
        statement: "Everybody knows us".into(),
        why: None,
        metric: None,
    });
    Team::with(goals)
}

fn constellation(title: &str, stars: &[&str]) -> Body {
    Body::Constellation {
        title: title.into(),
        initiatives: stars.iter().map(|id| (*id).into()).collect(),
    }
}

#[test]
fn anybody_on_the_team_comments_on_anything_there_is() {
    let mut team = team();
    for on in [
        Subject::Initiative("ugc".into()),
        Subject::KeyResult("views".into()),
        Subject::Objective("talk".into()),
        Subject::NorthStar,
    ] {
        team.at(1, 9).by("dee").does(&comment(on.clone(), "Well said."));
        assert_eq!(team.board().remarks(&on).len(), 1, "{on:?}");
    }
    let nothing = team.at(1, 9).by("dee").does(&comment(Subject::NorthStar, " "));
    let nowhere = team
        .at(1, 9)
        .by("dee")
        .does(&comment(Subject::Guardrail("none".into()), "Hm."));
    assert_eq!(team.verdict(nothing), Some(Refusal::Empty));
    assert_eq!(team.verdict(nowhere), Some(Refusal::NotInDocument));
}

#[test]
fn a_comment_is_taken_back() {
    let mut team = team();
    let said = team.at(1, 9).by("dee").does(&comment(Subject::NorthStar, "Well said."));
    team.at(1, 10).by("dee").retract(said);
    assert!(team.board().remarks(&Subject::NorthStar).is_empty());
}

#[test]
fn the_north_star_is_signed_by_those_who_are_here() {
    let mut team = team();
    for by in ["ben", "cai"] {
        team.at(1, 9).by(by).does(&Body::CoSign { on: Subject::NorthStar });
    }
    assert_eq!(
        team.board().signed(&Subject::NorthStar, day("2026-10-01")),
        (2, Some(4))
    );
    let card = team.at(1, 9).by("ben").does(&Body::CoSign {
        on: Subject::Initiative("ugc".into()),
    });
    assert_eq!(team.verdict(card), Some(Refusal::WrongKind));
    let number = team.at(1, 9).by("ben").does(&Body::CoSign {
        on: Subject::KeyResult("views".into()),
    });
    assert_eq!(team.verdict(number), Some(Refusal::WrongKind), "only what it serves");
    let mut without_cai = goals([initiative("ugc")]);
    without_cai.north_star = team.board().goals().north_star.clone();
    without_cai.members[2].until = Some(day("2026-10-01"));
    team.ledger = team.ledger.under(without_cai.into());
    let signed = |today| team.board().signed(&Subject::NorthStar, day(today));
    assert_eq!(signed("2026-10-01"), (2, Some(4)));
    assert_eq!(signed("2026-10-02"), (1, Some(3)), "Cai has left");
}

#[test]
fn a_constellation_is_made_of_what_its_author_holds_and_its_latest_words_hold() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ben").does(&constellation("The Plough", &["ugc"]));
    let latest = team
        .at(1, 11)
        .by("ben")
        .does(&constellation(" the  plough", &["ugc", "replies"]));
    let shown = team.board().constellations(&"ben".into());
    assert_eq!(
        (shown.len(), shown[0].event, shown[0].initiatives.len()),
        (1, latest, 1)
    );
    team.at(1, 12).by("ben").retract(latest);
    assert_eq!(&*team.board().constellations(&"ben".into())[0].title, "The Plough");
    team.at(1, 13).by("ben").release("ugc");
    assert!(team.board().constellations(&"ben".into()).is_empty());
    let unnamed = team.at(1, 14).by("ben").does(&constellation(" ", &["ugc"]));
    assert_eq!(team.verdict(unnamed), Some(Refusal::Empty));
}
