//! From what is written to what is meant: ids are given, references followed, defaults filled in.

mod limits;
mod names;
mod numbers;
mod objectives;
mod people;

use self::names::{Names, People};
use super::INITIATIVE_LIMIT;
use super::at::At;
use super::document::{Dates, Document, Objective};
use super::ids::{Id, Nameless, Path, assign};
use super::lists::List;
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

/// Makes goals of a document.
pub(super) fn goals(document: Document, at: &mut At) -> Goals {
    let members = document.members.unwrap_or_default().0;
    let teams = document.teams.unwrap_or_default().0;
    let mut objectives = document.objectives.unwrap_or_default().0;
    let guardrails = document.guardrails.unwrap_or_default().0;
    let areas = document.decision_areas.unwrap_or_default().0;
    keep_within_limit(&mut objectives, at);

    let member_ids = ids("members", &members, |m| (&m.id, &m.name), at);
    let team_ids = ids("teams", &teams, |t| (&t.id, &t.name), at);
    let objective_ids = ids("objectives", &objectives, |o| (&o.id, &o.title), at);
    let key_result_ids = assign(&key_results(&objectives), false, at);
    let initiative_ids = assign(&initiatives(&objectives), true, at);
    let guardrail_ids = ids("guardrails", &guardrails, |g| (&g.id, &g.title), at);
    let area_ids = ids("decisionAreas", &areas, |a| (&a.id, &a.title), at);

    let mut known = Known {
        people: People::new(&members, &member_ids),
        teams: Names::new("thing.holder", &team_ids),
        objectives: Names::new("thing.objective", &objective_ids),
        key_results: Names::new("thing.key-result", &key_result_ids),
        initiatives: Names::new("thing.initiative", &initiative_ids),
        areas: Names::new("thing.decision-area", &area_ids),
    };
    for ((_, team), id) in teams.iter().zip(&team_ids) {
        known.teams.also(&team.name, id);
    }
    for ((_, initiative), id) in objectives
        .iter()
        .flat_map(|(_, o)| listed(&o.initiatives))
        .zip(&initiative_ids)
    {
        for (_, old) in listed(&initiative.formerly) {
            known.initiatives.also(old, id);
        }
    }

    Goals {
        id: document.id,
        title: document.title.unwrap_or_default(),
        period: document
            .period
            .and_then(|dates| at.field("period", |at| period(&dates, at))),
        time_zone: document.time_zone,
        north_star: document.north_star.map(|star| NorthStar {
            statement: star.statement,
            why: star.why,
            metric: star.metric.map(numbers::metric),
        }),
        pitch_panel: known.people.many("pitchPanel", document.pitch_panel, at),
        teams: people::teams(teams, &team_ids, &known, at),
        objectives: objectives::all(objectives, &objective_ids, &key_result_ids, &initiative_ids, &known, at),
        guardrails: limits::guardrails(guardrails, &guardrail_ids, &known, at),
        decision_areas: limits::areas(areas, &area_ids, &members, &known, at),
        cadence: limits::cadence(document.cadence),
        members: people::members(members, &member_ids, &known, at),
    }
}

/// The items of a list that may be absent.
fn listed<T>(list: &Option<List<T>>) -> &[(usize, T)] {
    list.as_ref().map_or(&[], |list| &list.0)
}

fn ids<T>(
    list: &'static str,
    things: &[(usize, T)],
    names: impl Fn(&T) -> (&Option<Text>, &Text),
    at: &mut At,
) -> Vec<Id> {
    let nameless = things.iter().map(|(place, thing)| {
        let (given, title) = names(thing);
        Nameless {
            path: Path::new(list, *place),
            given: given.as_ref(),
            title,
        }
    });
    assign(&nameless.collect::<Vec<_>>(), false, at)
}

fn key_results(objectives: &[(usize, Objective)]) -> Vec<Nameless<'_>> {
    let mut all = Vec::new();
    for (o, objective) in objectives {
        for (k, key_result) in listed(&objective.key_results) {
            all.push(Nameless {
                path: Path {
                    outer: Some(("objectives", *o)),
                    inner: ("keyResults", *k),
                },
                given: key_result.id.as_ref(),
                title: &key_result.title,
            });
        }
    }
    all
}

fn initiatives(objectives: &[(usize, Objective)]) -> Vec<Nameless<'_>> {
    let mut all = Vec::new();
    for (o, objective) in objectives {
        for (i, initiative) in listed(&objective.initiatives) {
            all.push(Nameless {
                path: Path {
                    outer: Some(("objectives", *o)),
                    inner: ("initiatives", *i),
                },
                given: initiative.id.as_ref(),
                title: &initiative.title,
            });
        }
    }
    all
}

/// Leaves out initiatives beyond the limit of the whole document.
fn keep_within_limit(objectives: &mut [(usize, Objective)], at: &mut At) {
    let found: usize = objectives.iter().map(|(_, o)| listed(&o.initiatives).len()).sum();
    let mut room = INITIATIVE_LIMIT;
    if found > room {
        at.field("objectives", |at| {
            at.left_out(Problem::TooMany {
                limit: INITIATIVE_LIMIT,
                found,
            })
        });
    }
    for list in objectives.iter_mut().filter_map(|(_, o)| o.initiatives.as_mut()) {
        list.0.truncate(room);
        room -= list.0.len();
    }
}

fn period(dates: &Dates, at: &mut At) -> Option<Period> {
    at.in_order("end", Some(dates.start), Some(dates.end))
        .then_some(Period {
            start: dates.start,
            end: dates.end,
        })
}
