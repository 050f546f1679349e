//! The JSON Schema of the format, made from the declarations the reader is made from.

use serde_json::{Map, Value, json};

use super::document::Document;
use super::shape::Shape;

/// The schema of a goal document, draft 2020-12. Unknown fields pass: the board warns of them and keeps them.
#[must_use]
pub fn schema() -> Value {
    let mut defs = Map::new();
    let root = Document::schema(&mut defs);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Goal document of an alignment board, format 1",
        "$ref": root["$ref"],
        "$defs": defs,
    })
}

/// A field: its name, its description, whether it should be there, its shape.
type Field = (&'static str, &'static str, bool, Value);

/// The schema of an object, by reference; the object itself is put into `defs`.
pub(super) fn object(
    defs: &mut Map<String, Value>,
    name: &str,
    about: &str,
    short: Option<&str>,
    fields: impl FnOnce(&mut Map<String, Value>) -> Vec<Field>,
) -> Value {
    let reference = json!({ "$ref": (["#/$defs/", name].concat()) });
    if !defs.contains_key(name) {
        // Reserved before its fields are described, so that no object describes itself for ever.
        defs.insert(name.to_owned(), Value::Null);
        let fields = fields(defs);
        let required: Vec<_> = fields.iter().filter(|field| field.2).map(|field| field.0).collect();
        let properties: Map<_, _> = fields
            .into_iter()
            .map(|field| (field.0.to_owned(), property(field)))
            .collect();
        let mut object = json!({ "type": "object", "description": about.trim(), "properties": properties });
        if !required.is_empty() {
            object["required"] = required.into();
        }
        defs.insert(name.to_owned(), object);
    }
    match short {
        Some(field) => {
            json!({ "anyOf": [{ "type": "string", "description": (["Short for ", field].concat()) }, reference] })
        }
        None => reference,
    }
}

fn property((_, doc, _, mut shape): Field) -> Value {
    shape["description"] = doc.into();
    shape
}
