//! What only Chromium can be asked: to show the page as somebody with other settings of their system sees it.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

/// A command of the DevTools protocol.
#[derive(Debug)]
pub(crate) struct DevTools {
    name: &'static str,
    parameters: Value,
}

impl DevTools {
    /// Paper, in place of a screen.
    pub(crate) fn paper() -> Self {
        Self {
            name: "Emulation.setEmulatedMedia",
            parameters: json!({ "media": "print" }),
        }
    }

    /// A finger, in place of a mouse.
    pub(crate) fn touch() -> Self {
        Self {
            name: "Emulation.setTouchEmulationEnabled",
            parameters: json!({ "enabled": true }),
        }
    }

    /// What the page is to whoever does not see it.
    pub(crate) fn accessibility() -> Self {
        Self {
            name: "Accessibility.getFullAXTree",
            parameters: json!({}),
        }
    }

    /// Media features and their values, in place of the system's: `[("forced-colors", "active")]`.
    pub(crate) fn media(features: &[(&str, &str)]) -> Self {
        let features: Vec<_> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        Self {
            name: "Emulation.setEmulatedMedia",
            parameters: json!({ "features": features }),
        }
    }
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.name, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}
