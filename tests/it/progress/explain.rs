//! Where numbers come from.

use alignment_board::domain::board::Board;
use alignment_board::domain::calendar::TimeZone;
use alignment_board::domain::event::EventId;
use alignment_board::domain::goals::{Intent, KeyResult, KeyResultKind, Objective};
use alignment_board::domain::progress::explain::{
    Explanation, Input, Name, Source, Value, explain_grade, explain_objective, explain_objective_expected,
    explain_status,
};
use alignment_board::domain::progress::{Gauge, Rule, Status, Verdict};

use super::worked::follows;
use super::{at, now, of, report, stay};
use crate::calendar::auckland;
use crate::support::{Team, day, document, key_result};

fn gauge<'a>(board: &'a Board, zone: &'a TimeZone, today: &str) -> Gauge<'a> {
    let objective = &board.goals().objectives[0];
    Gauge::new(board, objective, &objective.key_results[0], now(today), zone).expect("a key result of the board")
}

fn board(objective: Objective) -> Board {
    Board::new(document(objective).into())
}

pub(super) fn input(explanation: &Explanation, name: Name) -> &Input {
    let found = explanation.inputs.iter().find(|input| input.name == name);
    found.unwrap_or_else(|| panic!("{name:?} is no input of {explanation:?}"))
}

pub(super) fn by(input: &Input) -> Option<(EventId, &str, String)> {
    match &input.source {
        Source::Event { id, by, day } => Some((*id, by.id.as_str(), day.to_string())),
        _ => None,
    }
}

#[test]
fn progress_says_its_start_target_and_value_and_that_the_document_has_them() {
    let board = board(of([at(50.0, 10.0, 30.0)]));
    let explanation = gauge(&board, TimeZone::UTC, "2026-11-20").explain_progress();
    let inputs: Vec<_> = explanation
        .inputs
        .iter()
        .map(|i| (i.name, i.value, i.source.clone()))
        .collect();
    assert_eq!(
        inputs,
        [
            (Name::Start, Value::Number(50.0), Source::Document),
            (Name::Target, Value::Number(10.0), Source::Document),
            (Name::Current, Value::Number(30.0), Source::Document),
        ]
    );
    assert_eq!((explanation.rule, explanation.result), (Rule::Reach, Value::Share(0.5)));
    assert_eq!(explanation.on, day("2026-11-20"));
}

#[test]
fn a_reported_value_names_who_reported_it_and_on_which_day() {
    let mut team = Team::with(document(of([key_result("views", 0.0, 100.0)])));
    team.at(5, 9).by("ana").measure("views", 10.0);
    team.at(6, 8).by("ana").measure("views", 20.0);
    let report = team.at(6, 20).by("ana").measure("views", 20.0);
    let utc = gauge(team.board(), TimeZone::UTC, "2026-10-07").explain_progress();
    assert_eq!(input(&utc, Name::Current).value, Value::Number(20.0));
    assert_eq!(
        by(input(&utc, Name::Current)),
        Some((report, "ana", "2026-10-06".to_owned()))
    );
    let zone = auckland();
    let there = gauge(team.board(), &zone, "2026-10-07").explain_progress();
    assert_eq!(
        by(input(&there, Name::Current)),
        Some((report, "ana", "2026-10-07".to_owned())),
        "in the team's days"
    );
}

#[test]
fn a_later_word_of_the_same_day_that_has_no_value_is_not_where_the_value_is_from() {
    let mut team = Team::with(document(of([key_result("views", 0.0, 100.0)])));
    let event = team.at(6, 9).by("ana").does(&report("views", Some(20.0), None));
    team.at(6, 10).by("ana").does(&report("views", None, Some(8)));
    let explanation = gauge(team.board(), TimeZone::UTC, "2026-10-06").explain_progress();
    assert_eq!(by(input(&explanation, Name::Current)).map(|(id, ..)| id), Some(event));
}

#[test]
fn a_value_of_the_document_that_is_newer_than_the_reports_is_the_documents() {
    let mut team = Team::with(document(of([at(0.0, 100.0, 60.0)])));
    team.at(6, 20).by("ana").measure("views", 20.0);
    let explanation = gauge(team.board(), TimeZone::UTC, "2026-11-20").explain_progress();
    let current = input(&explanation, Name::Current);
    assert_eq!(
        (current.value, &current.source),
        (Value::Number(60.0), &Source::Document)
    );
}

#[test]
fn what_is_missing_is_an_input_without_a_value() {
    let board = board(of([key_result("views", 0.0, 100.0)]));
    let explanation = gauge(&board, TimeZone::UTC, "2026-11-20").explain_progress();
    assert_eq!((explanation.rule, explanation.result), (Rule::NotMeasured, Value::None));
    let current = input(&explanation, Name::Current);
    assert_eq!((current.value, &current.source), (Value::None, &Source::Nobody));
}

#[test]
fn a_key_result_with_words_for_a_target_says_that_there_is_none() {
    let maximise = KeyResult {
        title: "Maximise engagement".into(),
        kind: KeyResultKind::Reach {
            start: 0.0,
            target: None,
        },
        ..at(0.0, 0.0, 5.0)
    };
    let board = board(of([maximise]));
    let gauge = gauge(&board, TimeZone::UTC, "2026-11-20");
    assert_eq!(gauge.explain_progress().rule, Rule::NotMeasurable);
    assert_eq!(input(&gauge.explain_progress(), Name::Target).value, Value::None);
    assert_eq!(gauge.explain_status(), None, "listed, never ranked");
}

#[test]
fn what_is_expected_says_whose_days_it_runs_between() {
    let own_start = KeyResult {
        from: Some(day("2026-11-01")),
        ..at(0.0, 100.0, 60.0)
    };
    let board = board(of([own_start]));
    let expected = gauge(&board, TimeZone::UTC, "2026-11-20")
        .explain_expected()
        .expect("a pace");
    let (from, due) = (input(&expected, Name::From), input(&expected, Name::Due));
    assert_eq!(
        (from.value, &from.source),
        (Value::On(day("2026-11-01")), &Source::Document)
    );
    assert_eq!(
        (due.value, &due.source),
        (Value::On(day("2026-12-31")), &Source::Default),
        "the period's"
    );
    assert_eq!(expected.rule, Rule::Linear);
    follows(&expected);
}

#[test]
fn behind_is_made_of_what_is_expected_and_what_is_reached_and_those_explain_themselves() {
    let board = board(of([at(0.0, 100.0, 40.0)]));
    let behind = gauge(&board, TimeZone::UTC, "2026-11-20")
        .explain_behind()
        .expect("a pace");
    assert_eq!(behind.result, Value::Points(15));
    let Source::Worked(progress) = &input(&behind, Name::Progress).source else {
        panic!("{behind:?}");
    };
    assert_eq!(input(progress, Name::Current).value, Value::Number(40.0));
    follows(&behind);
}

#[test]
fn a_status_says_what_decided_it() {
    let rule = |key_result, today: &str| {
        let board = board(of([key_result]));
        let explanation = gauge(&board, TimeZone::UTC, today)
            .explain_status()
            .expect("measurable");
        follows(&explanation);
        (explanation.result, explanation.rule)
    };
    let status = Value::Status;
    assert_eq!(
        rule(at(0.0, 100.0, 40.0), "2026-11-20"),
        (status(Status::AtRisk), Rule::Pace)
    );
    assert_eq!(
        rule(at(0.0, 100.0, 40.0), "2026-12-20"),
        (status(Status::NoNews), Rule::Outdated)
    );
    assert_eq!(
        rule(key_result("views", 0.0, 1.0), "2026-11-20"),
        (status(Status::NoNews), Rule::NeverReported)
    );
    assert_eq!(
        rule(stay(None, Some(1.0), 2.0), "2026-11-20"),
        (status(Status::OffTrack), Rule::Band)
    );
    let launch = KeyResult {
        kind: KeyResultKind::Done,
        due: Some(day("2026-11-19")),
        ..at(0.0, 0.0, 0.0)
    };
    assert_eq!(rule(launch, "2026-11-20"), (status(Status::OffTrack), Rule::DueDay));
}

#[test]
fn when_confidence_decided_it_says_whose() {
    let mut team = Team::with(document(of([key_result("views", 0.0, 100.0)])));
    let report = team
        .at(20, 9)
        .by("ana")
        .does(&super::report("views", Some(100.0), Some(2)));
    let explanation = gauge(team.board(), TimeZone::UTC, "2026-10-20")
        .explain_status()
        .expect("measurable");
    assert_eq!(explanation.rule, Rule::Confidence);
    let confidence = input(&explanation, Name::Confidence);
    assert_eq!(confidence.value, Value::Confidence(2));
    assert_eq!(by(confidence), Some((report, "ana", "2026-10-20".to_owned())));
    // 20 of 92 days: 22% are expected, and 5 are 17 behind, which is as bad as being unsure.
    team.at(20, 10)
        .by("ana")
        .does(&super::report("views", Some(5.0), Some(5)));
    let status = gauge(team.board(), TimeZone::UTC, "2026-10-20").explain_status();
    assert_eq!(
        status.expect("measurable").rule,
        Rule::Pace,
        "of equals, what is measured"
    );
}

#[test]
fn silence_says_since_when_and_which_due_day_nobody_answered() {
    let board = board(of([at(0.0, 100.0, 60.0)]));
    let explanation = gauge(&board, TimeZone::UTC, "2026-12-20")
        .explain_status()
        .expect("measurable");
    assert_eq!(
        input(&explanation, Name::LastReport).value,
        Value::On(day("2026-11-20"))
    );
    assert_eq!(input(&explanation, Name::Owed).value, Value::On(day("2026-11-30")));
    assert_eq!(input(&explanation, Name::Grace).value, Value::Count(2));
}

#[test]
fn an_objective_lists_each_weight_and_share_and_leaves_out_what_has_no_number() {
    let half = KeyResult {
        weight: 3.0,
        ..at(0.0, 100.0, 50.0)
    };
    let board = board(of([half, at(0.0, 100.0, 100.0), key_result("later", 0.0, 1.0)]));
    let objective = &board.goals().objectives[0];
    let explanation = explain_objective(&board, objective, now("2026-11-20"), TimeZone::UTC);
    assert_eq!(
        (explanation.rule, explanation.result),
        (Rule::WeightedMean, Value::Share(0.625))
    );
    let parts: Vec<_> = explanation
        .inputs
        .iter()
        .map(|i| (i.of.as_ref().map(|id| id.as_str()), i.name, i.value))
        .collect();
    assert_eq!(
        parts,
        [
            (Some("views"), Name::Weight, Value::Number(3.0)),
            (Some("views"), Name::Progress, Value::Share(0.5)),
            (Some("1"), Name::Weight, Value::Number(1.0)),
            (Some("1"), Name::Progress, Value::Share(1.0)),
            (Some("2"), Name::Progress, Value::None),
        ]
    );
    follows(&explanation);
    follows(&explain_objective_expected(
        &board,
        objective,
        now("2026-11-20"),
        TimeZone::UTC,
    ));
}

#[test]
fn an_objectives_status_lists_those_of_its_key_results() {
    let board = board(of([at(0.0, 100.0, 60.0), at(0.0, 100.0, 20.0)]));
    let objective = &board.goals().objectives[0];
    let explanation = explain_status(&board, objective, now("2026-11-20"), TimeZone::UTC).expect("measurable");
    assert_eq!(
        (explanation.rule, explanation.result),
        (Rule::Weakest, Value::Status(Status::OffTrack))
    );
    let statuses: Vec<_> = explanation.inputs.iter().map(|i| i.value).collect();
    assert_eq!(
        statuses,
        [Value::Status(Status::OnTrack), Value::Status(Status::OffTrack)]
    );
    follows(&explanation);
}

#[test]
fn a_grade_says_what_was_wanted_and_when_the_period_ends() {
    let stretch = Objective {
        intent: Intent::Aspirational,
        ..of([at(0.0, 100.0, 72.0)])
    };
    let board = board(stretch);
    let objective = &board.goals().objectives[0];
    let explanation = explain_grade(&board, objective, now("2027-01-01"), TimeZone::UTC);
    assert_eq!(explanation.result, Value::Verdict(Verdict::Met));
    assert_eq!(input(&explanation, Name::Wanted).value, Value::Share(0.7));
    assert_eq!(input(&explanation, Name::PeriodEnd).value, Value::On(day("2026-12-31")));
    follows(&explanation);
}
