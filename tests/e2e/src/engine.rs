//! What differs between the browsers. It is all here.

use std::env;
use std::path::PathBuf;

use serde_json::{Map, Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome and Edge, too.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK's test browser: as near to Safari as Linux comes.
    WebKit,
}

impl Engine {
    /// The engine of this name in `BOARD_BROWSER`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "chromium" => Some(Self::Chromium),
            "firefox" => Some(Self::Firefox),
            "webkit" => Some(Self::WebKit),
            _ => None,
        }
    }

    /// What its driver is asked for: no window on the screen, no calls home.
    pub(crate) fn capabilities(self) -> Map<String, Value> {
        let asked = match self {
            Self::Chromium => json!({ "goog:chromeOptions": { "args": CHROMIUM } }),
            Self::Firefox => json!({ "moz:firefoxOptions": firefox() }),
            Self::WebKit => json!({}),
        };
        asked.as_object().cloned().unwrap_or_default()
    }

    /// How its driver is started on this port.
    pub(crate) fn driver_arguments(self, port: u16) -> Vec<String> {
        let port = format!("--port={port}");
        match self {
            // Two drivers at once must not fight for geckodriver's second, fixed port.
            Self::Firefox => vec![port, "--websocket-port=0".to_owned()],
            Self::Chromium | Self::WebKit => vec![port],
        }
    }
}

const CHROMIUM: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

fn firefox() -> Value {
    let mut options = json!({ "args": ["-headless"] });
    // Debian calls it `firefox-esr`, which geckodriver does not look for.
    if on_path("firefox").is_none()
        && let Some(binary) = on_path("firefox-esr")
    {
        options["binary"] = json!(binary);
    }
    options
}

fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}
