//! `cargo xtask record`: finds out what a board needs until it stands on the screen, for `split`.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};

use crate::browser::Browser;
use crate::project::Project;
use crate::run::say;
use crate::test::end_to_end;
use crate::{page, split};

/// Opens a board of the program that watches itself, and writes down which functions did not run.
pub(crate) fn run(project: &Project) -> Result<()> {
    let page = project.target("xtask/watched");
    let program = page::assemble(project, &page)?.program;
    let file = page.join(format!("{}_bg.wasm", program.name));
    let wasm = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    fs::write(&file, split::watch(&wasm)?).with_context(|| format!("{} cannot be written", file.display()))?;
    // To the shell, a second file that never comes.
    let glue = page.join(format!("{}.js", program.name));
    let text = fs::read_to_string(&glue).with_context(|| format!("{} cannot be read", glue.display()))?;
    fs::write(&glue, text + "export const rest = () => new Promise(() => {});\n")
        .context("the glue cannot be written")?;
    // Each browser has functions that only it needs.
    let mut ran = BTreeSet::new();
    for browser in Browser::ALL {
        say(format!("Opening boards in {}", browser.name()));
        for function in end_to_end::record(project, browser, &page)?.split_whitespace() {
            ran.insert(function.parse()?);
        }
    }
    let later = project.path("xtask/src/split/later.txt");
    fs::write(&later, split::recording(&wasm, &ran)?).context("later.txt cannot be written")?;
    say(format!(
        "{} functions ran; the others are in {}",
        ran.len(),
        later.display()
    ));
    Ok(())
}
