//! What the page's address says of a board, after its `#`: which card to open, and which cards to show.
//!
//! An address belongs to the page around. What is not ours in it is kept as it is, and what somebody looks for is
//! written there only by a board that is alone on its page and where nothing else stands.

use crate::domain::filter::{Filter, What};
use crate::domain::id::{InitiativeId, MemberId};
use crate::domain::order::Order;
use crate::web::address;

/// What an address says of a board.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Place {
    /// Of which board, where a page has several.
    pub(super) board: Option<String>,
    /// A card to open.
    pub(super) initiative: Option<InitiativeId>,
    pub(super) filter: Filter,
    pub(super) order: Order,
    /// What is not ours.
    others: Vec<String>,
}

const SHOWS: [(What, &str); 3] = [
    (What::Free, "free"),
    (What::Mine, "mine"),
    (What::InProgress, "in-progress"),
];

impl Place {
    /// What stands in the page's address.
    pub(super) fn now() -> Self {
        match address::fragment() {
            empty if empty.is_empty() => Self::default(),
            fragment => Self::read(&fragment),
        }
    }

    #[inline(never)]
    fn read(fragment: &str) -> Self {
        let mut place = Self::default();
        for part in fragment.split('&') {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let value = address::decoded(value);
            match name {
                "board" => place.board = Some(value),
                "initiative" => place.initiative = Some(InitiativeId::from(value)),
                "show" => {
                    let found = SHOWS.iter().find(|(_, name)| **name == value);
                    place.filter.what = found.map_or(What::Everything, |(what, _)| *what);
                }
                "with" => place.filter.member = Some(MemberId::from(value)),
                "find" => place.filter.text = value,
                "sort" => place.order = Order::read(&value),
                _ => place.others.push(part.to_owned()),
            }
        }
        place
    }

    /// The same as text; empty when there is nothing to say.
    #[inline(never)]
    pub(super) fn text(&self) -> String {
        let mut parts = self.others.clone();
        let mut add = |name: &str, value: &str| parts.push([name, "=", &address::encoded(value)].concat());
        if let Some(board) = &self.board {
            add("board", board);
        }
        if let Some(initiative) = &self.initiative {
            add("initiative", initiative.as_str());
        }
        if let Some((_, name)) = SHOWS.iter().find(|(what, _)| *what == self.filter.what) {
            add("show", name);
        }
        if let Some(member) = &self.filter.member {
            add("with", member.as_str());
        }
        if !self.filter.text.is_empty() {
            add("find", &self.filter.text);
        }
        if self.order != Order::Document {
            add("sort", self.order.name());
        }
        parts.join("&")
    }

    /// Whether somebody else keeps something in the address.
    pub(super) fn is_shared(&self) -> bool {
        !self.others.is_empty()
    }

    /// Where this card is opened: in the same page, whatever else stands in its address.
    #[inline(never)]
    pub(super) fn link(initiative: &InitiativeId, board: Option<&str>) -> String {
        let place = Self {
            board: board.map(str::to_owned),
            initiative: Some(initiative.clone()),
            others: Self::now().others,
            ..Self::default()
        };
        address::with_fragment(&place.text())
    }
}
