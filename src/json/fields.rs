use std::collections::HashMap;
use std::rc::Rc;

use super::Json;

/// The fields of an object, in the order of the text. Of a field that stands twice the last value counts.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    list: Vec<(Rc<str>, Json)>,
    /// Where each name stands, once there are many: a text may hold a million fields in one object.
    places: Option<HashMap<Rc<str>, usize>>,
}

/// So many fields are found as quickly without an index.
const FEW: usize = 32;

impl Fields {
    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        Some(&self.list.get(self.place(name)?)?.1)
    }

    /// Whether there is such a field.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// The names, in the order of the text.
    pub fn keys(&self) -> impl Iterator<Item = &Rc<str>> {
        self.list.iter().map(|(name, _)| name)
    }

    /// Names and values, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (&Rc<str>, &Json)> {
        self.list.iter().map(|(name, value)| (name, value))
    }

    /// The values, in the order of the text, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Json> {
        self.list.iter_mut().map(|(_, value)| value)
    }

    /// One more field; of one that was there already, the new value.
    pub fn insert(&mut self, name: Rc<str>, value: Json) {
        if let Some(field) = self.place(&name).and_then(|place| self.list.get_mut(place)) {
            field.1 = value;
            return;
        }
        if let Some(places) = &mut self.places {
            places.insert(name.clone(), self.list.len());
        }
        self.list.push((name, value));
        if self.list.len() > FEW && self.places.is_none() {
            let places = self.list.iter().enumerate();
            self.places = Some(places.map(|(place, (name, _))| (name.clone(), place)).collect());
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        match &self.places {
            Some(places) => places.get(name).copied(),
            None => self.list.iter().position(|(other, _)| **other == *name),
        }
    }
}

/// The same fields in the same order.
impl PartialEq for Fields {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}
