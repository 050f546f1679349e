//! Guardrails, decision areas and the rhythm: what frames the work.

use super::super::at::{At, excerpt};
use super::super::document;
use super::super::ids::Id;
use super::super::kinds::{GuardrailWord, Limit, Words};
use super::super::lists::List;
use super::super::numbers::Whole;
use super::numbers::{band, money};
use super::{Known, listed};
use crate::domain::fault::Problem;
use crate::domain::goals::{Cadence, DecisionArea, Guardrail, GuardrailKind, Text};
use crate::json::Json;

pub(super) fn guardrails(
    guardrails: Vec<(usize, document::Guardrail)>,
    ids: &[Id],
    known: &Known,
    at: &mut At,
) -> Vec<Guardrail> {
    let one = |((place, mut guardrail), id): ((usize, document::Guardrail), &Id)| {
        at.item_of("guardrails", place, |at| {
            Some(Guardrail {
                id: id.text.clone().into(),
                kind: kind(&mut guardrail, at)?,
                title: guardrail.title,
                owner: known.people.one("owner", guardrail.owner, at),
                objectives: known.objectives.many("objectives", guardrail.objectives, at),
                on_breach: guardrail.on_breach.unwrap_or_default(),
                repaired_by: known.initiatives.many("repairedBy", guardrail.repaired_by, at),
            })
        })
    };
    guardrails.into_iter().zip(ids).filter_map(one).collect()
}

/// What is limited; a limit without its number means nothing, and the guardrail is left out.
fn kind(guardrail: &mut document::Guardrail, at: &mut At) -> Option<GuardrailKind> {
    let limit = guardrail.limit.take();
    let word = guardrail.kind.unwrap_or(match (&limit, &guardrail.band) {
        (Some(Limit::Number(_)), _) => GuardrailWord::ClaimLimit,
        (Some(Limit::Money(_)), _) => GuardrailWord::Budget,
        (None, Some(_)) => GuardrailWord::Metric,
        (None, None) => GuardrailWord::Rule,
    });
    match (word, limit) {
        (GuardrailWord::Rule, _) => Some(GuardrailKind::Rule),
        (GuardrailWord::Metric, _) => {
            if guardrail.band.is_none() {
                at.advise(Problem::MissingField { field: "band" });
            }
            Some(GuardrailKind::Metric {
                unit: guardrail.unit.take(),
                band: band(guardrail.band.take(), at),
                current: guardrail.current,
                as_of: guardrail.as_of,
            })
        }
        (GuardrailWord::ClaimLimit, Some(Limit::Number(n))) if n.fract() == 0.0 && n <= f64::from(u32::MAX) => {
            Some(GuardrailKind::ClaimLimit(n as u32))
        }
        (GuardrailWord::Budget, Some(Limit::Money(limit))) => Some(GuardrailKind::Budget(money(limit))),
        (_, None) => {
            at.left_out(Problem::MissingField { field: "limit" });
            None
        }
        (word, Some(limit)) => {
            let expected = if word == GuardrailWord::Budget {
                "expected.money"
            } else {
                "expected.whole"
            };
            let found = match limit {
                Limit::Number(n) => excerpt(&Json::Number(n)),
                Limit::Money(_) => "{ … }".to_owned(),
            };
            at.left_out(Problem::WrongType { expected, found });
            None
        }
    }
}

pub(super) fn areas(
    areas: Vec<(usize, document::DecisionArea)>,
    ids: &[Id],
    members: &[(usize, document::Member)],
    known: &Known,
    at: &mut At,
) -> Vec<DecisionArea> {
    let roles: Vec<&str> = members
        .iter()
        .flat_map(|(_, m)| listed(&m.roles))
        .map(|(_, role)| &**role)
        .collect();
    let one = |((place, area), id): ((usize, document::DecisionArea), &Id)| {
        at.item_of("decisionAreas", place, |at| DecisionArea {
            id: id.text.clone().into(),
            title: area.title,
            level: area.level,
            delegates: named("delegates", area.delegates, &roles, known, at),
            up_to: area.up_to.map(money),
            approver: known.people.one("approver", area.approver, at),
            with: named("with", area.with, &roles, known, at),
            consult: named("consult", area.consult, &roles, known, at),
            inform: named("inform", area.inform, &roles, known, at),
            alone: List::plain(area.alone),
            together: List::plain(area.together),
        })
    };
    areas.into_iter().zip(ids).map(one).collect()
}

/// Roles, members or teams, as written; whoever nobody here is called is told, and kept: they may be outside the team.
fn named(field: &str, names: Option<Words>, roles: &[&str], known: &Known, at: &mut At) -> Vec<Text> {
    for (place, name) in listed(&names) {
        let same = |role: &&str| role.eq_ignore_ascii_case(name);
        if known.people.find(name).is_none() && known.teams.find(name).is_none() && !roles.iter().any(same) {
            let names = known
                .people
                .names()
                .chain(known.teams.names())
                .chain(roles.iter().copied());
            at.item_of(field, *place, |at| at.unknown("thing.named", name, names, false));
        }
    }
    List::plain(names)
}

pub(super) fn cadence(cadence: Option<document::Cadence>) -> Cadence {
    let default = Cadence::default();
    let Some(cadence) = cadence else {
        return default;
    };
    let days = |written: Option<Whole>, default: u32| written.map_or(default, |days| days.0);
    Cadence {
        check_in: cadence.check_in.map_or(default.check_in, |check_in| check_in.0),
        day: cadence.day.unwrap_or(default.day),
        grace_days: days(cadence.grace_days, default.grace_days),
        review_mode: cadence.review_mode.unwrap_or_default(),
        review_minutes_per_member: days(cadence.review_minutes_per_member, default.review_minutes_per_member),
        idle_after_days: days(cadence.idle_after_days, default.idle_after_days),
        reclaim_after_days: days(cadence.reclaim_after_days, default.reclaim_after_days),
    }
}
