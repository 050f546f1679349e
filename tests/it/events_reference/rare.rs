//! What happens too rarely in stories to be waited for.

use alignment_board::domain::board::Ledger;
use alignment_board::domain::event::{Body, Ruling, Subject, Value};
use alignment_board::domain::goals::Initiative;
use alignment_board::domain::stamp::Stamp;
use alignment_board::wire::event::open;
use alignment_board::wire::sealed::Sealed;

use crate::support::says::{change, comment, decide, idea, pitch, post, split};
use crate::support::{Team, day, goals, initiative};

/// Boards on which they happened.
pub(super) fn scenes() -> Vec<Ledger> {
    [shared_id(), seats(), reviews(), goals_and_people()]
        .map(|team| team.ledger)
        .into()
}

/// Everything that can be done to an initiative is done to two that share their id.
fn shared_id() -> Team {
    let mut team = Team::with(goals([Initiative {
        claimable: false,
        ..initiative("ugc")
    }]));
    let stamp = Stamp {
        ms: 0,
        counter: 0,
        replica: 0,
    };
    for e in include_str!("../../data/events/types.txt").lines() {
        let sealed = Sealed::new(stamp, "team", "ana", e.to_owned()).expect("small enough");
        let stored = open(&sealed);
        if stored.initiative().is_some() {
            team.at(1, 9).by("ana").does(&stored.body);
        }
    }
    team.at(1, 10)
        .by("ana")
        .does(&comment(Subject::Initiative("ugc".into()), "Which?"));
    team
}

fn seats() -> Team {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ben").does(&split("ugc", &["One part is none"]));
    team.at(1, 11).by("ben").does(&Body::Adjust {
        initiative: "ugc".into(),
        changes: vec![],
    });
    team
}

fn reviews() -> Team {
    let mut team = Team::with(goals([]));
    let pass = |review, member: &str| Body::ReviewPass {
        review,
        member: member.into(),
    };
    let absent = |review, member: &str| Body::ReviewAbsent {
        review,
        member: member.into(),
    };
    let review = team.at(1, 9).by("ana").does(&Body::ReviewOpen);
    for member in ["ana", "ben", "cai", "dee"] {
        team.at(1, 10).by(member).does(&pass(review, ""));
    }
    let bodies = [post(review, "ben", "Cut"), pass(review, "ben"), absent(review, "ben")];
    for body in &bodies {
        team.at(1, 11).by("ana").does(body);
    }
    for _ in 0..2 {
        team.at(1, 12).by("ana").does(&Body::ReviewClose { review });
    }
    for body in &bodies {
        team.at(1, 13).by("ana").does(body);
    }
    team
}

fn goals_and_people() -> Team {
    let mut team = Team::with(goals([]));
    team.at(1, 9).by("ben").does(&Body::Away {
        from: day("2026-10-02"),
        until: day("2026-10-03"),
        cover: "nobody".into(),
    });
    team.at(1, 9).by(" ").does(&Body::Join { name: "Zoe".into() });
    let wish = team.at(1, 10).by("zoe").does(&Body::Join { name: "Zoe".into() });
    team.at(1, 11)
        .by("ben")
        .does(&comment(Subject::Begun(wish), "Who is that?"));
    let thought = team.at(1, 12).by("ben").does(&idea("A newsletter"));
    let text = pitch("talk", "Customers write");
    let proposal = team.at(1, 12).by("ben").does(&Body::Pitch(text.clone().into()));
    team.at(1, 13).by("ana").does(&decide(proposal, Ruling::Accept, ""));
    team.at(1, 14).by("ben").does(&Body::Revise {
        pitch: proposal,
        text: text.into(),
    });
    for _ in 0..2 {
        team.at(1, 13).by("ben").does(&Body::Draft {
            idea: thought,
            coach: "ana".into(),
        });
    }
    team.at(2, 9).by("ana").does(&Body::Erase {
        ids: vec![],
        reason: "".into(),
    });
    let number = || Value::Number(1.0);
    for (on, field) in [
        (Subject::Initiative("ugc".into()), "target"),
        (Subject::KeyResult("views".into()), "colour"),
    ] {
        team.at(2, 10).by("ben").does(&change(on, field, None, number()));
    }
    team.at(2, 11).by("ana").does(&Body::Waive {
        guardrail: "none".into(),
        initiative: "ugc".into(),
        reason: "It pays.".into(),
    });
    team
}
