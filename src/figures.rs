//! Numbers as text and text as numbers, as JSON writes them.
//!
//! The standard library does both with some 20 KB of code and tables. The browser does both as well, and to the last
//! bit the same: the nearest number to a text, and the shortest text that gives a number back. So in the widget the
//! browser is asked, and whole numbers, which most are, are made by hand.

/// The number that a text is, if it is one and no more than that. None is infinite.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let (number, length) = begin(text).ok()?;
    (length == text.len()).then_some(number)
}

/// The number that a text begins with, and how many bytes long it is.
///
/// # Errors
/// How many bytes could begin a number, when more has to come or it would be infinite.
pub fn begin(text: &str) -> Result<(f64, usize), usize> {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let start = usize::from(bytes.first() == Some(&b'-'));
    let whole = match bytes.get(start) {
        Some(b'0') => start + 1,
        _ => digits(start),
    };
    let mut end = whole;
    let mut least = start + 1;
    if end >= least && bytes.get(end) == Some(&b'.') {
        least = end + 2;
        end = digits(end + 1);
    }
    if end >= least && matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        least = end + sign + 2;
        end = digits(end + sign + 1);
    }
    if end < least {
        return Err(end);
    }
    let text = text.get(..end).unwrap_or_default();
    let number = if end == whole && end - start <= EXACT_DIGITS {
        whole_number(bytes.get(start..end).unwrap_or_default()) * if start > 0 { -1.0 } else { 1.0 }
    } else {
        platform::number(text)
    };
    if number.is_finite() {
        Ok((number, end))
    } else {
        Err(end)
    }
}

/// A finite number as the shortest text that gives it back.
#[must_use]
pub fn text(number: f64) -> String {
    if number.trunc() == number && number.abs() < EXACT {
        (number as i64).to_string()
    } else {
        platform::text(number)
    }
}

/// Whole numbers of so many digits are all exact.
const EXACT_DIGITS: usize = 15;

/// Whole numbers below are all exact.
const EXACT: f64 = 1e15;

fn whole_number(digits: &[u8]) -> f64 {
    let number = digits
        .iter()
        .fold(0, |number: i64, digit| number * 10 + i64::from(digit & 15));
    number as f64
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = Number)]
        pub(super) fn number(text: &str) -> f64;

        #[wasm_bindgen(js_name = String)]
        pub(super) fn text(number: f64) -> String;
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    pub(super) fn number(text: &str) -> f64 {
        text.parse().unwrap_or(f64::NAN)
    }

    pub(super) fn text(number: f64) -> String {
        number.to_string()
    }
}
