//! What was read of a document, before anything is resolved or filled in.

use std::marker::PhantomData;

use super::shape::Shape;
use crate::domain::calendar::Day;
use crate::domain::goals::Text;

/// A value that has its shape.
#[derive(Default)]
pub(super) enum Value {
    /// Not there, or left out.
    #[default]
    Absent,
    Text(Text),
    Flag(bool),
    Day(Day),
    Number(f64),
    /// Which of the fixed words.
    Word(usize),
    /// The readable items of a list, each with its place in the document, so that later faults can name it.
    List(Vec<(usize, Value)>),
    /// The fields of an object, in the order of its table.
    Object(Vec<Value>),
}

/// How a kind of value is declared, and as what it is held.
pub(super) trait Form {
    /// As what it is held.
    type Held<'a>;

    /// How it is read.
    const SHAPE: Shape;

    /// The same, where it can be pointed at.
    const SHAPE_REF: &'static Shape = &Self::SHAPE;

    /// What was read by that shape.
    fn held(value: &Value) -> Self::Held<'_>;
}

/// An object that was read, with one getter for each field of `T`.
pub(super) struct Written<'a, T> {
    fields: &'a [Value],
    of: PhantomData<T>,
}

impl<'a, T> Written<'a, T> {
    pub(super) fn new(value: &'a Value) -> Self {
        let fields: &[Value] = match value {
            Value::Object(fields) => fields,
            _ => &[],
        };
        Self {
            fields,
            of: PhantomData,
        }
    }

    /// A field that may be absent.
    pub(super) fn optional<F: Form + ?Sized>(self, place: usize) -> Option<F::Held<'a>> {
        match self.fields.get(place)? {
            Value::Absent => None,
            value => Some(F::held(value)),
        }
    }

    /// A field without which the object would not have been read.
    pub(super) fn required<F: Form + ?Sized>(self, place: usize) -> F::Held<'a> {
        F::held(self.fields.get(place).unwrap_or(&Value::Absent))
    }
}

impl<T> Clone for Written<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Written<'_, T> {}

/// Words for one thing or several.
pub(super) type Words = [Text];

/// The readable items of a list of `T`.
pub(super) struct Items<'a, T> {
    items: &'a [(usize, Value)],
    of: PhantomData<T>,
}

impl<'a, T: Form> Items<'a, T> {
    /// Each with its place in the document.
    pub(super) fn iter(self) -> impl Iterator<Item = (usize, T::Held<'a>)> {
        self.items.iter().map(|(place, item)| (*place, T::held(item)))
    }

    /// How many there are.
    pub(super) fn len(self) -> usize {
        self.items.len()
    }
}

impl<T> Clone for Items<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Items<'_, T> {}

impl<T> Default for Items<'_, T> {
    fn default() -> Self {
        Self {
            items: &[],
            of: PhantomData,
        }
    }
}

/// The items of a list that may be absent, without their places.
pub(super) fn plain<'a, T: Form>(list: Option<Items<'a, T>>) -> Vec<T::Held<'a>> {
    list.unwrap_or_default().iter().map(|(_, item)| item).collect()
}

impl<T: Form> Form for [T] {
    type Held<'a> = Items<'a, T>;

    const SHAPE: Shape = Shape::List(T::SHAPE_REF);

    fn held(value: &Value) -> Items<'_, T> {
        let items: &[_] = match value {
            Value::List(items) => items,
            _ => &[],
        };
        Items { items, of: PhantomData }
    }
}

impl Form for Text {
    type Held<'a> = Text;

    const SHAPE: Shape = Shape::Text;

    fn held(value: &Value) -> Text {
        match value {
            Value::Text(text) => text.clone(),
            _ => Text::default(),
        }
    }
}

impl Form for bool {
    type Held<'a> = bool;

    const SHAPE: Shape = Shape::Flag;

    fn held(value: &Value) -> bool {
        matches!(value, Value::Flag(true))
    }
}

impl Form for Day {
    type Held<'a> = Day;

    const SHAPE: Shape = Shape::Day;

    fn held(value: &Value) -> Day {
        match value {
            Value::Day(day) => *day,
            _ => Day::default(),
        }
    }
}
