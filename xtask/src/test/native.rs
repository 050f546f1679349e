//! Tests that need neither a browser nor a server.

use anyhow::Result;

use super::tally::Tally;
use crate::project::{BOARD, END_TO_END, Project, SERVERS};
use crate::run::cargo;

/// Adds the JSON Schema that `docs/goals.schema.json` is compared with; the widget itself is built without.
const SCHEMA: &str = "schema";

/// So many days are lived through without optimising; the rest in [`days`].
const FEW_DAYS: &str = "200";

pub(crate) fn run(project: &Project, filters: &[String], tally: &mut Tally) -> Result<()> {
    let mut tests = cargo(&project.root);
    tests.args(["test", "--workspace", "--no-fail-fast"]);
    if project.package(END_TO_END).is_some() {
        tests.args(["--exclude", END_TO_END]);
    }
    // They need servers, and are a stage of their own.
    tests.args(["--exclude", SERVERS]);
    if project.has_feature(SCHEMA) {
        tests.arg("--features").arg(format!("{BOARD}/{SCHEMA}"));
    }
    tests.env("SYNC_DAYS", FEW_DAYS);
    tally.run(tests.arg("--").args(filters))
}

/// Ten thousand days of the sync engine, lived through in an optimised build.
pub(crate) fn days(project: &Project, tally: &mut Tally) -> Result<()> {
    let mut tests = cargo(&project.root);
    tests.args([
        "test",
        "--profile",
        "days",
        "--package",
        SERVERS,
        "--test",
        "days",
        "--",
        "bad_days",
    ]);
    tally.run(&mut tests)
}
