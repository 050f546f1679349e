//! What the browser is asked for is what the standard library says, so that every replica reads the same.

use alignment_board::{figures, letters};
use js_sys::RegExp;
use wasm_bindgen_test::wasm_bindgen_test;

/// The standard library's answer, one character alone.
fn dashed(c: char) -> String {
    let lower = c.to_lowercase();
    lower.map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}

#[wasm_bindgen_test]
fn every_character_the_browser_knows_is_the_letter_that_the_standard_library_knows() {
    let unassigned = RegExp::new("\\p{Cn}", "u");
    for c in '\0'..=char::MAX {
        let text = c.to_string();
        let same = letters::lower(&text) == text.to_lowercase() && letters::dashed(&text) == dashed(c);
        let known = || !unassigned.test(&text);
        assert!(
            same || !known(),
            "{c:?} {} {}",
            letters::lower(&text),
            letters::dashed(&text)
        );
    }
}

#[wasm_bindgen_test]
fn a_text_in_any_script_becomes_lower_case_as_in_the_standard_library() {
    for text in [
        "",
        "Ana RUIZ",
        "GRÖSSE",
        "ΟΔΟΣ ΣΑΣ",
        "İstanbul IŞIK",
        "ПЛАН",
        "視聴回数を 2 倍に",
        "🙂 ǅ ﬃ",
    ] {
        assert_eq!(letters::lower(text), text.to_lowercase());
    }
    assert_eq!(letters::dashed("ΟΔΟΣ — İ 2!"), "οδοσ-i-2-");
}

#[wasm_bindgen_test]
fn a_number_is_written_and_read_to_the_last_bit() {
    let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
    let edges = [
        0.0,
        0.1,
        1e15,
        1e21,
        1e-7,
        f64::MAX,
        f64::MIN_POSITIVE,
        5e-324,
        9_007_199_254_740_993.0,
    ];
    let many = (0..20_000).map(|_| {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        f64::from_bits(bits)
    });
    for number in edges.into_iter().chain(many).filter(|number| number.is_finite()) {
        let text = figures::text(number);
        assert_eq!(text.parse(), Ok(number), "{text}");
        assert_eq!(figures::read(&text), Some(number), "{text}");
        // As others write it: with many digits, or with more than say anything.
        for text in [number.to_string(), format!("{number:e}"), format!("{number:.30e}")] {
            assert_eq!(figures::read(&text), Some(number), "{text}");
        }
    }
}
