//! `tests/browser`: parts of the widget, in a browser, without a page around them.

use anyhow::Result;

use super::tally::Tally;
use crate::browser::Browser;
use crate::project::{Project, WASM};
use crate::run::{cargo, say};
use crate::tools;

const TESTS: &str = "browser";

pub(crate) fn run(project: &Project, filters: &[String], tally: &mut Tally) -> Result<()> {
    if !project.has_test(TESTS) {
        say("There is no tests/browser yet");
        return Ok(());
    }
    tools::wasm_target(project)?;
    let version = project.locked("wasm-bindgen")?;
    let runner = tools::crates_io(project, "wasm-bindgen-cli", "wasm-bindgen-test-runner", &version)?;
    let driver = Browser::Chromium.driver(project)?;
    let mut tests = cargo(&project.root);
    // How Chromium is started is said in webdriver.json, where the runner looks for it.
    tests
        .args(["test", "--target", WASM, "--test", TESTS, "--"])
        .args(filters);
    tests
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", driver);
    tally.run(
        tests
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300"),
    )
}
