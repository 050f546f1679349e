//! Guardrails: what each stands at, and what it says to a claim.

mod budget;
mod claims;
mod laws;
mod metric;

use alignment_board::domain::board::Board;
use alignment_board::domain::event::{Body, EventId};
use alignment_board::domain::goals::{Band, Goals, Guardrail, GuardrailKind, Initiative, Money, OnBreach};
use alignment_board::domain::guardrail::{
    Because, Effect, Facts, Limits, MayClaim, Measurement, Reason, Standing, State, Waiver,
};
use alignment_board::domain::people::Person;
use alignment_board::domain::stamp::Stamp;

use crate::calendar::los_angeles;
use crate::support::{Team, at, day, goals, initiative, objective};

/// Stops claims everywhere.
fn guardrail(id: &str, kind: GuardrailKind) -> Guardrail {
    Guardrail {
        id: id.into(),
        title: id.into(),
        kind,
        owner: None,
        objectives: vec![],
        on_breach: OnBreach::Block,
        repaired_by: vec![],
    }
}

fn euros(amount: f64) -> Money {
    money(amount, "EUR")
}

fn money(amount: f64, currency: &str) -> Money {
    Money {
        amount,
        currency: currency.into(),
    }
}

fn costing(id: &str, cost: Money) -> Initiative {
    Initiative {
        cost: Some(cost),
        ..initiative(id)
    }
}

/// A team under these guardrails.
fn team(initiatives: impl IntoIterator<Item = Initiative>, guardrails: &[Guardrail]) -> Team {
    Team::with(under(initiatives, guardrails))
}

fn under(initiatives: impl IntoIterator<Item = Initiative>, guardrails: &[Guardrail]) -> Goals {
    Goals {
        guardrails: guardrails.to_vec(),
        ..goals(initiatives)
    }
}

/// Read on that day of October at noon UTC.
fn limits<'a>(board: &'a Board, facts: Facts<'a>, today: u64) -> Limits<'a> {
    let zone = alignment_board::domain::calendar::TimeZone::UTC;
    Limits {
        board,
        facts,
        now: zone.now(at(today, 12)),
        zone,
    }
}

/// The first guardrail, on 20 October.
fn standing(team: &Team, facts: Facts) -> Standing {
    limits(team.board(), facts, 20).standings().remove(0)
}

fn asks(team: &Team, facts: Facts, member: &str, id: &str) -> MayClaim {
    let answer = limits(team.board(), facts, 20).may_claim(&member.into(), &id.into());
    answer.expect("an initiative of the document")
}

/// `"no"`, `"yes but"` or `"yes"`, with each guardrail and what it does.
fn answer(may: &MayClaim) -> String {
    let told = |reasons: &[Reason]| -> String {
        let one = |reason: &Reason| {
            let effect = match reason.effect {
                Effect::Stops => "stops",
                Effect::Warns => "warns",
                Effect::Waived(_) => "is waived",
                Effect::Repairs => "is repaired",
            };
            format!(" {} {effect}", reason.guardrail)
        };
        reasons.iter().map(one).collect()
    };
    match may {
        MayClaim::Yes => "yes".to_owned(),
        MayClaim::YesBut(reasons) => format!("yes, but{}", told(reasons)),
        MayClaim::No(reasons) => format!("no:{}", told(reasons)),
    }
}

fn because(may: MayClaim) -> Because {
    match may {
        MayClaim::Yes => panic!("no reason"),
        MayClaim::YesBut(mut reasons) | MayClaim::No(mut reasons) => reasons.remove(0).because,
    }
}

fn person(id: &str) -> Person {
    Person {
        id: id.into(),
        name: id.into(),
    }
}

fn event(day_of_october: u64, hour: u64) -> EventId {
    EventId {
        stamp: Stamp {
            ms: at(day_of_october, hour),
            counter: 0,
            replica: 1,
        },
        hash: [0; 12],
    }
}

fn measurement(guardrail: &str, value: f64, day_of_october: u64, hour: u64) -> Measurement {
    Measurement {
        guardrail: guardrail.into(),
        event: event(day_of_october, hour),
        by: person("ben"),
        value,
    }
}

fn waiver(guardrail: &str, initiative: &str) -> Waiver {
    Waiver {
        guardrail: guardrail.into(),
        initiative: initiative.into(),
        event: event(19, 9),
        by: person("ana"),
        reason: "We try it once.".into(),
    }
}

#[test]
fn a_rule_in_words_never_stops_and_says_that_no_number_can_judge_it() {
    let team = team([initiative("ugc")], &[guardrail("brand", GuardrailKind::Rule)]);
    let standing = standing(&team, Facts::default());
    assert_eq!((standing.state, standing.affected.len()), (State::InWords, 0));
    assert_eq!(asks(&team, Facts::default(), "ben", "ugc"), MayClaim::Yes);
}

#[test]
fn what_is_not_in_the_document_gets_no_answer() {
    let team = team([initiative("ugc")], &[]);
    let limits = limits(team.board(), Facts::default(), 20);
    assert_eq!(limits.may_claim(&"ben".into(), &"gone".into()), None);
    assert_eq!(limits.may_claim(&"ben".into(), &"ugc".into()), Some(MayClaim::Yes));
}

#[test]
fn a_guardrail_of_one_objective_says_nothing_to_another() {
    let elsewhere = Guardrail {
        objectives: vec!["engagement".into()],
        ..guardrail("spend", GuardrailKind::Budget(euros(10.0)))
    };
    let here = Guardrail {
        objectives: vec!["talk".into()],
        ..elsewhere.clone()
    };
    let ask = |guardrail| {
        asks(
            &team([costing("ugc", euros(11.0))], &[guardrail]),
            Facts::default(),
            "ben",
            "ugc",
        )
    };
    assert_eq!(ask(elsewhere), MayClaim::Yes);
    assert_eq!(answer(&ask(here)), "no: spend stops");
}

#[test]
fn only_the_objectives_it_names_count_for_it() {
    let spend = Guardrail {
        objectives: vec!["engagement".into()],
        ..guardrail("spend", GuardrailKind::Budget(euros(10.0)))
    };
    let wip = Guardrail {
        objectives: vec!["engagement".into()],
        ..guardrail("wip", GuardrailKind::ClaimLimit(1))
    };
    let mut goals = under([costing("ugc", euros(9.0))], &[spend, wip]);
    let mut engagement = objective("engagement");
    engagement.initiatives = vec![costing("video", euros(9.0)).into(), initiative("free").into()];
    goals.objectives.push(engagement.into());
    let mut team = Team::with(goals);
    team.at(5, 9).by("ben").claim("ugc");
    let ask = |team: &Team, id| answer(&asks(team, Facts::default(), "ben", id));
    assert_eq!(ask(&team, "video"), "yes");
    team.at(5, 10).by("ben").claim("video");
    assert_eq!(ask(&team, "free"), "no: wip stops");
}

#[test]
fn what_stops_comes_before_what_warns_whatever_their_order_in_the_document() {
    let warns = Guardrail {
        on_breach: OnBreach::Warn,
        ..guardrail("wip", GuardrailKind::ClaimLimit(0))
    };
    let stops = guardrail("spend", GuardrailKind::Budget(euros(10.0)));
    let team = team([costing("ugc", euros(11.0))], &[warns, stops]);
    let may = asks(&team, Facts::default(), "ben", "ugc");
    assert_eq!(answer(&may), "no: spend stops wip warns");
}

#[test]
fn what_repairs_a_guardrail_is_never_stopped_by_it() {
    let repaired = Guardrail {
        repaired_by: vec!["ugc".into()],
        ..guardrail("spend", GuardrailKind::Budget(euros(10.0)))
    };
    let team = team(
        [costing("ugc", euros(11.0)), costing("video", euros(11.0))],
        &[repaired],
    );
    let ask = |id| answer(&asks(&team, Facts::default(), "ben", id));
    assert_eq!(ask("ugc"), "yes, but spend is repaired");
    assert_eq!(ask("video"), "no: spend stops");
    let affected: Vec<_> = standing(&team, Facts::default()).affected;
    assert_eq!(affected, ["video".into()]);
}

#[test]
fn a_waiver_lets_one_initiative_pass_and_says_who_waived_it_and_why() {
    let spend = guardrail("spend", GuardrailKind::Budget(euros(10.0)));
    let team = team([costing("ugc", euros(11.0)), costing("video", euros(11.0))], &[spend]);
    let waivers = [waiver("spend", "ugc"), waiver("wip", "video")];
    let facts = Facts {
        waivers: &waivers,
        ..Facts::default()
    };
    let MayClaim::YesBut(reasons) = asks(&team, facts, "ben", "ugc") else {
        panic!("stopped")
    };
    assert_eq!(reasons[0].effect, Effect::Waived(waiver("spend", "ugc")));
    assert_eq!(
        answer(&asks(&team, facts, "ben", "video")),
        "no: spend stops",
        "waived another one"
    );
    assert_eq!(standing(&team, facts).affected, ["video".into()]);
}

#[test]
fn of_two_waivers_the_last_is_told_and_what_repairs_it_needs_none() {
    let spend = guardrail("spend", GuardrailKind::Budget(euros(10.0)));
    let waivers = [
        waiver("spend", "ugc"),
        Waiver {
            event: event(20, 9),
            reason: "And once more.".into(),
            ..waiver("spend", "ugc")
        },
    ];
    let facts = Facts {
        waivers: &waivers,
        ..Facts::default()
    };
    let effect = |spend: &Guardrail| {
        let team = team([costing("ugc", euros(11.0))], std::slice::from_ref(spend));
        match asks(&team, facts, "ben", "ugc") {
            MayClaim::YesBut(mut reasons) => reasons.remove(0).effect,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(effect(&spend), Effect::Waived(waivers[1].clone()));
    let repaired = Guardrail {
        repaired_by: vec!["ugc".into()],
        ..spend
    };
    assert_eq!(effect(&repaired), Effect::Repairs);
}

#[test]
fn what_cannot_be_claimed_at_all_is_not_told_of_a_breach() {
    let shared = Initiative {
        claimable: false,
        ..costing("shared", euros(11.0))
    };
    let mut team = team(
        [costing("ugc", euros(11.0)), costing("newer", euros(11.0)), shared],
        &[guardrail("spend", GuardrailKind::Budget(euros(10.0)))],
    );
    team.at(5, 9).by("ben").does(&Body::Unknown {
        kind: "bless".into(),
        initiative: Some("newer".into()),
    });
    assert_eq!(standing(&team, Facts::default()).affected, ["ugc".into()]);
}

#[test]
fn a_waiver_under_a_former_id_still_holds() {
    let renamed = Initiative {
        formerly: vec!["old".into()],
        ..costing("ugc", euros(11.0))
    };
    let team = team([renamed], &[guardrail("spend", GuardrailKind::Budget(euros(10.0)))]);
    let waivers = [waiver("spend", "old")];
    let facts = Facts {
        waivers: &waivers,
        ..Facts::default()
    };
    assert_eq!(answer(&asks(&team, facts, "ben", "old")), "yes, but spend is waived");
}

#[test]
fn the_days_of_a_guardrails_news_are_the_teams() {
    let metric = super::guardrail::metric::band(None, Some(50.0));
    let team = team([], &[guardrail("cac", metric)]);
    // Monday evening in Los Angeles: the week's check-in, and not the next week's.
    let measured = [measurement("cac", 44.0, 20, 1)];
    let facts = Facts {
        measured: &measured,
        ..Facts::default()
    };
    let zone = los_angeles();
    let state = |zone: &_, day| {
        let limits = Limits {
            now: alignment_board::domain::calendar::TimeZone::now(zone, at(day, 12)),
            zone,
            ..limits(team.board(), facts, day)
        };
        limits.standings().remove(0).state
    };
    assert_eq!((state(&zone, 28), state(&zone, 29)), (State::Kept, State::Unknown));
    // The document dates its number a day later than that report is there.
    let metric = GuardrailKind::Metric {
        unit: None,
        band: Band {
            min: None,
            max: Some(50.0),
        },
        current: Some(44.0),
        as_of: Some(day("2026-10-20")),
    };
    let dated = super::guardrail::team([], &[guardrail("cac", metric)]);
    let limits = Limits {
        now: zone.now(at(29, 12)),
        zone: &zone,
        ..limits(dated.board(), facts, 29)
    };
    assert_eq!(limits.standings()[0].state, State::Kept, "the latest news counts");
}
