//! What waits for the viewer, and what is new since the team's week began.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::advised::Advised;
use super::session::{Inner, Session};
use crate::domain::attention::{Known, Scene};
use crate::domain::board::{Board, Ledger};
use crate::domain::calendar::{Day, Now};
use crate::domain::for_you::{Matter, for_you};
use crate::domain::news::{News, news, week_start};
use crate::web::clock;

/// What waits and what is new.
#[derive(Clone, Debug, PartialEq)]
pub struct Lately {
    /// What waits for the viewer, most urgent first.
    pub matters: Vec<Matter>,
    /// What happened since.
    pub news: News,
    /// The day the week began.
    pub since: Day,
}

/// The board as it was when the week began, and what it was made of.
pub(super) struct Then {
    ms: u64,
    events: usize,
    document: Rc<str>,
    board: Board,
}

thread_local! {
    /// Whether the whole program is here; before, boards only stand.
    static COMPLETE: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Weak<Inner>>> = const { RefCell::new(Vec::new()) };
}

/// Called when the whole program is here.
pub fn complete() {
    COMPLETE.set(true);
    for waiting in WAITING.take() {
        if let Some(inner) = waiting.upgrade() {
            Session(inner).look_around();
        }
    }
}

/// Whether the whole program is here.
#[must_use]
pub fn is_complete() -> bool {
    COMPLETE.get()
}

impl Session {
    /// Works out anew what waits and what is new, as soon as what goes on now is over.
    pub(super) fn look_around(&self) {
        if !COMPLETE.get() {
            WAITING.with_borrow_mut(|waiting| waiting.push(Rc::downgrade(&self.0)));
            return;
        }
        self.look_soon();
    }

    #[inline(never)]
    fn look_soon(&self) {
        let session = Rc::downgrade(&self.0);
        let timer = clock::after(0, move || {
            if let Some(inner) = session.upgrade() {
                Session(inner).look_now();
            }
        });
        self.0.core.borrow_mut().looking = Some(timer);
    }

    fn look_now(&self) {
        let old = self.state();
        let viewer = old.viewer.clone();
        let (mut lately, mut advised) = (None, old.advised.clone());
        self.look_back(&mut |then, since, now| {
            advised = Advised::now(now, viewer.as_ref().map(|viewer| &viewer.id), &old.advised);
            let matters = viewer.as_ref().map(|viewer| for_you(now, &viewer.id));
            lately = Some(Rc::new(Lately {
                matters: matters.unwrap_or_default(),
                news: news(then, since, now),
                since: now.zone.day(since + 1),
            }));
        });
        if old.lately != lately || !Rc::ptr_eq(&old.advised, &advised) {
            self.update(|state| (state.lately, state.advised) = (lately, advised));
        }
    }

    /// Shows the board and all that is known of it now; not at all before it is there.
    pub fn look(&self, look: &mut dyn FnMut(&Scene<'_>)) {
        let (ms, zone) = (self.now(), self.state().zone.clone());
        let core = self.0.core.borrow();
        if let Some(ledger) = &core.ledger {
            let known = Known::of(ledger.board());
            look(&Scene {
                ledger,
                known: &known,
                now: Now {
                    ms,
                    today: zone.day(ms),
                },
                zone: &zone,
            });
        }
    }

    /// Shows the board as it was when the team's week began, that moment, and the board as it is now.
    fn look_back(&self, look: &mut dyn FnMut(&Board, u64, &Scene<'_>)) {
        let mut since = None;
        self.look(&mut |now| since = Some(week_start(&now.goals().cadence, now.now, now.zone)));
        if let Some((ms, then)) = since.and_then(|ms| Some((ms, self.then(ms)?))) {
            self.look(&mut |now| look(&then, ms, now));
        }
    }

    /// The board as it was then.
    fn then(&self, ms: u64) -> Option<Board> {
        let mut core = self.0.core.borrow_mut();
        let core = &mut *core;
        let ledger = core.ledger.as_mut()?;
        let events = earlier(ledger, ms);
        let same = |then: &&Then| then.ms == ms && then.events == events && Rc::ptr_eq(&then.document, &core.text);
        if let Some(then) = core.then.as_ref().filter(same) {
            return Some(then.board.clone());
        }
        core.then = None;
        let board = ledger.before(ms);
        core.then = Some(Then {
            ms,
            events,
            document: core.text.clone(),
            board: board.clone(),
        });
        Some(board)
    }
}

/// How many events are older.
fn earlier(ledger: &Ledger, ms: u64) -> usize {
    let logged = ledger.logged();
    logged.filter(|logged| logged.event.id.stamp.ms <= ms).count()
}
