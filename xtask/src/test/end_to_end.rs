//! `tests/e2e`: the release page in a browser, used as a person would.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::screen::Screen;
use super::tally::Tally;
use crate::browser::Browser;
use crate::project::{END_TO_END, Project};
use crate::run::{self, cargo, say};
use crate::{page, servers, tools};

/// Whether there are such tests.
pub(crate) fn exist(project: &Project) -> bool {
    let exist = project.package(END_TO_END).is_some();
    if !exist {
        say("There is no tests/e2e yet");
    }
    exist
}

/// The journeys that every browser has to pass; Chromium runs all tests.
const CORE: &str = "core::";

/// Runs them against the assembled page. What they need to know comes as environment variables: the page's folder,
/// the browser, its driver, and axe-core, which looks for barriers.
pub(crate) fn run(project: &Project, browser: Browser, filters: &[String], tally: &mut Tally) -> Result<()> {
    let page = page::build(project)?;
    let mut tests = with_page(project, browser, &page)?;
    tests
        .args(["test", "--package", END_TO_END, "--no-fail-fast", "--"])
        .args(filters);
    if browser != Browser::Chromium && filters.is_empty() {
        tests.arg(CORE);
    }
    servers::install(project, servers::FEW)?;
    tests.env("BOARD_SERVERS", servers::FEW);
    let _screen = shown(project, browser, &mut tests)?;
    tally.run(&mut tests)
}

/// A screen for a browser that needs one, as long as it is held.
fn shown(project: &Project, browser: Browser, command: &mut Command) -> Result<Option<Screen>> {
    if browser.is_headless() {
        return Ok(None);
    }
    let screen = Screen::start(project)?;
    // Without the second, a machine with Wayland would show the windows to whoever sits there.
    command.env("DISPLAY", screen.display()).env("GDK_BACKEND", "x11");
    Ok(Some(screen))
}

/// Two people in browsers, at every server there is, and what takes a minute.
pub(crate) fn together(project: &Project, tally: &mut Tally) -> Result<()> {
    let page = page::build(project)?;
    let mut tests = with_page(project, Browser::Chromium, &page)?;
    tests.args([
        "test",
        "--package",
        END_TO_END,
        "--test",
        "shared",
        "--no-fail-fast",
        "--",
    ]);
    tally.run(
        tests
            .args([
                "core",
                "together",
                "signing_in",
                "settling",
                "for_a_while",
                "--nocapture",
            ])
            .env("BOARD_SERVERS", servers::ALL),
    )
}

/// A hundred thousand events in a shared folder, opened for the first time.
pub(crate) fn scale(project: &Project) -> Result<()> {
    servers::install(project, servers::FEW)?;
    let page = page::build(project)?;
    let mut command = with_page(project, Browser::Chromium, &page)?;
    run::run(command.args(["run", "--quiet", "--package", END_TO_END, "--bin", "scale"]))
}

/// The pictures that the README shows.
const SHOWN: [&str; 3] = ["wide-light.png", "wide-dark.png", "phone.png"];

/// Takes pictures of the page into `screenshots/`, and renews those that the README shows.
pub(crate) fn pictures(project: &Project) -> Result<()> {
    let taken = project.root.join("screenshots");
    let page = page::build(project)?;
    let mut command = with_page(project, Browser::Chromium, &page)?;
    command.args(["run", "--package", END_TO_END, "--bin", "screenshots", "--"]);
    run::run(command.arg(&taken))?;
    let shown = project.root.join("docs/screenshots");
    fs::create_dir_all(&shown).context("docs/screenshots cannot be made")?;
    for name in SHOWN {
        fs::copy(taken.join(name), shown.join(name)).with_context(|| format!("{name} was not taken"))?;
    }
    Ok(())
}

/// The numbers of the functions that run in a browser until a board of this page stands on the screen.
pub(crate) fn record(project: &Project, browser: Browser, page: &Path) -> Result<String> {
    let mut command = with_page(project, browser, page)?;
    let _screen = shown(project, browser, &mut command)?;
    run::output(command.args(["run", "--quiet", "--package", END_TO_END, "--bin", "record"]))
}

/// Cargo, told what whoever uses the page in a browser has to know.
fn with_page(project: &Project, browser: Browser, page: &Path) -> Result<Command> {
    let driver = browser.driver(project)?;
    let axe = tools::npm(project, "axe-core/axe.min.js")?;
    let mut command = cargo(&project.root);
    command.env("BOARD_PAGE", page).env("BOARD_BROWSER", browser.name());
    command.env("BOARD_DRIVER", driver).env("BOARD_AXE", axe);
    Ok(command)
}
