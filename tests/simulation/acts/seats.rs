//! Taking, keeping and leaving seats.

use alignment_board::domain::board::{Claim, Work};
use alignment_board::domain::calendar::DAY_MS;
use alignment_board::domain::event::{Body, Clearance, EventId, Settle, TakeOver, Verdict};
use alignment_board::domain::goals::InitiativeState;
use alignment_board::domain::id::{InitiativeId, MemberId};

use super::Sight;
use crate::chance::Chance;

/// A claim may be settled from this age on.
const SETTLING_MS: u64 = 10 * 60 * 1000;

pub(super) fn of_kind(kind: &str, sight: &Sight<'_>, chance: &mut Chance) -> Option<Body> {
    Some(match kind {
        "claim" => claim(sight, chance),
        "settle" => settle(sight, chance, false),
        "takeOver" => take_over(sight, chance),
        "release" => Body::Release {
            initiative: sight.initiative(chance, is_in),
            note: "".into(),
        },
        "handOver" => Body::HandOver {
            initiative: sight.initiative(chance, Work::holds),
            to: sight.name(chance),
        },
        "accept" => accept(sight, chance),
        "vacate" => vacate(sight, chance),
        "away" => Body::Away {
            from: sight.day(chance, 4),
            until: sight.day(chance, 7),
            cover: if chance.one_in(3) {
                sight.name(chance)
            } else {
                "".into()
            },
        },
        _ => return None,
    })
}

/// Whether somebody holds or waits, or acts for a team that does.
pub(super) fn is_in(work: &Work, me: &MemberId) -> bool {
    work.queue.iter().any(|claim| claim.is_for(me))
}

pub(super) fn is_open(work: &Work, _: &MemberId) -> bool {
    work.state == InitiativeState::Open
}

fn claim(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    let verdict = Verdict {
        answer: Clearance::But,
        guardrails: vec!["wip".into()],
    };
    Body::Claim {
        initiative: sight.initiative(chance, |work, me| is_open(work, me) && !is_in(work, me)),
        team: chance.one_in(6).then(|| "crew".into()),
        verdict: chance.one_in(4).then(|| Box::new(verdict)),
    }
}

/// What a widget settles: a claim that its board seats and that is old enough. Not every widget is so careful.
pub(super) fn settle(sight: &Sight<'_>, chance: &mut Chance, careful: bool) -> Body {
    let due = |claim: &Claim| {
        let old = |event: EventId| sight.ms.saturating_sub(event.stamp.ms) >= SETTLING_MS;
        !claim.settled && claim.event.is_some_and(old)
    };
    let initiative = sight.initiative(chance, |work, _| work.holders().iter().any(due));
    let work = sight.work(&initiative);
    let queue = work.map_or(&[][..], |work| &work.queue);
    let seated = work.map_or(&[][..], |work| work.holders());
    let choice = if careful { seated } else { queue };
    let fitting: Vec<_> = choice
        .iter()
        .filter(|claim| due(claim))
        .filter_map(|claim| claim.event)
        .collect();
    let claim = match careful {
        true => chance.pick(&fitting).copied().unwrap_or(sight.any_event(chance)),
        false => sight.one_of(&fitting, chance),
    };
    let ahead = queue.iter().take_while(|other| other.event != Some(claim));
    let saw = ahead
        .filter_map(|other| other.event)
        .filter(|_| careful || !chance.one_in(3));
    Body::Settle(Box::new(Settle {
        claim,
        saw: saw.collect(),
        initiative,
    }))
}

fn take_over(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    let idle = |claim: &Claim| {
        claim
            .heard()
            .is_some_and(|heard| sight.ms.saturating_sub(heard) > 2 * DAY_MS)
    };
    let initiative = sight.initiative(chance, |work, me| !is_in(work, me) && work.holders().iter().any(idle));
    let seat = seat(sight, &initiative, chance);
    let (claim, member) = match seat {
        Some(Claim { event: None, by, .. }) => (None, by.id.text()),
        Some(claim) => (claim.event, "".into()),
        None => (Some(sight.any_event(chance)), "".into()),
    };
    Body::TakeOver(Box::new(TakeOver {
        initiative,
        claim,
        member,
    }))
}

fn seat(sight: &Sight<'_>, initiative: &InitiativeId, chance: &mut Chance) -> Option<Claim> {
    chance.pick(sight.work(initiative)?.holders()).cloned()
}

fn accept(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    let initiative = sight.initiative(chance, |work, me| work.offer_to(me).is_some());
    let offer = sight.work(&initiative).and_then(|work| work.offer_to(&sight.me));
    Body::Accept {
        offer: offer.map_or_else(|| sight.any_event(chance), |offer| offer.event),
        initiative,
    }
}

fn vacate(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    let initiative = sight.initiative(chance, |work, _| !work.queue.is_empty());
    let seat = seat(sight, &initiative, chance);
    Body::Vacate {
        initiative,
        member: seat.map_or_else(|| sight.name(chance), |claim| claim.by.id.text()),
        reason: "They left.".into(),
    }
}
