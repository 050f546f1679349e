//! One board on one page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::action::{Action, Denied};
use super::erase;
use super::hooks::{Change, Hooks, Notice};
use super::lately::Then;
use super::options::Options;
use super::share::Share;
use super::state::{Happening, Keeping, Phase, State, What};
use crate::domain::board::Ledger;
use crate::domain::calendar::Now;
use crate::domain::event::{Body, Event, EventId};
use crate::domain::goals::Text;
use crate::domain::id::{BoardId, InitiativeId};
use crate::domain::people::Person;
use crate::domain::stamp::Clock;
use crate::store::{Cursor, Store, Watch};
use crate::web::{clock, storage};
use crate::wire;
use crate::wire::sealed::Sealed;

/// A handle on one board; clones are the same board.
#[derive(Clone, Debug)]
pub struct Session(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub(super) state: RefCell<Rc<State>>,
    pub(super) core: RefCell<Core>,
    hooks: Hooks,
    watcher: RefCell<Option<Watcher>>,
}

/// Called with every new state.
type Watcher = Rc<dyn Fn(Rc<State>)>;

/// What is behind the state. Never borrowed while anybody else is called.
pub(super) struct Core {
    pub(super) clock: Clock,
    pub(super) ledger: Option<Ledger>,
    pub(super) board: BoardId,
    /// All keys this board's events may bear: its own, and those it had before it got an `id`.
    pub(super) keys: Vec<String>,
    pub(super) store: Option<Rc<Store>>,
    pub(super) cursor: Cursor,
    pub(super) watch: Option<Watch>,
    /// The document as it was loaded: what an export writes.
    pub(super) text: Rc<str>,
    /// Counts loads, so that a slow one cannot overtake a later one.
    pub(super) load: u32,
    pub(super) persisted: bool,
    pub(super) share: Option<Rc<Share>>,
    /// What to add to this device's clock, in milliseconds.
    pub(super) clock_off: i64,
    /// The board as it was, kept for the news.
    pub(super) then: Option<Then>,
    /// Soon it is worked out what waits and what is new.
    pub(super) looking: Option<Timeout>,
    serial: u32,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session")
    }
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Session {
    /// A board that has not begun to load; see [`Session::load`].
    #[must_use]
    pub fn new(options: Options, hooks: Hooks) -> Self {
        let now = Now::utc(clock::now_ms());
        Self(Rc::new(Inner {
            state: RefCell::new(Rc::new(State::new(options, now))),
            core: RefCell::new(Core {
                clock: Clock::new(clock::random_bits()),
                ledger: None,
                board: BoardId::from(""),
                keys: Vec::new(),
                store: None,
                cursor: Cursor::default(),
                watch: None,
                text: Rc::from(""),
                load: 0,
                persisted: false,
                share: None,
                clock_off: 0,
                then: None,
                looking: None,
                serial: 0,
            }),
            hooks,
            watcher: RefCell::new(None),
        }))
    }

    /// What to draw now.
    #[must_use]
    pub fn state(&self) -> Rc<State> {
        self.0.state.borrow().clone()
    }

    /// Calls back with every new state, in place of whoever watched before.
    pub fn watch(&self, watcher: impl Fn(Rc<State>) + 'static) {
        *self.0.watcher.borrow_mut() = Some(Rc::new(watcher));
    }

    /// Stops calling back.
    pub fn unwatch(&self) {
        *self.0.watcher.borrow_mut() = None;
    }

    /// Does what the viewer asks: checks that it would count, lets the page stop it, keeps it, and only then shows it.
    ///
    /// # Errors
    /// With the reason why it did not happen; nothing was kept then.
    pub async fn perform(&self, action: Action) -> Result<EventId, Denied> {
        let (kind, title) = (action.kind(), self.title(&action));
        let claimed = match &action {
            Action::Claim(id) => Some(id.clone()),
            _ => None,
        };
        let undoes = matches!(action, Action::Undo(_));
        match self.try_perform(action).await {
            Ok(id) => {
                let waits = claimed.and_then(|id| self.place_in_line(&id));
                let undo = (!undoes).then_some(id);
                self.happen(waits.map_or(What::Done(kind), What::Waits), title, undo);
                Ok(id)
            }
            Err(denied) => {
                self.happen(What::Denied(denied.clone()), title, None);
                Err(denied)
            }
        }
    }

    /// The same, from a place that cannot wait.
    pub fn ask(&self, action: Action) {
        let session = self.clone();
        spawn_local(async move {
            // What came of it is told in the state.
            let _ = session.perform(action).await;
        });
    }

    /// Says who is looking; this browser remembers it for this board. False when the name is not on the list.
    pub fn choose(&self, name: &str) -> bool {
        let state = self.state();
        let Some(person) = state.board.as_ref().and_then(|board| board.person(name)) else {
            return false;
        };
        storage::set(&self.member_key(), &person.name);
        let name = person.name.clone();
        self.update(|state| {
            state.viewer = Some(person);
            state.stranger = None;
        });
        self.look_around();
        self.tell_share();
        self.happen(What::Is(name), Text::from(""), None);
        true
    }

    /// New attributes. A new source is loaded; the rest takes effect at once.
    pub fn configure(&self, options: Options) {
        let old = self.state().options.clone();
        let moved = old.store != options.store;
        let reload = old.source != options.source || moved;
        let member = old.member != options.member;
        self.update(|state| state.options = options);
        if moved {
            // What was opened is not what is wanted any more.
            self.0.core.borrow_mut().store = None;
        }
        if reload {
            self.load(None);
        } else if member {
            self.recognise();
        }
    }

    async fn try_perform(&self, action: Action) -> Result<EventId, Denied> {
        let state = self.state();
        if !self.is_ready() {
            return Err(Denied::NotReady);
        }
        if state.readonly() {
            return Err(Denied::ReadOnly);
        }
        let viewer = state.viewer.clone().ok_or(Denied::Nobody)?;
        let mut change = Change {
            kind: action.kind(),
            initiative: action.initiative().map(ToString::to_string).unwrap_or_default(),
            by: viewer.id.to_string(),
            event: None,
        };
        let mut body = action.body();
        if let Body::Claim {
            initiative, verdict, ..
        } = &mut body
        {
            *verdict = self.verdict(initiative)?;
        }
        let sealed = self.seal(&body, &viewer)?;
        if !self.tell(&Notice::BeforeChange(&change)) {
            return Err(Denied::Stopped);
        }
        let id = self.keep(sealed).await?;
        change.event = Some(id.to_string());
        self.tell(&Notice::Changed(&change));
        self.persist();
        Ok(id)
    }

    /// Makes the event, if it would count.
    pub(super) fn seal(&self, body: &Body, viewer: &Person) -> Result<Sealed, Denied> {
        let (by, now) = (self.author(viewer), self.now());
        let mut core = self.0.core.borrow_mut();
        let core = &mut *core;
        let ledger = core.ledger.as_ref().ok_or(Denied::NotReady)?;
        let stamp = core.clock.tick(now);
        let sealed =
            Sealed::new(stamp, core.board.as_str(), &by, wire::event::text(body)).map_err(|_| Denied::TooLong)?;
        ledger
            .would_count(&wire::event::open(&sealed))
            .map_err(Denied::Refused)?;
        Ok(sealed)
    }

    /// Folds events from the store.
    pub(super) fn take(&self, events: &[Sealed]) {
        self.fold(self.opened(events));
    }

    /// Opens those that are of this board.
    pub(super) fn opened(&self, events: &[Sealed]) -> Vec<Rc<Event>> {
        let now = self.now();
        let mut guard = self.0.core.borrow_mut();
        let core = &mut *guard;
        let own = events.iter().filter(|sealed| core.keys.contains(&sealed.board));
        let opened = own.map(|sealed| {
            core.clock.observe(sealed.id.stamp, now);
            wire::event::open(sealed)
        });
        opened.collect()
    }

    /// Folds them.
    pub(super) fn fold(&self, events: Vec<Rc<Event>>) {
        let now = self.now();
        let mut guard = self.0.core.borrow_mut();
        let core = &mut *guard;
        let Some(ledger) = &mut core.ledger else {
            return;
        };
        let mut erased = erase::at_stake(&events, ledger);
        ledger.extend(events, now);
        erased.retain(|id| ledger.is_erased(*id));
        let share = core.share.clone();
        drop(guard);
        if !erased.is_empty() {
            self.forget(erased);
        }
        if let Some(share) = share {
            self.tell_erased(&share);
        }
    }

    /// Draws what the ledger holds now.
    pub(super) fn show(&self) {
        let seen = {
            let core = self.0.core.borrow();
            core.ledger
                .as_ref()
                .map(|ledger| (ledger.board().clone(), ledger.aside().len()))
        };
        let Some((board, ahead)) = seen else {
            return;
        };
        self.update(|state| {
            state.ahead = ahead;
            state.show(&board);
        });
        self.look_around();
    }

    pub(super) fn update(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.state();
        change(Rc::make_mut(&mut state));
        self.0.state.replace(state.clone());
        let watcher = self.0.watcher.borrow().clone();
        if let Some(watcher) = watcher {
            watcher(state);
        }
    }

    pub(super) fn tell(&self, notice: &Notice<'_>) -> bool {
        (self.0.hooks.0)(notice)
    }

    /// Finds out who is looking: the page's word, else what this browser remembers.
    pub(super) fn recognise(&self) {
        let state = self.state();
        let Some(board) = &state.board else {
            return;
        };
        // Where the store knows who is signed in, nobody acts as somebody else.
        let signed_in = self.share().and_then(|share| share.who()).map(|who| who.to_string());
        let said = signed_in.or_else(|| state.options.member.clone());
        let name = said.or_else(|| storage::get(&self.member_key()));
        let name = name.filter(|name| !name.trim().is_empty());
        let viewer = name.as_deref().and_then(|name| board.person(name));
        self.update(|state| {
            state.stranger = name.filter(|_| viewer.is_none()).map(Text::from);
            state.viewer = viewer;
        });
        self.look_around();
        self.tell_share();
    }

    pub(super) fn is_ready(&self) -> bool {
        matches!(self.state().phase, Phase::Ready)
    }

    pub(super) fn keeping(&self) -> Keeping {
        self.state().keeping.clone()
    }

    pub(super) fn happen(&self, what: What, title: Text, undo: Option<EventId>) {
        let serial = {
            let mut core = self.0.core.borrow_mut();
            core.serial += 1;
            core.serial
        };
        self.update(|state| {
            state.happened = Some(Rc::new(Happening {
                serial,
                what,
                title,
                undo,
            }));
        });
    }

    fn title(&self, action: &Action) -> Text {
        if let Action::Say(_, title) = action {
            return title.clone();
        }
        let state = self.state();
        let found = action.initiative().and_then(|id| state.board.as_ref()?.initiative(id));
        found.map_or_else(|| Text::from(""), |(_, initiative, _)| initiative.title.clone())
    }

    fn place_in_line(&self, id: &InitiativeId) -> Option<usize> {
        let state = self.state();
        state
            .board
            .as_ref()?
            .work(id)?
            .place_waiting(&state.viewer.as_ref()?.id)
    }

    fn member_key(&self) -> String {
        self.own_key("member")
    }

    /// Where this browser remembers something of this board.
    pub(super) fn own_key(&self, what: &str) -> String {
        ["alignment-board:", what, ":", self.0.core.borrow().board.as_str()].concat()
    }
}
