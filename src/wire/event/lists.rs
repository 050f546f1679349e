//! Fields that hold lists or objects.

use std::rc::Rc;

use super::field::{Field, text};
use super::record::Record;
use crate::domain::event::{EventId, Gain, Measure, Verdict};
use crate::domain::goals::{Link, Metric, Money, Text};
use crate::domain::id::{GuardrailId, InitiativeId, KeyResultId};
use crate::json::{Fields, Json, Object};
use crate::wire::goals::address;

/// The items of a list; none when there is no list.
fn items<'a>(fields: &'a Fields, name: &str) -> &'a [Json] {
    fields.get(name).and_then(Json::as_array).unwrap_or_default()
}

impl Field for Vec<Text> {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        Some(
            items(fields, name)
                .iter()
                .filter_map(Json::as_str)
                .map(Text::from)
                .collect(),
        )
    }

    fn write(&self, object: Object, name: &str) -> Object {
        object.texts(name, self)
    }
}

macro_rules! ids {
    ($($id:ident)*) => {$(
        impl Field for Vec<$id> {
            fn read(fields: &Fields, name: &str) -> Option<Self> {
                Vec::<Text>::read(fields, name).map(|ids| ids.into_iter().map($id::from).collect())
            }

            fn write(&self, object: Object, name: &str) -> Object {
                object.texts(name, &self.iter().map($id::text).collect::<Vec<_>>())
            }
        }
    )*};
}

ids!(InitiativeId KeyResultId GuardrailId);

/// Ids of events are all there, or the list is faulty.
impl Field for Vec<EventId> {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        items(fields, name).iter().map(|id| id.as_str()?.parse().ok()).collect()
    }

    fn write(&self, object: Object, name: &str) -> Object {
        let texts: Vec<Rc<str>> = self.iter().map(|id| id.to_string().into()).collect();
        object.texts(name, &texts)
    }
}

/// A link that could run something is left out, as in the document.
impl Field for Vec<Link> {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        let link = |item: &Json| {
            let fields = item.as_object()?;
            let href = address(text(fields, "href")?)?;
            let label = text(fields, "label").filter(|label| !label.is_empty());
            let label = label.map_or_else(|| href.clone(), Text::from);
            Some(Link { label, href })
        };
        Some(items(fields, name).iter().filter_map(link).collect())
    }

    fn write(&self, object: Object, name: &str) -> Object {
        let link = |link: &Link| Object::new().text("label", &link.label).text("href", &link.href).end();
        object.list(name, &self.iter().map(link).collect::<Vec<_>>())
    }
}

fn nested<R: Record>(fields: &Fields, name: &str) -> Option<R> {
    R::read(fields.get(name)?.as_object()?)
}

fn whole<R: Record>(record: &R) -> String {
    record.fill(Object::new()).end()
}

macro_rules! records {
    ($($record:ident)*) => {$(
        impl Field for Vec<$record> {
            fn read(fields: &Fields, name: &str) -> Option<Self> {
                let items = items(fields, name).iter();
                Some(items.filter_map(|item| $record::read(item.as_object()?)).collect())
            }

            fn write(&self, object: Object, name: &str) -> Object {
                object.list(name, &self.iter().map(whole).collect::<Vec<_>>())
            }
        }
    )*};
}

records!(Gain Measure);

impl Field for Option<Money> {
    fn read(fields: &Fields, name: &str) -> Option<Self> {
        Some(nested(fields, name))
    }

    fn write(&self, object: Object, name: &str) -> Object {
        match self {
            Some(money) => object.raw(name, &whole(money)),
            None => object,
        }
    }
}

macro_rules! boxes {
    ($($record:ident)*) => {$(
        impl Field for Option<Box<$record>> {
            fn read(fields: &Fields, name: &str) -> Option<Self> {
                Some(nested(fields, name).map(Box::new))
            }

            fn write(&self, object: Object, name: &str) -> Object {
                match self {
                    Some(record) => object.raw(name, &whole(&**record)),
                    None => object,
                }
            }
        }
    )*};
}

boxes!(Verdict Metric);
