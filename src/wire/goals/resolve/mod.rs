//! From what is written to what is meant: ids are given, references followed, defaults filled in.

mod limits;
mod names;
mod numbers;
mod objectives;
mod people;

use self::names::{Names, People};
use super::INITIATIVE_LIMIT;
use super::at::At;
use super::document::{Dates, Document, Initiative, Objective};
use super::ids::{Id, Nameless, Path, assign};
use super::written::{Form, Items, Written};
use crate::domain::calendar::Period;
use crate::domain::fault::Problem;
use crate::domain::goals::{Goals, NorthStar, Text};

/// Everything that others may name.
struct Known {
    people: People,
    teams: Names,
    objectives: Names,
    key_results: Names,
    initiatives: Names,
    areas: Names,
}

/// Something that stands in an objective: in which one, at which place, and what is written there.
struct Inner<'a, T> {
    objective: usize,
    place: usize,
    written: Written<'a, T>,
}

/// Makes goals of a document.
pub(super) fn goals(document: Written<'_, Document>, at: &mut At) -> Goals {
    let members = document.members().unwrap_or_default();
    let teams = document.teams().unwrap_or_default();
    let objectives = document.objectives().unwrap_or_default();
    let guardrails = document.guardrails().unwrap_or_default();
    let areas = document.decision_areas().unwrap_or_default();
    let key_results = inner(objectives, |objective| objective.key_results());
    let mut initiatives = inner(objectives, |objective| objective.initiatives());
    keep_within_limit(&mut initiatives, at);

    let member_ids = ids("members", members, |m| (m.id(), m.name()), at);
    let team_ids = ids("teams", teams, |t| (t.id(), t.name()), at);
    let objective_ids = ids("objectives", objectives, |o| (o.id(), o.title()), at);
    let key_result_ids = inner_ids("keyResults", &key_results, |k| (k.id(), k.title()), false, at);
    let initiative_ids = inner_ids("initiatives", &initiatives, |i| (i.id(), i.title()), true, at);
    let guardrail_ids = ids("guardrails", guardrails, |g| (g.id(), g.title()), at);
    let area_ids = ids("decisionAreas", areas, |a| (a.id(), a.title()), at);

    let mut known = Known {
        people: People::new(members, &member_ids),
        teams: Names::new("thing.holder", &team_ids),
        objectives: Names::new("thing.objective", &objective_ids),
        key_results: Names::new("thing.key-result", &key_result_ids),
        initiatives: Names::new("thing.initiative", &initiative_ids),
        areas: Names::new("thing.decision-area", &area_ids),
    };
    for ((_, team), id) in teams.iter().zip(&team_ids) {
        known.teams.also(&team.name(), id);
    }
    for (initiative, id) in initiatives.iter().zip(&initiative_ids) {
        for (_, old) in initiative.written.formerly().unwrap_or_default().iter() {
            known.initiatives.also(&old, id);
        }
    }

    Goals {
        id: document.id().filter(|id| at.field("id", |at| at.is_line(id))),
        title: document.title().unwrap_or_default(),
        period: document
            .period()
            .and_then(|dates| at.field("period", |at| period(dates, at))),
        time_zone: document.time_zone(),
        north_star: document.north_star().map(|star| NorthStar {
            statement: star.statement(),
            why: star.why(),
            metric: star.metric().map(numbers::metric),
        }),
        pitch_panel: known.people.many("pitchPanel", document.pitch_panel(), at),
        teams: people::teams(teams, &team_ids, &known, at),
        objectives: objectives::all(
            objectives,
            &objective_ids,
            (&key_results, &key_result_ids),
            (&initiatives, &initiative_ids),
            &known,
            at,
        ),
        guardrails: limits::guardrails(guardrails, &guardrail_ids, &known, at),
        decision_areas: limits::areas(areas, &area_ids, members, &known, at),
        cadence: limits::cadence(document.cadence()),
        members: people::members(members, &member_ids, &known, at),
    }
}

/// What stands in the objectives, in the document's order.
fn inner<'a, T: Form<Held<'a> = Written<'a, T>>>(
    objectives: Items<'a, Objective>,
    list: fn(Written<'a, Objective>) -> Option<Items<'a, T>>,
) -> Vec<Inner<'a, T>> {
    let mut all = Vec::new();
    for (objective, written) in objectives.iter() {
        for (place, written) in list(written).unwrap_or_default().iter() {
            all.push(Inner {
                objective,
                place,
                written,
            });
        }
    }
    all
}

/// Leaves out initiatives beyond the limit of the whole document.
fn keep_within_limit(initiatives: &mut Vec<Inner<'_, Initiative>>, at: &mut At) {
    let (limit, found) = (INITIATIVE_LIMIT, initiatives.len());
    if found > limit {
        at.field("objectives", |at| at.left_out(Problem::TooMany { limit, found }));
        initiatives.truncate(limit);
    }
}

/// The id that something was given, and its title.
type Called = (Option<Text>, Text);

fn ids<'a, T: Form<Held<'a> = Written<'a, T>>>(
    list: &'static str,
    things: Items<'a, T>,
    called: fn(Written<'a, T>) -> Called,
    at: &mut At,
) -> Vec<Id> {
    let mut all = Vec::with_capacity(things.len());
    for (place, thing) in things.iter() {
        let (given, title) = called(thing);
        let path = Path::new(list, place);
        let given = given.filter(|id| at.item_of(list, place, |at| at.field("id", |at| at.is_line(id))));
        all.push(Nameless { path, given, title });
    }
    assign(&all, false, at)
}

fn inner_ids<T>(
    list: &'static str,
    things: &[Inner<'_, T>],
    called: fn(Written<'_, T>) -> Called,
    taken: bool,
    at: &mut At,
) -> Vec<Id> {
    let mut all = Vec::with_capacity(things.len());
    for thing in things {
        let (given, title) = called(thing.written);
        let path = Path {
            outer: Some(("objectives", thing.objective)),
            inner: (list, thing.place),
        };
        all.push(Nameless { path, given, title });
    }
    assign(&all, taken, at)
}

fn period(dates: Written<'_, Dates>, at: &mut At) -> Option<Period> {
    let (start, end) = (dates.start(), dates.end());
    at.in_order("end", Some(start), Some(end))
        .then_some(Period { start, end })
}
