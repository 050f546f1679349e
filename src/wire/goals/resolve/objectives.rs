//! Objectives with their key results and initiatives.

use std::rc::Rc;

use super::super::at::At;
use super::super::document;
use super::super::ids::Id;
use super::super::kinds::{Current, KeyResultWord, Words};
use super::super::lists::List;
use super::super::numbers::Amount;
use super::Known;
use super::numbers::{band, metric, money};
use crate::domain::fault::Problem;
use crate::domain::goals::{
    Band, Baseline, Initiative, KeyResult, KeyResultKind, Link, Milestone, Objective, Owner, PhasedTarget,
};
use crate::domain::id::{AreaId, InitiativeId, TeamId};
use crate::json::Json;

/// All objectives; the ids of key results and initiatives come in the document's order.
pub(super) fn all(
    objectives: Vec<(usize, document::Objective)>,
    ids: &[Id],
    key_result_ids: &[Id],
    initiative_ids: &[Id],
    known: &Known,
    at: &mut At,
) -> Vec<Rc<Objective>> {
    let mut key_result_ids = key_result_ids.iter();
    let mut initiative_ids = initiative_ids.iter();
    let one = |((place, objective), id): ((usize, document::Objective), &Id)| {
        at.item_of("objectives", place, |at| {
            let key_results = objective
                .key_results
                .unwrap_or_default()
                .0
                .into_iter()
                .zip(&mut key_result_ids);
            let key_results = key_results
                .map(|((k, key_result), id)| {
                    at.item_of("keyResults", k, |at| self::key_result(key_result, id, known, at))
                })
                .collect();
            let initiatives = objective
                .initiatives
                .unwrap_or_default()
                .0
                .into_iter()
                .zip(&mut initiative_ids);
            let initiatives = initiatives
                .map(|((i, initiative), id)| {
                    Rc::new(at.item_of("initiatives", i, |at| self::initiative(initiative, id, known, at)))
                })
                .collect();
            Rc::new(Objective {
                id: id.text.clone().into(),
                title: objective.title,
                why: objective.why,
                sponsor: known.people.one("sponsor", objective.sponsor, at),
                intent: objective.intent.unwrap_or_default(),
                weight: weight(objective.weight),
                tags: List::plain(objective.tags),
                key_results,
                initiatives,
            })
        })
    };
    objectives.into_iter().zip(ids).map(one).collect()
}

fn key_result(mut key_result: document::KeyResult, id: &Id, known: &Known, at: &mut At) -> KeyResult {
    let word = key_result.kind.unwrap_or(match key_result.milestones {
        Some(_) => KeyResultWord::Milestones,
        None => KeyResultWord::Reach,
    });
    let current = match key_result.current {
        Some(Current::Done(done)) if word == KeyResultWord::Done => Some(f64::from(u8::from(done))),
        Some(Current::Done(done)) => at.field("current", |at| at.wrong("expected.number", &Json::Bool(done))),
        Some(Current::Number(number)) => Some(number),
        None => None,
    };
    let in_order = at.in_order("due", key_result.from, key_result.due);
    let phased_targets = List::plain(key_result.phased_targets.take());
    let mut phased_targets: Vec<_> = phased_targets
        .into_iter()
        .map(|phase| PhasedTarget {
            on: phase.on,
            value: phase.value,
        })
        .collect();
    phased_targets.sort_by_key(|phase| phase.on);
    KeyResult {
        id: id.text.clone().into(),
        title: key_result.title,
        unit: key_result.unit,
        current,
        as_of: key_result.as_of,
        baseline: key_result.baseline.map(|b| Baseline {
            value: b.value,
            unit: b.unit,
            on: b.on,
        }),
        owner: known.people.one("owner", key_result.owner, at),
        how: key_result.how,
        source: key_result.source.map(|href| href.0),
        from: key_result.from.filter(|_| in_order),
        due: key_result.due.filter(|_| in_order),
        weight: weight(key_result.weight),
        phased_targets,
        kind: kind(
            word,
            key_result.start,
            key_result.target,
            key_result.band,
            key_result.milestones,
            at,
        ),
    }
}

fn kind(
    word: KeyResultWord,
    start: Option<f64>,
    target: Option<f64>,
    written: Option<document::Band>,
    milestones: Option<List<document::Milestone>>,
    at: &mut At,
) -> KeyResultKind {
    let band = band(written, at);
    match word {
        KeyResultWord::Reach => KeyResultKind::Reach {
            start: start.unwrap_or(0.0),
            target,
        },
        KeyResultWord::StayAbove => KeyResultKind::Stay(Band {
            min: target.or(band.min),
            max: None,
        }),
        KeyResultWord::StayBelow => KeyResultKind::Stay(Band {
            min: None,
            max: target.or(band.max),
        }),
        KeyResultWord::StayWithin => KeyResultKind::Stay(band),
        KeyResultWord::Milestones => KeyResultKind::Milestones(
            List::plain(milestones)
                .into_iter()
                .map(|m| Milestone {
                    title: m.title,
                    done: m.done.unwrap_or_default(),
                    due: m.due,
                })
                .collect(),
        ),
        KeyResultWord::Done => KeyResultKind::Done,
    }
}

fn initiative(initiative: document::Initiative, id: &Id, known: &Known, at: &mut At) -> Initiative {
    let owners = owners(initiative.owners, known, at);
    let seats = initiative.seats.map(|seats| seats.0 as usize);
    if let Some(seats) = seats.filter(|seats| *seats < owners.len()) {
        at.field("seats", |at| {
            at.advise(Problem::FewSeats {
                seats,
                owners: owners.len(),
            })
        });
    }
    let links = List::plain(initiative.links).into_iter();
    let former = at.former(initiative.formerly, |old| known.initiatives.is_id(old));
    Initiative {
        id: id.text.clone().into(),
        claimable: id.sure,
        title: initiative.title,
        description: initiative.description,
        key_results: known.key_results.many("keyResults", initiative.key_results, at),
        state: initiative.state.unwrap_or_default(),
        seats: seats.unwrap_or(1).max(owners.len()),
        owners,
        due: initiative.due,
        cost: initiative.cost.map(money),
        decision_area: known.areas.one::<AreaId>("decisionArea", initiative.decision_area, at),
        tags: List::plain(initiative.tags),
        first_step: initiative.first_step.unwrap_or_default(),
        signal: initiative.signal.map(metric),
        links: links
            .map(|link| Link {
                label: link.label.unwrap_or(link.href.0.clone()),
                href: link.href.0,
            })
            .collect(),
        formerly: former.into_iter().map(InitiativeId::from).collect(),
    }
}

/// Members before teams of the same name.
fn owners(names: Option<Words>, known: &Known, at: &mut At) -> Vec<Owner> {
    let mut owners = Vec::new();
    for (place, name) in names.unwrap_or_default().0 {
        let team = || known.teams.find(&name).map(|id| Owner::Team(TeamId::from(id)));
        let member = || known.people.find(&name).map(|id| Owner::Member(id.into()));
        // Without listed members anybody may be meant, so a team's own name comes first there.
        let owner = if known.people.listed() {
            member().or_else(team)
        } else {
            team().or_else(member)
        };
        if owner.is_none() {
            at.item_of("owners", place, |at| {
                at.unknown(
                    "thing.holder",
                    &name,
                    known.people.names().chain(known.teams.names()),
                    true,
                );
            });
        }
        owners.extend(owner.filter(|owner| !owners.contains(owner)));
    }
    owners
}

fn weight(weight: Option<Amount>) -> f64 {
    weight.map_or(1.0, |weight| weight.0)
}
