//! Small pictures, drawn inline. They say nothing that words beside them do not say.

use super::el::{El, el};

/// The North Star.
pub(super) fn star() -> El {
    svg(
        "star",
        "M12 1.5 14.4 9.6 22.5 12 14.4 14.4 12 22.5 9.6 14.4 1.5 12 9.6 9.6Z",
    )
}

/// More to do.
pub(super) fn more() -> El {
    svg(
        "icon",
        "M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z",
    )
}

/// Fold, or unfold.
pub(super) fn fold() -> El {
    svg("icon", "M6 8.6 12 14.6 18 8.6 19.4 10 12 17.4 4.6 10Z")
}

/// Close.
pub(super) fn close() -> El {
    svg(
        "icon",
        "M6.2 4.8 12 10.6l5.8-5.8 1.4 1.4L13.4 12l5.8 5.8-1.4 1.4L12 13.4l-5.8 5.8-1.4-1.4L10.6 12 4.8 6.2Z",
    )
}

fn svg(class: &'static str, path: &'static str) -> El {
    el("svg viewBox='0 0 24 24' aria-hidden=true focusable=false")
        .class(class)
        .child(el("path").attr("d", path))
}
