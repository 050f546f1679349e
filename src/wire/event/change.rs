//! Changes: what should be stands under its own name, what was stands beside it in `was`.

use crate::json::{self, Fields, Json, Object};

use super::field::{Field, number, text};
use crate::domain::event::{Change, Facet, Value};

/// What of an initiative can change.
const FACETS: [&str; 6] = ["due", "description", "links", "cost", "keyResults", "signal"];

impl Field for Vec<Change> {
    fn read(fields: &Fields, _: &str) -> Option<Self> {
        let nothing = Fields::default();
        let was = fields.get("was").and_then(Json::as_object).unwrap_or(&nothing);
        let changed = FACETS.iter().filter(|name| fields.contains_key(name));
        changed
            .map(|name| {
                Some(Change {
                    to: facet(fields, name)?,
                    was: facet(was, name)?,
                })
            })
            .collect()
    }

    fn write(&self, mut object: Object, _: &str) -> Object {
        let mut was = Object::new();
        for change in self {
            let name = name(&change.to);
            let before = object.len();
            object = put(&change.to, object, name);
            if object.len() == before {
                object = object.raw(name, "null");
            }
            was = put(&change.was, was, name);
        }
        object.raw("was", &was.end())
    }
}

fn facet(fields: &Fields, name: &str) -> Option<Facet> {
    Some(match name {
        "due" => Facet::Due(Field::read(fields, name)?),
        "description" => Facet::Description(Field::read(fields, name)?),
        "links" => Facet::Links(Field::read(fields, name)?),
        "cost" => Facet::Cost(Field::read(fields, name)?),
        "keyResults" => Facet::KeyResults(Field::read(fields, name)?),
        _ => Facet::Signal(Field::read(fields, name)?),
    })
}

fn name(facet: &Facet) -> &'static str {
    match facet {
        Facet::Due(_) => "due",
        Facet::Description(_) => "description",
        Facet::Links(_) => "links",
        Facet::Cost(_) => "cost",
        Facet::KeyResults(_) => "keyResults",
        Facet::Signal(_) => "signal",
    }
}

fn put(facet: &Facet, object: Object, name: &str) -> Object {
    match facet {
        Facet::Due(day) => day.write(object, name),
        Facet::Description(text) => text.write(object, name),
        Facet::Links(links) => links.write(object, name),
        Facet::Cost(cost) => cost.write(object, name),
        Facet::KeyResults(ids) => ids.write(object, name),
        Facet::Signal(signal) => signal.write(object, name),
    }
}

impl Field for Value {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        match text(fields, name) {
            Some(text) => Some(Self::Text(text.into())),
            None => number(fields, name).map(Self::Number),
        }
    }

    fn write(&self, object: Object, name: &str) -> Object {
        match self {
            Self::Number(number) => object.number(name, Some(*number)),
            Self::Text(text) => object.raw(name, &json::quoted(text)),
        }
    }
}

impl Field for Option<Value> {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        Some(Value::read(fields, name))
    }

    fn write(&self, object: Object, name: &str) -> Object {
        match self {
            Some(value) => value.write(object, name),
            None => object,
        }
    }
}
