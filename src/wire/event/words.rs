//! The fixed words in events.

use super::field::{Field, said};
use crate::domain::event::{Answer, Clearance, Next, Outcome, Ruling, View};
use crate::json::{Fields, Json, Object};

/// A type whose values are fixed words; the one in front is meant when nothing is said, if there is one.
macro_rules! words {
    ($($name:ident $(($default:ident))? { $($value:ident $word:literal),+ })*) => {$(
        impl Field for $name {
            fn read(fields: &Fields, name: &str) -> Option<Self> {
                match said(fields, name) {
                    None => words!(@default $name $($default)?),
                    Some(Json::Text(word)) => match &**word {
                        $($word => Some(Self::$value),)+
                        _ => None,
                    },
                    Some(_) => None,
                }
            }

            fn write(&self, object: Object, name: &str) -> Object {
                object.text(name, match self { $(Self::$value => $word),+ })
            }
        }
    )*};
    (@default $name:ident) => { None };
    (@default $name:ident $default:ident) => { Some($name::$default) };
}

words! {
    Outcome (Worked) { Worked "worked", Partly "partly", No "no" }
    Clearance (Yes) { Yes "yes", But "but", No "no" }
    View (For) { For "for", Unsure "unsure", Against "against" }
    Ruling { Accept "accept", Return "return", Park "park" }
    Next { Carry "carry", Stop "stop" }
    Answer { Yes "yes", No "no", Instead "instead" }
}
