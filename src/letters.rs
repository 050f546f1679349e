//! Letters of any script: lower case, and what is a letter or a digit at all.
//!
//! The standard library knows by some 9 KB of tables; in the widget the browser is asked, which has them anyway and
//! follows the same standard. Only of letters younger than a browser's Unicode do the two think differently.

/// The text in lower case.
#[must_use]
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        platform::lower(text)
    }
}

/// The text in lower case, letter by letter, with one dash for each run of characters that are neither letters nor
/// digits (Unicode's Alphabetic and N).
#[must_use]
pub fn dashed(text: &str) -> String {
    if text.is_ascii() {
        return with_dashes(&text.to_ascii_lowercase(), |c| c.is_ascii_alphanumeric());
    }
    // As part of a text, a sigma at the end of a word is another letter than alone.
    platform::dashed(&platform::lower(&text.replace('Σ', "σ")))
}

fn with_dashes(text: &str, belongs: impl Fn(char) -> bool) -> String {
    let mut dashed = String::with_capacity(text.len());
    for c in text.chars() {
        if belongs(c) {
            dashed.push(c);
        } else if !dashed.ends_with('-') {
            dashed.push('-');
        }
    }
    dashed
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use js_sys::{JsString, RegExp};

    thread_local! {
        static OTHERS: RegExp = RegExp::new("[^\\p{Alphabetic}\\p{N}]+", "gu");
    }

    pub(super) fn lower(text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    pub(super) fn dashed(text: &str) -> String {
        OTHERS.with(|others| JsString::from(text).replace_by_pattern(others, "-").into())
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    pub(super) fn lower(text: &str) -> String {
        text.to_lowercase()
    }

    pub(super) fn dashed(text: &str) -> String {
        crate::letters::with_dashes(text, char::is_alphanumeric)
    }
}
