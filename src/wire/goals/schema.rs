//! The JSON Schema of the format, made from the tables the reader reads by.

use serde_json::{Map, Value, json};

use super::FORMAT;
use super::document::{Document, Money, Span};
use super::shape::{Need, Range, Shape, Table};
use super::written::Form;

/// The schema of a goal document, draft 2020-12. Unknown fields pass: the board warns of them and keeps them.
#[must_use]
pub fn schema() -> Value {
    let mut defs = Map::new();
    let root = describe(&Document::SHAPE, &mut defs);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Goal document of an alignment board, format 1",
        "$ref": root["$ref"],
        "$defs": defs,
    })
}

fn describe(shape: &Shape, defs: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Text | Shape::Contact => json!({ "type": "string" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Day => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Shape::Number(range) => number(range),
        Shape::Format => json!({ "const": FORMAT }),
        Shape::Href => json!({ "type": "string", "format": "uri-reference" }),
        Shape::Currency => json!({ "type": "string", "pattern": "^[A-Za-z]{3}$" }),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::Numbered(words) => {
            json!({ "anyOf": [{ "enum": words }, { "type": "integer", "minimum": 1, "maximum": words.len() }] })
        }
        Shape::Lead => json!({ "anyOf": [describe(&bool::SHAPE, defs), describe(&Span::SHAPE, defs)] }),
        Shape::Current => json!({ "type": ["number", "boolean"] }),
        Shape::Limit => json!({ "anyOf": [number(&super::numbers::AMOUNT), describe(&Money::SHAPE, defs)] }),
        Shape::Object(table) => object(table, defs),
        Shape::List(item) => {
            let list = json!({ "type": "array", "items": describe(item, defs), "maxItems": item.most() });
            if item.is_word() {
                json!({ "anyOf": [{ "type": "string" }, list] })
            } else {
                list
            }
        }
    }
}

fn number(range: &Range) -> Value {
    let mut number = json!({ "type": if range.whole { "integer" } else { "number" } });
    for (name, limit) in [("minimum", range.least), ("maximum", range.most)] {
        if limit.abs() < f64::MAX {
            number[name] = json!(limit as u64);
        }
    }
    number
}

/// The schema of an object, by reference; the object itself is put into `defs`.
fn object(table: &Table, defs: &mut Map<String, Value>) -> Value {
    let (name, about) = table.about;
    let reference = json!({ "$ref": (["#/$defs/", name].concat()) });
    if !defs.contains_key(name) {
        // Reserved before its fields are described, so that the outer one comes first.
        defs.insert(name.to_owned(), Value::Null);
        let mut properties = Map::new();
        for field in table.fields {
            let mut property = describe(&field.shape, defs);
            property["description"] = field.about.into();
            properties.insert(field.name.to_owned(), property);
        }
        let needed = table.fields.iter().filter(|field| field.need != Need::Optional);
        let needed: Vec<_> = needed.map(|field| field.name).collect();
        let mut object = json!({ "type": "object", "description": about.trim(), "properties": properties });
        if !needed.is_empty() {
            object["required"] = needed.into();
        }
        defs.insert(name.to_owned(), object);
    }
    match table.short {
        Some(field) => {
            json!({ "anyOf": [{ "type": "string", "description": (["Short for ", field].concat()) }, reference] })
        }
        None => reference,
    }
}
