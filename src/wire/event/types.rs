//! The types of events: how each is called, and its fields in the order they are written.

use super::field::Field;
use super::record::{self, Record};
use crate::domain::event::{
    Ask, Body, ChangeGoal, CheckIn, Close, Comment, Goal, Pitch, Post, Record as Decided, Reply, Settle, TakeOver,
};
use crate::json::{Fields, Json, Object};

/// Reads, writes and lists the types: `Variant "type" { field "name", … }`, or `(Record)` when the fields are those of
/// a record.
macro_rules! types {
    ($($variant:ident $kind:literal $({ $($field:ident $name:literal),* })? $(($record:ty))?)*) => {
        /// Every type this version knows, with the names of its fields.
        pub const KINDS: &[(&str, &[&str])] = &[
            $(($kind, types!(@names $({ $($name),* })? $(($record))?)),)*
        ];

        /// The body of a known type, if it has what its type needs.
        pub(super) fn read(value: &Json) -> Option<Body> {
            let fields = value.as_object()?;
            match fields.get("type")?.as_str()? {
                $($kind => {
                    // A function each, so that what is rare can come later.
                    #[inline(never)]
                    #[allow(unused_variables, clippy::allow_attributes, reason = "not every type has fields")]
                    fn read(fields: &Fields) -> Option<Body> {
                        Some(types!(@read fields, $variant $({ $($field $name),* })? $(($record))?))
                    }
                    read(fields)
                })*
                _ => None,
            }
        }

        /// What its type is called.
        #[must_use]
        pub fn kind(body: &Body) -> &str {
            match body {
                $(types!(@any $variant $({ $($name),* })? $(($record))?) => $kind,)*
                Body::Erased => "",
                Body::Unknown { kind, .. } => kind,
            }
        }

        /// The body's JSON text, to be sealed. Empty parts are left out.
        #[must_use]
        pub fn text(body: &Body) -> String {
            let object = Object::new().text("type", kind(body));
            let object = match body {
                $(types!(@bind $variant $({ $($field),* })? $((body $record))?) => {
                    types!(@write object, $({ $($field $name),* })? $((body $record))?)
                })*
                Body::Erased => object,
                Body::Unknown { initiative, .. } => initiative.write(object, "initiative"),
            };
            object.end()
        }
    };
    (@names { $($name:literal),* }) => { &[$($name),*] };
    (@names ($record:ty)) => { <$record as Record>::FIELDS };
    (@read $fields:ident, $variant:ident { $($field:ident $name:literal),* }) => {
        Body::$variant { $($field: Field::read($fields, $name)?),* }
    };
    (@read $fields:ident, $variant:ident ($record:ty)) => {
        Body::$variant(<$record as Record>::read($fields)?.into())
    };
    (@any $variant:ident { $($name:literal),* }) => { Body::$variant { .. } };
    (@any $variant:ident ($record:ty)) => { Body::$variant(_) };
    (@bind $variant:ident { $($field:ident),* }) => { Body::$variant { $($field),* } };
    (@bind $variant:ident ($body:ident $record:ty)) => { Body::$variant($body) };
    (@write $object:ident, { $($field:ident $name:literal),* }) => {{
        $(let $object = $field.write($object, $name);)*
        $object
    }};
    (@write $object:ident, ($body:ident $record:ty)) => { record::write(&**$body, $object) };
}

types! {
    // Seats.
    Claim "claim" { initiative "initiative", team "team", verdict "verdict" }
    Settle "settle" (Settle)
    TakeOver "takeOver" (TakeOver)
    Release "release" { initiative "initiative", note "note" }
    HandOver "handOver" { initiative "initiative", to "to" }
    Accept "accept" { initiative "initiative", offer "offer" }
    Vacate "vacate" { initiative "initiative", member "member", reason "reason" }
    Away "away" { from "from", until "until", cover "cover" }

    // Work.
    CheckIn "checkIn" (CheckIn)
    Adjust "adjust" { initiative "initiative", changes "changes" }
    Move "move" { initiative "initiative", objective "objective", reason "reason" }
    Split "split" { initiative "initiative", parts "parts" }
    Done "done" { initiative "initiative", outcome "outcome", learned "learned" }
    Drop "drop" { initiative "initiative", reason "reason", learned "learned" }
    Reopen "reopen" { initiative "initiative" }
    Comment "comment" (Comment)
    Constellation "constellation" { title "title", initiatives "initiatives" }

    // Ideas.
    Idea "idea" { text "text", links "links" }
    Support "support" { idea "idea" }
    Draft "draft" { idea "idea", coach "coach" }
    Pitch "pitch" (Pitch)
    Feedback "feedback" { pitch "pitch", view "view", line "line" }
    Revise "revise" { pitch "pitch", text "text" }
    Decide "decide" { target "target", verdict "verdict", reason "reason" }

    // Goals.
    ProposeObjective "proposeObjective" (Goal)
    ProposeChange "proposeChange" (ChangeGoal)
    CoSign "coSign" { on "on" }
    CloseObjective "closeObjective" (Close)
    Waive "waive" { guardrail "guardrail", initiative "initiative", reason "reason" }

    // Decisions.
    Ask "ask" (Ask)
    Answer "answer" (Reply)
    LogDecision "logDecision" (Decided)

    // Rhythm.
    ReviewOpen "reviewOpen" {}
    ReviewPost "reviewPost" (Post)
    ReviewPass "reviewPass" { review "review", member "for" }
    ReviewAbsent "reviewAbsent" { review "review", member "for" }
    ReviewClose "reviewClose" { review "review" }

    // People.
    Join "join" { name "name" }
    Retract "retract" { event "event" }
    Erase "erase" { ids "ids", reason "reason" }
}
