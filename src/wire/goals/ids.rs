//! Ids: given, else derived from the title; unique per kind, so that everything draws and nothing is mistaken for
//! something else.

use std::collections::HashMap;
use std::rc::Rc;

use super::at::At;
use crate::domain::fault::Problem;
use crate::domain::id::derived;

/// Something that needs an id.
pub(super) struct Nameless {
    /// Where it stands, for faults.
    pub(super) path: Path,
    /// The id it was given.
    pub(super) given: Option<Rc<str>>,
    /// What an id is derived from otherwise.
    pub(super) title: Rc<str>,
}

/// A place in at most two lists, such as `objectives[0].initiatives[3]`; made into text only when something is wrong.
#[derive(Clone, Copy)]
pub(super) struct Path {
    /// The outer list, if there is one, and the place in it.
    pub(super) outer: Option<(&'static str, usize)>,
    /// The list and the place in it.
    pub(super) inner: (&'static str, usize),
}

impl Path {
    /// A place in a list of the document.
    pub(super) fn new(list: &'static str, place: usize) -> Self {
        Self {
            outer: None,
            inner: (list, place),
        }
    }

    fn text(self) -> String {
        let mut path = String::new();
        for (list, place) in self.outer.into_iter().chain([self.inner]) {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(list);
            path.push('[');
            path.push_str(&place.to_string());
            path.push(']');
        }
        path
    }
}

/// An id, and whether events may rely on it.
#[derive(Clone, Debug)]
pub(super) struct Id {
    pub(super) text: Rc<str>,
    /// False when it had to be made up or is shared.
    pub(super) sure: bool,
}

/// The user of an id, while all are counted.
struct Use {
    first: usize,
    count: usize,
    next: usize,
}

/// All users, by id. (The map has the type of others, which is then in the wasm once.)
#[derive(Default)]
struct Uses {
    all: Vec<Use>,
    places: HashMap<Rc<str>, usize>,
}

impl Uses {
    fn of(&mut self, id: &str) -> Option<&mut Use> {
        let place = self.places.get(id)?;
        self.all.get_mut(*place)
    }

    fn add(&mut self, id: Rc<str>, first: usize) {
        if let Some(used) = self.of(&id) {
            used.count += 1;
            return;
        }
        self.places.insert(id, self.all.len());
        self.all.push(Use {
            first,
            count: 1,
            next: 2,
        });
    }

    /// An id like `base` that nothing has.
    fn fresh(&mut self, base: &str) -> Rc<str> {
        let mut number = self.of(base).map_or(2, |used| used.next);
        loop {
            let id: Rc<str> = [base, "~", &number.to_string()].concat().into();
            number += 1;
            if self.of(&id).is_none() {
                if let Some(used) = self.of(base) {
                    used.next = number;
                }
                self.add(id.clone(), 0);
                return id;
            }
        }
    }
}

/// Gives each thing of one kind its id. `taken` says whether people take such things, which they cannot while the id
/// is unsure.
pub(super) fn assign(things: &[Nameless], taken: bool, at: &mut At) -> Vec<Id> {
    let mut uses = Uses::default();
    let mut wanted = Vec::with_capacity(things.len());
    for (place, thing) in things.iter().enumerate() {
        let id = thing.given.clone().or_else(|| derived(&thing.title).map(Rc::from));
        uses.add(id.clone().unwrap_or_default(), place);
        wanted.push(id);
    }
    let mut ids = Vec::with_capacity(things.len());
    for (place, (thing, id)) in things.iter().zip(wanted).enumerate() {
        let text = id.clone().unwrap_or_default();
        let (first, count) = uses.of(&text).map_or((place, 1), |used| (used.first, used.count));
        if id.is_some() && (count == 1 || first == place) {
            ids.push(Id { text, sure: count == 1 });
            continue;
        }
        let first = things.get(first).map(|first| first.path.text()).unwrap_or_default();
        let problem = match (&id, &thing.given) {
            (None, _) => Problem::NoId { taken },
            (Some(_), Some(_)) => Problem::DuplicateId {
                id: text.to_string(),
                first,
                taken,
            },
            (Some(_), None) => Problem::SameTitle {
                id: text.to_string(),
                first,
                taken,
            },
        };
        at.fault_at(thing.path.text(), problem, false);
        ids.push(Id {
            text: uses.fresh(&text),
            sure: false,
        });
    }
    ids
}
