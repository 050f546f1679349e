//! What work and numbers want of somebody: help, a seat taken, a beginning, a check-in.

use super::{Matter, Want};
use crate::domain::attention::{Scene, Step, Word, live, numbers as all_numbers, word, words};
use crate::domain::board::{Claim, Work};
use crate::domain::cadence::{Timing, of_work};
use crate::domain::event::Subject;
use crate::domain::goals::Text;
use crate::domain::id::MemberId;

/// Calls for help with numbers, and those that are theirs to report.
pub(super) fn numbers(scene: &Scene<'_>, member: &MemberId, list: &mut Vec<Matter>) {
    for number in all_numbers(scene) {
        let said = scene
            .board()
            .number(&number.on)
            .and_then(|measured| word(scene, &number.on, measured));
        if let Some(said) = said {
            list.extend(help(scene, member, &number.on, number.title, &said));
        }
        if number.owner == Some(member) {
            list.extend(number.timing.and_then(|timing| due(&number.on, number.title, timing)));
        }
    }
}

/// Calls for help, offers, seats that became theirs, and check-ins that are due.
pub(super) fn works(scene: &Scene<'_>, member: &MemberId, list: &mut Vec<Matter>) {
    for (_, initiative, work) in live(scene) {
        let on = Subject::Initiative(initiative.id.clone());
        let title = &initiative.title;
        for word in words(work) {
            list.extend(help(scene, member, &on, title, &word));
        }
        if let Some(offer) = work.offer_to(member) {
            list.push(Matter {
                on: on.clone(),
                title: title.clone(),
                want: Want::Accept { by: offer.from.clone() },
                since: scene.zone.day(offer.event.stamp.ms),
                step: Step::Accept {
                    initiative: initiative.id.clone(),
                    offer: offer.event,
                },
            });
        }
        if let Some(claim) = turn(scene, member, &on, work) {
            list.push(Matter {
                on: on.clone(),
                title: title.clone(),
                want: Want::Begin,
                since: scene.zone.day(claim.since),
                step: Step::CheckIn(on.clone()),
            });
        }
        if work.holds(member) {
            let timing = of_work(scene.goals(), work, scene.now, scene.zone);
            list.extend(timing.and_then(|timing| due(&on, title, timing)));
        }
    }
}

fn help(scene: &Scene<'_>, member: &MemberId, on: &Subject, title: &Text, word: &Word<'_>) -> Option<Matter> {
    let asked = word.asked(scene, on);
    asked.iter().any(|person| person.id == *member).then(|| Matter {
        on: on.clone(),
        title: title.clone(),
        want: Want::Help {
            by: word.by.clone(),
            blocker: word.check_in.blocker.clone(),
        },
        since: scene.zone.day(word.event.stamp.ms),
        step: Step::Comment(on.clone()),
    })
}

/// The seat that became theirs after they had waited for it, as long as they have done nothing about it since. It is no
/// news to whoever took it by an act of their own, such as taking a release back.
fn turn<'a>(scene: &Scene<'_>, member: &MemberId, on: &Subject, work: &'a Work) -> Option<&'a Claim> {
    let claim = work.holders().iter().find(|claim| claim.by.id == *member)?;
    let moved_up = claim.event.is_some_and(|event| event.stamp.ms < claim.since) && claim.last < claim.since;
    let log = scene.ledger.about(on);
    let first = log.partition_point(|logged| logged.event.id.stamp.ms < claim.since);
    let mut then = log[first..]
        .iter()
        .take_while(|logged| logged.event.id.stamp.ms == claim.since);
    let own_act = then.any(|logged| {
        scene
            .board()
            .person(&logged.event.by)
            .is_some_and(|by| by.id == *member)
    });
    (moved_up && !own_act).then_some(claim)
}

fn due(on: &Subject, title: &Text, timing: Timing) -> Option<Matter> {
    Some(Matter {
        on: on.clone(),
        title: title.clone(),
        want: Want::CheckIn {
            days: timing.days_overdue,
            outdated: timing.outdated,
        },
        since: timing.owed?,
        step: Step::CheckIn(on.clone()),
    })
}
