//! What others may name, and how a name finds it.

use std::collections::HashMap;
use std::rc::Rc;

use super::super::at::{At, cut};
use super::super::document::Member;
use super::super::ids::Id;
use super::super::written::Items;
use crate::domain::fault::Problem;
use crate::domain::goals::Text;
use crate::domain::id::{MemberId, derived};
use crate::letters;

/// The names of one kind of thing, in the order of the document.
pub(super) struct Names {
    what: &'static str,
    /// Each name, and the id of what goes by it.
    all: Vec<(Rc<str>, Rc<str>)>,
    places: HashMap<Rc<str>, usize>,
}

impl Names {
    pub(super) fn new(what: &'static str, ids: &[Id]) -> Self {
        let mut names = Self {
            what,
            all: Vec::with_capacity(ids.len()),
            places: HashMap::default(),
        };
        for id in ids {
            names.also(&id.text, id);
        }
        names
    }

    /// Another name for something; a name that is taken stays whose it is.
    pub(super) fn also(&mut self, name: &Text, id: &Id) {
        if self.id(name).is_none() {
            self.places.insert(name.clone(), self.all.len());
            self.all.push((name.clone(), id.text.clone()));
        }
    }

    fn id(&self, name: &str) -> Option<&Rc<str>> {
        let place = self.places.get(name)?;
        self.all.get(*place).map(|(_, id)| id)
    }

    /// Whether something has this very id today.
    pub(super) fn is_id(&self, name: &str) -> bool {
        self.id(name).is_some_and(|id| **id == *name)
    }

    /// The id of what goes by a name, or by a title that gives that id.
    pub(super) fn find(&self, name: &str) -> Option<Rc<str>> {
        self.id(name).or_else(|| self.id(derived(name)?.as_str())).cloned()
    }

    /// The same; a name of nothing is told and left out.
    pub(super) fn one<T: From<Rc<str>>>(&self, field: &str, name: Option<Text>, at: &mut At) -> Option<T> {
        let name = name?;
        at.field(field, |at| self.known(&name, at)).map(T::from)
    }

    /// Several of them, each once.
    pub(super) fn many<T: From<Rc<str>> + PartialEq>(
        &self,
        field: &str,
        names: Option<Items<'_, Text>>,
        at: &mut At,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for (place, name) in names.unwrap_or_default().iter() {
            let id = at.item_of(field, place, |at| self.known(&name, at)).map(T::from);
            found.extend(id.filter(|id| !found.contains(id)));
        }
        found
    }

    fn known(&self, name: &str, at: &mut At) -> Option<Rc<str>> {
        let found = self.find(name);
        if found.is_none() {
            at.unknown(self.what, name, &mut self.names(), true);
        }
        found
    }

    /// All names there are.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|(name, _)| &**name)
    }
}

impl At {
    /// A name of nothing.
    pub(super) fn unknown(
        &mut self,
        what: &'static str,
        name: &str,
        names: &mut dyn Iterator<Item = &str>,
        left_out: bool,
    ) {
        let nearest = self.nearest(name, names);
        let problem = Problem::UnknownReference {
            what,
            found: cut(name).into(),
            nearest,
        };
        if left_out {
            self.left_out(problem);
        } else {
            self.advise(problem);
        }
    }
}

/// The members; when none are listed, anybody.
pub(super) struct People {
    names: Names,
    listed: bool,
}

impl People {
    pub(super) fn new(members: Items<'_, Member>, ids: &[Id]) -> Self {
        let mut names = Names::new("thing.member", ids);
        for ((_, member), id) in members.iter().zip(ids) {
            let name = member.name();
            names.also(&name, id);
            names.also(&plain(&name), id);
        }
        for ((_, member), id) in members.iter().zip(ids) {
            for (_, old) in member.formerly().unwrap_or_default().iter() {
                names.also(&old, id);
            }
        }
        Self {
            names,
            listed: members.len() > 0,
        }
    }

    /// Whether the document says who may act.
    pub(super) fn listed(&self) -> bool {
        self.listed
    }

    /// The member who goes by an id, a name or a former id; without listed members, whoever has that name.
    pub(super) fn find(&self, name: &str) -> Option<Rc<str>> {
        if self.listed {
            self.names.find(name).or_else(|| self.names.find(&plain(name)))
        } else {
            Some(plain(name))
        }
    }

    /// The same; a name of nobody is told and left out.
    pub(super) fn one(&self, field: &str, name: Option<Text>, at: &mut At) -> Option<MemberId> {
        let name = name?;
        at.field(field, |at| self.known(&name, at))
    }

    /// Several of them, each once.
    pub(super) fn many(&self, field: &str, names: Option<Items<'_, Text>>, at: &mut At) -> Vec<MemberId> {
        let mut found = Vec::new();
        for (place, name) in names.unwrap_or_default().iter() {
            let id = at.item_of(field, place, |at| self.known(&name, at));
            found.extend(id.filter(|id| !found.contains(id)));
        }
        found
    }

    /// All names there are.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.names()
    }

    fn known(&self, name: &str, at: &mut At) -> Option<MemberId> {
        let found = self.find(name);
        if found.is_none() {
            at.unknown("thing.member", name, &mut self.names(), true);
        }
        found.map(MemberId::from)
    }
}

/// A name as it is compared: without case, spaces collapsed.
fn plain(name: &str) -> Text {
    letters::lower(&name.split_whitespace().collect::<Vec<_>>().join(" ")).into()
}
