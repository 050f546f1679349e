//! Limits breached and back.

use std::rc::Rc;

use alignment_board::domain::attention::Breach;
use alignment_board::domain::event::{Body, Subject};
use alignment_board::domain::goals::{Goals, Guardrail, GuardrailKind, Initiative, Money};

use super::{happened, told};
use crate::attention::{at_most, guardrail, said, talk};
use crate::support::{Team, initiative};

fn under(guardrail: Guardrail, initiatives: Vec<Initiative>) -> Team {
    Team::with(Goals {
        guardrails: vec![guardrail],
        ..talk(initiatives)
    })
}

fn cac(current: Option<f64>, as_of: &str) -> Team {
    under(guardrail("cac", at_most(50.0, current, as_of)), vec![initiative("ugc")])
}

fn report(value: f64) -> Body {
    let mut body = said(Subject::Guardrail("cac".into()), None, "", &[]);
    if let Body::CheckIn(check_in) = &mut body {
        Rc::make_mut(check_in).value = Some(value);
    }
    body
}

#[test]
fn a_metric_that_left_its_band_since_is_breached_and_one_that_was_outside_before_is_not_news() {
    let mut team = cac(Some(44.0), "2026-10-05");
    team.at(11, 9).by("ben").does(&report(51.0));
    assert_eq!(told(&team), "1 breached");
    let breached = happened(&team, 10, 15).breached.remove(0);
    assert!(
        matches!(breached.breach, Some(Breach::OutOfBand { value: 51.0, .. })),
        "{breached:?}"
    );
    let mut team = cac(Some(51.0), "2026-10-05");
    team.at(11, 9).by("ben").does(&report(52.0));
    assert_eq!(told(&team), "");
}

#[test]
fn one_that_came_back_is_told_and_one_that_left_and_came_back_is_not() {
    let mut team = cac(Some(51.0), "2026-10-05");
    team.at(11, 9).by("ben").does(&report(50.0));
    assert_eq!(told(&team), "1 back");
    let mut team = cac(Some(44.0), "2026-10-05");
    team.at(11, 9).by("ben").does(&report(51.0));
    team.at(12, 9).by("ben").does(&report(49.0));
    assert_eq!(told(&team), "");
}

#[test]
fn a_number_the_document_dates_since_then_counts_from_that_day() {
    assert_eq!(told(&cac(Some(51.0), "2026-10-12")), "1 breached");
    assert_eq!(told(&cac(Some(44.0), "2026-10-12")), "");
    let mut team = cac(Some(44.0), "2026-10-12");
    team.at(9, 9).by("ben").does(&report(51.0));
    assert_eq!(told(&team), "1 back");
}

#[test]
fn a_budget_is_compared_by_what_was_promised_then_and_now() {
    let euros = |amount| Money {
        amount,
        currency: "EUR".into(),
    };
    let costing = |id| Initiative {
        cost: Some(euros(60.0)),
        ..initiative(id)
    };
    let spend = || guardrail("spend", GuardrailKind::Budget(euros(100.0)));
    let mut team = under(spend(), vec![costing("ugc"), costing("video")]);
    team.at(5, 9).by("cai").claim("ugc");
    assert_eq!(told(&team), "");
    let claim = team.at(11, 9).by("dee").claim("video");
    assert_eq!(told(&team), "1 breached, 1 claimed");
    team.at(12, 9).by("dee").retract(claim);
    assert_eq!(told(&team), "");
    let mut team = under(spend(), vec![costing("ugc"), costing("video")]);
    team.at(5, 9).by("cai").claim("ugc");
    team.at(5, 9).by("dee").claim("video");
    team.at(11, 9).by("cai").release("ugc");
    assert_eq!(told(&team), "1 back");
}

#[test]
fn a_claim_limit_and_a_rule_in_words_do_not_cross_anything() {
    for kind in [GuardrailKind::ClaimLimit(0), GuardrailKind::Rule] {
        let mut team = under(guardrail("wip", kind), vec![initiative("ugc")]);
        team.at(11, 9).by("cai").claim("ugc");
        assert_eq!(told(&team), "1 claimed");
    }
}
