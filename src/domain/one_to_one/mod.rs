//! The one-to-one sheet: what a member and whoever leads or mentors them talk about.
//!
//! What stands now (claims, what is in the way, open pitches and questions, the load) is there as of today; what was
//! said, decided and learned since the last one-to-one, of which the board knows nothing: a day is given, or it is two
//! check-ins ago.
//!
//! All of it is on the board for everybody to see. Private notes are no events and not here: they stay in the browser of
//! whoever writes them.

mod claims;
mod decisions;
mod pitches;
mod said;

pub use claims::{Held, Load, claims, load};
pub use decisions::{Decided, How};
pub use pitches::Pitched;
pub(super) use said::said;
pub use said::{Learned, Said, Trouble};

use super::attention::Scene;
use super::board::Logged;
use super::calendar::Day;
use super::for_you::{Matter, Want, for_you};
use super::goals::Cadence;
use super::id::MemberId;
use super::news::midnight;
use super::people::Person;
use chrono::Days;

/// Days back where the team has no check-ins.
const WITHOUT_CADENCE: u64 = 14;

/// A member's sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Whose.
    pub member: Person,
    /// Who advises them.
    pub mentor: Option<Person>,
    /// The first day of what was said, decided and learned.
    pub since: Day,
    /// What they have and wait for, in the document's order.
    pub claims: Vec<Held>,
    /// Their open claims against each claim limit.
    pub load: Vec<Load>,
    /// Their check-ins since then, oldest first.
    pub said: Vec<Said>,
    /// What they say stands in their way, and whose help they ask for.
    pub trouble: Vec<Trouble>,
    /// Who asks for their help.
    pub asked: Vec<Matter>,
    /// Their pitches that are not settled or were answered since then, oldest first.
    pub pitches: Vec<Pitched>,
    /// What they decided or asked since then, and what they asked and nobody answered, oldest first.
    pub decisions: Vec<Decided>,
    /// What was learned since then from what they had or ended, oldest first.
    pub learned: Vec<Learned>,
}

/// A member's sheet, of what happened from the day `since` on. `None` for somebody who is not on the board.
#[must_use]
pub fn one_to_one(scene: &Scene<'_>, member: &MemberId, since: Option<Day>) -> Option<Sheet> {
    let person = scene
        .board()
        .person(member.as_str())
        .filter(|person| person.id == *member)?;
    let since = since.unwrap_or_else(|| two_check_ins_ago(&scene.goals().cadence, scene.now.today));
    let log = recent(scene, midnight(since, scene.zone));
    let mentor = scene.goals().members.iter().find(|listed| listed.id == *member);
    let mentor = mentor.and_then(|listed| scene.board().person(listed.mentor.as_ref()?.as_str()));
    let mut asked = for_you(scene, member);
    asked.retain(|matter| matches!(matter.want, Want::Help { .. }));
    Some(Sheet {
        mentor,
        since,
        claims: claims(scene, member),
        load: load(scene, member),
        said: said(scene, member, &log),
        trouble: said::trouble(scene, member),
        asked,
        pitches: pitches::pitches(scene, member, since),
        decisions: decisions::decisions(scene, member, since, &log),
        learned: said::learned(scene, member, &log),
        member: person,
    })
}

/// Two check-in intervals back.
fn two_check_ins_ago(cadence: &Cadence, today: Day) -> Day {
    let days = cadence.check_in.map_or(WITHOUT_CADENCE, |every| 2 * every.days());
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}

/// What counts and stands since a moment, oldest first.
pub(super) fn recent<'a>(scene: &Scene<'a>, since: u64) -> Vec<&'a Logged> {
    let logged = scene.ledger.logged();
    let mut recent: Vec<_> = logged
        .filter(|logged| logged.event.id.stamp.ms >= since && logged.stands())
        .collect();
    recent.sort_unstable_by_key(|logged| logged.event.id);
    recent
}

/// Whether a member made an event.
fn is_by(scene: &Scene<'_>, logged: &Logged, member: &MemberId) -> bool {
    scene
        .board()
        .person(&logged.event.by)
        .is_some_and(|by| by.id == *member)
}
