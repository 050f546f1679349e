//! A weekly review: everybody posts, passes or is absent, and it closes when nobody is silent.

use std::rc::Rc;

use super::context::Context;
use super::life::Away;
use super::log::{Act, Fold, Logged};
use super::refusal::Refusal;
use crate::domain::calendar::{Day, day_of};
use crate::domain::event::{Body, Event, EventId, Post};
use crate::domain::id::MemberId;
use crate::domain::people::Person;

/// A review, and its minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The event.
    pub id: EventId,
    /// Who opened it.
    pub by: Person,
    /// What was said, oldest first; see [`Review::entry`].
    pub entries: Vec<Entry>,
    /// The event that closed it, and whose.
    pub closed: Option<(EventId, Person)>,
}

/// One member's part.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The event.
    pub event: EventId,
    /// Whose part.
    pub member: Person,
    /// Who noted it for them.
    pub noted_by: Option<Person>,
    /// What it is.
    pub said: Said,
}

/// What somebody said in a review.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Done, next, blocked, noticed.
    Post(Rc<Post>),
    /// Nothing to say.
    Pass,
    /// Not there.
    Absent,
}

impl Review {
    pub(super) fn new(event: &Event) -> Self {
        Self {
            id: event.id,
            by: Person::named(&event.by),
            entries: Vec::new(),
            closed: None,
        }
    }

    /// A member's part: their last word, or what was noted for them, which never follows a word of their own.
    #[must_use]
    pub fn entry(&self, member: &MemberId) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| entry.member.id == *member)
    }

    /// Everybody's part that holds, in the order it was said.
    pub fn minutes(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| {
            self.entry(&entry.member.id)
                .is_some_and(|held| held.event == entry.event)
        })
    }

    /// Who of `members` has neither posted nor passed and is not absent on the review's day.
    pub fn silent<'a>(&'a self, members: &'a [Person], aways: &'a [Away]) -> impl Iterator<Item = &'a Person> {
        let day = day_of(self.id.stamp.ms);
        members.iter().filter(move |member| {
            let away = aways
                .iter()
                .any(|away| away.by.id == member.id && away.retracted.is_none() && away.covers(day));
            !away && self.entry(&member.id).is_none()
        })
    }

    fn say(&mut self, cx: &Context<'_>, act: &Act<'_>, name: &str, said: Said) -> Result<(), Refusal> {
        if self.closed.is_some() {
            return Err(Refusal::Closed);
        }
        let noted = !name.trim().is_empty();
        let member = if noted {
            cx.person(name, act.id()).ok_or(Refusal::Nobody)?
        } else {
            act.by.clone()
        };
        let noted = noted && member.id != act.by.id;
        if noted {
            if act.by.id != self.by.id {
                return Err(Refusal::NotOpener);
            }
            let own = |entry: &Entry| entry.member.id == member.id && entry.noted_by.is_none();
            if self.entries.iter().any(own) {
                return Err(Refusal::AlreadySaid);
            }
        }
        self.entries.push(Entry {
            event: act.id(),
            member,
            noted_by: noted.then(|| act.by.clone()),
            said,
        });
        Ok(())
    }

    fn close(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        if self.closed.is_some() {
            return Err(Refusal::Closed);
        }
        if act.by.id != self.by.id {
            cx.speaks(&act.by.id, act.day()).map_err(|_| Refusal::NotOpener)?;
        }
        let members = present(cx, day_of(self.id.stamp.ms), act.id());
        let known: Vec<Away> = cx
            .aways
            .iter()
            .filter(|away| away.known_at(act.id()))
            .cloned()
            .collect();
        let known: Vec<Away> = known
            .into_iter()
            .map(|away| Away {
                retracted: None,
                ..away
            })
            .collect();
        if self.silent(&members, &known).next().is_some() {
            return Err(Refusal::SomebodySilent);
        }
        self.closed = Some((act.id(), act.by.clone()));
        Ok(())
    }
}

/// Everybody who is on the team that day.
fn present(cx: &Context<'_>, day: Day, at: EventId) -> Vec<Person> {
    let members = cx
        .charter
        .members
        .iter()
        .filter(|member| cx.charter.is_here(&member.id, day));
    let members = members.map(|member| Person {
        id: member.id.clone(),
        name: member.name.clone(),
    });
    members.chain(cx.cast.guests(at).cloned()).collect()
}

impl Fold for Review {
    fn apply(&mut self, cx: &Context<'_>, act: &Act<'_>) -> Result<(), Refusal> {
        match &act.event.body {
            Body::ReviewOpen => {
                self.by = act.by.clone();
                Ok(())
            }
            Body::ReviewPost(post) => {
                let words = [&post.done, &post.next, &post.blocked, &post.noticed];
                if words.iter().all(|words| words.trim().is_empty()) {
                    return Err(Refusal::Empty);
                }
                self.say(cx, act, &post.member, Said::Post(post.clone()))
            }
            Body::ReviewPass { member, .. } => self.say(cx, act, member, Said::Pass),
            Body::ReviewAbsent { member, .. } => self.say(cx, act, member, Said::Absent),
            Body::ReviewClose { .. } => self.close(cx, act),
            Body::Comment(_) => Ok(()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn retract(&mut self, _: &Context<'_>, _: &[Logged], target: &Event, _: EventId) -> Result<(), Refusal> {
        self.entries.retain(|entry| entry.event != target.id);
        self.closed = self.closed.take().filter(|(event, _)| *event != target.id);
        Ok(())
    }
}
