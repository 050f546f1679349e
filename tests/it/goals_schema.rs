//! The published schema: made from the types, and true of every sample.

use std::fs;

use serde_json::Value;

use crate::golden::files;

fn published() -> Value {
    serde_json::from_str(include_str!("../../docs/goals.schema.json")).expect("JSON")
}

#[test]
#[cfg(feature = "schema")]
fn the_published_schema_is_the_one_of_the_types() {
    let schema = alignment_board::wire::goals::schema();
    if std::env::var_os("UPDATE").is_some() || schema != published() {
        crate::golden::check_file("docs/goals.schema.json", &format!("{schema:#}\n"));
    }
}

#[test]
fn every_sample_and_story_is_valid() {
    let schema = jsonschema::draft202012::new(&published()).expect("a schema");
    for file in files("samples", "json").into_iter().chain(files("tests/data", "json")) {
        let document: Value = serde_json::from_str(&fs::read_to_string(&file).expect("a file")).expect("JSON");
        if let Some(error) = schema.iter_errors(&document).next() {
            panic!("{}: {} {error}", file.display(), error.instance_path);
        }
    }
}

#[test]
fn what_the_board_warns_of_as_a_wrong_type_is_invalid() {
    let schema = jsonschema::draft202012::new(&published()).expect("a schema");
    for bad in [
        r#"{ "title": "T" }"#,
        r#"{ "title": "T", "objectives": [{}] }"#,
        r#"{ "title": "T", "objectives": [{ "title": "O", "weight": "2" }] }"#,
        r#"{ "title": "T", "objectives": [{ "title": "O", "intent": "must" }] }"#,
        r#"{ "title": "T", "objectives": [], "period": { "start": "soon", "end": "2026-12-31" } }"#,
    ] {
        assert!(!schema.is_valid(&serde_json::from_str(bad).expect("JSON")), "{bad}");
    }
}

#[test]
fn the_marketing_sample_shows_every_field() {
    let schema = published();
    let sample = include_str!("../../samples/marketing.json");
    let objects = schema["$defs"].as_object().expect("objects").values();
    for field in objects.flat_map(|object| object["properties"].as_object().expect("properties").keys()) {
        assert!(sample.contains(&["\"", field, "\":"].concat()), "{field} is not shown");
    }
}
