//! The content type that a file's name stands for.

use std::path::Path;

/// The types a board's page is made of. Anything else is sent as bytes: nothing is guessed.
pub(crate) fn of(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "md" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_and_script_have_the_types_that_browsers_insist_on() {
        assert_eq!(of(Path::new("board_bg.wasm")), "application/wasm");
        assert_eq!(of(Path::new("a/board.js")), "text/javascript; charset=utf-8");
    }

    #[test]
    fn an_unknown_name_is_sent_as_bytes() {
        assert_eq!(of(Path::new(".htaccess")), "application/octet-stream");
    }
}
