//! The reader: one function over the tables of the format.

use super::TEXT_LIMIT;
use super::at::{At, begin, cut};
use super::document::{Money, Span};
use super::numbers::{AMOUNT, COUNT, NUMBER};
use super::shape::{Need, Shape, Table};
use super::written::{Form, Value, Written};
use crate::domain::fault::Problem;
use crate::domain::goals::Text;
use crate::figures;
use crate::json::{Fields, Json};

impl At {
    /// Reads what has a shape; what is wrong is told, and `None` means it is left out.
    pub(super) fn read(&mut self, shape: &Shape, value: &Json) -> Option<Value> {
        Some(match shape {
            Shape::Text => Value::Text(self.text(value)?),
            Shape::Flag => Value::Flag(self.flag(value)?),
            Shape::Day => Value::Day(self.day(value)?),
            Shape::Number(range) => Value::Number(self.number(range, value)?),
            Shape::Format => Value::Number(self.number(&COUNT, value)?),
            Shape::Href => Value::Text(self.href(value)?),
            Shape::Contact => Value::Text(self.contact(value)?),
            Shape::Currency => Value::Text(self.currency(value)?),
            Shape::Word(words) => Value::Word(self.word(value, words)?),
            Shape::Numbered(words) => Value::Word(self.numbered(value, words)?),
            Shape::Lead => match value {
                Json::Object(_) => self.span(value)?,
                other => Value::Flag(self.flag(other)?),
            },
            Shape::Current => match value {
                Json::Bool(done) => Value::Flag(*done),
                other => Value::Number(self.number(&NUMBER, other)?),
            },
            Shape::Limit => match value {
                Json::Object(_) => self.read(&Money::SHAPE, value)?,
                other => Value::Number(self.number(&AMOUNT, other)?),
            },
            Shape::Object(table) => Value::Object(self.object(table, value)?),
            Shape::List(item) => Value::List(self.list(item, value)?),
        })
    }

    /// An object, or the one a plain string stands for; fields nobody reads are told.
    fn object(&mut self, table: &Table, value: &Json) -> Option<Vec<Value>> {
        match (value, table.short) {
            (Json::Object(fields), _) => self.unknown_fields(table, fields),
            (Json::Text(_), Some(_)) => {}
            _ => return self.wrong(table.expected, value),
        }
        let mut read = Vec::with_capacity(table.fields.len());
        let mut whole = true;
        for field in table.fields {
            let found = match value {
                Json::Object(fields) => fields.get(field.name).filter(|found| !found.is_null()),
                short => Some(short).filter(|_| table.short == Some(field.name)),
            };
            if found.is_none() && field.need == Need::Wanted {
                self.advise(Problem::MissingField { field: field.name });
            }
            let before = self.told();
            let held = found.and_then(|found| self.field(field.name, |at| at.read(&field.shape, found)));
            // All fields are read before one that is missing ends it, so that every fault is told at once.
            if held.is_none() && field.need == Need::Required {
                whole = false;
                if self.told() == before {
                    self.left_out(Problem::MissingField { field: field.name });
                } else {
                    self.left_out_whole();
                }
            }
            read.push(held.unwrap_or_default());
        }
        whole.then_some(read)
    }

    #[inline(never)]
    fn unknown_fields(&mut self, table: &Table, fields: &Fields) {
        let known = || table.fields.iter().map(|field| field.name);
        for name in fields.keys() {
            // Editors look at the outermost for the schema.
            if known().any(|known| *known == **name) || (**name == *"$schema" && self.is_outermost()) {
                continue;
            }
            let nearest = self.nearest(name, &mut known());
            self.field(&cut(name), |at| at.advise(Problem::UnknownField { nearest }));
        }
    }

    fn list(&mut self, shape: &Shape, value: &Json) -> Option<Vec<(usize, Value)>> {
        let items = match value {
            Json::List(items) => &**items,
            Json::Text(_) if shape.is_word() => std::slice::from_ref(value),
            other => return self.wrong("expected.list", other),
        };
        let (limit, found) = (shape.most(), items.len());
        if found > limit {
            self.left_out(Problem::TooMany { limit, found });
        }
        let mut read = Vec::with_capacity(found.min(limit));
        for (place, item) in items.iter().take(limit).enumerate() {
            if let Some(item) = self.item(place, |at| at.read(shape, item)) {
                read.push((place, item));
            }
        }
        Some(read)
    }

    fn text(&mut self, value: &Json) -> Option<Text> {
        match value {
            Json::Text(whole) => {
                let mut text = whole.trim();
                if text.len() > TEXT_LIMIT {
                    text = begin(text, TEXT_LIMIT);
                    self.advise(Problem::TooLong { limit: TEXT_LIMIT });
                }
                if text.len() == whole.len() && !text.is_empty() {
                    return Some(whole.clone());
                }
                (!text.is_empty()).then(|| text.into())
            }
            Json::Number(number) => {
                let text = figures::text(*number);
                self.advise(Problem::Unquoted { found: text.clone() });
                Some(text.into())
            }
            other => self.wrong("expected.text", other),
        }
    }

    fn flag(&mut self, value: &Json) -> Option<bool> {
        match value {
            Json::Bool(yes) => Some(*yes),
            Json::Text(text) if matches!(&**text, "true" | "false") => {
                self.advise(Problem::Quoted {
                    found: text.to_string(),
                });
                Some(**text == *"true")
            }
            other => self.wrong("expected.yes-or-no", other),
        }
    }

    fn currency(&mut self, value: &Json) -> Option<Text> {
        let code = value.as_str().map(str::trim).unwrap_or_default();
        if code.len() == 3 && code.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Some(code.to_ascii_uppercase().into());
        }
        self.wrong("expected.currency", value)
    }

    fn numbered(&mut self, value: &Json, words: &[&str]) -> Option<usize> {
        let number = value.as_u64().and_then(|n| usize::try_from(n).ok()?.checked_sub(1));
        match number.filter(|place| *place < words.len()) {
            None => self.word(value, words),
            place => place,
        }
    }

    fn span(&mut self, value: &Json) -> Option<Value> {
        let span = self.read(&Span::SHAPE, value)?;
        let days = Written::<Span>::new(&span);
        let in_order = self.in_order("until", days.from(), days.until());
        in_order.then_some(span)
    }
}
