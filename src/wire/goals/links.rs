//! Links: http, https, mailto and relative ones, and nothing that could run.

#[cfg(feature = "schema")]
use serde_json::{Map, Value, json};

use super::at::{At, excerpt};
use super::shape::Shape;
use crate::domain::fault::Problem;
use crate::domain::goals::Text;
use crate::json::Json;

/// The address of a link.
#[derive(Debug)]
pub(super) struct Href(pub(super) Text);

/// How to reach somebody: a link, or a bare mail address.
#[derive(Debug)]
pub(super) struct Contact(pub(super) Text);

impl Shape for Href {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        let Some(text) = value.as_str() else {
            return at.wrong("expected.link", value);
        };
        if text.trim().is_empty() {
            return None;
        }
        let address = address(text);
        if address.is_none() {
            at.left_out(Problem::BadLink { found: excerpt(value) });
        }
        address.map(Self)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "string", "format": "uri-reference" })
    }
}

impl Shape for Contact {
    fn read(value: &Json, at: &mut At) -> Option<Self> {
        let bare = value
            .as_str()
            .map(str::trim)
            .filter(|text| text.contains('@') && !text.contains([':', '/', ' ']));
        match bare {
            Some(mail) => Some(Self(["mailto:", mail].concat().into())),
            None => Href::read(value, at).map(|href| Self(href.0)),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Map<String, Value>) -> Value {
        json!({ "type": "string" })
    }
}

/// The address if it is harmless. A browser drops tabs and line breaks before it looks for the scheme, and cuts
/// control characters off both ends; so whatever holds one is no link here.
fn address(text: &str) -> Option<Text> {
    let text = text.trim();
    if text.contains(|c: char| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let scheme = text
        .split_once(':')
        .map(|(scheme, _)| scheme)
        .filter(|scheme| !scheme.contains(['/', '?', '#']));
    let harmless = scheme.is_none_or(|scheme| {
        ["http", "https", "mailto"]
            .iter()
            .any(|s| s.eq_ignore_ascii_case(scheme))
    });
    harmless.then(|| text.into())
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_http_https_mailto_and_relative_links_pass() {
        for good in [
            "https://example.org/a:b",
            "HTTP://example.org",
            "mailto:a@example.org",
            "brief.html",
            "/a?b=c:d",
            "#x",
            "//host/a",
            "./a:b",
        ] {
            assert!(address(good).is_some(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
            "blob:x",
            "a b",
            ":x",
        ] {
            assert!(address(bad).is_none(), "{bad}");
        }
    }
}
