//! Objectives with their key results and initiatives.

use std::rc::Rc;

use super::super::at::At;
use super::super::document;
use super::super::ids::Id;
use super::super::kinds::{Current, KeyResultWord};
use super::super::written::{Items, Written, plain};
use super::numbers::{band, metric, money};
use super::{Inner, Known};
use crate::domain::fault::Problem;
use crate::domain::goals::{
    Band, Baseline, Initiative, KeyResult, KeyResultKind, Link, Milestone, Objective, Owner, PhasedTarget, Text,
};
use crate::domain::id::{AreaId, InitiativeId, TeamId};
use crate::json::Json;

/// All objectives; what stands in them comes with its path, and its id, in the document's order.
pub(super) fn all(
    objectives: Items<'_, document::Objective>,
    ids: &[Id],
    key_results: (&[Inner<'_, document::KeyResult>], &[Id]),
    initiatives: (&[Inner<'_, document::Initiative>], &[Id]),
    known: &Known,
    at: &mut At,
) -> Vec<Rc<Objective>> {
    let mut key_results = key_results.0.iter().zip(key_results.1).peekable();
    let mut initiatives = initiatives.0.iter().zip(initiatives.1).peekable();
    let one = |((place, objective), id): ((usize, Written<'_, document::Objective>), &Id)| {
        at.item_of("objectives", place, |at| {
            let mut own_key_results = Vec::new();
            while let Some((inner, id)) = key_results.next_if(|(inner, _)| inner.objective == place) {
                let key_result = at.item_of("keyResults", inner.place, |at| key_result(inner.written, id, known, at));
                own_key_results.push(key_result);
            }
            let mut own_initiatives = Vec::new();
            while let Some((inner, id)) = initiatives.next_if(|(inner, _)| inner.objective == place) {
                let initiative = at.item_of("initiatives", inner.place, |at| {
                    initiative(inner.written, id, known, at)
                });
                own_initiatives.push(Rc::new(initiative));
            }
            Rc::new(Objective {
                id: id.text.clone().into(),
                title: objective.title(),
                why: objective.why(),
                sponsor: known.people.one("sponsor", objective.sponsor(), at),
                intent: objective.intent().unwrap_or_default(),
                weight: objective.weight().unwrap_or(1.0),
                tags: plain(objective.tags()),
                key_results: own_key_results,
                initiatives: own_initiatives,
            })
        })
    };
    objectives.iter().zip(ids).map(one).collect()
}

fn key_result(key_result: Written<'_, document::KeyResult>, id: &Id, known: &Known, at: &mut At) -> KeyResult {
    let word = key_result.kind().unwrap_or(match key_result.milestones() {
        Some(_) => KeyResultWord::Milestones,
        None => KeyResultWord::Reach,
    });
    let current = match key_result.current() {
        Some(Current::Done(done)) if word == KeyResultWord::Done => Some(f64::from(u8::from(done))),
        Some(Current::Done(done)) => at.field("current", |at| at.wrong("expected.number", &Json::Bool(done))),
        Some(Current::Number(number)) => Some(number),
        None => None,
    };
    let in_order = at.in_order("due", key_result.from(), key_result.due());
    let mut phased_targets: Vec<PhasedTarget> = Vec::new();
    for (_, phase) in key_result.phased_targets().unwrap_or_default().iter() {
        let (on, value) = (phase.on(), phase.value());
        // Put where it belongs: most stand in order already, and a sort would weigh more.
        let place = phased_targets.partition_point(|other| other.on <= on);
        phased_targets.insert(place, PhasedTarget { on, value });
    }
    KeyResult {
        id: id.text.clone().into(),
        title: key_result.title(),
        unit: key_result.unit(),
        current,
        as_of: key_result.as_of(),
        baseline: key_result.baseline().map(|b| Baseline {
            value: b.value(),
            unit: b.unit(),
            on: b.on(),
        }),
        owner: known.people.one("owner", key_result.owner(), at),
        how: key_result.how(),
        source: key_result.source(),
        from: key_result.from().filter(|_| in_order),
        due: key_result.due().filter(|_| in_order),
        weight: key_result.weight().unwrap_or(1.0),
        phased_targets,
        kind: kind(word, key_result, at),
    }
}

fn kind(word: KeyResultWord, key_result: Written<'_, document::KeyResult>, at: &mut At) -> KeyResultKind {
    let band = band(key_result.band(), at);
    let target = key_result.target();
    match word {
        KeyResultWord::Reach => KeyResultKind::Reach {
            start: key_result.start().unwrap_or(0.0),
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
            key_result
                .milestones()
                .unwrap_or_default()
                .iter()
                .map(|(_, m)| Milestone {
                    title: m.title(),
                    done: m.done().unwrap_or_default(),
                    due: m.due(),
                })
                .collect(),
        ),
        KeyResultWord::Done => KeyResultKind::Done,
    }
}

fn initiative(initiative: Written<'_, document::Initiative>, id: &Id, known: &Known, at: &mut At) -> Initiative {
    let owners = owners(initiative.owners(), known, at);
    let seats = initiative.seats();
    if let Some(seats) = seats.filter(|seats| *seats < owners.len()) {
        at.field("seats", |at| {
            at.advise(Problem::FewSeats {
                seats,
                owners: owners.len(),
            })
        });
    }
    let former = at.former(initiative.formerly(), &|old| known.initiatives.is_id(old));
    Initiative {
        id: id.text.clone().into(),
        claimable: id.sure,
        title: initiative.title(),
        description: initiative.description(),
        key_results: known.key_results.many("keyResults", initiative.key_results(), at),
        state: initiative.state().unwrap_or_default(),
        seats: seats.unwrap_or(1).max(owners.len()),
        owners,
        due: initiative.due(),
        cost: initiative.cost().map(money),
        decision_area: known
            .areas
            .one::<AreaId>("decisionArea", initiative.decision_area(), at),
        tags: plain(initiative.tags()),
        first_step: initiative.first_step().unwrap_or_default(),
        signal: initiative.signal().map(metric),
        links: plain(initiative.links())
            .into_iter()
            .map(|link| Link {
                label: link.label().unwrap_or(link.href()),
                href: link.href(),
            })
            .collect(),
        formerly: former.into_iter().map(InitiativeId::from).collect(),
    }
}

/// Members before teams of the same name.
fn owners(names: Option<Items<'_, Text>>, known: &Known, at: &mut At) -> Vec<Owner> {
    let mut owners = Vec::new();
    for (place, name) in names.unwrap_or_default().iter() {
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
                    &mut known.people.names().chain(known.teams.names()),
                    true,
                );
            });
        }
        owners.extend(owner.filter(|owner| !owners.contains(owner)));
    }
    owners
}
