//! The design document, with which a database lets nobody change an event or make one in another's name.

use crate::json::quoted;

/// The role that may bring events of others: those who replicate, and widgets that heal.
pub const SYNC_ROLE: &str = "sync";

/// The document to put at `_design/alignment-board`, as JSON.
#[must_use]
pub fn design_document() -> String {
    let validate = include_str!("validate.js");
    // CouchDB wants a function alone, without what precedes it.
    let function = validate.split_once("\nfunction").map_or(validate, |(_, rest)| rest);
    let function = ["function", function.trim_end()].concat();
    let parts = [
        "{\n  \"_id\": \"_design/alignment-board\",\n  \"language\": \"javascript\",\n  \"validate_doc_update\": ",
        &quoted(&function),
        "\n}\n",
    ];
    parts.concat()
}
