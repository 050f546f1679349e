//! What somebody looks at on the board: which cards, in which order, and which one is to be seen.

use web_sys::Element;

use super::cards::Wanted;
use super::focus;
use super::place::Place;
use crate::app::{Session, State, is_complete};
use crate::domain::filter::{Filter, What};
use crate::domain::id::{InitiativeId, ObjectiveId};
use crate::domain::order::Order;
use crate::web::address;
use crate::web::listener::Listener;

pub(super) struct Arranged {
    pub(super) filter: Filter,
    pub(super) order: Order,
    pub(super) wanted: Option<Wanted>,
    /// The one objective that a narrow board shows, if somebody chose one.
    pub(super) only: Option<ObjectiveId>,
    /// Whether the wanted card has yet to be found in the page.
    seeking: bool,
    _moved: Option<Listener>,
}

impl Arranged {
    /// As the page's address says; `moved` is called when it says something else.
    pub(super) fn new(moved: impl Fn() + 'static) -> Self {
        let place = Some(Place::now()).filter(|_| is_alone()).unwrap_or_default();
        Self {
            filter: place.filter,
            order: place.order,
            wanted: None,
            only: None,
            seeking: false,
            _moved: web_sys::window().map(|window| Listener::new(window, "hashchange", move |_| moved())),
        }
    }

    /// The card to open that the address names, if it is one of this board.
    #[inline(never)]
    pub(super) fn arrive(&mut self, state: &State, first: bool) -> Option<InitiativeId> {
        let place = Place::now();
        let board = state.board.as_ref()?;
        if !is_alone() && (place.board.is_none() || place.board.as_deref() != board.goals().id.as_deref()) {
            return None;
        }
        if !first && place.initiative.is_none() {
            (self.filter, self.order) = (place.filter, place.order);
        }
        place.initiative.filter(|id| board.initiative(id).is_some())
    }

    /// On a narrow board one's own work comes first, if there is any and nothing else is looked for.
    #[inline(never)]
    pub(super) fn mine_first(&mut self, state: &State) {
        let viewer = state.viewer.as_ref().map(|viewer| &viewer.id);
        let works = state.board.iter().flat_map(|board| board.works());
        if self.filter.is_empty() && works.into_iter().any(|(_, _, work)| What::Mine.matches(work, viewer)) {
            self.filter.what = What::Mine;
        }
    }

    /// Brings a card into sight: nothing hides it, and it is focused once it is drawn.
    #[inline(never)]
    pub(super) fn want(&mut self, session: &Session, state: &State, id: InitiativeId) {
        let found = state.board.as_ref().and_then(|board| board.initiative(&id));
        let Some((objective, initiative, work)) = found else {
            return;
        };
        let viewer = state.viewer.as_ref().map(|viewer| &viewer.id);
        if !self.filter.shows(initiative, work, viewer) {
            self.filter = Filter::default();
        }
        self.only = None;
        if state.folded.contains(&objective.id) {
            session.collapse(&objective.id);
        }
        let time = self.wanted.as_ref().map_or(0, |wanted| wanted.time) + 1;
        self.wanted = Some(Wanted { id, time });
        self.seeking = true;
    }

    /// Focuses the wanted card as soon as it is in the page.
    pub(super) fn seek(&mut self, board: &Element) {
        if self.seeking
            && let Some(wanted) = &self.wanted
        {
            self.seeking = !focus::to_title(board, wanted.id.as_str());
        }
    }

    /// Writes into the address what is looked for, where that disturbs nobody; not before the whole program is here.
    #[inline(never)]
    pub(super) fn write(&self) {
        if is_complete() {
            self.write_now();
        }
    }

    #[inline(never)]
    fn write_now(&self) {
        if !is_alone() || Place::now().is_shared() {
            return;
        }
        let mut place = Place::default();
        place.filter.clone_from(&self.filter);
        place.order = self.order;
        address::replace_fragment(&place.text());
    }

    /// The card that the address names was closed.
    #[inline(never)]
    pub(super) fn left(&self) {
        let mut place = Place::now();
        if is_alone() && place.initiative.take().is_some() {
            address::replace_fragment(&place.text());
        }
    }

    /// Where a card is opened; with the board's id where a page has several.
    #[inline(never)]
    pub(super) fn link(&self, id: &InitiativeId, board: Option<&str>) -> String {
        Place::link(id, board.filter(|_| !is_alone()))
    }
}

/// Whether it is the only board of its page: then the address is its own.
fn is_alone() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let boards = document.and_then(|document| document.query_selector_all("alignment-board").ok());
    boards.is_none_or(|boards| boards.length() <= 1)
}
