//! What the tests are told from outside.

use std::env;
use std::path::PathBuf;

use crate::Engine;

/// The page to test and the browser to test it in, from four environment variables.
#[derive(Clone, Debug)]
pub struct Setup {
    /// `BOARD_PAGE`: the folder of the assembled page.
    pub page: PathBuf,
    /// `BOARD_BROWSER`: `chromium`, `firefox` or `webkit`.
    pub engine: Engine,
    /// `BOARD_DRIVER`: the program that drives this browser.
    pub driver: PathBuf,
    /// `BOARD_AXE`: axe-core's `axe.min.js`.
    pub axe: PathBuf,
}

impl Setup {
    /// Reads the variables.
    ///
    /// # Panics
    /// When one is missing: then somebody ran these tests by hand, and learns how to.
    #[must_use]
    pub fn read() -> Self {
        let browser = told("BOARD_BROWSER");
        Self {
            page: told("BOARD_PAGE").into(),
            engine: Engine::named(&browser)
                .unwrap_or_else(|| panic!("BOARD_BROWSER is `{browser}`; there are chromium, firefox and webkit.")),
            driver: told("BOARD_DRIVER").into(),
            axe: told("BOARD_AXE").into(),
        }
    }
}

fn told(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| {
        panic!(
            "{name} is not set. The end-to-end tests need the assembled page and a browser: run `cargo xtask test`, \
             or `cargo xtask test --browser chromium` for these tests alone."
        )
    })
}
