//! The design document, with which a database lets nobody change an event or make one in another's name.

use sha2::{Digest, Sha256};

use crate::json::quoted;

/// The role that may bring events of others: those who replicate, and widgets that heal.
pub const SYNC_ROLE: &str = "sync";

/// The beginning of the hash of its function. The function itself stays out of the widget.
const OURS: [u8; 8] = [0x60, 0xae, 0x4c, 0x86, 0xfb, 0xe7, 0x76, 0x3b];

/// Whether a database's function is ours.
pub(super) fn is_ours(function: &str) -> bool {
    Sha256::digest(function).starts_with(&OURS)
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{self, Json};

    #[test]
    fn a_database_with_our_function_is_known_by_its_hash() {
        let document = json::parse(&design_document()).expect("JSON");
        let function = document
            .get("validate_doc_update")
            .and_then(Json::as_str)
            .expect("a function");
        assert!(is_ours(function), "{:?}", &Sha256::digest(function)[..8]);
        assert!(!is_ours("function () {}"));
    }
}
