//! Who acts: everybody an event was made by, looked up once.

use std::rc::Rc;

use super::names::{Kind, Name, Names};
use super::order::by_event;
use super::refusal::Refusal;
use crate::domain::calendar::{Day, day_of};
use crate::domain::event::EventId;
use crate::domain::goals::{Goals, Text};
use crate::domain::id::MemberId;
use crate::domain::people::{Person, collapsed};
use crate::letters;

/// The number of an author who is not among the cast.
pub(super) const STRANGER: u32 = u32::MAX;

/// Authors by number, and whom leads let in.
#[derive(Clone, Debug, Default)]
pub(super) struct Cast {
    authors: Vec<Author>,
    by_name: Names,
    /// In the order of their ids.
    guests: Vec<Guest>,
}

/// Somebody whom leads let in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Guest {
    pub(super) person: Person,
    pub(super) spells: Spells,
}

/// From which event to which somebody is in; open at the end while they are.
pub(super) type Spells = Vec<(EventId, Option<EventId>)>;

/// A wish to join, and when it lets its author in.
#[derive(Debug)]
pub(super) struct Wish {
    pub(super) id: EventId,
    /// Whose, as names are compared.
    pub(super) key: MemberId,
    /// The name to be known by.
    pub(super) name: Text,
    pub(super) spells: Spells,
}

/// A name that events bear.
#[derive(Clone, Debug)]
pub(super) struct Author {
    pub(super) by: Rc<str>,
    /// In the document, or anybody when it lists nobody.
    listed: Option<Person>,
    /// Their last day.
    until: Option<Day>,
    guest: Option<Guest>,
}

impl Author {
    fn new(goals: &Goals, guests: &[Guest], by: Rc<str>) -> Self {
        let listed = goals.person(&by);
        let member = listed
            .as_ref()
            .and_then(|person| goals.members.iter().find(|m| m.id == person.id));
        Self {
            until: member.and_then(|member| member.until),
            guest: find(guests, &key(&by)).filter(|_| listed.is_none()).cloned(),
            listed,
            by,
        }
    }

    /// Who it is at an event, of those whom the document lets act.
    pub(super) fn listed(&self, event: EventId) -> Result<&Person, Refusal> {
        let person = self.listed.as_ref().ok_or(Refusal::NotListed)?;
        if self.until.is_none_or(|until| day_of(event.stamp.ms) <= until) {
            Ok(person)
        } else {
            Err(Refusal::Left)
        }
    }

    /// Who it is at an event.
    pub(super) fn at(&self, event: EventId) -> Result<&Person, Refusal> {
        match &self.guest {
            Some(guest) => guest.at(event).ok_or(Refusal::NotListed),
            None => self.listed(event),
        }
    }
}

impl Guest {
    fn at(&self, event: EventId) -> Option<&Person> {
        let inside =
            |(from, until): &(EventId, Option<EventId>)| *from < event && until.is_none_or(|until| event < until);
        self.spells.iter().any(inside).then_some(&self.person)
    }
}

impl Cast {
    /// The number of an author, a new one if need be, and the one copy of the name.
    pub(super) fn number(&mut self, goals: &Goals, by: &Rc<str>) -> (u32, Rc<str>) {
        if let Some(number) = self.find(by) {
            return (number, self.authors[number as usize].by.clone());
        }
        let number = u32::try_from(self.authors.len()).unwrap_or(STRANGER);
        self.authors.push(Author::new(goals, &self.guests, by.clone()));
        self.by_name.put(Name::new(Kind::Author, by.clone()), number);
        (number, by.clone())
    }

    pub(super) fn find(&self, by: &Rc<str>) -> Option<u32> {
        self.by_name.get(&Name::new(Kind::Author, by.clone()))
    }

    pub(super) fn stranger(&self, goals: &Goals, by: &Rc<str>) -> Author {
        Author::new(goals, &self.guests, by.clone())
    }

    pub(super) fn get(&self, number: u32) -> Option<&Author> {
        self.authors.get(number as usize)
    }

    /// Who a name means at an event; those who left are still meant.
    pub(super) fn person(&self, goals: &Goals, name: &str, at: EventId) -> Option<Person> {
        let guest = || find(&self.guests, &key(name)).and_then(|guest| guest.at(at)).cloned();
        goals.person(name).or_else(guest)
    }

    /// Everybody whom leads let in and who is still in at an event.
    pub(super) fn guests(&self, at: EventId) -> impl Iterator<Item = &Person> {
        self.guests.iter().filter_map(move |guest| guest.at(at))
    }

    /// Takes note of when somebody is in, and gives the event after which that is news. Of several wishes the first
    /// that was granted names them.
    pub(super) fn let_in(&mut self, goals: &Goals, by: &str, wishes: &[Wish]) -> Option<EventId> {
        let id = key(by);
        let granted = || wishes.iter().filter(|wish| wish.key == id && !wish.spells.is_empty());
        let guest = granted().next().filter(|_| goals.person(by).is_none()).map(|first| {
            let mut spells: Spells = granted().flat_map(|wish| &wish.spells).copied().collect();
            by_event(&mut spells, |(from, _)| *from);
            let person = Person {
                id: id.clone(),
                name: first.name.clone(),
            };
            Guest { person, spells }
        });
        let since = news(find(&self.guests, &id), guest.as_ref())?;
        for author in &mut self.authors {
            if key(&author.by) == id {
                author.guest.clone_from(&guest);
            }
        }
        self.guests.retain(|other| other.person.id != id);
        let place = self.guests.partition_point(|other| other.person.id < id);
        self.guests.splice(place..place, guest);
        Some(since)
    }

    /// Whether an author goes by that name, spaces and case aside.
    pub(super) fn is(&self, author: u32, by: &str) -> bool {
        self.get(author).is_some_and(|author| key(&author.by) == key(by))
    }
}

/// After which event two accounts of somebody differ.
fn news(old: Option<&Guest>, new: Option<&Guest>) -> Option<EventId> {
    if old.zip(new).is_some_and(|(old, new)| old.person != new.person) {
        return Some(EventId::FIRST);
    }
    let spells = |guest: Option<&'_ Guest>| guest.map(|guest| guest.spells.clone()).unwrap_or_default();
    let (old, new) = (spells(old), spells(new));
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    match (old.get(same), new.get(same)) {
        (Some((a, until)), Some((b, other))) if a == b => (*until).into_iter().chain(*other).min(),
        (a, b) => a.into_iter().chain(b).map(|(from, _)| *from).min(),
    }
}

fn find<'a>(guests: &'a [Guest], id: &MemberId) -> Option<&'a Guest> {
    guests.iter().find(|guest| guest.person.id == *id)
}

/// A name as it is compared: spaces collapsed, without case.
pub(super) fn key(name: &str) -> MemberId {
    MemberId::from(letters::lower(&collapsed(name)))
}
