//! Lists, whose items keep the place they have in the document.

#[cfg(feature = "schema")]
use serde_json::{Map, Value, json};

use super::at::At;
use super::shape::Shape;
use crate::domain::fault::Problem;
use crate::json::Json;

/// The readable items of a list, each with its place in the document, so that later faults can name it.
#[derive(Debug)]
pub(super) struct List<T>(pub(super) Vec<(usize, T)>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> List<T> {
    /// The items alone.
    pub(super) fn plain(list: Option<Self>) -> Vec<T> {
        list.into_iter().flat_map(|list| list.0).map(|(_, item)| item).collect()
    }
}

impl<T: Shape> Shape for List<T> {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        let items = match value {
            Json::List(items) => at.at_most(T::MOST, items),
            Json::Text(_) if T::WORD => std::slice::from_ref(value),
            other => return at.wrong("expected.list", other),
        };
        let read = items
            .iter()
            .enumerate()
            .filter_map(|(i, item)| Some((i, at.item(i, |at| T::read(item, at))?)));
        Some(Self(read.collect()))
    }

    #[cfg(feature = "schema")]
    fn schema(defs: &mut Map<String, Value>) -> Value {
        let list = json!({ "type": "array", "items": T::schema(defs), "maxItems": T::MOST });
        if T::WORD {
            json!({ "anyOf": [{ "type": "string" }, list] })
        } else {
            list
        }
    }
}

impl At {
    /// The first `most` items; what is beyond is left out, and said.
    pub(super) fn at_most<'a, T>(&mut self, most: usize, items: &'a [T]) -> &'a [T] {
        if items.len() <= most {
            return items;
        }
        self.left_out(Problem::TooMany {
            limit: most,
            found: items.len(),
        });
        &items[..most]
    }
}
