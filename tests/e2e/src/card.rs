//! A card of a board.

use serde_json::{Value, json};

use crate::Board;

/// The card of one initiative, whether it is there or not.
pub struct Card<'a> {
    board: Board<'a>,
    initiative: String,
}

impl<'a> Card<'a> {
    pub(crate) fn new(board: Board<'a>, initiative: &str) -> Self {
        Self {
            board,
            initiative: initiative.to_owned(),
        }
    }

    /// `free`, `held`, `done` or `dropped`; nothing without such a card.
    #[track_caller]
    #[must_use]
    pub fn state(&self) -> Option<String> {
        self.read("card.dataset.state")
    }

    /// How many seats nobody has.
    #[track_caller]
    #[must_use]
    pub fn seats_free(&self) -> Option<String> {
        self.read("card.dataset.seatsFree")
    }

    /// All that can be read on it; nothing without such a card.
    #[track_caller]
    #[must_use]
    pub fn text(&self) -> String {
        self.read("textOf(card)").unwrap_or_default()
    }

    /// Waits until it is in this state.
    #[track_caller]
    pub fn becomes(&self, state: &str) {
        let what = format!("the card {} to be {state}", self.initiative);
        self.board
            .browser()
            .until(&what, || (self.state()? == state).then_some(()));
    }

    /// Waits until this can be read on it.
    #[track_caller]
    pub fn says(&self, words: &str) {
        let what = format!("“{words}” on the card {}", self.initiative);
        self.board
            .browser()
            .until(&what, || self.text().contains(words).then_some(()));
    }

    fn read(&self, what: &str) -> Option<String> {
        let question = format!(
            "const card = root?.querySelector(`article[data-initiative=\"${{arguments[0]}}\"]`);\
             return card ? {what} ?? null : null;"
        );
        match self.board.ask(&question, &[json!(self.initiative)]) {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}
