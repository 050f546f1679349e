//! The fixed words of the format, and the few values that have more than one form.

use chrono::Weekday;
#[cfg(feature = "schema")]
use serde_json::{Map, Value, json};

use super::at::At;
use super::document::{Money, Span};
use super::lists::List;
use super::numbers::Amount;
use super::shape::Shape;
use crate::domain::goals::{DelegationLevel, InitiativeState, Intent, Interval, Lead, OnBreach, ReviewMode, Text};
use crate::json::Json;

/// A type whose values are fixed words.
macro_rules! words {
    ($($name:ty { $($word:literal => $value:expr),+ $(,)? })*) => {$(
        impl Shape for $name {
            fn read(value: &Json, at: &mut At) -> Option<Self> {
                const VALUES: &[$name] = &[$($value),+];
                at.word(value, &[$($word),+]).map(|place| VALUES[place])
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut Map<String, Value>) -> Value {
                json!({ "enum": [$($word),+] })
            }
        }
    )*};
}

/// The kind of a key result, in the document's words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum KeyResultWord {
    Reach,
    StayAbove,
    StayBelow,
    StayWithin,
    Milestones,
    Done,
}

/// The kind of a guardrail, in the document's words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum GuardrailWord {
    Metric,
    ClaimLimit,
    Budget,
    Rule,
}

/// How often a check-in is due, if at all.
#[derive(Clone, Copy, Debug)]
pub(super) struct CheckIn(pub(super) Option<Interval>);

words! {
    Intent { "committed" => Intent::Committed, "aspirational" => Intent::Aspirational }
    InitiativeState { "open" => InitiativeState::Open, "done" => InitiativeState::Done, "dropped" => InitiativeState::Dropped }
    OnBreach { "warn" => OnBreach::Warn, "block" => OnBreach::Block }
    ReviewMode { "live" => ReviewMode::Live, "before" => ReviewMode::Before }
    KeyResultWord {
        "reach" => KeyResultWord::Reach,
        "stayAbove" => KeyResultWord::StayAbove,
        "stayBelow" => KeyResultWord::StayBelow,
        "stayWithin" => KeyResultWord::StayWithin,
        "milestones" => KeyResultWord::Milestones,
        "done" => KeyResultWord::Done,
    }
    GuardrailWord {
        "metric" => GuardrailWord::Metric,
        "claimLimit" => GuardrailWord::ClaimLimit,
        "budget" => GuardrailWord::Budget,
        "rule" => GuardrailWord::Rule,
    }
    CheckIn {
        "daily" => CheckIn(Some(Interval::Daily)),
        "weekly" => CheckIn(Some(Interval::Weekly)),
        "biweekly" => CheckIn(Some(Interval::Biweekly)),
        "monthly" => CheckIn(Some(Interval::Monthly)),
        "none" => CheckIn(None),
    }
    Weekday {
        "monday" => Weekday::Mon,
        "tuesday" => Weekday::Tue,
        "wednesday" => Weekday::Wed,
        "thursday" => Weekday::Thu,
        "friday" => Weekday::Fri,
        "saturday" => Weekday::Sat,
        "sunday" => Weekday::Sun,
    }
}

const LEVELS: [(&str, DelegationLevel); 7] = [
    ("tell", DelegationLevel::Tell),
    ("sell", DelegationLevel::Sell),
    ("consult", DelegationLevel::Consult),
    ("agree", DelegationLevel::Agree),
    ("advise", DelegationLevel::Advise),
    ("inquire", DelegationLevel::Inquire),
    ("delegate", DelegationLevel::Delegate),
];

impl Shape for DelegationLevel {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        let numbered = value.as_u64().and_then(|n| usize::try_from(n).ok()?.checked_sub(1));
        if let Some((_, level)) = numbered.and_then(|place| LEVELS.get(place)) {
            return Some(*level);
        }
        at.word(value, &LEVELS.map(|(word, _)| word))
            .map(|place| LEVELS[place].1)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "anyOf": [{ "enum": LEVELS.map(|(word, _)| word) }, { "type": "integer", "minimum": 1, "maximum": 7 }] })
    }
}

impl Shape for Lead {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        if let Json::Object(_) = value {
            let Span { from, until } = Span::read(value, at)?;
            return at
                .in_order("until", from, until)
                .then_some(Self::During { from, until });
        }
        bool::read(value, at).map(|yes| if yes { Self::Yes } else { Self::No })
    }

    #[cfg(feature = "schema")]
    fn schema(defs: &mut Map<String, Value>) -> Value {
        json!({ "anyOf": [{ "type": "boolean" }, Span::schema(defs)] })
    }
}

/// A value as it stands: a number, or done or not.
#[derive(Clone, Copy, Debug)]
pub(super) enum Current {
    Number(f64),
    Done(bool),
}

impl Shape for Current {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        match value {
            Json::Bool(done) => Some(Self::Done(*done)),
            other => f64::read(other, at).map(Self::Number),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": ["number", "boolean"] })
    }
}

/// The limit of a guardrail: so many claims, or so much money.
#[derive(Debug)]
pub(super) enum Limit {
    Number(f64),
    Money(Money),
}

impl Shape for Limit {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        match value {
            Json::Object(_) => Money::read(value, at).map(Self::Money),
            other => Amount::read(other, at).map(|limit| Self::Number(limit.0)),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(defs: &mut Map<String, Value>) -> Value {
        json!({ "anyOf": [{ "type": "number", "minimum": 0 }, Money::schema(defs)] })
    }
}

/// An ISO 4217 code.
#[derive(Debug)]
pub(super) struct Currency(pub(super) Text);

impl Shape for Currency {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        let code = value.as_str().map(str::trim).unwrap_or_default();
        if code.len() == 3 && code.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Some(Self(code.to_ascii_uppercase().into()));
        }
        at.wrong("expected.currency", value)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "string", "pattern": "^[A-Za-z]{3}$" })
    }
}

/// Words for one thing or several.
pub(super) type Words = List<Text>;
