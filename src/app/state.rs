//! What a view draws: a plain value.

use std::rc::Rc;

use super::action::Denied;
use super::failure::Failure;
use super::lately::Lately;
use super::options::Options;
use super::share::{Pending, Sharing};
use crate::domain::board::Board;
use crate::domain::calendar::{Now, TimeZone};
use crate::domain::event::EventId;
use crate::domain::fault::Fault;
use crate::domain::goals::Text;
use crate::domain::people::Person;
use crate::domain::progress::{Summary, summary_in};

/// The board as somebody sees it now.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What the page asked for.
    pub options: Options,
    /// Loading, there, or why not.
    pub phase: Phase,
    /// The board, once it is there.
    pub board: Option<Board>,
    /// Each objective's numbers, in order; worked out once per change.
    pub summaries: Vec<Rc<Summary>>,
    /// What is wrong with the document.
    pub faults: Rc<[Fault]>,
    /// Who is looking, once known.
    pub viewer: Option<Person>,
    /// A name the page or an earlier visit gave that is not on the list.
    pub stranger: Option<Text>,
    /// Where events are kept.
    pub keeping: Keeping,
    /// How sharing stands, when the board is shared.
    pub sharing: Option<Rc<Sharing>>,
    /// How much was done in this browser before the board was shared, and is not.
    pub unshared: usize,
    /// What was done here and is not confirmed by the shared store yet.
    pub pending: Rc<[Pending]>,
    /// The day looked at; changes once a day, so that cards are not drawn anew each minute.
    pub now: Now,
    /// The clocks of the team, whose days all days are.
    pub zone: Rc<TimeZone>,
    /// What waits for the viewer and what is new; nothing before the whole program is here.
    pub lately: Option<Rc<Lately>>,
    /// How many events come from a clock that is ahead.
    pub ahead: usize,
    /// The last thing that happened here.
    pub happened: Option<Rc<Happening>>,
}

/// Where loading stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// Nothing to load was named.
    Idle,
    /// On its way.
    Loading,
    /// Drawn.
    Ready,
    /// Cannot be drawn.
    Failed(Rc<Failure>),
}

/// Where events are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Not open yet.
    Opening,
    /// In this browser.
    Browser,
    /// Nowhere, as the page asked for.
    Memory,
    /// Nowhere, because this browser refuses.
    Refused,
    /// A store this version does not speak to: read only.
    Unsupported(String),
    /// In a store that is shared, and in this browser.
    Shared,
    /// A shared store needs the document's `id`, which it lacks: read only.
    NoId,
}

/// Something that was just done, or was not.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// Tells two of the same kind apart.
    pub serial: u32,
    /// What.
    pub what: What,
    /// The initiative's title.
    pub title: Text,
    /// What Undo takes back.
    pub undo: Option<EventId>,
}

/// What was just done.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// An action went through; its event's type.
    Done(&'static str),
    /// The viewer stands in line, at this place.
    Waits(usize),
    /// It did not happen.
    Denied(Denied),
    /// Words can be pasted.
    Copied,
    /// They cannot: the browser does not let the page.
    NotCopied,
    /// The viewer is this person now.
    Is(Text),
    /// Somebody else's claim turned out to be the first: who, and by how many milliseconds.
    Second(Text, u64),
}

impl State {
    pub(super) fn new(options: Options, now: Now) -> Self {
        Self {
            options,
            phase: Phase::Idle,
            board: None,
            summaries: Vec::new(),
            faults: Rc::new([]),
            viewer: None,
            stranger: None,
            keeping: Keeping::Opening,
            sharing: None,
            unshared: 0,
            pending: Rc::new([]),
            now,
            zone: Rc::default(),
            lately: None,
            ahead: 0,
            happened: None,
        }
    }

    /// Whether anybody may act here at all.
    #[must_use]
    pub fn readonly(&self) -> bool {
        self.options.readonly || matches!(self.keeping, Keeping::Unsupported(_) | Keeping::NoId)
    }

    /// Takes the board in, and works out the numbers; what did not change stays the same value.
    pub(super) fn show(&mut self, board: &Board) {
        let old = std::mem::take(&mut self.summaries);
        let numbers = board.goals().objectives.iter().enumerate().map(|(place, objective)| {
            let new = summary_in(board, objective, self.now, &self.zone);
            match old.get(place) {
                Some(old) if **old == new => old.clone(),
                _ => Rc::new(new),
            }
        });
        self.summaries = numbers.collect();
        self.board = Some(board.clone());
    }
}
