/// The pages of a board, as the attribute `view` names them.
pub const PAGES: [&str; 8] = [
    "board",
    "map",
    "review",
    "pitches",
    "people",
    "guardrails",
    "activity",
    "gallery",
];
