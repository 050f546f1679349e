//! A board that is shared: the engine, and what carries out in a browser what it wants.
//!
//! Every tab has one. The tab that leads speaks to the store; the others hear from it how that goes, and find new events
//! on this device, where the leader keeps them.

mod board;
mod carry;
mod claims;
mod place;
mod sharing;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;

pub(super) use self::place::Place;
pub use self::sharing::{Faults, Names, Pending, Sharing};

use super::session::{Inner as Board, Session};
use crate::domain::event::{Event, EventId};
use crate::domain::goals::Text;
use crate::store::Store;
use crate::sync::{Address, Config, Engine, Fault, Input, Protocol, Stage};
use crate::web::channel::Channel;
use crate::web::http::Call;
use crate::web::lead::Lead;
use crate::web::listener::Listener;
use crate::web::{clock, storage};
use crate::wire::sealed::Sealed;

/// One board's sharing, in one tab. Dropping the last handle ends it.
pub(super) struct Share {
    board: Weak<Board>,
    store: Rc<Store>,
    address: Address,
    engine: RefCell<Engine>,
    /// Requests on their way.
    calls: RefCell<Vec<(u32, Call)>>,
    timer: RefCell<Option<Timeout>>,
    /// What others did and is not shown yet, and when it will be.
    news: RefCell<News>,
    news_timer: RefCell<Option<Timeout>>,
    /// Names the lead, and the channel of those who have this board open.
    name: String,
    lead: RefCell<Option<Lead>>,
    leads: Cell<bool>,
    channel: Channel,
    listeners: RefCell<Vec<Listener>>,
    /// What was made here and is not confirmed, in order.
    waiting: RefCell<Vec<EventId>>,
    /// How it stands, as this tab knows or heard.
    sharing: RefCell<Sharing>,
    erased: Cell<usize>,
    member: RefCell<String>,
    /// When claims were last looked at that may be settled.
    settled_at: Cell<u64>,
}

/// What others did.
#[derive(Default)]
struct News {
    opened: Vec<Rc<Event>>,
    /// When the first of it came.
    since: u64,
    /// What of it this device does not keep yet.
    sealed: Vec<Sealed>,
}

/// How long the longest nap is, in milliseconds: a machine that was asleep must not sleep on.
const NAP_MS: u64 = 60_000;

impl Share {
    /// Prepares to share a board; it begins with [`Share::start`].
    #[inline(never)]
    pub(super) fn new(session: &Session, board: &str, address: Address, store: Rc<Store>) -> Rc<Self> {
        let name = [board, " ", &address.url].concat();
        let config = Config {
            board: board.to_owned(),
            address: address.clone(),
            origin: origin(),
            seed: u64::from(clock::random_bits()) << 32 | u64::from(clock::random_bits()),
        };
        let sharing = Sharing {
            database: address.protocol == Protocol::Couch,
            kept: store.guarantee().durable,
            ..Sharing::default()
        };
        Rc::new(Self {
            board: Rc::downgrade(&session.0),
            store,
            address,
            engine: RefCell::new(Engine::new(config)),
            calls: RefCell::default(),
            timer: RefCell::default(),
            news: RefCell::default(),
            news_timer: RefCell::default(),
            channel: Channel::open(&["alignment-board-sync:", &name].concat()),
            name,
            lead: RefCell::default(),
            leads: Cell::new(false),
            listeners: RefCell::default(),
            waiting: RefCell::default(),
            sharing: RefCell::new(sharing),
            erased: Cell::new(0),
            member: RefCell::default(),
            settled_at: Cell::new(0),
        })
    }

    /// What this device keeps has been taken in: from now on it is shared.
    #[inline(never)]
    pub(super) fn start(self: &Rc<Self>) {
        self.listen();
        self.look_around();
        self.want_lead(is_visible());
        // Who leads tells how it stands.
        self.channel.tell(&JsValue::NULL);
        self.publish();
    }

    /// Finds out what waits on this device. To be called before [`Share::local`].
    pub(super) async fn recall(&self) {
        if let Ok(waiting) = self.store.waiting().await {
            *self.waiting.borrow_mut() = waiting;
        }
    }

    /// Takes in what this device keeps.
    #[inline(never)]
    pub(super) fn local(self: &Rc<Self>, events: Vec<Sealed>) {
        let (mine, others) = {
            let waiting = self.waiting.borrow();
            events
                .into_iter()
                .partition::<Vec<_>, _>(|event| waiting.binary_search(&event.id).is_ok())
        };
        for (events, mine) in [(others, false), (mine, true)] {
            if !events.is_empty() {
                self.input(Input::Local { events, mine });
            }
        }
    }

    /// Takes in an event that was just made here, and is kept.
    pub(super) fn made(self: &Rc<Self>, event: Sealed) {
        let mut waiting = self.waiting.borrow_mut();
        if let Err(place) = waiting.binary_search(&event.id) {
            waiting.insert(place, event.id);
        }
        drop(waiting);
        self.input(Input::Local {
            events: vec![event],
            mine: true,
        });
    }

    /// Who is looking, as the events name them.
    #[inline(never)]
    pub(super) fn member(self: &Rc<Self>, name: &str) {
        if self.member.replace(name.to_owned()) != name {
            self.input(Input::Member(name.to_owned()));
        }
    }

    /// What a lead took out is never sent.
    #[inline(never)]
    pub(super) fn erase(self: &Rc<Self>, ids: Vec<EventId>) {
        if self.erased.replace(ids.len()) != ids.len() {
            self.arrived(ids.clone());
            self.input(Input::Erase(ids));
        }
    }

    /// A name and a password for a database.
    pub(super) fn sign_in(self: &Rc<Self>, name: String, password: String) {
        self.input(Input::SignIn { name, password });
    }

    /// Where the store is, for who wants to sign in there.
    pub(super) fn url(&self) -> &str {
        &self.address.url
    }

    /// Who the store says is signed in.
    #[inline(never)]
    pub(super) fn who(&self) -> Option<Text> {
        self.sharing.borrow().who.clone()
    }

    /// Whether something made here is not confirmed yet.
    pub(super) fn waits(&self) -> bool {
        !self.waiting.borrow().is_empty()
    }

    /// Something happens to the engine.
    fn input(self: &Rc<Self>, input: Input) {
        let effects = self.engine.borrow_mut().handle(clock::now_ms(), input);
        for effect in effects {
            self.carry_out(effect);
        }
        let wake = self.engine.borrow().wake();
        let timer = wake.map(|at| {
            let share = Rc::downgrade(self);
            let wait = at.saturating_sub(clock::now_ms()).min(NAP_MS);
            clock::after(u32::try_from(wait).unwrap_or(0), move || {
                if let Some(share) = share.upgrade() {
                    share.input(Input::Time);
                }
            })
        });
        *self.timer.borrow_mut() = timer;
        self.publish();
    }

    /// Wants to be the one that speaks to the store. A tab that can be seen takes the lead from one that may not.
    fn want_lead(self: &Rc<Self>, at_once: bool) {
        let (granted, lost) = (Rc::downgrade(self), Rc::downgrade(self));
        let lead = Lead::want(
            &self.name,
            at_once,
            move || with(&granted, |share| share.set_lead(true)),
            move || {
                with(&lost, |share| {
                    share.set_lead(false);
                    share.want_lead(false);
                });
            },
        );
        *self.lead.borrow_mut() = Some(lead);
    }

    fn set_lead(self: &Rc<Self>, leads: bool) {
        self.leads.set(leads);
        self.input(Input::Lead(leads));
    }

    fn listen(self: &Rc<Self>) {
        let Some(window) = window() else {
            return;
        };
        let mut listeners = Vec::new();
        let mut on = |target: web_sys::EventTarget, kind, call: fn(&Rc<Self>, web_sys::Event)| {
            let share = Rc::downgrade(self);
            listeners.push(Listener::new(target, kind, move |event| {
                with(&share, |share| call(share, event));
            }));
        };
        for kind in ["online", "offline"] {
            on(window.clone().into(), kind, |share, _| share.look_around());
        }
        for kind in ["focus", "pageshow"] {
            on(window.clone().into(), kind, |share, _| share.input(Input::Focus));
        }
        if let Some(document) = window.document() {
            on(document.into(), "visibilitychange", |share, _| {
                share.look_around();
                if is_visible() && !share.leads.get() {
                    share.want_lead(true);
                }
            });
        }
        on(window.into(), "beforeunload", |share, event| {
            if share.waits() {
                event.prevent_default();
            }
        });
        let share = Rc::downgrade(self);
        listeners.extend(
            self.channel
                .on_word(move |word| with(&share, |share| share.heard(&word))),
        );
        *self.listeners.borrow_mut() = listeners;
    }

    /// Whether the page can be seen, and whether there is a network.
    fn look_around(self: &Rc<Self>) {
        self.input(Input::Visible(is_visible()));
        let online = window().is_none_or(|window| window.navigator().on_line());
        self.input(Input::Online(online));
    }

    /// Another tab says something: how it stands, or that it wants to know.
    fn heard(self: &Rc<Self>, word: &JsValue) {
        if self.leads.get() {
            if word.is_null() {
                self.channel.tell(&self.sharing.borrow().word());
            }
            return;
        }
        if let Some(heard) = self.sharing.borrow().heard(word) {
            let share = self.clone();
            spawn_local(async move {
                share.recall().await;
                *share.sharing.borrow_mut() = heard;
                share.tell();
            });
        }
    }

    /// Finds out how it stands, and tells it where that changed.
    fn publish(self: &Rc<Self>) {
        if self.leads.get() {
            let status = self.engine.borrow().status();
            let passed = self.sharing.borrow_mut().learn(&status);
            if passed {
                self.show_news();
                self.channel.tell(&self.sharing.borrow().word());
            }
            self.settle(&status);
        }
        self.tell();
    }

    /// Tells the board how it stands.
    fn tell(self: &Rc<Self>) {
        let Some(session) = self.session() else {
            return;
        };
        let waiting = self.waiting.borrow();
        let engine = self.engine.borrow();
        let stage = |id| engine.stage(id).unwrap_or(Stage::OnDevice);
        let pending: Vec<_> = waiting.iter().map(|id| (*id, stage(*id))).collect();
        drop((waiting, engine));
        // Not borrowed meanwhile: the board may find out who is looking, and say so.
        let sharing = self.sharing.borrow().clone();
        session.shared(&sharing, &pending);
    }

    fn fault(&self, fault: &Fault) {
        self.sharing.borrow_mut().faults.add(fault);
    }

    /// The board, as long as it is shared by this.
    fn session(self: &Rc<Self>) -> Option<Session> {
        let session = Session(self.board.upgrade()?);
        let shared = session.share().is_some_and(|share| Rc::ptr_eq(&share, self));
        shared.then_some(session)
    }
}

fn with(share: &Weak<Share>, call: impl FnOnce(&Rc<Share>)) {
    if let Some(share) = share.upgrade() {
        call(&share);
    }
}

fn is_visible() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_none_or(|document| !document.hidden())
}

/// Names this browser among those who write: for ever, where it remembers anything.
fn origin() -> String {
    const KEY: &str = "alignment-board:origin";
    storage::get(KEY).unwrap_or_else(|| {
        let made = [clock::random_bits(), clock::random_bits()].map(|bits| bits.to_string());
        let made = made.join("-");
        storage::set(KEY, &made);
        made
    })
}
