//! The fixed words of the format, and the few values that have more than one form.

use chrono::Weekday;

use super::document::{Money, Span};
use super::shape::Shape;
use super::written::{Form, Value, Written};
use crate::domain::goals::{DelegationLevel, InitiativeState, Intent, Interval, Lead, OnBreach, ReviewMode, Text};

/// A type whose values are fixed words.
macro_rules! words {
    ($($name:ty, $shape:ident { $($word:literal => $value:expr),+ $(,)? })*) => {$(
        impl Form for $name {
            type Held<'a> = $name;

            const SHAPE: Shape = Shape::$shape(&[$($word),+]);

            fn held(value: &Value) -> $name {
                const VALUES: &[$name] = &[$($value),+];
                VALUES[word(value).min(VALUES.len() - 1)]
            }
        }
    )*};
}

fn word(value: &Value) -> usize {
    match value {
        Value::Word(place) => *place,
        _ => 0,
    }
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
    Intent, Word { "committed" => Intent::Committed, "aspirational" => Intent::Aspirational }
    InitiativeState, Word { "open" => InitiativeState::Open, "done" => InitiativeState::Done, "dropped" => InitiativeState::Dropped }
    OnBreach, Word { "warn" => OnBreach::Warn, "block" => OnBreach::Block }
    ReviewMode, Word { "live" => ReviewMode::Live, "before" => ReviewMode::Before }
    KeyResultWord, Word {
        "reach" => KeyResultWord::Reach,
        "stayAbove" => KeyResultWord::StayAbove,
        "stayBelow" => KeyResultWord::StayBelow,
        "stayWithin" => KeyResultWord::StayWithin,
        "milestones" => KeyResultWord::Milestones,
        "done" => KeyResultWord::Done,
    }
    GuardrailWord, Word {
        "metric" => GuardrailWord::Metric,
        "claimLimit" => GuardrailWord::ClaimLimit,
        "budget" => GuardrailWord::Budget,
        "rule" => GuardrailWord::Rule,
    }
    CheckIn, Word {
        "daily" => CheckIn(Some(Interval::Daily)),
        "weekly" => CheckIn(Some(Interval::Weekly)),
        "biweekly" => CheckIn(Some(Interval::Biweekly)),
        "monthly" => CheckIn(Some(Interval::Monthly)),
        "none" => CheckIn(None),
    }
    Weekday, Word {
        "monday" => Weekday::Mon,
        "tuesday" => Weekday::Tue,
        "wednesday" => Weekday::Wed,
        "thursday" => Weekday::Thu,
        "friday" => Weekday::Fri,
        "saturday" => Weekday::Sat,
        "sunday" => Weekday::Sun,
    }
    DelegationLevel, Numbered {
        "tell" => DelegationLevel::Tell,
        "sell" => DelegationLevel::Sell,
        "consult" => DelegationLevel::Consult,
        "agree" => DelegationLevel::Agree,
        "advise" => DelegationLevel::Advise,
        "inquire" => DelegationLevel::Inquire,
        "delegate" => DelegationLevel::Delegate,
    }
}

impl Form for Lead {
    type Held<'a> = Lead;

    const SHAPE: Shape = Shape::Lead;

    fn held(value: &Value) -> Lead {
        match value {
            Value::Object(_) => {
                let span = Written::<Span>::new(value);
                Lead::During {
                    from: span.from(),
                    until: span.until(),
                }
            }
            Value::Flag(true) => Lead::Yes,
            _ => Lead::No,
        }
    }
}

/// A value as it stands: a number, or done or not.
pub(super) enum Current {
    Number(f64),
    Done(bool),
}

impl Form for Current {
    type Held<'a> = Current;

    const SHAPE: Shape = Shape::Current;

    fn held(value: &Value) -> Current {
        match value {
            Value::Flag(done) => Current::Done(*done),
            other => Current::Number(f64::held(other)),
        }
    }
}

/// The limit of a guardrail.
pub(super) enum Limit {}

/// So many claims, or so much money.
pub(super) enum Limited<'a> {
    Number(f64),
    Money(Written<'a, Money>),
}

impl Form for Limit {
    type Held<'a> = Limited<'a>;

    const SHAPE: Shape = Shape::Limit;

    fn held(value: &Value) -> Limited<'_> {
        match value {
            Value::Object(_) => Limited::Money(Written::new(value)),
            other => Limited::Number(f64::held(other)),
        }
    }
}

/// An ISO 4217 code.
pub(super) enum Currency {}

impl Form for Currency {
    type Held<'a> = Text;

    const SHAPE: Shape = Shape::Currency;

    fn held(value: &Value) -> Text {
        Text::held(value)
    }
}
