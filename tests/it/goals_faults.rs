//! Every fault says where, what, what was meant and what follows, in words a lead understands.

use std::fs;

use alignment_board::domain::calendar::Day;
use alignment_board::domain::fault::{Fault, Problem, Slip};
use alignment_board::wire::goals::{self, read};
use alignment_board::words::Words;

use crate::golden::{check_file, files};

fn words() -> Words {
    Words::english(|_, n| if n == 1.0 { "one" } else { "other" }.to_owned())
}

/// What a reader of the board is told about a document, one fault a line.
fn told(input: &str) -> String {
    let words = words();
    let faults = match read(input) {
        Ok(reading) => reading.faults,
        Err(fault) => vec![fault],
    };
    faults.iter().map(|fault| words.fault(fault) + "\n").collect()
}

#[track_caller]
fn check(input: &str, expect: &str) {
    assert_eq!(told(input).trim_end(), expect);
}

#[test]
fn faulty_documents_are_told_in_the_words_beside_them() {
    for file in files("tests/data/faults", "json") {
        let input = fs::read_to_string(&file).expect("a file");
        check_file(file.with_extension("txt"), &told(&input));
    }
}

#[test]
fn nothing_and_blanks_are_empty() {
    check(
        "",
        "The goal document is empty. It needs at least a “title” and “objectives”.",
    );
    check(
        "\u{feff} \n",
        "The goal document is empty. It needs at least a “title” and “objectives”.",
    );
}

#[test]
fn a_page_that_came_instead_is_named() {
    check(
        "\n<!doctype html>",
        "This is a web page, not a goal document: perhaps a sign-in page came instead. Open the address in a new tab, sign in, and reload.",
    );
}

#[test]
fn a_slip_of_the_hand_is_found() {
    let said = [
        (
            "{ \"title\": \"T\",\n }",
            "The goal document is not valid JSON: a comma too many before line 2, column 2.",
        ),
        (
            "{ \"title\": \"T\"\n  \"objectives\": [] }",
            "The goal document is not valid JSON: a comma is missing before line 2, column 3.",
        ),
        (
            "{ \"title\": \"T\", // quarter\n }",
            "The goal document is not valid JSON: JSON has no comments (line 1, column 17).",
        ),
        (
            "{ “title”: 1 }",
            "The goal document is not valid JSON: only straight double quotes \" count as quotes (line 1, column 3).",
        ),
        (
            "{ 'title': 1 }",
            "The goal document is not valid JSON: only straight double quotes \" count as quotes (line 1, column 3).",
        ),
        (
            "{ \"title\": [",
            "The goal document is not valid JSON: it ends too early, on line 1. A closing “]”, “}” or quote is missing.",
        ),
        (
            "{ \"title\": tru }",
            "The goal document is not valid JSON: see line 1, column 15.",
        ),
        (
            "[1,]",
            "The goal document is not valid JSON: a comma too many before line 1, column 4.",
        ),
    ];
    for (input, expect) in said {
        check(input, expect);
    }
}

#[test]
fn json_for_something_else_is_no_board() {
    check("[]", "A goal document is an object in curly brackets; this is [ … ].");
    check(
        "\"hello\"",
        "A goal document is an object in curly brackets; this is \"hello\".",
    );
    check(
        "{}",
        "This is JSON, but no goal document: it has neither “title” nor “objectives”.",
    );
    check(
        r#"{ "tilte": "Q4" }"#,
        "This is JSON, but no goal document: it has neither “title” nor “objectives”. Did you mean “title”?",
    );
}

#[test]
fn a_newer_format_is_named_before_anything_else() {
    check(
        r#"{ "format": 2, "tracks": {} }"#,
        "This goal document is written in format 2; this board reads format 1. Use a newer version of the board.",
    );
    check(
        r#"{ "format": 0.5, "title": "T" }"#,
        "There is no format 0.5. Write \"format\": 1, or leave it out.",
    );
}

#[test]
fn too_deep_is_told_by_line() {
    let deep = format!("{{ \"title\": \"T\",\n \"x\": {}1", "[".repeat(100_000));
    check(
        &deep,
        "On line 2, lists and objects stand more than 32 levels deep inside each other. Is a closing bracket missing before it?",
    );
}

#[test]
fn too_large_is_told_with_the_limit() {
    check(
        &" ".repeat(goals::SIZE_LIMIT + 1),
        "The goal document is larger than 16 MB.",
    );
}

#[test]
fn beyond_a_limit_the_rest_is_left_out() {
    let many = serde_json::json!({ "title": "T", "objectives": vec!["O"; 501] });
    let reading = read(&many.to_string()).expect("something to draw");
    assert_eq!(reading.goals.objectives.len(), 500);
    let first = &reading.faults[0];
    assert_eq!(
        words().fault(first),
        "objectives: Only the first 500 of 501 are read. The rest is left out."
    );
    let last = reading.faults.last().expect("the count of the others");
    assert_eq!(words().fault(last), "And 300 more faults.");
}

#[test]
fn initiatives_are_limited_over_all_objectives() {
    let list: Vec<_> = (0..30_000).map(|n| format!("I {n}")).collect();
    let other: Vec<_> = (0..30_000).map(|n| format!("J {n}")).collect();
    let many = serde_json::json!({ "title": "T", "objectives": [
        { "title": "A", "initiatives": list }, { "title": "B", "initiatives": other } ] });
    let reading = read(&many.to_string()).expect("something to draw");
    assert_eq!(reading.goals.initiatives().count(), goals::INITIATIVE_LIMIT);
    assert_eq!(reading.faults.len(), 1);
}

#[test]
fn very_many_unknown_names_are_still_read_quickly() {
    let list: Vec<_> = (0..50_000).map(|n| format!("Initiative {n}")).collect();
    let unknown: Vec<_> = (0..1_000).map(|n| format!("initiatives-{n}")).collect();
    let many = serde_json::json!({ "title": "T", "objectives": [{ "title": "O", "initiatives": list }],
        "guardrails": [{ "title": "A", "repairedBy": unknown }, { "title": "B", "repairedBy": unknown }] });
    let reading = read(&many.to_string()).expect("something to draw");
    assert_eq!(reading.faults.len(), goals::FAULT_LIMIT + 1);
}

#[test]
fn a_title_used_very_often_is_still_read_quickly() {
    let many =
        serde_json::json!({ "title": "T", "objectives": [{ "title": "O", "initiatives": vec!["Same"; 50_000] }] });
    let reading = read(&many.to_string()).expect("something to draw");
    assert_eq!(reading.goals.initiatives().count(), 50_000);
    assert_eq!(reading.faults.len(), goals::FAULT_LIMIT + 1);
}

#[test]
fn every_fault_has_a_sentence_and_every_place_in_it_is_filled() {
    let catalogue: serde_json::Value = serde_json::from_str(include_str!("../../lang/en.json")).expect("JSON");
    let words = words();
    let mut keys = vec![
        "fault.at",
        "fault.within",
        "fault.nearest",
        "fault.locks",
        "fault.left-out",
        "fault.left-out.whole",
    ];
    for problem in one_of_each() {
        let fault = Fault {
            path: "here".to_owned(),
            within: Box::default(),
            problem,
            left_out: false,
            whole: false,
        };
        let args = fault.args();
        let sentences = match &catalogue[fault.key()] {
            serde_json::Value::Object(forms) => forms.values().filter_map(|v| v.as_str()).collect(),
            other => vec![
                other
                    .as_str()
                    .unwrap_or_else(|| panic!("no sentence for {}", fault.key())),
            ],
        };
        for place in sentences.into_iter().flat_map(places) {
            let value = args.iter().find(|(name, _)| *name == place).map(|(_, value)| value);
            let value = value.unwrap_or_else(|| panic!("{}: nothing for {{{place}}}", fault.key()));
            if place == "expected" || place == "what" {
                assert!(words.has(value), "no words for {value}");
            }
        }
        keys.push(fault.key());
    }
    for key in catalogue.as_object().expect("an object").keys() {
        assert!(
            !key.starts_with("fault.") || keys.contains(&key.as_str()),
            "nothing says {key}"
        );
    }
}

#[test]
fn every_expectation_and_every_thing_has_words() {
    let source: String = files("src/wire/goals", "rs")
        .into_iter()
        .chain(files("src/wire/goals/resolve", "rs"))
        .map(|file| fs::read_to_string(file).expect("a file"))
        .collect();
    let words = words();
    let mut keys = 0;
    for key in source
        .split('"')
        .filter(|part| part.starts_with("expected.") || part.starts_with("thing."))
    {
        assert!(words.has(key), "no words for {key}");
        keys += 1;
    }
    assert!(keys > 30, "{keys}");
}

fn places(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
}

fn one_of_each() -> Vec<Problem> {
    let text = String::new;
    let mut all = vec![
        Problem::Empty,
        Problem::WebPage,
        Problem::TooLarge { megabytes: 1 },
        Problem::TooDeep { line: 1, limit: 1 },
        Problem::NotObject { found: text() },
        Problem::NewerFormat { found: 2 },
        Problem::UnknownFormat { found: text() },
        Problem::NotGoals { nearest: None },
        Problem::WrongType {
            expected: "expected.text",
            found: text(),
        },
        Problem::Quoted { found: text() },
        Problem::Unquoted { found: text() },
        Problem::MissingField { field: "title" },
        Problem::UnknownField { nearest: None },
        Problem::DuplicateField { field: text() },
        Problem::UnknownWord {
            found: text(),
            nearest: None,
            known: Box::default(),
        },
        Problem::UnknownReference {
            what: "thing.member",
            found: Box::default(),
            nearest: None,
        },
        Problem::BadDay {
            found: text(),
            nearest: None,
        },
        Problem::DayWithTime { found: text() },
        Problem::EndBeforeStart {
            start: Day::MIN,
            end: Day::MIN,
        },
        Problem::BandUpsideDown { min: 2.0, max: 1.0 },
        Problem::BadLink { found: text() },
        Problem::DuplicateId {
            id: text(),
            first: text(),
            taken: true,
        },
        Problem::SameTitle {
            id: text(),
            first: text(),
            taken: true,
        },
        Problem::NoId { taken: true },
        Problem::FormerIdInUse { id: text() },
        Problem::FewSeats { seats: 1, owners: 2 },
        Problem::TooMany { limit: 1, found: 2 },
        Problem::TooLong { limit: 1 },
        Problem::MoreFaults { count: 2 },
    ];
    let slips = [
        Slip::EndsEarly,
        Slip::CommaTooMany,
        Slip::CommaMissing,
        Slip::Comment,
        Slip::Quotes,
        Slip::Other,
    ];
    all.extend(slips.map(|slip| Problem::NotJson {
        line: 1,
        column: 1,
        slip,
    }));
    all
}

#[test]
fn an_id_of_two_lines_is_told_where_it_stands_and_the_board_is_drawn() {
    let input =
        r#"{ "id": "team\nblue", "title": "Q4", "members": [{ "id": "an\na", "name": "Ana" }], "objectives": [] }"#;
    check(
        input,
        "“Ana” (members[0].id): Expected text without a line break, found \"an\na\". The board leaves it out.\n\
         id: Expected text without a line break, found \"team\nblue\". The board leaves it out.",
    );
    let goals = read(input).expect("can be drawn").goals;
    assert_eq!((goals.id, goals.members[0].id.as_str()), (None, "ana"));
}
