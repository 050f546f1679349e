//! `cargo xtask check`: formatting, lints and documentation, for this machine and for the browser.

use anyhow::Result;

use crate::project::{Project, WASM};
use crate::run::{self, cargo, say};
use crate::tools;

/// Fails at the first complaint.
pub(crate) fn run(project: &Project) -> Result<()> {
    tools::component(project, "rustfmt", "fmt")?;
    tools::component(project, "clippy", "clippy")?;
    tools::wasm_target(project)?;
    say("Formatting");
    run::run(cargo(&project.root).args(["fmt", "--all", "--check"]))?;
    say("Lints, this machine");
    run::run(
        cargo(&project.root)
            .args(["clippy", "--workspace", "--all-targets"])
            .args(DENY),
    )?;
    say("Lints, browser");
    let mut clippy = cargo(&project.root);
    clippy.args(["clippy", "--target", WASM, "--lib", "--bins"]);
    if project.has_test("browser") {
        clippy.args(["--test", "browser"]);
    }
    run::run(clippy.args(DENY))?;
    say("Documentation");
    run::run(
        cargo(&project.root)
            .args(["doc", "--no-deps", "--workspace"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

const DENY: [&str; 3] = ["--", "-D", "warnings"];
