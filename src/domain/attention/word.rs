//! What people said last.

use super::{Scene, live, numbers};
use crate::domain::board::{Measured, Work};
use crate::domain::event::{Body, CheckIn, EventId, Subject};
use crate::domain::goals::Text;
use crate::domain::people::Person;
use crate::domain::progress::{Status, confidence_status};

/// Somebody's last check-in on something.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) struct Word<'a> {
    pub(in crate::domain) event: EventId,
    pub(in crate::domain) by: &'a Person,
    pub(in crate::domain) check_in: &'a CheckIn,
    /// The last confidence they gave, in this check-in or an earlier one.
    pub(in crate::domain) confidence: Option<u8>,
}

impl<'a> Word<'a> {
    /// Whether it is a confidence that is off track.
    pub(in crate::domain) fn low(&self) -> Option<u8> {
        self.confidence
            .filter(|confidence| confidence_status(*confidence) == Status::OffTrack)
    }

    /// What it says stands in the way.
    pub(in crate::domain) fn is_blocked(&self) -> bool {
        !self.check_in.blocker.trim().is_empty()
    }

    /// Whom it asks for help, of those who are on the team, as long as none of them has done something about the same
    /// since: who answers may say that it is for another.
    pub(in crate::domain) fn asked(&self, scene: &Scene<'_>, on: &Subject) -> Vec<Person> {
        let mut asked: Vec<Person> = Vec::new();
        for person in self.check_in.help.iter().filter_map(|name| scene.member(name)) {
            if person.id != self.by.id && !asked.contains(&person) {
                asked.push(person);
            }
        }
        if scene.reacted(on, &asked, self.event) {
            asked.clear();
        }
        asked
    }
}

/// Tells everybody's last check-in on each number and on each initiative that is under way.
pub(in crate::domain) fn last_words(scene: &Scene<'_>, tell: &mut dyn FnMut(&Subject, &Text, &Word<'_>)) {
    for number in numbers(scene) {
        let measured = scene.board().number(&number.on);
        if let Some(word) = measured.and_then(|measured| word(scene, &number.on, measured)) {
            tell(&number.on, number.title, &word);
        }
    }
    for (_, initiative, work) in live(scene) {
        let on = Subject::Initiative(initiative.id.clone());
        for word in words(work) {
            tell(&on, &initiative.title, &word);
        }
    }
}

/// The last check-in of everybody who has an open claim, the latest first.
pub(in crate::domain) fn words(work: &Work) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    for spoken in work.spoken.iter().rev() {
        if let Some(word) = words.iter_mut().find(|word| word.by.id == spoken.by.id) {
            word.confidence = word.confidence.or(spoken.check_in.confidence);
        } else if work.queue.iter().any(|claim| claim.is_for(&spoken.by.id)) {
            words.push(Word {
                event: spoken.event,
                by: &spoken.by,
                check_in: &spoken.check_in,
                confidence: spoken.check_in.confidence,
            });
        }
    }
    words
}

/// The last check-in on a number.
pub(in crate::domain) fn word<'a>(scene: &Scene<'a>, on: &Subject, measured: &'a Measured) -> Option<Word<'a>> {
    let last = measured.reports.last()?;
    let log = scene.ledger.about(on);
    let place = log.binary_search_by_key(&last.id, |logged| logged.event.id).ok()?;
    let Body::CheckIn(check_in) = &log[place].event.body else {
        return None;
    };
    Some(Word {
        event: last.id,
        by: &last.by,
        check_in,
        confidence: measured.confidence(),
    })
}
