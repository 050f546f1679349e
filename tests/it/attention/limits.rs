//! Breached guardrails, silent ones, and members beyond a claim limit.

use std::rc::Rc;

use alignment_board::domain::attention::{Breach, Concern, Step, Why};
use alignment_board::domain::event::{Body, Pitch, Ruling, Subject};
use alignment_board::domain::goals::{Band, Goals, Guardrail, GuardrailKind, Initiative, Money, OnBreach};

use super::{as_seen_by, concerns, of, sees, step, talk};
use crate::support::{Team, day, initiative};

pub(crate) fn guardrail(id: &str, kind: GuardrailKind) -> Guardrail {
    Guardrail {
        id: id.into(),
        title: id.into(),
        kind,
        owner: Some("ben".into()),
        objectives: vec![],
        on_breach: OnBreach::Warn,
        repaired_by: vec![],
    }
}

pub(crate) fn at_most(max: f64, current: Option<f64>, as_of: &str) -> GuardrailKind {
    GuardrailKind::Metric {
        unit: Some("EUR".into()),
        band: Band {
            min: None,
            max: Some(max),
        },
        current,
        as_of: Some(day(as_of)),
    }
}

fn under(guardrails: Vec<Guardrail>) -> Goals {
    Goals {
        guardrails,
        ..talk(["ugc", "video", "replies"].map(initiative))
    }
}

fn cac(current: f64) -> Guardrail {
    guardrail("cac", at_most(50.0, Some(current), "2026-10-05"))
}

#[test]
fn a_metric_outside_its_band_is_told_with_its_numbers_and_one_inside_is_not() {
    let concerns = concerns(&Team::with(under(vec![cac(50.1)])), 6);
    let expected = Why::Breached {
        on_breach: OnBreach::Warn,
        breach: Breach::OutOfBand {
            unit: Some("EUR".into()),
            band: Band {
                min: None,
                max: Some(50.0),
            },
            value: 50.1,
            since: Some(day("2026-10-05")),
        },
    };
    assert_eq!(concerns[0].why, expected, "and it comes first");
    assert_eq!(sees(&Team::with(under(vec![cac(50.0)])), 6, "cac"), "");
}

#[test]
fn whoever_watches_it_reports_and_others_ask() {
    let team = Team::with(under(vec![cac(51.0)]));
    let on = || Subject::Guardrail("cac".into());
    let seen = |viewer| step(&as_seen_by(viewer, &team, 6), "cac", "out-of-band");
    assert_eq!([seen("ben"), seen("ana")], [Step::CheckIn(on()), Step::CheckIn(on())]);
    assert_eq!(seen("cai"), Step::Comment(on()));
    let mut goals = under(vec![Guardrail {
        objectives: vec!["talk".into()],
        ..cac(51.0)
    }]);
    Rc::make_mut(&mut goals.objectives[0]).sponsor = Some("dee".into());
    let team = Team::with(goals);
    let seen = |viewer| step(&as_seen_by(viewer, &team, 6), "cac", "out-of-band");
    let all = [seen("dee"), seen("ana"), seen("cai")];
    assert_eq!(
        all,
        [Step::CheckIn(on()), Step::CheckIn(on()), Step::Comment(on())],
        "Dee sponsors where it applies"
    );
}

#[test]
fn what_repairs_a_breach_is_to_be_claimed_while_it_is_free() {
    let mut team = Team::with(under(vec![Guardrail {
        repaired_by: vec!["ugc".into()],
        ..cac(51.0)
    }]));
    assert_eq!(
        step(&concerns(&team, 6), "cac", "out-of-band"),
        Step::Claim("ugc".into())
    );
    team.at(5, 9).by("cai").claim("ugc");
    assert_eq!(
        step(&concerns(&team, 6), "cac", "out-of-band"),
        Step::CheckIn(Subject::Guardrail("cac".into()))
    );
}

#[test]
fn whoever_has_what_repairs_a_breach_is_not_asked_to_claim_it_again() {
    let mut goals = under(vec![Guardrail {
        repaired_by: vec!["ugc".into()],
        ..cac(51.0)
    }]);
    let objective = Rc::make_mut(&mut goals.objectives[0]);
    Rc::make_mut(&mut objective.initiatives[0]).seats = 2;
    let mut team = Team::with(goals);
    team.at(5, 9).by("ben").claim("ugc");
    let seen = |viewer| step(&as_seen_by(viewer, &team, 6), "cac", "out-of-band");
    assert_eq!(seen("cai"), Step::Claim("ugc".into()), "the other seat is free");
    assert_eq!(seen("ben"), Step::CheckIn(Subject::Guardrail("cac".into())));
}

#[test]
fn a_watched_number_without_news_is_outdated_and_a_rule_in_words_never_is() {
    let team = Team::with(under(vec![
        guardrail("cac", at_most(50.0, Some(44.0), "2026-10-05")),
        guardrail("none", at_most(50.0, None, "2026-10-05")),
        guardrail("brand", GuardrailKind::Rule),
    ]));
    let seen = |today| {
        let concerns = concerns(&team, today);
        ["cac", "none", "brand"].map(|id| of(id, &concerns))
    };
    assert_eq!(seen(7), ["", "", ""]);
    assert_eq!(seen(8), ["", "outdated", ""], "there never was a number");
    assert_eq!(
        (seen(14), seen(15)),
        (
            ["", "outdated", ""].map(str::to_owned),
            ["outdated", "outdated", ""].map(str::to_owned)
        )
    );
}

#[test]
fn a_budget_is_breached_when_more_is_promised_than_there_is() {
    let euros = |amount| Money {
        amount,
        currency: "EUR".into(),
    };
    let goals = |limit| Goals {
        guardrails: vec![guardrail("spend", GuardrailKind::Budget(euros(limit)))],
        ..talk([Initiative {
            cost: Some(euros(3000.0)),
            ..initiative("ugc")
        }])
    };
    let claimed = |limit| {
        let mut team = Team::with(goals(limit));
        team.at(5, 9).by("cai").claim("ugc");
        team
    };
    let over = concerns(&claimed(2999.0), 6);
    let expected = Breach::OverBudget {
        limit: euros(2999.0),
        used: 3000.0,
    };
    assert!(
        matches!(&over[0].why, Why::Breached { breach, .. } if *breach == expected),
        "{over:?}"
    );
    assert_eq!(over[0].step, Step::Show(Subject::Guardrail("spend".into())));
    assert_eq!(sees(&claimed(3000.0), 6, "spend"), "");
    assert_eq!(
        sees(&Team::with(goals(2999.0)), 6, "spend"),
        "",
        "nothing is promised yet"
    );
}

#[test]
fn who_has_more_claims_than_the_limit_is_named_and_who_has_as_many_is_not() {
    let mut team = Team::with(under(vec![guardrail("wip", GuardrailKind::ClaimLimit(2))]));
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 9).by("cai").claim("video");
    assert_eq!(sees(&team, 6, "wip"), "");
    team.at(5, 10).by("dee").claim("replies");
    team.at(5, 11).by("cai").claim("replies");
    let concerns = concerns(&team, 6);
    let over: Vec<&Concern> = concerns
        .iter()
        .filter(|c| c.on == Subject::Guardrail("wip".into()))
        .collect();
    let [
        Concern {
            why: Why::OverClaimed { person, open, limit },
            step,
            ..
        },
    ] = &over[..]
    else {
        panic!("{over:?}")
    };
    assert_eq!((person.id.as_str(), *open, *limit), ("cai", 3, 2));
    assert_eq!(*step, Step::ShowMember("cai".into()));
}

#[test]
fn a_number_that_was_reported_breaches_a_limit_and_mends_it() {
    let on = || Subject::Guardrail("cac".into());
    let report = |value| {
        let mut body = super::said(on(), None, "", &[]);
        if let Body::CheckIn(check_in) = &mut body {
            Rc::make_mut(check_in).value = Some(value);
        }
        body
    };
    let mut team = Team::with(under(vec![cac(44.0)]));
    team.at(6, 9).by("ben").does(&report(51.0));
    assert_eq!(sees(&team, 6, "cac"), "out-of-band");
    team.at(6, 10).by("ben").does(&report(49.0));
    assert_eq!(sees(&team, 6, "cac"), "");
    assert_eq!(
        (sees(&team, 14, "cac"), sees(&team, 22, "cac")),
        (String::new(), "outdated".into())
    );
}

#[test]
fn a_pitch_that_was_accepted_spends_its_money_from_then_on() {
    let euros = |amount| Money {
        amount,
        currency: "EUR".into(),
    };
    let mut team = Team::with(under(vec![guardrail("spend", GuardrailKind::Budget(euros(100.0)))]));
    let text = Rc::new(Pitch {
        cost: Some(euros(101.0)),
        ..Pitch::clone(&super::pitch("Shout"))
    });
    let pitched = team.at(5, 9).by("cai").does(&Body::Pitch(text));
    assert_eq!(sees(&team, 6, "spend"), "");
    team.at(5, 10).by("ana").does(&super::decide(pitched, Ruling::Accept));
    assert_eq!(sees(&team, 6, "spend"), "over-budget");
    team.at(5, 11).by("cai").release(&pitched.to_string());
    assert_eq!(sees(&team, 6, "spend"), "over-budget", "also while it is free");
    let mut adopting = under(vec![guardrail("spend", GuardrailKind::Budget(euros(100.0)))]);
    let adopted = Initiative {
        cost: Some(euros(101.0)),
        formerly: vec![pitched.to_string().into()],
        ..initiative("shout")
    };
    Rc::make_mut(&mut adopting.objectives[0])
        .initiatives
        .push(adopted.into());
    team.ledger = team.ledger.under(adopting.into());
    assert_eq!(team.holders("shout"), "");
    assert_eq!(sees(&team, 6, "spend"), "over-budget", "and in the document as well");
    team.at(5, 12).by("ana").does(&super::decide(pitched, Ruling::Park));
    assert_eq!(sees(&team, 6, "spend"), "", "parked after all");
}
