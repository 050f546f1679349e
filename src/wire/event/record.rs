//! Parts of events with fields of their own.

use super::field::{Field, number, said};
use crate::domain::event::{
    Ask, ChangeGoal, CheckIn, Close, Comment, Gain, Goal, Measure, Pitch, Post, Record as Decided, Reply, Settle,
    Subject, TakeOver, Verdict,
};
use crate::domain::goals::{Metric, Money};
use crate::json::{Fields, Object};

/// A part whose fields stand in an object.
pub(super) trait Record: Sized {
    /// The names of its fields.
    const FIELDS: &'static [&'static str];
    /// Reads it from an object that may hold more.
    fn read(fields: &Fields) -> Option<Self>;
    /// Adds its fields to an object.
    fn fill(&self, object: Object) -> Object;
}

/// [`Record::fill`] by name, for who holds one in a box.
pub(super) fn write<R: Record>(record: &R, object: Object) -> Object {
    record.fill(object)
}

macro_rules! records {
    ($($record:ty { $($field:ident $name:literal),* })*) => {$(
        impl Record for $record {
            const FIELDS: &'static [&'static str] = &[$($name),*];

            fn read(fields: &Fields) -> Option<Self> {
                Some(Self { $($field: Field::read(fields, $name)?),* })
            }

            fn fill(&self, object: Object) -> Object {
                $(let object = self.$field.write(object, $name);)*
                object
            }
        }
    )*};
}

records! {
    Verdict { answer "answer", guardrails "guardrails" }
    Settle { initiative "initiative", claim "claim", saw "saw" }
    TakeOver { initiative "initiative", claim "claim", member "member" }
    Comment { on "on", line "line" }
    Pitch {
        idea "idea", objective "objective", title "title", description "description", moves "moves", effort "effort",
        cost "cost", first_step "firstStep", help "help"
    }
    Gain { key_result "keyResult", by "by" }
    Goal { title "title", why "why", key_results "keyResults" }
    Measure { title "title", unit "unit", start "start", target "target" }
    ChangeGoal { on "on", field "field", value "value", was "was", why "why" }
    Close { objective "objective", grade "grade", lesson "lesson", next "next" }
    Ask { area "area", initiative "initiative", amount "amount", question "question" }
    Reply { question "question", answer "answer", instead "instead", reason "reason" }
    Decided { area "area", initiative "initiative", amount "amount", decision "decision", why "why" }
    Post { review "review", member "for", done "done", next "next", blocked "blocked", noticed "noticed" }
    Money { amount "amount", currency "currency" }
    Metric { title "title", unit "unit", start "start", target "target", current "current", as_of "asOf" }
}

impl Record for CheckIn {
    const FIELDS: &'static [&'static str] = &[
        "on",
        "value",
        "progress",
        "confidence",
        "line",
        "change",
        "blocker",
        "help",
    ];

    fn read(fields: &Fields) -> Option<Self> {
        let confidence = match said(fields, "confidence") {
            None => None,
            Some(value) => Some(value.as_u64().and_then(|n| u8::try_from(n).ok()).filter(|n| *n <= 10)?),
        };
        Some(Self {
            on: Subject::read(fields, "on")?,
            value: number(fields, "value"),
            progress: number(fields, "progress").map(|p| p.clamp(0.0, 100.0)),
            confidence,
            line: Field::read(fields, "line")?,
            change: Field::read(fields, "change")?,
            blocker: Field::read(fields, "blocker")?,
            help: Field::read(fields, "help")?,
        })
    }

    fn fill(&self, object: Object) -> Object {
        let object = self.on.write(object, "on");
        let object = object
            .number("value", self.value)
            .number("progress", self.progress)
            .number("confidence", self.confidence.map(f64::from))
            .text("line", &self.line)
            .text("change", &self.change)
            .text("blocker", &self.blocker);
        self.help.write(object, "help")
    }
}
