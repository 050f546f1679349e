//! Tests that need no browser: every package but the end-to-end tests.

use anyhow::Result;

use super::tally::Tally;
use crate::project::{BOARD, END_TO_END, Project};
use crate::run::cargo;

/// Adds the JSON Schema that `docs/goals.schema.json` is compared with; the widget itself is built without.
const SCHEMA: &str = "schema";

pub(crate) fn run(project: &Project, filters: &[String], tally: &mut Tally) -> Result<()> {
    let mut tests = cargo(&project.root);
    tests.args(["test", "--workspace", "--no-fail-fast"]);
    if project.package(END_TO_END).is_some() {
        tests.args(["--exclude", END_TO_END]);
    }
    if project.has_feature(SCHEMA) {
        tests.arg("--features").arg(format!("{BOARD}/{SCHEMA}"));
    }
    tally.run(tests.arg("--").args(filters))
}
