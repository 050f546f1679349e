//! What a fault is within, by its title: nobody counts to `initiatives[17]`.

use super::at::cut;
use crate::domain::fault::Fault;
use crate::json::Json;

/// Adds to each fault the title of the innermost thing around it that has one, below the document itself.
pub(super) fn add(document: &Json, faults: &mut [Fault]) {
    for fault in faults {
        fault.within = title(document, &fault.path)
            .map(|title| cut(title).into())
            .unwrap_or_default();
    }
}

fn title<'a>(document: &'a Json, path: &str) -> Option<&'a str> {
    let mut here = document;
    let mut title = None;
    for step in path.split(['.', '[']) {
        let next = match step.strip_suffix(']') {
            Some(index) => here
                .as_array()
                .and_then(|items| items.get(index.parse::<usize>().ok()?)),
            None => here.get(step),
        };
        let Some(next) = next else {
            break;
        };
        here = next;
        let own = ["title", "name", "label"]
            .iter()
            .find_map(|field| here.get(field)?.as_str());
        title = own.filter(|own| !own.trim().is_empty()).or(title);
    }
    title
}
