//! The weekly review: what is looked at first, whose turn it is, and what is left to talk about.

use alignment_board::domain::attention::Why;
use alignment_board::domain::board::Said;
use alignment_board::domain::event::{Body, Close, EventId, Next, Post, Ruling, Subject};
use alignment_board::domain::goals::{Goals, GuardrailKind, ReviewMode};
use alignment_board::domain::guardrail::State;
use alignment_board::domain::review::{Agenda, Part, Topic, agenda};

use crate::attention::{guardrail, looking, name, said, talk};
use crate::support::says::{decide, post};
use crate::support::{Team, at, day, initiative, member};

fn goals(mode: ReviewMode) -> Goals {
    let mut goals = talk([initiative("ugc"), initiative("replies")]);
    goals.cadence.review_mode = mode;
    goals
}

fn seen(team: &Team, today: u64, review: EventId) -> Agenda {
    let agenda = looking(&team.ledger, at(today, 12), |scene| {
        agenda(scene, review, Some(&"ana".into()))
    });
    agenda.expect("a review of the board")
}

fn part<'a>(agenda: &'a Agenda, member: &str) -> &'a Part {
    let mut parts = agenda.parts.iter();
    parts.find(|part| part.member.id.as_str() == member).expect("a member")
}

fn pass(review: EventId) -> Body {
    Body::ReviewPass {
        review,
        member: "".into(),
    }
}

/// The topics in a line.
fn topics(agenda: &Agenda) -> Vec<String> {
    let line = |topic: &Topic| match topic {
        Topic::Part(member) => member.to_string(),
        Topic::Stuck(concern) => format!("stuck {}", name(&concern.on)),
        Topic::Blocked(who, words) => format!("blocked {}: {words}", who.id),
        Topic::Silent(who) => format!("silent {}", who.id),
        Topic::Noticed(who, words) => format!("noticed {}: {words}", who.id),
    };
    agenda.topics.iter().map(line).collect()
}

#[test]
fn numbers_and_limits_come_first() {
    let mut goals = goals(ReviewMode::Live);
    goals.guardrails.push(guardrail("wip", GuardrailKind::ClaimLimit(0)));
    let mut team = Team::with(goals);
    team.at(5, 9).by("ben").claim("ugc");
    team.at(5, 9).by("ana").measure("views", 40.0);
    let review = team.at(6, 9).by("ana").does(&Body::ReviewOpen);
    let seen = seen(&team, 6, review);
    let (objective, summary) = &seen.numbers[0];
    assert_eq!((objective.as_str(), summary.progress), ("talk", Some(0.4)));
    let limits: Vec<_> = seen.limits.iter().map(|standing| standing.state).collect();
    assert_eq!(limits, [State::Breached]);
}

#[test]
fn a_closed_objective_is_not_looked_at_again() {
    let mut team = Team::with(goals(ReviewMode::Live));
    team.at(5, 9).by("ana").does(&Body::CloseObjective(
        Close {
            objective: "talk".into(),
            grade: Some(1.0),
            lesson: "".into(),
            next: Next::Stop,
        }
        .into(),
    ));
    let review = team.at(6, 9).by("ana").does(&Body::ReviewOpen);
    assert_eq!(seen(&team, 6, review).numbers, []);
}

#[test]
fn check_ins_since_the_review_before_attach_by_themselves() {
    let mut team = Team::with(goals(ReviewMode::Live));
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ben").check_in("ugc", 9);
    team.at(5, 10).by("ben").check_in("ugc", 7);
    let first = team.at(12, 9).by("ana").does(&Body::ReviewOpen);
    let confidences = |agenda: &Agenda, member: &str| -> Vec<_> {
        let said = part(agenda, member).check_ins.iter();
        said.map(|said| said.check_in.confidence).collect()
    };
    let of_first = seen(&team, 12, first);
    assert_eq!(confidences(&of_first, "ben"), [Some(7)], "in the week before");
    assert_eq!(confidences(&of_first, "cai"), []);
    // During the review is in the review.
    team.at(12, 10).by("ben").check_in("ugc", 6);
    for member in ["ana", "ben", "cai", "dee"] {
        team.at(12, 11).by(member).does(&pass(first));
    }
    team.at(12, 12).by("ana").does(&Body::ReviewClose { review: first });
    team.at(13, 9).by("ben").check_in("ugc", 5);
    let second = team.at(19, 9).by("ana").does(&Body::ReviewOpen);
    team.at(19, 10).by("ben").check_in("ugc", 4);
    assert_eq!(confidences(&seen(&team, 19, second), "ben"), [Some(5), Some(4)]);
    let minutes = seen(&team, 19, first);
    assert_eq!(
        confidences(&minutes, "ben"),
        [Some(7), Some(6)],
        "its minutes stay as they are"
    );
    assert_eq!(minutes.closed.map(|(_, by)| by.id.to_string()).as_deref(), Some("ana"));
}

#[test]
fn in_the_room_everybody_who_is_there_has_their_turn_and_their_minutes() {
    let mut team = Team::with(goals(ReviewMode::Live));
    team.at(1, 9).by("dee").does(&Body::Away {
        from: day("2026-10-05"),
        until: day("2026-10-09"),
        cover: "".into(),
    });
    let review = team.at(6, 9).by("ana").does(&Body::ReviewOpen);
    team.at(6, 10).by("ana").does(&Body::ReviewAbsent {
        review,
        member: "cai".into(),
    });
    let seen = seen(&team, 6, review);
    assert_eq!(topics(&seen), ["ana", "ben"]);
    assert_eq!(seen.minutes, Some(4), "two each");
    assert!(part(&seen, "dee").away && !part(&seen, "dee").is_silent());
    assert!(!part(&seen, "cai").is_silent() && part(&seen, "ben").is_silent());
    assert!(!seen.complete);
}

#[test]
fn who_takes_back_that_they_are_away_is_silent_again() {
    let mut team = Team::with(goals(ReviewMode::Live));
    let away = team.at(1, 9).by("dee").does(&Body::Away {
        from: day("2026-10-05"),
        until: day("2026-10-09"),
        cover: "".into(),
    });
    let review = team.at(6, 9).by("ana").does(&Body::ReviewOpen);
    assert!(!part(&seen(&team, 6, review), "dee").is_silent());
    team.at(6, 10).by("dee").retract(away);
    assert!(part(&seen(&team, 6, review), "dee").is_silent());
}

#[test]
fn it_is_complete_when_nobody_is_silent() {
    let mut team = Team::with(goals(ReviewMode::Live));
    let review = team.at(6, 9).by("ana").does(&Body::ReviewOpen);
    for member in ["ana", "ben", "cai"] {
        team.at(6, 10).by(member).does(&pass(review));
    }
    assert!(!seen(&team, 6, review).complete);
    team.at(6, 10).by("ana").does(&post(review, "dee", "Cut"));
    let seen = seen(&team, 6, review);
    assert!(seen.complete);
    let entry = part(&seen, "dee").entry.as_ref().expect("noted");
    assert_eq!(entry.noted_by.as_ref().map(|by| by.id.as_str()), Some("ana"));
    assert!(matches!(entry.said, Said::Post(_)));
}

#[test]
fn its_minutes_are_those_of_whoever_was_there() {
    let mut team = Team::with(goals(ReviewMode::Live));
    let wish = team.at(5, 9).by("zoe").does(&Body::Join { name: "Zoe".into() });
    let away = team.at(1, 9).by("dee").does(&Body::Away {
        from: day("2026-10-05"),
        until: day("2026-10-09"),
        cover: "".into(),
    });
    let review = team.at(6, 9).by("ana").does(&Body::ReviewOpen);
    for member in ["ana", "ben", "cai"] {
        team.at(6, 10).by(member).does(&pass(review));
    }
    team.at(6, 11).by("ana").does(&Body::ReviewClose { review });
    team.at(7, 9).by("ana").does(&decide(wish, Ruling::Accept, ""));
    team.at(7, 9).by("dee").retract(away);
    let seen = seen(&team, 8, review);
    let there: Vec<_> = seen
        .parts
        .iter()
        .map(|part| (part.member.id.as_str(), part.away))
        .collect();
    assert_eq!(there, [("ana", false), ("ben", false), ("cai", false), ("dee", true)]);
    assert!(seen.complete);
}

#[test]
fn written_before_only_the_stuck_the_silent_and_what_was_noticed_are_talked_about() {
    let mut goals = goals(ReviewMode::Before);
    goals.members.push(member("eve"));
    let mut team = Team::with(goals);
    team.at(5, 8).by("eve").does(&Body::Away {
        from: day("2026-10-05"),
        until: day("2026-10-09"),
        cover: "".into(),
    });
    team.at(5, 8).by("ben").claim("ugc");
    team.at(5, 8).by("cai").claim("replies");
    let stuck = said(Subject::Initiative("ugc".into()), Some(2), "No camera.", &[]);
    team.at(5, 9).by("ben").does(&stuck);
    team.at(5, 9).by("cai").check_in("replies", 9);
    let review = team.at(6, 9).by("ana").does(&Body::ReviewOpen);
    let says = |blocked: &str, noticed: &str| {
        Body::ReviewPost(
            Post {
                review,
                member: "".into(),
                done: "Much.".into(),
                next: "More.".into(),
                blocked: blocked.into(),
                noticed: noticed.into(),
            }
            .into(),
        )
    };
    team.at(6, 10).by("ana").does(&says("", "Shops ask for films."));
    team.at(6, 10).by("ben").does(&says("No camera.", " "));
    team.at(6, 10).by("cai").does(&pass(review));
    let seen = seen(&team, 6, review);
    assert_eq!(
        topics(&seen),
        [
            "stuck ugc",
            "blocked ben: No camera.",
            "silent dee",
            "noticed ana: Shops ask for films."
        ]
    );
    assert!(part(&seen, "eve").away, "and not silent");
    assert_eq!(seen.minutes, None);
    let Topic::Stuck(concern) = &seen.topics[0] else {
        panic!("what is stuck comes first");
    };
    assert!(
        matches!(concern.why, Why::LowConfidence { confidence: 2, .. }),
        "{concern:?}"
    );
}

#[test]
fn whoever_has_left_since_had_a_part_and_whoever_left_before_had_none() {
    let left = |until: &str| {
        let mut goals = goals(ReviewMode::Live);
        goals.members[3].until = Some(day(until));
        let mut team = Team::with(goals);
        let review = team.at(6, 9).by("ana").does(&Body::ReviewOpen);
        seen(&team, 8, review).parts.len()
    };
    assert_eq!((left("2026-10-06"), left("2026-10-05")), (4, 3));
}

#[test]
fn what_is_no_review_has_no_agenda() {
    let mut team = Team::with(goals(ReviewMode::Live));
    let claim = team.at(5, 9).by("ben").claim("ugc");
    let none = looking(&team.ledger, at(5, 12), |scene| agenda(scene, claim, None));
    assert_eq!(none, None);
}
