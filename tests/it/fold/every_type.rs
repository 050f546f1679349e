//! What holds of every type there is: `tests/data/events/types.txt` has one or more of each.

use alignment_board::domain::board::{Added, Refusal};
use alignment_board::domain::event::{Body, EventId};
use alignment_board::domain::goals::Member;
use alignment_board::domain::stamp::Stamp;
use alignment_board::wire::event::{kind, open};
use alignment_board::wire::sealed::Sealed;

use crate::support::{Team, day, goals, initiative, member, objective};

/// Every type, about things that are not on the board of [`team`].
fn bodies() -> impl Iterator<Item = Body> {
    let stamp = Stamp {
        ms: 0,
        counter: 0,
        replica: 0,
    };
    let stored = include_str!("../../data/events/types.txt").lines();
    stored.map(move |e| {
        let sealed = Sealed::new(stamp, "elsewhere", "ana", e.to_owned()).expect("small enough");
        open(&sealed).body.clone()
    })
}

/// A team with one initiative, which none of the stored events is about; Eve left on the second day.
fn team() -> Team {
    let mut goals = goals([initiative("other")]);
    goals.members.push(Member {
        until: Some(day("2026-10-02")),
        ..member("eve")
    });
    Team::with(goals)
}

/// Why it does not count, wherever it is kept.
fn why(team: &Team, event: EventId) -> Option<Refusal> {
    let loose = team.ledger.loose().find(|(loose, _)| loose.id == event);
    loose.map_or_else(|| team.verdict(event), |(_, refusal)| Some(refusal))
}

#[test]
fn from_somebody_who_is_not_listed_nothing_counts_but_the_wish_to_join() {
    for body in bodies() {
        let mut team = team();
        let act = team.at(3, 9).by("zoe").does(&body);
        let expected = match &body {
            Body::Join { .. } => None,
            _ if names_nothing_here(&body) => why(&team, act).filter(|why| NOTHING.contains(why)),
            _ => Some(Refusal::NotListed),
        };
        assert_eq!(why(&team, act), expected, "{body:?}");
        assert_eq!(team.ledger.len(), 1, "it is kept");
    }
}

#[test]
fn from_somebody_who_has_left_nothing_counts() {
    for body in bodies() {
        let mut team = team();
        let act = team.at(3, 9).by("eve").does(&body);
        let expected = match &body {
            _ if names_nothing_here(&body) => why(&team, act).filter(|why| NOTHING.contains(why)),
            _ => Some(Refusal::Left),
        };
        assert_eq!(why(&team, act), expected, "{body:?}");
    }
}

/// Why what is about something unknown does not count.
const NOTHING: [Refusal; 3] = [Refusal::NotInDocument, Refusal::NothingThere, Refusal::NothingToRetract];

/// Whether it is about something that the board does not have.
fn names_nothing_here(body: &Body) -> bool {
    let about_nothing = [
        "away",
        "constellation",
        "idea",
        "pitch",
        "proposeObjective",
        "proposeChange",
        "ask",
        "logDecision",
        "reviewOpen",
        "join",
        "erase",
    ];
    !about_nothing.contains(&kind(body))
}

#[test]
fn about_something_unknown_nothing_counts_and_it_is_kept() {
    // What begins something is about itself.
    let begins = [
        "away",
        "constellation",
        "idea",
        "proposeObjective",
        "reviewOpen",
        "erase",
    ];
    for body in bodies().filter(|body| !begins.contains(&kind(body))) {
        let mut team = team();
        let act = team.at(3, 9).by("ana").does(&body);
        let why = why(&team, act);
        match body {
            Body::Join { .. } => assert_eq!(why, Some(Refusal::AlreadyMember)),
            _ => assert!(why.is_some_and(|why| NOTHING.contains(&why)), "{body:?}: {why:?}"),
        }
        assert_eq!(team.ledger.len(), 1, "it is kept");
    }
}

#[test]
fn told_twice_it_is_the_same_as_told_once() {
    for body in bodies() {
        let mut team = team();
        let event = team.at(3, 9).by("ben").makes(&body);
        let added = team.receive(event.clone());
        assert_eq!(added, Added::Folded, "{body:?}");
        let (board, verdict) = (team.board().clone(), why(&team, event.id));
        assert_eq!(team.receive(event.clone()), Added::Known, "{body:?}");
        assert_eq!((team.board(), why(&team, event.id)), (&board, verdict), "{body:?}");
        assert_eq!(team.ledger.len(), 1);
    }
}

#[test]
fn what_only_leads_may_do_nobody_else_does() {
    let mut leads = 0;
    for body in bodies() {
        let mut goals = goals([initiative("ugc")]);
        goals.objectives.push(objective("engagement").into());
        goals.objectives.push(objective("reach").into());
        let mut team = Team::with(goals);
        team.at(1, 9).by("dee").claim("ugc");
        let act = team.at(3, 9).by("ben").does(&body);
        let expected = match kind(&body) {
            "vacate" | "closeObjective" | "erase" => Some(Refusal::NotLead),
            "move" | "split" | "done" | "drop" => Some(Refusal::NotHolder),
            _ => continue,
        };
        assert_eq!(why(&team, act), expected, "{body:?}");
        assert_eq!(team.holders("ugc"), "dee");
        leads += 1;
    }
    assert_eq!(leads, 7);
}
