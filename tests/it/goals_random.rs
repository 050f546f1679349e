//! Whatever is thrown at the reader.

use std::collections::HashSet;

use alignment_board::domain::goals::{Goals, KeyResultKind};
use alignment_board::wire::goals::{FAULT_LIMIT, read};
use proptest::prelude::*;
use serde_json::Value;

/// Field names of the format and some others, so that random documents get past the first check.
const NAMES: [&str; 40] = [
    "format",
    "id",
    "title",
    "period",
    "start",
    "end",
    "northStar",
    "statement",
    "metric",
    "target",
    "current",
    "asOf",
    "members",
    "name",
    "lead",
    "roles",
    "until",
    "formerly",
    "teams",
    "objectives",
    "sponsor",
    "weight",
    "keyResults",
    "kind",
    "milestones",
    "band",
    "min",
    "max",
    "phasedTargets",
    "on",
    "value",
    "initiatives",
    "owners",
    "seats",
    "cost",
    "links",
    "guardrails",
    "limit",
    "cadence",
    "graceDays",
];
const WORDS: [&str; 16] = [
    "",
    " ",
    "ana",
    "Ana",
    "2026-10-31",
    "2026-02-30",
    "31.10.2026",
    "reach",
    "done",
    "30",
    "1e999",
    "NaN",
    "javascript:alert(1)",
    "…",
    "title",
    "ana~2",
];
const NUMBERS: [f64; 10] = [0.0, -0.0, 1.0, -1.0, 0.5, 1e308, -1e308, 1e-308, 4_294_967_296.0, 1e15];

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::num::f64::ANY.prop_map(Value::from),
        prop::sample::select(&NUMBERS[..]).prop_map(Value::from),
        prop::sample::select(&WORDS[..]).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ]
}

fn json() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(6, 120, 8, |inner| {
        let name = prop_oneof![8 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned), 1 => any::<String>()];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..8).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// The sample with one value, found by counting, replaced by another.
fn replaced(value: &mut Value, place: &mut usize, with: &Value) {
    if *place == 0 {
        *value = with.clone();
    }
    *place = place.wrapping_sub(1);
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| replaced(item, place, with)),
        Value::Object(fields) => fields.values_mut().for_each(|item| replaced(item, place, with)),
        _ => {}
    }
}

fn sample() -> Value {
    serde_json::from_str(include_str!("../../samples/marketing.json")).expect("JSON")
}

/// What holds of everything that can be drawn.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let Ok(reading) = read(text) else {
        return Ok(());
    };
    prop_assert!(reading.faults.len() <= FAULT_LIMIT + 1);
    for number in numbers(&reading.goals) {
        prop_assert!(number.is_finite(), "{number}");
    }
    let mut ids = HashSet::new();
    for (_, initiative) in reading.goals.initiatives() {
        prop_assert!(ids.insert(initiative.id.clone()), "{} twice", initiative.id);
        prop_assert!(initiative.seats >= initiative.owners.len().max(1));
        prop_assert!(
            !initiative
                .links
                .iter()
                .any(|link| link.href.to_lowercase().starts_with("javascript"))
        );
    }
    Ok(())
}

fn numbers(goals: &Goals) -> Vec<f64> {
    let mut all = Vec::new();
    let star = goals.north_star.as_ref().and_then(|star| star.metric.as_ref());
    let signals = goals.initiatives().filter_map(|(_, i)| i.signal.as_ref());
    for metric in star.into_iter().chain(signals) {
        all.push(metric.start);
        all.extend(metric.target.into_iter().chain(metric.current));
    }
    for objective in &goals.objectives {
        all.push(objective.weight);
        for key_result in &objective.key_results {
            all.push(key_result.weight);
            all.extend(key_result.current);
            all.extend(key_result.phased_targets.iter().map(|phase| phase.value));
            match &key_result.kind {
                KeyResultKind::Reach { start, target } => all.extend([Some(*start), *target].into_iter().flatten()),
                KeyResultKind::Stay(band) => all.extend([band.min, band.max].into_iter().flatten()),
                KeyResultKind::Milestones(_) | KeyResultKind::Done => {}
            }
        }
        all.extend(
            objective
                .initiatives
                .iter()
                .filter_map(|i| i.cost.as_ref())
                .map(|cost| cost.amount),
        );
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_document_makes_the_reader_panic_and_no_number_is_infinite(mut document in json(), objectives in json()) {
        if let Value::Object(fields) = &mut document {
            fields.insert("objectives".to_owned(), objectives);
            fields.remove("format");
        }
        holds(&document.to_string())?;
    }

    #[test]
    fn no_change_of_one_value_makes_the_reader_panic(place in 0..900_usize, with in json()) {
        let mut document = sample();
        replaced(&mut document, &mut { place }, &with);
        holds(&document.to_string())?;
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn no_cut_makes_the_reader_panic(cut in 0..20_000_usize, put in any::<String>()) {
        let text = include_str!("../../samples/marketing.json");
        let cut = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        holds(&text[..cut])?;
        holds(&[&text[..cut], &put, &text[cut..]].concat())?;
    }
}
