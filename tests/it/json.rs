//! What is read as JSON is what `serde_json` reads, to the last bit, and nothing else.

use alignment_board::figures;
use alignment_board::json::{Cause, Json, Object, Step, parse, quoted, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value};

fn same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(a), Value::Bool(b)) => a == b,
        (Json::Number(a), Value::Number(b)) => b.as_f64().is_some_and(|b| a.to_bits() == b.to_bits()),
        (Json::Text(a), Value::String(b)) => **a == **b,
        (Json::List(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Json::Object(a), Value::Object(b)) => {
            a.keys().count() == b.len()
                && a.iter()
                    .zip(b)
                    .all(|((name, a), (other, b))| **name == **other && same(a, b))
        }
        _ => false,
    }
}

#[track_caller]
fn agree(text: &str) {
    match (parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}\n{ours:?}\n{theirs:?}"),
        (Err(_), Err(_)) => {}
        (ours, theirs) => panic!("{text}\n{ours:?}\n{theirs:?}"),
    }
}

/// Parts of JSON, whole and broken, from which texts are put together.
const PARTS: [&str; 64] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"a\"",
    "\"b\":",
    "\"\"",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{b}",
    "\u{a0}",
    "true",
    "false",
    "null",
    "tru",
    "nul",
    "True",
    "0",
    "-",
    "-0",
    "1",
    "12",
    "01",
    "1.5",
    ".5",
    "1.",
    "1e",
    "e5",
    "E+2",
    "e-3",
    "1e400",
    "-1e400",
    "1e-400",
    "0e999",
    "+1",
    "0x1",
    "NaN",
    "Infinity",
    "9007199254740993",
    "18446744073709551616",
    "0.1",
    "123456789012345678901234567890",
    "\\",
    "\"\\u00e9\"",
    "\"\\ud83d\\ude42\"",
    "\"\\ud83d\"",
    "\"\\ude42\"",
    "\"\\ud83d\\u0041\"",
    "\"\\uD83D\\uD83D\"",
    "\"\\u12\"",
    "\"\\n\\t\\/\\b\\f\\r\\\\\\\"\"",
    "\"\\x\"",
    "\"\u{1}\"",
    "\"\u{7f}é🙂\"",
    "//",
    "/*",
    "'",
    "“",
    "\u{feff}",
];

fn mixed() -> impl Strategy<Value = String> {
    proptest::collection::vec(select(&PARTS[..]), 0..24).prop_map(|parts| parts.concat())
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        number().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        let fields = proptest::collection::vec((".{0,3}", inner.clone()), 0..40);
        prop_oneof![
            proptest::collection::vec(inner, 0..8).prop_map(Value::from),
            fields.prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Any number but those next to infinity, which `serde_json` takes for infinity.
fn number() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("below 1.7e308", |n| n.abs() < 1.7e308)
}

#[test]
fn every_part_of_json_whole_or_broken_is_judged_as_serde_json_judges_it() {
    for part in PARTS {
        agree(part);
        agree(&["[", part, "]"].concat());
        agree(&["{\"a\": ", part, " }"].concat());
        for other in PARTS {
            agree(&[part, other].concat());
            agree(&["[", part, ",", other, "]"].concat());
        }
    }
}

#[test]
fn it_goes_as_deep_as_serde_json_and_no_deeper() {
    for depth in [1, 126, 127, 128, 129, 100_000] {
        agree(&["[".repeat(depth), "]".repeat(depth)].concat());
        agree(&["{\"a\":".repeat(depth), "1".to_owned(), "}".repeat(depth)].concat());
    }
}

#[test]
fn of_a_field_that_stands_twice_the_last_counts_and_the_way_to_it_is_told() {
    let text = r#"{ "a": 1, "list": [0, { "b": 1, "\u0062": { "c": 1 }, "b": 3 }], "a": { "b": 2 } }"#;
    let mut told = Vec::new();
    let value = read(text, 9, &mut |steps| told.push(steps.to_vec())).expect("JSON");
    let field = |name: &str| Step::Field(name.into());
    let inner = vec![field("list"), Step::Item(1), field("b")];
    assert_eq!(told, [inner.clone(), inner, vec![field("a")]]);
    agree(text);
    assert_eq!(value.get("a").and_then(|a| a.get("b")?.as_u64()), Some(2));
}

#[test]
fn a_million_fields_in_one_object_are_read_quickly() {
    let fields: Vec<_> = (0..500_000).map(|n| format!("\"{n}\":{n},\"{n}\":0")).collect();
    let mut twice = 0;
    let value = read(&format!("{{{}}}", fields.join(",")), 1, &mut |_| twice += 1).expect("JSON");
    assert_eq!(twice, 500_000);
    assert_eq!(value.get("499999").and_then(Json::as_f64), Some(0.0));
}

#[test]
fn whole_numbers_are_those_a_number_can_tell_apart() {
    let whole = |text: &str| parse(text).ok().and_then(|value| value.as_u64());
    assert_eq!(whole("8"), Some(8));
    assert_eq!(whole("8.0"), Some(8), "JSON knows one kind of number");
    assert_eq!(whole("9007199254740992"), Some(1 << 53));
    for text in ["-1", "1.5", "1e300", "18446744073709551615", "\"8\"", "null"] {
        assert_eq!(whole(text), None, "{text}");
    }
}

#[test]
fn a_figure_is_a_number_as_json_writes_it_and_nothing_else() {
    for (text, number) in [("30", 30.0), ("-0.5", -0.5), ("1e3", 1000.0), ("-1.25E-2", -0.0125)] {
        assert_eq!(figures::read(text), Some(number));
    }
    for text in [
        "", "-", "1,5", " 1", "1 ", "+1", "1.", ".5", "1e", "0x10", "1e999", "NaN", "Infinity", "½",
    ] {
        assert_eq!(figures::read(text), None, "{text}");
    }
    assert_eq!(figures::text(-0.0), "0", "there is one zero");
    assert_eq!(
        (figures::text(1e15), figures::text(0.1)),
        ("1000000000000000".into(), "0.1".into())
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_is_read_as_serde_json_reads_it(value in value()) {
        agree(&value.to_string());
        agree(&format!("{value:#}"));
    }

    #[test]
    fn any_mixture_of_parts_is_judged_as_serde_json_judges_it(text in mixed(), other in any::<String>()) {
        agree(&text);
        agree(&other);
    }

    #[test]
    fn any_change_of_a_text_is_judged_as_serde_json_judges_it(
        value in value(), place in any::<Index>(), until in any::<Index>(), put in select(&PARTS[..]),
    ) {
        let text: Vec<char> = value.to_string().chars().collect();
        let (a, b) = (place.index(text.len()), until.index(text.len()));
        let [before, after] = [&text[..a.min(b)], &text[a.max(b)..]].map(|part| part.iter().collect::<String>());
        agree(&[&*before, put, &after].concat());
        agree(&[&*before, &after].concat());
    }

    #[test]
    fn any_digits_are_read_to_the_last_bit(text in "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?") {
        let number: f64 = text.parse().expect("a number");
        let expected = number.is_finite().then_some(number.to_bits());
        prop_assert_eq!(figures::read(&text).map(f64::to_bits), expected);
        prop_assert_eq!(parse(&text).ok().and_then(|value| value.as_f64()).map(f64::to_bits), expected);
    }

    #[test]
    fn any_number_is_given_back_by_its_text(number in any::<f64>()) {
        let read = figures::read(&figures::text(number));
        prop_assert_eq!(read, Some(number).filter(|number| number.is_finite()));
    }

    #[test]
    fn what_is_cut_off_ends_early(text in any::<String>(), number in any::<i32>(), cut in any::<Index>()) {
        let whole = serde_json::json!({ "a": [text, number, true], "b": {} }).to_string();
        let cut = (0..=cut.index(whole.len())).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or_default();
        prop_assert_eq!(parse(&whole[..cut]).map_err(|fault| (fault.place, fault.cause)), Err((cut, Cause::EndsEarly)));
    }

    #[test]
    fn what_is_written_is_read_back(text in any::<String>(), number in any::<f64>(), texts in any::<Vec<String>>()) {
        let shared: Vec<std::rc::Rc<str>> = texts.iter().map(|text| text.as_str().into()).collect();
        let object = Object::new().text(&text, "x").text("text", &text).number("number", Some(number)).texts("texts", &shared);
        let value = serde_json::from_str::<Value>(&object.end()).expect("JSON");
        prop_assert_eq!(value[&*text].as_str(), Some(if text == "text" { &text } else { "x" }).filter(|_| text != "number" && text != "texts"));
        prop_assert_eq!(value["text"].as_str().unwrap_or_default(), &text);
        prop_assert_eq!(value["number"].as_f64(), Some(number).filter(|number| number.is_finite()));
        prop_assert_eq!(value["texts"].as_array().map_or(0, Vec::len), texts.len());
        prop_assert_eq!(quoted(&text), Value::from(text).to_string());
    }
}
