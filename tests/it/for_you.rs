//! What waits for one person.

mod laws;
mod pitches;
mod team;
mod work;

use alignment_board::domain::attention::Step;
use alignment_board::domain::for_you::{Matter, for_you};

use crate::attention::{looking, name};
use crate::support::{Team, at};

/// What waits for somebody on that day of October at noon UTC.
fn matters(team: &Team, today: u64, viewer: &str) -> Vec<Matter> {
    looking(&team.ledger, at(today, 12), |scene| for_you(scene, &viewer.into()))
}

/// What is wanted and about what, in order: `"help ugc, check-in ugc"`.
fn waits(team: &Team, today: u64, viewer: &str) -> String {
    let all = matters(team, today, viewer);
    let said: Vec<_> = all
        .iter()
        .map(|matter| [matter.want.key().trim_start_matches("for-you."), " ", &name(&matter.on)].concat())
        .collect();
    said.join(", ")
}

/// The one thing to do.
fn only_step(team: &Team, today: u64, viewer: &str) -> Step {
    let mut all = matters(team, today, viewer);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0).step
}
