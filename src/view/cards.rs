//! The cards of one column: all of them while they are few, else a window on them that moves with scrolling.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, ResizeObserver};
use yew::{Callback, Html, NodeRef};

use super::ask::Ask;
use super::card::{self, Card};
use super::el::{El, el, target};
use super::focus::dom_id;
use super::part::{Link, Part, Told, part};
use super::same::{ByValue, Same};
use super::speech::Speech;
use super::window::{Heights, Rows};
use crate::app::{Advised, Pending};
use crate::domain::board::Work;
use crate::domain::goals::{Goals, Initiative, Objective};
use crate::domain::id::InitiativeId;

/// Up to so many cards are all in the page.
pub(super) const ALL_DRAWN: usize = 200;

/// A card that is to be seen, wherever it stands; asked for once more, it is another wish.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    pub(super) id: InitiativeId,
    pub(super) time: u32,
}

/// An initiative and its state.
pub(super) type Pair = (Same<Initiative>, Same<Work>);

#[derive(PartialEq)]
pub(super) struct Shown {
    pub(super) cards: Rc<[Pair]>,
    pub(super) objective: Same<Objective>,
    pub(super) goals: Same<Goals>,
    pub(super) board: ByValue,
    /// What was done here to its cards and is not confirmed yet.
    pub(super) pending: Rc<[Pending]>,
    pub(super) advised: Same<Advised>,
    pub(super) solid: Option<InitiativeId>,
    /// One of them that is to be seen.
    pub(super) wanted: Option<Wanted>,
    pub(super) speech: Speech,
    pub(super) ask: Callback<Ask>,
}

pub(super) struct Cards {
    scroller: NodeRef,
    probe: NodeRef,
    rows: Rows,
    heights: Heights,
    sight: std::ops::Range<usize>,
    focused: Option<usize>,
    /// A card to focus as soon as it is drawn.
    wanted: Option<usize>,
    watch: Option<(ResizeObserver, wasm_bindgen::closure::Closure<dyn FnMut()>)>,
}

impl Part for Cards {
    type Shown = Shown;

    fn new(shown: &Shown) -> Self {
        let wanted = place_of(shown);
        Self {
            scroller: NodeRef::default(),
            probe: NodeRef::default(),
            rows: rows(&shown.cards),
            heights: Heights {
                small: 100.0,
                large: 160.0,
            },
            sight: 0..20,
            focused: wanted,
            wanted,
            watch: None,
        }
    }

    fn changed(&mut self, shown: &Shown, old: &Shown, _link: &Link) {
        if !Rc::ptr_eq(&shown.cards, &old.cards) {
            let rows = rows(&shown.cards);
            if rows != self.rows {
                self.rows = rows;
                self.look();
            }
        }
        if shown.wanted != old.wanted
            && let Some(place) = place_of(shown)
        {
            (self.focused, self.wanted) = (Some(place), Some(place));
        }
    }

    fn told(&mut self, _shown: &Shown, what: Told) -> bool {
        match what {
            Told::Focused(focused) => std::mem::replace(&mut self.focused, focused) != focused,
            Told::Key(event) => self.key(&event),
            _ => self.look(),
        }
    }

    fn draw(&self, shown: &Shown, link: &Link) -> El {
        if shown.cards.len() <= ALL_DRAWN {
            return (0..shown.cards.len()).fold(el("div class=cards"), |all, n| all.html(card(shown, n, false)));
        }
        let sight = self.sight.start.min(self.rows.len())..self.sight.end.min(self.rows.len());
        let probe = el("div class=probe aria-hidden=true")
            .key("probe")
            .node(&self.probe)
            .child(el("i"))
            .child(el("i"));
        let mut feed = el("div class='cards long' role=feed")
            .node(&self.scroller)
            .attr("aria-labelledby", &dom_id("o", shown.objective.id.as_str()))
            .tells("scroll", link, |_| Told::Moved)
            .tells("keydown", link, |event| Told::Key(event.unchecked_into()))
            .tells("focusin", link, |event| Told::Focused(number_of(&event)))
            .child(probe);
        let mut end = 0;
        for range in self.rows.drawn(sight, self.focused) {
            feed.add(self.space(if end == 0 { "above" } else { "between" }, end, range.start));
            end = range.end;
            feed = range.fold(feed, |feed, n| feed.html(card(shown, n, true)));
        }
        feed.child(self.space("below", end, self.rows.len()))
    }

    fn drawn(&mut self, link: &Link, _first: bool) {
        let Some(scroller) = self.scroller.cast::<HtmlElement>() else {
            self.watch = None;
            return;
        };
        set_spaces(&scroller);
        if self.watch.is_none() {
            let link = link.clone();
            let look = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || link.send_message(Told::Moved));
            if let Ok(observer) = ResizeObserver::new(look.as_ref().unchecked_ref()) {
                observer.observe(&scroller);
                if let Some(probe) = self.probe.cast::<Element>() {
                    observer.observe(&probe);
                }
                self.watch = Some((observer, look));
            }
        }
        if let Some(wanted) = self.wanted.take()
            && let Some(card) = drawn_card(&scroller, wanted)
        {
            let _ = card.focus();
            card.scroll_into_view_with_bool(false);
        }
    }

    fn gone(&mut self) {
        if let Some((observer, _)) = &self.watch {
            observer.disconnect();
        }
    }
}

impl Cards {
    /// Looks where the column stands; true when other cards have to be drawn.
    fn look(&mut self) -> bool {
        let Some(scroller) = self.scroller.cast::<HtmlElement>() else {
            return false;
        };
        let before = (self.heights, self.sight.clone());
        if let Some(heights) = self.probe.cast::<Element>().and_then(|probe| probed(&probe)) {
            self.heights = heights;
        }
        let top = f64::from(scroller.scroll_top());
        let bottom = top + f64::from(scroller.client_height());
        self.sight = self.rows.between(top, bottom, self.heights);
        before != (self.heights, self.sight.clone())
    }

    /// Room for the cards from `start` to `end`, which are not drawn.
    /// Each has a key of its own, and so has the probe: with two alike or one without, the list would count as not
    /// keyed, and cards would be made anew and lose the focus.
    fn space(&self, key: &'static str, start: usize, end: usize) -> El {
        let height = self.rows.top(end, self.heights) - self.rows.top(start, self.heights);
        el("div class=space aria-hidden=true")
            .key(key)
            .attr("data-height", &(height.round() as i64).to_string())
    }

    /// The keys of a feed: Page Up and Page Down go from card to card, Ctrl with Home and End to the first and last.
    fn key(&mut self, event: &KeyboardEvent) -> bool {
        let Some(at) = self.focused else {
            return false;
        };
        let last = self.rows.len().saturating_sub(1);
        let to = match (event.key().as_str(), event.ctrl_key()) {
            ("PageDown", _) => (at + 1).min(last),
            ("PageUp", _) => at.saturating_sub(1),
            ("Home", true) => 0,
            ("End", true) => last,
            _ => return false,
        };
        event.prevent_default();
        self.focused = Some(to);
        self.wanted = Some(to);
        true
    }
}

/// Where the card stands that is to be seen.
fn place_of(shown: &Shown) -> Option<usize> {
    let wanted = shown.wanted.as_ref()?;
    shown
        .cards
        .iter()
        .position(|(initiative, _)| initiative.id == wanted.id)
}

fn card(shown: &Shown, n: usize, long: bool) -> Html {
    let (initiative, work) = &shown.cards[n];
    let place = long.then_some((n + 1, shown.cards.len()));
    let mut own = shown
        .pending
        .iter()
        .filter(|it| it.initiative.as_ref() == Some(&initiative.id));
    let pending = own.next_back().map(|it| it.sent);
    part::<Card>(
        card::Shown {
            initiative: initiative.clone(),
            work: work.clone(),
            objective: shown.objective.clone(),
            goals: shown.goals.clone(),
            board: shown.board.clone(),
            pending,
            advice: shown.advised.of(&initiative.id).map(Same::new),
            place,
            solid: shown.solid.as_ref() == Some(&initiative.id),
            speech: shown.speech.clone(),
            ask: shown.ask.clone(),
        },
        Some(initiative.id.as_str()),
    )
}

/// A card somebody works on has more to say, and is the taller one.
fn rows(cards: &[Pair]) -> Rows {
    Rows::new(cards.iter().map(|(_, work)| is_large(work)))
}

pub(super) fn is_large(work: &Work) -> bool {
    !work.queue.is_empty()
}

/// The two heights, from the probe that has them by style.
fn probed(probe: &Element) -> Option<Heights> {
    let height = |n: u32| Some(probe.children().item(n)?.get_bounding_client_rect().height());
    let (small, large) = (height(0)?, height(1)?);
    (small > 0.0 && large > 0.0).then_some(Heights { small, large })
}

/// Heights by script, since a style attribute would not pass a strict policy.
fn set_spaces(scroller: &HtmlElement) {
    let Ok(spaces) = scroller.query_selector_all(".space") else {
        return;
    };
    for n in 0..spaces.length() {
        let Some(space) = spaces.item(n).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
            continue;
        };
        let height = space.get_attribute("data-height").unwrap_or_default();
        let _ = space.style().set_property("block-size", &format!("{height}px"));
    }
}

fn drawn_card(scroller: &HtmlElement, n: usize) -> Option<HtmlElement> {
    let card = scroller
        .query_selector(&format!("article[aria-posinset=\"{}\"]", n + 1))
        .ok()??;
    card.dyn_into().ok()
}

/// The number of the card an event comes from.
fn number_of(event: &Event) -> Option<usize> {
    let card = target::<Element>(event)?.closest("article").ok()??;
    card.get_attribute("aria-posinset")?
        .parse::<usize>()
        .ok()?
        .checked_sub(1)
}
