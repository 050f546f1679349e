//! One field of an event: read from an object by its name, and written to one.

use std::rc::Rc;

use super::record::Record;
use crate::domain::calendar::{Day, parse_day};
use crate::domain::event::{EventId, Pitch, Subject};
use crate::domain::goals::Text;
use crate::domain::id::{AreaId, GuardrailId, InitiativeId, KeyResultId, ObjectiveId, TeamId};
use crate::json::{Fields, Json, Object};

/// What a field holds. Words that are missing are empty; what its event cannot do without makes it say nothing.
pub(super) trait Field: Sized {
    /// `None` when the event cannot do without it and it is missing or faulty.
    fn read(fields: &Fields, name: &str) -> Option<Self>;
    /// Adds it; what is empty is left out.
    fn write(&self, object: Object, name: &str) -> Object;
}

/// What a field says, if anything: `null` is nothing.
pub(super) fn said<'a>(fields: &'a Fields, name: &str) -> Option<&'a Json> {
    fields.get(name).filter(|value| !value.is_null())
}

/// A number that JSON can hold.
pub(super) fn number(fields: &Fields, name: &str) -> Option<f64> {
    fields.get(name).and_then(Json::as_f64).filter(|n| n.is_finite())
}

/// A text, if it is one.
pub(super) fn text<'a>(fields: &'a Fields, name: &str) -> Option<&'a str> {
    fields.get(name).and_then(Json::as_str)
}

thread_local! {
    /// Most events leave most of their texts out.
    static EMPTY: Text = Text::default();
}

impl Field for Text {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        // A copy, so that all that belongs to an event lies together in memory: folding is a fifth faster for it.
        let said = text(fields, name).filter(|text| !text.is_empty());
        Some(said.map_or_else(|| EMPTY.with(Text::clone), Text::from))
    }

    fn write(&self, object: Object, name: &str) -> Object {
        object.text(name, self)
    }
}

impl Field for Option<Text> {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        Some(text(fields, name).filter(|text| !text.is_empty()).map(Text::from))
    }

    fn write(&self, object: Object, name: &str) -> Object {
        object.text(name, self.as_deref().unwrap_or_default())
    }
}

macro_rules! ids {
    ($($id:ident)*) => {$(
        impl Field for $id {
            fn read(fields: &Fields, name: &str) -> Option<Self> {
                text(fields, name).map(Self::from)
            }

            fn write(&self, object: Object, name: &str) -> Object {
                object.text(name, self.as_str())
            }
        }

        impl Field for Option<$id> {
            fn read(fields: &Fields, name: &str) -> Option<Self> {
                Some(text(fields, name).filter(|id| !id.is_empty()).map($id::from))
            }

            fn write(&self, object: Object, name: &str) -> Object {
                object.text(name, self.as_ref().map_or("", $id::as_str))
            }
        }
    )*};
}

ids!(InitiativeId ObjectiveId KeyResultId GuardrailId TeamId AreaId);

impl Field for EventId {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        text(fields, name)?.parse().ok()
    }

    fn write(&self, object: Object, name: &str) -> Object {
        object.text(name, &self.to_string())
    }
}

impl Field for Option<EventId> {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        match said(fields, name) {
            None => Some(None),
            Some(_) => EventId::read(fields, name).map(Some),
        }
    }

    fn write(&self, object: Object, name: &str) -> Object {
        match self {
            Some(id) => id.write(object, name),
            None => object,
        }
    }
}

impl Field for Option<f64> {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        Some(number(fields, name))
    }

    fn write(&self, object: Object, name: &str) -> Object {
        object.number(name, *self)
    }
}

impl Field for f64 {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        number(fields, name)
    }

    fn write(&self, object: Object, name: &str) -> Object {
        object.number(name, Some(*self))
    }
}

impl Field for Day {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        parse_day(text(fields, name)?)
    }

    fn write(&self, object: Object, name: &str) -> Object {
        object.text(name, &self.to_string())
    }
}

impl Field for Option<Day> {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        Some(text(fields, name).and_then(parse_day))
    }

    fn write(&self, object: Object, name: &str) -> Object {
        match self {
            Some(day) => day.write(object, name),
            None => object,
        }
    }
}

/// Where a subject's id stands, for subjects that events name.
impl Field for Subject {
    fn read(fields: &Fields, _: &str) -> Option<Self> {
        let id = |name: &str| text(fields, name);
        if let Some(id) = id("initiative") {
            return Some(Self::Initiative(id.into()));
        }
        if let Some(id) = id("keyResult") {
            return Some(Self::KeyResult(id.into()));
        }
        if let Some(id) = id("guardrail") {
            return Some(Self::Guardrail(id.into()));
        }
        if let Some(id) = id("objective") {
            return Some(Self::Objective(id.into()));
        }
        if fields.get("northStar") == Some(&Json::Bool(true)) {
            return Some(Self::NorthStar);
        }
        EventId::read(fields, "about").map(Self::Begun)
    }

    fn write(&self, object: Object, _: &str) -> Object {
        match self {
            Self::Initiative(id) => id.write(object, "initiative"),
            Self::KeyResult(id) => id.write(object, "keyResult"),
            Self::Guardrail(id) => id.write(object, "guardrail"),
            Self::Objective(id) => id.write(object, "objective"),
            Self::NorthStar => object.raw("northStar", "true"),
            Self::Begun(id) => id.write(object, "about"),
            Self::Team | Self::Erasures => object,
        }
    }
}

/// A pitch said anew stands beside the id of the one it was.
impl Field for Rc<Pitch> {
    fn read(fields: &Fields, _: &str) -> Option<Self> {
        Pitch::read(fields).map(Rc::new)
    }

    fn write(&self, object: Object, _: &str) -> Object {
        self.fill(object)
    }
}
