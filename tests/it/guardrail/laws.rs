//! Whatever the numbers: nothing is infinite, and the overview and the answer to a claim agree.

use alignment_board::domain::goals::{Band, Guardrail, GuardrailKind, Initiative, InitiativeState, Money, OnBreach};
use alignment_board::domain::guardrail::{Because, Detail, Effect, Facts, MayClaim};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{guardrail, limits, measurement, team};
use crate::support::{day, initiative};

/// As people write them, and any other that is one.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![crate::support::finite(), any::<f64>()]
}

fn any_money() -> impl Strategy<Value = Money> {
    (number(), select(&["EUR", "USD"][..])).prop_map(|(amount, currency)| Money {
        amount: amount.abs(),
        currency: currency.into(),
    })
}

fn any_guardrail() -> impl Strategy<Value = Guardrail> {
    let kind = prop_oneof![
        (
            option::of(number()),
            option::of(number()),
            option::of(number()),
            any::<bool>()
        )
            .prop_map(|(min, max, current, dated)| GuardrailKind::Metric {
                unit: None,
                band: Band { min, max },
                current,
                as_of: dated.then(|| day("2026-10-19")),
            }),
        any_money().prop_map(GuardrailKind::Budget),
        (0..3_u32).prop_map(GuardrailKind::ClaimLimit),
        Just(GuardrailKind::Rule),
    ];
    (kind, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(kind, warns, elsewhere, repaired)| Guardrail {
        on_breach: if warns { OnBreach::Warn } else { OnBreach::Block },
        objectives: if elsewhere { vec!["elsewhere".into()] } else { vec![] },
        repaired_by: if repaired { vec!["0".into()] } else { vec![] },
        ..guardrail("limit", kind)
    })
}

fn any_initiative() -> impl Strategy<Value = Initiative> {
    let states = [InitiativeState::Open, InitiativeState::Open, InitiativeState::Done];
    (option::of(any_money()), any::<prop::sample::Index>()).prop_map(move |(cost, state)| Initiative {
        cost,
        state: *state.get(&states),
        ..initiative("work")
    })
}

fn finite(numbers: impl IntoIterator<Item = f64>) -> bool {
    numbers.into_iter().all(f64::is_finite)
}

proptest! {
    #[test]
    fn what_is_affected_is_what_a_newcomer_is_told(
        guardrails in vec(any_guardrail(), 0..4), mut initiatives in vec(any_initiative(), 1..5),
        claimed in vec(0..5_usize, 0..5), measured in vec((number(), 1..20_u64), 0..4),
    ) {
        let mut guardrails = guardrails;
        for (n, guardrail) in guardrails.iter_mut().enumerate() {
            guardrail.id = n.to_string().into();
        }
        for (n, initiative) in initiatives.iter_mut().enumerate() {
            initiative.id = n.to_string().into();
        }
        let count = initiatives.len();
        let mut team = team(initiatives, &guardrails);
        for n in claimed {
            team.at(5, 9).by("ben").claim(&(n % count).to_string());
        }
        let measured: Vec<_> = measured.iter().map(|(value, day)| measurement("0", *value, *day, 9)).collect();
        let facts = Facts { measured: &measured, ..Facts::default() };
        let limits = limits(team.board(), facts, 20);
        for standing in limits.standings() {
            match &standing.detail {
                Detail::Metric(gauged) => prop_assert!(finite(gauged.room)),
                Detail::Budget(s) => {
                    prop_assert!(finite([s.used, s.room]) && finite(s.elsewhere.iter().map(|m| m.amount)));
                    prop_assert!(s.elsewhere.len() <= 1);
                }
                Detail::Claims(_) | Detail::Words => {}
            }
            for (_, initiative, work) in team.board().works() {
                if work.state != InitiativeState::Open {
                    continue;
                }
                let reasons = match limits.may_claim(&"dee".into(), &initiative.id) {
                    Some(MayClaim::YesBut(reasons) | MayClaim::No(reasons)) => reasons,
                    _ => Vec::new(),
                };
                let told = reasons.iter().any(|reason| {
                    let about = matches!(reason.because, Because::OutOfBand { .. } | Because::OverBudget { .. });
                    reason.guardrail == standing.guardrail && about && reason.effect != Effect::Repairs
                });
                prop_assert_eq!(standing.affected.contains(&initiative.id), told, "{:?} {:?}", standing, reasons);
            }
        }
    }
}
