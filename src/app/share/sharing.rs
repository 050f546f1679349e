//! How sharing stands, as a plain value to draw, and as words between tabs.

use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::domain::event::EventId;
use crate::domain::goals::Text;
use crate::domain::id::InitiativeId;
pub use crate::sync::Guard as Names;
use crate::sync::{Fault, Stage, Status};

/// How sharing stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sharing {
    /// Whether it is a database; a folder otherwise.
    pub database: bool,
    /// Whether this browser keeps what is not sent yet when the page is left.
    pub kept: bool,
    /// When everything was last in step, in milliseconds; told by the minute.
    pub synced: Option<u64>,
    /// The browser has no network.
    pub offline: bool,
    /// Why there is no sync at the moment: the key of a sentence.
    pub trouble: Option<Text>,
    /// Why what is done here is not taken at the moment, while reading works: the key of a sentence.
    pub writing: Option<Text>,
    /// How far this device's clock is off, in milliseconds: what to add to it.
    pub clock_off: i64,
    /// Who the store says is signed in.
    pub who: Option<Text>,
    /// What is known of what the store does about names.
    pub names: Names,
    /// What was wrong with what the store holds.
    pub faults: Faults,
}

/// What may be known of that, each by its place.
const GUARDS: [Names; 5] = [Names::Unknown, Names::None, Names::Apart, Names::Refused, Names::Names];

/// How much was wrong with what the store holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// Events that are not what their id says, or stood in the folder of another member. They do not count.
    pub forged: usize,
    /// Events that were gone and were put back.
    pub lost: usize,
}

/// Something made here that is not confirmed yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// The event.
    pub event: EventId,
    /// The card it is about, if it is about one.
    pub initiative: Option<InitiativeId>,
    /// Whether the store said that it has it.
    pub sent: bool,
}

impl Faults {
    pub(super) fn add(&mut self, fault: &Fault) {
        match fault {
            Fault::Broken { .. } | Fault::Forged { .. } => self.forged += 1,
            Fault::Lost { count } => self.lost += count,
            // It is fetched again.
            Fault::Unreadable { .. } => {}
        }
    }
}

impl Sharing {
    /// Takes in what the engine says; true when there is something to tell.
    pub(super) fn learn(&mut self, status: &Status) -> bool {
        let key = |trouble: crate::sync::Trouble| Text::from(trouble.key());
        let new = Self {
            synced: status.synced.map(|ms| ms - ms % 60_000),
            offline: status.offline,
            trouble: status.trouble.map(key),
            writing: status.writing.map(key),
            clock_off: status.clock_off,
            who: status.who.as_deref().map(Text::from),
            names: status.guard,
            ..self.clone()
        };
        let news = new != *self;
        *self = new;
        news
    }

    /// What the leading tab tells the others.
    pub(super) fn word(&self) -> JsValue {
        let text = |text: &Option<Text>| text.as_deref().map_or(JsValue::NULL, JsValue::from);
        let parts = [
            self.synced.map_or(JsValue::NULL, |ms| (ms as f64).into()),
            self.offline.into(),
            text(&self.trouble),
            text(&self.writing),
            (self.clock_off as f64).into(),
            text(&self.who),
            GUARDS.iter().position(|guard| *guard == self.names).unwrap_or(0).into(),
            (self.faults.forged as f64).into(),
            (self.faults.lost as f64).into(),
        ];
        parts.iter().collect::<Array>().into()
    }

    /// What the leading tab told.
    pub(super) fn heard(&self, word: &JsValue) -> Option<Self> {
        if !Array::is_array(word) {
            return None;
        }
        let word = Array::from(word);
        let text = |n| word.get(n).as_string().map(Text::from);
        let number = |n| word.get(n).as_f64().unwrap_or(0.0);
        Some(Self {
            synced: word.get(0).as_f64().map(|ms| ms as u64),
            offline: word.get(1).is_truthy(),
            trouble: text(2),
            writing: text(3),
            clock_off: number(4) as i64,
            who: text(5),
            names: GUARDS.get(number(6) as usize).copied().unwrap_or_default(),
            faults: Faults {
                forged: number(7) as usize,
                lost: number(8) as usize,
            },
            ..self.clone()
        })
    }
}

/// What is drawn of those events.
pub(in crate::app) fn pending(
    ids: &[(EventId, Stage)],
    about: impl Fn(EventId) -> Option<InitiativeId>,
) -> Vec<Pending> {
    let unconfirmed = ids.iter().filter(|(_, stage)| *stage != Stage::Confirmed);
    let pending = unconfirmed.map(|(event, stage)| Pending {
        event: *event,
        initiative: about(*event),
        sent: *stage == Stage::Sent,
    });
    pending.collect()
}
