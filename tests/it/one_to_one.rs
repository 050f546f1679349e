//! The one-to-one sheet.

mod decisions;
mod laws;
mod work;

use alignment_board::domain::one_to_one::{Sheet, one_to_one};

use crate::attention::looking;
use crate::support::{Team, at, day};

/// Somebody's sheet on the 20th of October at noon, of what happened since the 12th.
fn sheet(team: &Team, member: &str) -> Sheet {
    since(team, member, Some("2026-10-12"))
}

fn since(team: &Team, member: &str, since: Option<&str>) -> Sheet {
    let sheet = looking(&team.ledger, at(20, 12), |scene| {
        one_to_one(scene, &member.into(), since.map(day))
    });
    sheet.expect("somebody on the board")
}
