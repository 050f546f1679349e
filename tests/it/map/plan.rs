//! What there is to draw, of a board.

use alignment_board::domain::calendar::{Now, TimeZone};
use alignment_board::domain::event::Body;
use alignment_board::domain::goals::Initiative;
use alignment_board::domain::map::{Field, Plan, State};

use crate::support::{Team, at, goals, initiative};

fn team() -> Team {
    let pair = Initiative {
        seats: 2,
        ..initiative("pair")
    };
    Team::with(goals([
        initiative("free"),
        initiative("ugc"),
        pair,
        initiative("replies"),
    ]))
}

/// The one objective on the 20th of October.
fn field(team: &Team) -> Field {
    let plan = Plan::new(team.board(), Now::utc(at(20, 12)), TimeZone::UTC);
    plan.fields.into_iter().next().expect("one objective")
}

/// "ugc replies / pair": the constellations, each with its stars.
#[track_caller]
fn check(field: &Field, figures: &str) {
    let stars = |range: std::ops::Range<usize>| -> String {
        let ids: Vec<&str> = field.stars[range].iter().map(|star| star.initiative.as_str()).collect();
        ids.join(" ")
    };
    let named = field.figures.iter().map(|figure| {
        let names = figure.names.join("+");
        let titles = figure.titles.join("+");
        format!("{names}({titles}) {}", stars(figure.stars.clone()))
    });
    assert_eq!(named.collect::<Vec<_>>().join(" / "), figures);
}

#[test]
fn what_one_has_under_an_objective_is_joined_and_what_nobody_has_stands_alone() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ben").claim("replies");
    team.at(1, 11).by("cai").claim("pair");
    let field = field(&team);
    check(&field, "Ben() ugc replies / Cai() pair / () free");
    assert_eq!(field.figures[0].lines, [(0, 1)]);
    assert_eq!(field.stars[3].state, State::Free);
}

#[test]
fn a_constellation_with_a_name_is_joined_by_itself() {
    let mut team = team();
    for id in ["ugc", "replies", "pair"] {
        team.at(1, 9).by("ben").claim(id);
    }
    team.at(1, 10).by("ben").does(&Body::Constellation {
        title: "The Plough".into(),
        initiatives: vec!["ugc".into(), "replies".into()],
    });
    let field = field(&team);
    check(&field, "Ben(The Plough) ugc replies pair / () free");
    assert_eq!(field.figures[0].lines, [(0, 1)]);
}

#[test]
fn whoever_helps_is_named_once_and_their_own_constellation_reaches_over() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("pair");
    team.at(1, 10).by("cai").claim("pair");
    let alone = field(&team);
    check(&alone, "Ben+Cai() pair / () free / () ugc / () replies");
    assert!(alone.shared.is_empty());
    team.at(1, 11).by("cai").claim("ugc");
    let own = field(&team);
    check(&own, "Cai() ugc / Ben() pair / () free / () replies");
    assert_eq!(own.shared, [(1, 0)]);
    assert_eq!(own.stars[1].names.len(), 2);
}

#[test]
fn without_a_north_star_there_is_none_to_draw() {
    let plan = Plan::new(team().board(), Now::utc(at(20, 12)), TimeZone::UTC);
    assert_eq!((plan.north.as_deref(), plan.len()), (None, 4));
}
