//! What a member said, what is in their way, and what was learned.

use std::rc::Rc;

use super::is_by;
use crate::domain::attention::{Scene, Word, last_words, title};
use crate::domain::board::Logged;
use crate::domain::calendar::Day;
use crate::domain::event::{Body, CheckIn, EventId, Subject};
use crate::domain::goals::Text;
use crate::domain::id::MemberId;
use crate::domain::people::Person;

/// A check-in.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// On what.
    pub on: Subject,
    /// Its title.
    pub title: Text,
    /// The event.
    pub event: EventId,
    /// The team's day.
    pub day: Day,
    /// What.
    pub check_in: Rc<CheckIn>,
}

/// What is in somebody's way.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// Where.
    pub on: Subject,
    /// Its title.
    pub title: Text,
    /// The check-in.
    pub event: EventId,
    /// What; may be empty when only help is asked for.
    pub blocker: Text,
    /// Whose help is asked for and has not come.
    pub help: Vec<Person>,
}

/// What was learned.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// From what.
    pub on: Subject,
    /// Its title.
    pub title: Text,
    /// The event.
    pub event: EventId,
    /// In words.
    pub words: Text,
}

/// Their check-ins on what is still there.
pub(in crate::domain) fn said(scene: &Scene<'_>, member: &MemberId, log: &[&Logged]) -> Vec<Said> {
    let mut said = Vec::new();
    for logged in log {
        let Body::CheckIn(check_in) = &logged.event.body else {
            continue;
        };
        let found = whereabouts(scene, logged.event.id).filter(|_| is_by(scene, logged, member));
        if let Some((on, title)) = found {
            said.push(Said {
                on,
                title,
                event: logged.event.id,
                day: scene.zone.day(logged.event.id.stamp.ms),
                check_in: check_in.clone(),
            });
        }
    }
    said
}

/// What their last words say is in the way, of what they have and of the numbers.
pub(super) fn trouble(scene: &Scene<'_>, member: &MemberId) -> Vec<Trouble> {
    let mut trouble = Vec::new();
    let mut tell = |on: &Subject, title: &Text, word: &Word<'_>| {
        let help = word.asked(scene, on);
        if word.by.id == *member && (word.is_blocked() || !help.is_empty()) {
            trouble.push(Trouble {
                on: on.clone(),
                title: title.clone(),
                event: word.event,
                blocker: word.check_in.blocker.clone(),
                help,
            });
        }
    };
    last_words(scene, &mut tell);
    trouble
}

/// What was learned from what they had, whoever ended it, and from what they ended.
pub(super) fn learned(scene: &Scene<'_>, member: &MemberId, log: &[&Logged]) -> Vec<Learned> {
    let mut learned = Vec::new();
    for logged in log {
        let words = match &logged.event.body {
            Body::Done { learned, .. } | Body::Drop { learned, .. } => learned,
            Body::CloseObjective(close) => &close.lesson,
            _ => continue,
        };
        let Some((on, title)) = whereabouts(scene, logged.event.id).filter(|_| !words.trim().is_empty()) else {
            continue;
        };
        let had = match &on {
            Subject::Initiative(id) => scene.board().work(id).is_some_and(|work| work.holds(member)),
            _ => false,
        };
        if had || is_by(scene, logged, member) {
            let (event, words) = (logged.event.id, words.clone());
            learned.push(Learned {
                on,
                title,
                event,
                words,
            });
        }
    }
    learned
}

/// What an event is about under its present id, with its title, as long as it is there.
fn whereabouts(scene: &Scene<'_>, event: EventId) -> Option<(Subject, Text)> {
    let on = scene.ledger.home(event)?;
    let title = match &on {
        Subject::Initiative(id) => scene.board().initiative(id)?.1.title.clone(),
        _ => title(scene.goals(), &on)?,
    };
    Some((on, title))
}
