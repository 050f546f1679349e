//! A card as one viewer sees it.

use alignment_board::domain::calendar::{Now, TimeZone};
use alignment_board::domain::card::{Act, Acts, Pulse, acts, check_in_due, is_late, moves, pulse};
use alignment_board::domain::event::Body;
use alignment_board::domain::goals::{Initiative, InitiativeState, Member, Objective};
use alignment_board::domain::progress::Status;

use crate::support::{Team, at, day, document, goals, initiative, key_result, objective};

fn team() -> Team {
    Team::with(goals([initiative("ugc")]))
}

fn now(day_of_october: u64) -> Now {
    Now::utc(at(day_of_october, 12))
}

/// What a viewer can do on the 2nd: the fitting act, then the others.
fn can(team: &Team, viewer: &str) -> (Option<Act>, Vec<Act>) {
    let board = team.board();
    let (objective, initiative, work) = board.initiative(&"ugc".into()).expect("in the document");
    let Acts { first, more } = acts(board.goals(), objective, initiative, work, Some(&viewer.into()), now(2));
    (first, more)
}

#[test]
fn a_free_card_is_there_to_be_claimed() {
    assert_eq!(can(&team(), "ben"), (Some(Act::Claim), vec![]));
}

#[test]
fn somebody_unknown_may_try_to_claim_what_is_free_and_nothing_else() {
    let mut team = team();
    let stranger = |team: &Team| {
        let (objective, initiative, work) = team.board().initiative(&"ugc".into()).expect("in the document");
        acts(team.board().goals(), objective, initiative, work, None, now(2))
    };
    assert_eq!(stranger(&team).first, Some(Act::Claim));
    team.at(1, 9).by("ana").claim("ugc");
    assert_eq!(stranger(&team), Acts::default());
}

#[test]
fn a_holder_checks_in_hands_over_finishes_or_releases() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    assert_eq!(
        can(&team, "ben"),
        (Some(Act::CheckIn), vec![Act::HandOver, Act::Finish, Act::Release])
    );
}

#[test]
fn others_may_wait_and_a_lead_may_finish() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    assert_eq!(can(&team, "cai"), (None, vec![Act::Wait]));
    assert_eq!(can(&team, "ana"), (None, vec![Act::Wait, Act::Finish]));
}

#[test]
fn who_waits_may_leave_and_say_how_it_goes() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 9).by("cai").claim("ugc");
    assert_eq!(can(&team, "cai"), (None, vec![Act::Leave, Act::CheckIn]));
}

#[test]
fn who_is_offered_a_seat_is_asked_to_accept() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 9).by("cai").claim("ugc");
    team.at(1, 10).by("ben").hand_over("ugc", "cai");
    assert_eq!(can(&team, "cai").0, Some(Act::Accept));
    assert_eq!(can(&team, "dee"), (None, vec![Act::Wait]));
}

#[test]
fn finished_work_is_reopened_by_its_holder_or_a_lead() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("ben").done("ugc");
    assert_eq!(can(&team, "ben"), (None, vec![Act::Reopen]));
    assert_eq!(can(&team, "ana"), (None, vec![Act::Reopen]));
    assert_eq!(can(&team, "cai"), (None, vec![]));
}

#[test]
fn a_locked_card_and_one_without_an_id_of_its_own_offer_nothing() {
    let mut locked = team();
    locked.at(1, 9).by("ana").does(&Body::Unknown {
        kind: "bless".into(),
        initiative: Some("ugc".into()),
    });
    assert_eq!(can(&locked, "ana"), (None, vec![]));
    let shared = Team::with(goals([Initiative {
        claimable: false,
        ..initiative("ugc")
    }]));
    assert_eq!(can(&shared, "ana"), (None, vec![]));
}

#[test]
fn who_has_left_can_do_nothing() {
    let mut goals = goals([initiative("ugc")]);
    goals.members[1] = Member {
        until: Some(day("2026-10-01")),
        ..goals.members[1].clone()
    };
    assert_eq!(can(&Team::with(goals), "ben"), (None, vec![]));
}

fn two_objectives() -> Team {
    let mut goals = goals([initiative("ugc")]);
    goals.objectives.push(std::rc::Rc::new(objective("elsewhere")));
    Team::with(goals)
}

#[test]
fn where_there_is_another_objective_holders_and_leads_may_move_a_card_there() {
    let mut team = two_objectives();
    assert_eq!(can(&team, "ana"), (Some(Act::Claim), vec![Act::Move]));
    team.at(1, 9).by("ben").claim("ugc");
    let ben = vec![Act::HandOver, Act::Move, Act::Finish, Act::Release];
    assert_eq!(can(&team, "ben"), (Some(Act::CheckIn), ben));
    assert_eq!(can(&team, "cai"), (None, vec![Act::Wait]));
}

/// What the fold says to everything a card offers: yes.
#[test]
fn whatever_a_card_offers_would_count() {
    let mut team = two_objectives();
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 9).by("cai").claim("ugc");
    let offer = team.at(1, 10).by("ben").hand_over("ugc", "cai");
    for by in ["ana", "ben", "cai", "dee"] {
        let (first, more) = can(&team, by);
        for act in first.into_iter().chain(more) {
            let initiative = || "ugc".into();
            let body = match act {
                Act::Claim | Act::Wait => Body::Claim {
                    initiative: initiative(),
                    team: None,
                    verdict: None,
                },
                Act::Leave | Act::Release => Body::Release {
                    initiative: initiative(),
                    note: "".into(),
                },
                Act::Accept => Body::Accept {
                    initiative: initiative(),
                    offer,
                },
                Act::HandOver => Body::HandOver {
                    initiative: initiative(),
                    to: "dee".into(),
                },
                Act::Finish => Body::Done {
                    initiative: initiative(),
                    outcome: Default::default(),
                    learned: "".into(),
                },
                Act::Reopen => Body::Reopen {
                    initiative: initiative(),
                },
                Act::Move => Body::Move {
                    initiative: initiative(),
                    objective: "elsewhere".into(),
                    reason: "".into(),
                },
                Act::CheckIn => continue,
            };
            let event = team.at(2, 9).by(by).makes(&body);
            assert_eq!(team.ledger.would_count(&event), Ok(()), "{act:?} by {by}");
        }
    }
}

fn pulse_on(team: &Team, day_of_october: u64) -> Option<Pulse> {
    pulse(
        team.board().goals(),
        team.work("ugc"),
        now(day_of_october),
        TimeZone::UTC,
    )
}

#[test]
fn a_card_says_what_was_said_last() {
    let mut team = team();
    assert_eq!(pulse_on(&team, 2), None, "nobody has it");
    team.at(1, 9).by("ben").claim("ugc");
    for (hour, confidence, status) in [
        (10, 8, Status::OnTrack),
        (11, 5, Status::AtRisk),
        (12, 2, Status::OffTrack),
    ] {
        team.at(1, hour).by("ben").check_in("ugc", confidence);
        assert_eq!(pulse_on(&team, 2), Some(Pulse::Said(status)));
    }
    team.at(2, 9).by("ben").done("ugc");
    assert_eq!(pulse_on(&team, 2), None, "it is finished");
}

/// Check-ins are due on Mondays: the 5th, the 12th and the 19th of October.
#[test]
fn silence_is_outdated_when_the_grace_is_over_whatever_was_said() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    team.at(6, 9).by("ben").check_in("ugc", 10);
    assert_eq!(pulse_on(&team, 21), Some(Pulse::Said(Status::OnTrack)));
    assert_eq!(pulse_on(&team, 22), Some(Pulse::Outdated(16)));
}

#[test]
fn what_was_never_said_is_never_green() {
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    for today in 1..31 {
        assert!(
            !matches!(pulse_on(&team, today), Some(Pulse::Said(_))),
            "on the {today}th"
        );
    }
    assert_eq!(pulse_on(&team, 12), Some(Pulse::NeverSaid));
}

#[test]
fn whoever_took_a_seat_has_until_the_next_due_day() {
    let mut team = team();
    let due = |team: &Team, today| check_in_due(team.board().goals(), team.work("ugc"), now(today), TimeZone::UTC);
    assert_eq!(due(&team, 7), None, "nobody has it");
    team.at(7, 9).by("ben").claim("ugc");
    assert_eq!(due(&team, 12), None);
    assert_eq!(due(&team, 19), Some(day("2026-10-19")));
    team.at(19, 9).by("ben").check_in("ugc", 8);
    assert_eq!(due(&team, 19), None);
}

#[test]
fn open_work_is_late_after_its_due_day() {
    let due = |state| Initiative {
        state,
        due: Some(day("2026-10-05")),
        ..initiative("ugc")
    };
    let late = |state, today| {
        let team = Team::with(goals([due(state)]));
        is_late(&due(state), team.work("ugc"), now(today))
    };
    assert!(!late(InitiativeState::Open, 5) && late(InitiativeState::Open, 6));
    assert!(!late(InitiativeState::Done, 6));
}

#[test]
fn a_card_names_the_key_results_it_moves() {
    let objective = Objective {
        key_results: vec![key_result("views", 0.0, 1.0), key_result("replies", 0.0, 1.0)],
        ..objective("talk")
    };
    let ugc = Initiative {
        key_results: vec!["replies".into(), "gone".into()],
        ..initiative("ugc")
    };
    let goals = document(objective);
    assert_eq!(moves(&goals.objectives[0], &ugc).collect::<Vec<_>>(), ["replies"]);
}

#[test]
fn a_card_lives_in_the_days_of_the_team() {
    // Two hours ahead of UTC: what is said on Monday at 22:00 UTC is said on Tuesday.
    let zone = TimeZone::new([(0, 120)]);
    let mut team = team();
    team.at(1, 9).by("ben").claim("ugc");
    team.at(5, 22).by("ben").check_in("ugc", 8);
    let (goals, work) = (team.board().goals(), team.work("ugc"));
    // On the 12th nothing is owed, for Tuesday the 6th lies after the due date before it; Monday the 5th does not.
    let now = zone.now(at(12, 9));
    assert_eq!(check_in_due(goals, work, now, &zone), None);
    assert_eq!(check_in_due(goals, work, now, TimeZone::UTC), Some(day("2026-10-12")));
    // Much later, the days of silence are counted from the team's day.
    let late = zone.now(at(30, 22));
    assert_eq!(pulse(goals, work, late, &zone), Some(Pulse::Outdated(25)));
    assert_eq!(
        pulse(goals, work, Now::utc(late.ms), TimeZone::UTC),
        Some(Pulse::Outdated(25))
    );
    assert_eq!(pulse(goals, work, Now::utc(late.ms), &zone), Some(Pulse::Outdated(24)));
}
