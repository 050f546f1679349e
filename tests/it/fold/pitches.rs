//! Ideas, drafts with a coach, pitches, and what becomes of them.

use std::rc::Rc;

use alignment_board::domain::board::{PitchState, Refusal};
use alignment_board::domain::event::{Body, EventId, Gain, Pitch, Ruling, Subject, View};
use alignment_board::domain::goals::{Goals, Initiative, Money, Objective, Owner};

use crate::support::says::{decide, idea, pitch, settle};
use crate::support::{Team, goals, initiative, objective};

fn document() -> Goals {
    let mut goals = goals([initiative("ugc")]);
    goals.objectives.push(
        Objective {
            sponsor: Some("dee".into()),
            ..objective("reach")
        }
        .into(),
    );
    goals.pitch_panel.push("cai".into());
    goals
}

/// Ben has pitched under `talk`.
fn team() -> (Team, EventId) {
    let mut team = Team::with(document());
    let id = team
        .at(1, 9)
        .by("ben")
        .does(&Body::Pitch(pitch("talk", "Customers write").into()));
    (team, id)
}

fn feedback(pitch: EventId) -> Body {
    Body::Feedback {
        pitch,
        view: View::Unsure,
        line: "Who reads it?".into(),
    }
}

fn revise(id: EventId, title: &str) -> Body {
    Body::Revise {
        pitch: id,
        text: pitch("talk", title).into(),
    }
}

fn state(team: &Team, id: EventId) -> PitchState {
    team.board().pitch(id).expect("a pitch").state()
}

#[test]
fn an_idea_finds_supporters_and_a_coach() {
    let mut team = Team::with(document());
    let thought = team.at(1, 9).by("ben").does(&idea("A newsletter by customers"));
    for by in ["cai", "dee"] {
        team.at(1, 10).by(by).does(&Body::Support { idea: thought });
    }
    let twice = team.at(1, 11).by("cai").does(&Body::Support { idea: thought });
    let draft = |coach: &str| Body::Draft {
        idea: thought,
        coach: coach.into(),
    };
    let alone = team.at(2, 9).by("ben").does(&draft("zoe"));
    team.at(2, 9).by("ben").does(&draft("Ana"));
    let other = team.at(2, 10).by("ben").does(&draft("dee"));
    let same = team.at(2, 11).by("ben").does(&draft("ana"));
    assert_eq!(team.verdict(other), None, "with another coach");
    assert_eq!(team.verdict(same), Some(Refusal::AlreadySaid));
    let found = team.board().idea(thought).expect("an idea");
    assert_eq!(team.board().signers(&Subject::Begun(thought)).len(), 2);
    assert_eq!(found.drafts[0].coach.id.as_str(), "ana");
    assert_eq!(team.verdict(twice), Some(Refusal::AlreadySaid));
    assert_eq!(team.verdict(alone), Some(Refusal::Nobody));
}

#[test]
fn an_idea_without_words_is_none() {
    let mut team = Team::with(document());
    let blank = team.at(1, 9).by("ben").does(&idea(" "));
    let support = team.at(1, 10).by("cai").does(&Body::Support { idea: blank });
    assert_eq!(team.verdict(blank), Some(Refusal::Empty));
    assert_eq!(team.verdict(support), Some(Refusal::NothingThere));
    assert!(team.board().ideas().is_empty());
}

#[test]
fn support_that_arrives_before_its_idea_waits_for_it() {
    let mut team = Team::with(document());
    let thought = team.at(1, 9).by("ben").makes(&idea("A newsletter"));
    let support = team.at(1, 10).by("cai").does(&Body::Support { idea: thought.id });
    assert_eq!(team.verdict(support), Some(Refusal::NothingThere));
    team.receive(thought);
    assert_eq!(team.verdict(support), None);
}

#[test]
fn an_idea_that_somebody_supports_is_not_taken_back() {
    let mut team = Team::with(document());
    let thought = team.at(1, 9).by("ben").does(&idea("A newsletter"));
    let support = team.at(1, 10).by("cai").does(&Body::Support { idea: thought });
    let early = team.at(1, 11).by("ben").retract(thought);
    team.at(1, 12).by("cai").retract(support);
    let late = team.at(1, 13).by("ben").retract(thought);
    assert_eq!(team.verdict(early), Some(Refusal::BuiltUpon));
    assert_eq!(team.verdict(late), None);
    assert!(team.board().ideas().is_empty());
    let after = team.at(1, 14).by("dee").does(&Body::Support { idea: thought });
    assert_eq!(team.verdict(after), Some(Refusal::NothingThere));
}

#[test]
fn a_pitch_names_an_objective_there_is_and_has_a_title() {
    let mut team = Team::with(document());
    let nowhere = team.at(1, 9).by("ben").does(&Body::Pitch(pitch("none", "X").into()));
    let untitled = team.at(1, 9).by("ben").does(&Body::Pitch(pitch("talk", "").into()));
    assert_eq!(team.verdict(nowhere), Some(Refusal::NotInDocument));
    assert_eq!(team.verdict(untitled), Some(Refusal::Empty));
}

#[test]
fn the_panel_and_the_leads_give_feedback() {
    let (mut team, id) = team();
    let verdicts = ["cai", "ana", "dee"].map(|by| {
        let given = team.at(2, 9).by(by).does(&feedback(id));
        team.verdict(given)
    });
    assert_eq!(verdicts, [None, None, Some(Refusal::NotPanel)]);
    assert_eq!(team.board().pitch(id).expect("a pitch").feedback.len(), 2);
}

#[test]
fn an_accepted_pitch_is_an_initiative_whose_author_is_first() {
    let (mut team, id) = team();
    let accepted = team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    let card = id.to_string();
    assert_eq!(state(&team, id), PitchState::Accepted);
    let titles: Vec<_> = team.board().goals().objectives[0]
        .initiatives
        .iter()
        .map(|i| &*i.title)
        .collect();
    assert_eq!(titles, ["ugc", "Customers write"]);
    assert_eq!((team.verdict(accepted), team.holders(&card)), (None, "ben".into()));
    team.at(3, 9).by("cai").claim(&card);
    team.at(3, 10).by("ben").check_in(&card, 8);
    assert_eq!((team.waiting(&card), team.work(&card).spoken.len()), ("cai".into(), 1));
}

#[test]
fn the_author_of_an_accepted_pitch_is_overtaken_by_nobody() {
    let (mut team, id) = team();
    team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    let card = id.to_string();
    let claim = team.at(2, 10).by("cai").claim(&card);
    team.at(3, 9).by("cai").does(&settle(&card, claim, &[]));
    assert!(team.holders(&card).starts_with("ben"), "{}", team.holders(&card));
    assert!(team.work(&card).holders()[0].settled);
}

#[test]
fn an_accepted_pitch_moves_what_it_said_it_would_and_costs_what_it_said() {
    let mut team = Team::with(document());
    let text = Pitch {
        description: "Twelve pages.".into(),
        moves: vec![Gain {
            key_result: "views".into(),
            by: Some(20.0),
        }],
        cost: Some(Money {
            amount: 300.0,
            currency: "EUR".into(),
        }),
        ..pitch("talk", "Customers write")
    };
    let id = team.at(1, 9).by("ben").does(&Body::Pitch(text.into()));
    team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    let card = team.work(&id.to_string()).initiative.clone();
    assert_eq!(card.key_results, ["views".into()]);
    assert_eq!(card.description.as_deref(), Some("Twelve pages."));
    assert_eq!(card.cost.as_ref().map(|cost| cost.amount), Some(300.0));
}

#[test]
fn claims_on_a_pitch_count_from_when_it_was_accepted_in_whatever_order_they_arrive() {
    let (mut team, id) = team();
    let card = id.to_string();
    let early = team.at(1, 10).by("cai").claim(&card);
    let late = team.at(3, 9).by("dee").claim(&card);
    assert_eq!(team.verdict(late), Some(Refusal::NotInDocument));
    team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    assert_eq!(team.verdict(early), Some(Refusal::NotYet));
    assert_eq!(
        (team.verdict(late), team.holders(&card), team.waiting(&card)),
        (None, "ben".into(), "dee".into())
    );
}

#[test]
fn only_who_leads_the_objective_decides_and_not_without_a_reason_against() {
    let (mut team, id) = team();
    let member = team.at(2, 9).by("cai").does(&decide(id, Ruling::Accept, ""));
    let sponsor = team.at(2, 9).by("dee").does(&decide(id, Ruling::Accept, ""));
    let curt = team.at(2, 9).by("ana").does(&decide(id, Ruling::Park, " "));
    assert_eq!(team.verdict(member), Some(Refusal::NotLead));
    assert_eq!(
        team.verdict(sponsor),
        Some(Refusal::NotLead),
        "she leads the other objective"
    );
    assert_eq!(team.verdict(curt), Some(Refusal::NoReason));
    let other = team
        .at(2, 10)
        .by("ben")
        .does(&Body::Pitch(pitch("reach", "A tour").into()));
    let own = team.at(2, 11).by("dee").does(&decide(other, Ruling::Accept, ""));
    assert_eq!(team.verdict(own), None);
}

#[test]
fn a_returned_pitch_is_revised_by_its_author_and_keeps_its_history() {
    let (mut team, id) = team();
    team.at(2, 9)
        .by("ana")
        .does(&decide(id, Ruling::Return, "Say who reads it."));
    assert_eq!(state(&team, id), PitchState::Returned);
    let other = team.at(2, 10).by("cai").does(&revise(id, "Mine"));
    team.at(2, 11).by("ben").does(&revise(id, "Customers write, we print"));
    assert_eq!(
        (team.verdict(other), state(&team, id)),
        (Some(Refusal::NotAuthor), PitchState::Open)
    );
    let found = team.board().pitch(id).expect("a pitch");
    assert_eq!((found.revisions.len(), found.rulings.all().len()), (2, 1));
    team.at(3, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    assert_eq!(
        &*team.work(&id.to_string()).initiative.title,
        "Customers write, we print"
    );
    let late = team.at(3, 10).by("ben").does(&revise(id, "Something else"));
    assert_eq!(team.verdict(late), Some(Refusal::Decided));
}

#[test]
fn the_last_decision_holds() {
    let (mut team, id) = team();
    let card = id.to_string();
    team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    let claim = team.at(2, 10).by("cai").claim(&card);
    let twice = team.at(2, 11).by("ana").does(&decide(id, Ruling::Accept, ""));
    let parked = team
        .at(3, 9)
        .by("ana")
        .does(&decide(id, Ruling::Park, "No money left."));
    assert_eq!(team.verdict(twice), Some(Refusal::Decided));
    assert_eq!(
        (state(&team, id), team.verdict(claim)),
        (PitchState::Parked, Some(Refusal::NotInDocument))
    );
    assert_eq!(team.board().goals().objectives[0].initiatives.len(), 1);
    team.at(3, 10).by("ana").retract(parked);
    assert_eq!(
        (team.verdict(claim), team.waiting(&card)),
        (None, "cai".into()),
        "nothing was lost"
    );
}

#[test]
fn a_pitch_that_was_decided_is_not_taken_back_by_its_author() {
    let (mut team, id) = team();
    team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    let undo = team.at(2, 10).by("ben").retract(id);
    assert_eq!(team.verdict(undo), Some(Refusal::BuiltUpon));
    let own = team.at(3, 9).by("ana").does(&Body::Pitch(pitch("talk", "Mine").into()));
    team.at(3, 10).by("ana").does(&decide(own, Ruling::Accept, ""));
    let undo = team.at(3, 11).by("ana").retract(own);
    assert_eq!(team.verdict(undo), Some(Refusal::Decided));
}

#[test]
fn a_document_adopts_an_accepted_pitch_under_an_id_of_its_own() {
    let (mut team, id) = team();
    team.at(2, 9).by("ana").does(&decide(id, Ruling::Accept, ""));
    team.at(2, 10).by("cai").claim(&id.to_string());
    let mut edited = document();
    let adopted = Initiative {
        seats: 2,
        formerly: vec![id.to_string().into()],
        ..initiative("newsletter")
    };
    edited.objectives[0] = Objective {
        initiatives: vec![adopted.into()],
        ..(*edited.objectives[0]).clone()
    }
    .into();
    team.ledger = team.ledger.under(edited.into());
    assert_eq!(
        team.holders("newsletter"),
        "ben cai",
        "its author keeps the seat, and two seats are enough for both"
    );
    let owned = Initiative {
        owners: vec![Owner::Member("ben".into())],
        seats: 2,
        formerly: vec![id.to_string().into()],
        ..initiative("newsletter")
    };
    let mut edited = document();
    Rc::make_mut(&mut edited.objectives[0]).initiatives = vec![owned.into()];
    team.ledger = team.ledger.under(edited.into());
    assert_eq!(team.holders("newsletter"), "ben cai", "an owner has one seat");
    assert_eq!(team.board().goals().objectives[0].initiatives.len(), 1);
}

#[test]
fn what_is_no_pitch_is_not_decided_and_what_is_no_idea_is_not_drafted() {
    let (mut team, id) = team();
    let thought = team.at(2, 9).by("ben").does(&idea("A newsletter"));
    let ruled = team.at(2, 10).by("ana").does(&decide(thought, Ruling::Accept, ""));
    let drafted = team.at(2, 10).by("ben").does(&Body::Draft {
        idea: id,
        coach: "ana".into(),
    });
    let nothing = team
        .at(2, 11)
        .by("ana")
        .does(&decide(EventId::FIRST, Ruling::Accept, ""));
    assert_eq!(team.verdict(ruled), Some(Refusal::WrongKind));
    assert_eq!(team.verdict(drafted), Some(Refusal::WrongKind));
    assert_eq!(team.verdict(nothing), Some(Refusal::NothingThere));
}
