//! What people do: every type of event there is, mostly as the board before them suggests, sometimes not.

mod goals;
mod ideas;
mod people;
mod seats;
mod sight;
mod work;

use alignment_board::domain::event::Body;
use alignment_board::wire::event::KINDS;

use crate::chance::Chance;

pub(crate) use sight::Sight;

/// One thing somebody might do. What a later version does is rare.
pub(crate) fn anything(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    if chance.one_in(60) {
        return people::later_version(sight, chance);
    }
    let weights = || KINDS.iter().map(|(kind, _)| weight(kind));
    let mut left = chance.below(weights().sum());
    for (kind, _) in KINDS {
        match left.checked_sub(weight(kind)) {
            Some(rest) => left = rest,
            None => return of_kind(kind, sight, chance),
        }
    }
    Body::ReviewOpen
}

/// What a widget does by itself once a claim is old enough.
pub(crate) fn settle(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    seats::settle(sight, chance, true)
}

/// How often something is done. Seats are what replicas could disagree on most.
fn weight(kind: &str) -> u64 {
    match kind {
        "claim" => 24,
        "release" | "handOver" | "accept" | "checkIn" | "retract" => 9,
        "takeOver" => 16,
        "away" | "decide" => 10,
        "move" | "split" | "pitch" | "proposeObjective" => 6,
        "done" | "reopen" | "adjust" | "join" => 4,
        "settle" => 6,
        "erase" => 1,
        _ => 2,
    }
}

fn of_kind(kind: &str, sight: &Sight<'_>, chance: &mut Chance) -> Body {
    let body = seats::of_kind(kind, sight, chance)
        .or_else(|| work::of_kind(kind, sight, chance))
        .or_else(|| ideas::of_kind(kind, sight, chance))
        .or_else(|| goals::of_kind(kind, sight, chance))
        .or_else(|| people::of_kind(kind, sight, chance));
    body.unwrap_or_else(|| panic!("nobody in the simulation ever does “{kind}”"))
}
